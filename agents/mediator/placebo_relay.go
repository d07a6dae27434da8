package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/spec"
)

// PlaceboRelay goes the rounds of facilitation with texts drawn by lot: each side
// is shown a text every round and asked for an answer, whoever says yes sets off
// the same search for consent and signatures, and nothing that anybody said is ever
// carried on. The text bears nobody's name.
//
// An honest placebo of a relay keeps the visits, their order and the form of what
// is said, and takes out the content alone. What it signs is signed by chance, or
// because the sides' demands came down with the calendar: the part of an agreement
// rate that needs no mediator to know anything.
type PlaceboRelay struct{}

// Fields implements spec.Spec: it has none.
func (*PlaceboRelay) Fields() []spec.Field { return nil }

// New makes the player of one run.
func (PlaceboRelay) New(b *Brief) Strategy {
	return &facilitation{relaying{consenting: consenting{brief: b}, named: 1, lots: true}}
}

// lot draws a text in which every level of every issue is as likely as the next.
func lot(a *agenda.Agenda, r dice, d *agenda.Deal) {
	for k := range a.Issues {
		d[k] = uint8(r.IntN(len(a.Issues[k].Levels)))
	}
}
