package scenario

import (
	"shuttle/sim/document"
	"shuttle/sim/rng"
)

// around reads what is around the table, one mechanism after the other, in the order
// in which they act.
func (r *reader) around() {
	r.strikes()
	r.threats()
	r.war()
	r.holding()
	r.levers()
	r.humanitarian()
	r.deadline()
	r.leverage()
	r.building()
	r.types()
	r.envoys()
	r.narrative()
	r.tilt()
	r.burden()
	r.preferences()
	r.ladder()
	r.rungs()
	r.caucuses()
	r.inclusion()
	r.signals()
	r.ratification()
	r.filing()
	r.implementation()
	r.politics()
	r.cohesion()
	r.breach()
}

// said reports whether any party says anything under a key.
func (r *reader) said(key string) bool {
	for _, m := range r.blocks {
		if m.Has(key) {
			return true
		}
	}
	return false
}

// each reads a number from a block that every party may have, in the parties' order
// in the case.
func (r *reader) each(block, key string, bounds document.Bounds, def document.Number) []rng.Param {
	params := make([]rng.Param, len(r.blocks))
	for _, i := range r.order {
		n := r.blocks[i].Map(block).Number(key, bounds, def)
		params[i] = owner{r.c.Parties[i].Key, r.blocks[i].Path()}.param(n)
	}
	return params
}

// pair is the key of what one party does to another.
func (r *reader) pair(what string, by, on int) rng.Key {
	return rng.Name(what).And(r.c.Parties[by].Key).And(r.c.Parties[on].Key)
}
