package talks

import (
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/oracle"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Table is the parties of a case with their numbers set, on the first day of talks:
// the truth, for those who measure. It is for one goroutine.
type Table struct {
	Agenda  *agenda.Agenda
	Parties []*party.Party
	Consent []mediator.Consent

	engine *Engine
}

// NewTable seats the parties of a case at their base values.
func NewTable(c *Case) *Table {
	e := NewEngine(c)
	t := &Table{Agenda: c.Agenda, Consent: e.brief.Consent, engine: e}
	for i := range e.seats {
		s := &e.seats[i]
		s.party.Set(&s.traits, c.Tables)
		s.party.Observe(0, 0, e.outside(i, 0, e.shared.Momentum.Start, &s.traits))
		t.Parties = append(t.Parties, s.party)
	}
	return t
}

// Draw sets the parties to the numbers they have in the run with this seed, on its
// first day.
func (t *Table) Draw(seed rng.Seed) {
	e := t.engine
	e.seed = seed
	e.draw()
	for i := range e.seats {
		s := &e.seats[i]
		s.party.Observe(0, 0, e.outside(i, 0, e.shared.Momentum.Start, &s.traits))
	}
}

// Close sets the parties, drawn for a run, to its last day: they see the world as they
// did then.
func (t *Table) Close(o *Outcome) {
	for i, p := range t.Parties {
		p.Observe(o.Rounds, o.Day, o.Seen[i])
	}
}

// Signatories lists the places of the parties whose signature is needed.
func (t *Table) Signatories() []int { return t.engine.brief.Signatories() }

// Points finds solution points of the table, at the numbers it has then.
func (t *Table) Points() *oracle.Points {
	return oracle.NewPoints(&t.engine.brief, worths{t})
}

// worths are the true worths of a table, whoever wrote a text.
type worths struct{ t *Table }

// Worth implements oracle.Truth.
func (w worths) Worth(i int, d *agenda.Deal) float64 { return w.t.Parties[i].Worth(d) }

// Floor implements oracle.Truth.
func (w worths) Floor(i int) float64 { return w.t.Parties[i].Floor() }

// Inside implements oracle.Truth.
func (w worths) Inside(i int, d *agenda.Deal) bool {
	_, crossed := w.t.Parties[i].Crossed(d)
	return !crossed
}
