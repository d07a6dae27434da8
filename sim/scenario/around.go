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
	r.levers()
	r.humanitarian()
	r.deadline()
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
	r.breach()
}

// each reads a number from a block that every party may have, in the parties' order
// in the case, and whether any party says anything.
func (r *reader) each(block, key string, bounds document.Bounds, def document.Number) (params []rng.Param, said bool) {
	params = make([]rng.Param, len(r.blocks))
	for _, i := range r.order {
		m := r.blocks[i].Map(block)
		said = said || m.Has(key)
		params[i] = owner{r.c.Parties[i].Key, r.blocks[i].Path()}.param(m.Number(key, bounds, def))
	}
	return params, said
}

// pair is the key of what one party does to another.
func (r *reader) pair(what string, by, on int) rng.Key {
	return rng.Name(what).And(r.c.Parties[by].Key).And(r.c.Parties[on].Key)
}
