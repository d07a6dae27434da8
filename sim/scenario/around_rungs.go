package scenario

import (
	"slices"

	"shuttle/agents/agenda"
	"shuttle/sim/document"
	"shuttle/sim/talks"
)

// rungs reads who speaks for the sides, from envoys to leaders.
func (r *reader) rungs() {
	m, own := r.root.Map("talks"), common()
	if !m.Has("rungs") {
		return
	}
	share := document.Between(0, 1).In("share")
	list := m.List("rungs")
	var names []string
	var out talks.Rungs
	for i, b := range list.Maps() {
		names = append(names, b.Text("name"))
		rung := talks.Rung{Name: names[i], Mandate: b.Int("mandate", 0, agenda.MaxIssues, 0)}
		if i == 0 && list.Len() > 1 {
			if b.Has("gate") {
				b.Fault("gate", "no way leads up to the first rung", "a gate of another rung", "")
			}
		} else {
			rung.Gate = r.gate(b.Map("gate"))
		}
		b.Text("note", "")
		out.List = append(out.List, rung)
	}
	if len(names) == 0 {
		m.Fault("rungs", "names nobody", "a list of rungs, from the lowest to the highest", "")
		return
	}
	out.First = max(0, slices.Index(names, m.Choice("rung", names, names[0])))
	out.Confirm = own.param(m.Number("confirm", document.AtLeast(0).In("days"), document.Plain(7)))
	out.Premature = own.param(m.Number("premature", share, document.Plain(.2)))
	out.Cost = own.param(m.Number("premature_cost", share, document.Plain(.05)))
	out.Audience = own.param(m.Number("premature_audience", document.Any().In("worth"), document.Plain(.01)))
	r.c.Rungs = names
	r.join("rungs", out)
}
