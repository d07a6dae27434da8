package party

import (
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Staller waits while time is on its side: as long as its fallback rises it concedes
// nothing, and its concession clock stands still. Once nothing has risen for some
// days it concedes by the clock as any other. Own formulation of the tactical type
// that talks in order not to agree.
type Staller struct {
	TimeDependent
	Patience float64 // how long it waits on after its fallback last rose [days]
}

// Fields implements spec.Spec.
func (t *Staller) Fields() []spec.Field {
	return append(t.TimeDependent.Fields(),
		spec.Field{Name: "patience", Doc: "time it waits on after its fallback last rose above what it had been", Unit: "days", Number: &t.Patience, Min: 0, Max: 1e6, Source: "own choice: four weeks"})
}

// New makes the player of one run.
func (t Staller) New(*rand.Rand) Tactic {
	return &staller{timeDependent: timeDependent{TimeDependent: t.TimeDependent, round: -1}, patience: t.Patience}
}

type staller struct {
	timeDependent
	patience float64
	looked   bool
	best     float64 // highest fallback so far [worth]
	rose     float64 // day it was reached
	rising   bool    // it ever rose
	last     float64 // day of the last look
	spent    float64 // days on the concession clock
}

// Answer implements Tactic.
func (t *staller) Answer(s *Self, m *message.Message, r *message.Reply) {
	t.look(s)
	s.Bargain(m, r, t.ask(s, t.spent), t.Offers == "nearest")
}

// look moves the clock on by the days since the last look, unless time was on the
// party's side.
func (t *staller) look(s *Self) {
	if !t.looked {
		t.looked, t.best, t.last, t.spent = true, s.Floor(), s.days, s.days
		return
	}
	if s.Floor() > t.best+minGain {
		t.best, t.rose, t.rising = s.Floor(), s.days, true
	}
	if !t.rising || s.days-t.rose > t.patience {
		t.spent += s.days - t.last
	}
	t.last = s.days
}
