package scenario

import (
	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/talks"
)

// signals reads what the mediator finds out by its own means.
func (r *reader) signals() {
	for _, m := range r.root.List("signals").Maps() {
		i, ok := r.party(m, "of", m.Text("of"))
		if ok && r.c.Parties[i].Role != party.Belligerent {
			m.Fault("of", r.names[i]+" does not sign: what no deal is worth to it is not asked", "a belligerent", "")
		}
		s := talks.Signal{
			Of: i, Cells: m.Int("cells", 2, mostCells, 2),
			Accuracy: common().param(m.Number("accuracy", document.Between(0, 1).In("share"))),
		}
		m.Text("note", "")
		if ok {
			r.join("signals", s)
		}
	}
}

// mostCells bounds how finely a signal tells fallbacks apart.
const mostCells = 100
