package scenario

import (
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// levers reads what instruments of pressure and support do beside their effect. Their
// effect was read with what all share; here only those count that are in force.
func (r *reader) levers() {
	own, share := common(), document.Between(0, 1).In("share")
	place := 0
	for _, m := range r.root.List("pressure").Maps() {
		by := m.Text("by", mediatorKey)
		giver, known := -1, by == mediatorKey
		if !known {
			giver, known = r.party(m, "by", by)
		}
		on, ok := r.party(m, "on", m.Text("on"))
		key := rng.Name("lever").And(rng.Name(m.Text("name")))
		if ok {
			key = key.And(r.c.Parties[on].Key)
		}
		l := talks.Levers{Instrument: place, By: giver, Key: key,
			Credibility: own.param(m.Number("credibility", share, document.Plain(1))),
			Trust:       own.param(m.Number("trust", share, document.Plain(0))),
			Cost:        own.param(m.Number("cost", document.AtLeast(0).In("worth"), document.Plain(0))),
		}
		f := talks.Funding{Instrument: place, By: giver, Key: key.And(rng.Name("tranche")),
			Paid:   own.param(m.Number("paid", share, document.Plain(1))),
			Period: own.param(m.Number("period", document.Above(0).In("days"), document.Plain(91))),
			Trust:  own.param(m.Number("tranche_trust", share, document.Plain(0))),
		}
		if !ok || !known || !r.on["pressure"] {
			continue
		}
		place++
		if m.Has("credibility") || m.Has("trust") || m.Has("cost") {
			r.join("levers", l)
		}
		if m.Has("paid") {
			r.join("funding", f)
		}
	}
}
