package party

import (
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Reciprocal gives what it gets: its demand falls by as much as the texts it is
// shown have risen in worth to it (the absolute tit-for-tat of Faratin, Sierra and
// Jennings 1998, section 4.3, on worths instead of single issues).
type Reciprocal struct {
	Echo     float64 // concession given per concession received [-]
	Goodwill float64 // share of the way from anchor to fallback conceded unasked, over the horizon [share]
	Horizon  float64 // over which goodwill is spent [days]
}

// Fields implements spec.Spec.
func (t *Reciprocal) Fields() []spec.Field {
	return []spec.Field{
		{Name: "echo", Doc: "concession given per concession received, both in the party's own worth", Unit: "-", Number: &t.Echo, Min: 0, Max: 10, Source: "Faratin, Sierra and Jennings 1998: 1 is tit for tat"},
		{Name: "goodwill", Doc: "share of the way from anchor to fallback conceded unasked; without any two reciprocators wait for each other", Unit: "share", Number: &t.Goodwill, Min: 0, Max: 1, Source: "own choice"},
		{Name: "horizon", Doc: "time over which the goodwill is spent, evenly", Unit: "days", Number: &t.Horizon, Min: .001, Max: 1e6, Source: "own choice: half a year"},
	}
}

// New makes the player of one run.
func (t Reciprocal) New(*rand.Rand) Tactic { return &reciprocal{Reciprocal: t} }

type reciprocal struct {
	Reciprocal
	first float64 // worth of the first text shown
	best  float64 // worth of the best
	heard bool
}

// Answer implements Tactic.
func (t *reciprocal) Answer(s *Self, m *message.Message, r *message.Reply) {
	if m.Kind == message.Table || m.Kind == message.Relay && !m.Empty {
		t.note(s, &m.Text)
	}
	span := max(0, s.Best()-s.Floor())
	demand := s.Floor() + float64(span*(1-float64(t.Goodwill*min(1, s.Days()/t.Horizon)))) - float64(t.Echo*(t.best-t.first))
	s.Bargain(m, r, max(demand, s.Floor()), false)
}

func (t *reciprocal) note(s *Self, d *agenda.Deal) {
	worth := s.Worth(d, agenda.Author(s.party.index))
	if !t.heard {
		t.first, t.best, t.heard = worth, worth, true
	}
	t.best = max(t.best, worth)
}
