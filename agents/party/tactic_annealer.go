package party

import (
	"math"
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Annealer votes for what makes the text better for it, and at times for what makes
// it worse: a loss of Δ is accepted with chance e^(−Δ/T), and the temperature T falls
// evenly to nothing (Klein, Faratin, Sayama and Bar-Yam 2003). It signs whatever is
// worth its fallback. Two annealers find better texts than two hill climbers; beside
// a hill climber an annealer is the one that pays.
type Annealer struct {
	Heat    float64 // T on the first day [worth]
	Horizon float64 // when T has come down to nothing [days]
}

// Fields implements spec.Spec.
func (t *Annealer) Fields() []spec.Field {
	return []spec.Field{
		{Name: "heat", Doc: "temperature on the first day: a loss as large is accepted about once in three times", Unit: "worth", Number: &t.Heat, Min: 0, Max: 10, Source: "Klein, Faratin, Sayama and Bar-Yam 2003: 10, where worths run over about 480"},
		{Name: "horizon", Doc: "time by which the temperature has come down to nothing, evenly", Unit: "days", Number: &t.Horizon, Min: .001, Max: 1e6, Source: "own choice: half a year"},
	}
}

// New makes the player of one run.
func (t Annealer) New(r *rand.Rand) Tactic { return &annealer{t, r} }

type annealer struct {
	Annealer
	rand *rand.Rand
}

// Answer implements Tactic.
func (t *annealer) Answer(s *Self, m *message.Message, r *message.Reply) {
	s.Bargain(m, r, s.Floor(), false)
	if m.Kind != message.Choose || !m.Free || r.Choice >= 0 {
		return
	}
	best, gain := -1, math.Inf(-1)
	for i := range int(m.N) {
		if g := s.amended(m, i); g > gain {
			best, gain = i, g
		}
	}
	heat := t.Heat * max(0, 1-s.Days()/t.Horizon)
	if heat > 0 && t.rand.Float64() < math.Exp(gain/heat) {
		r.Choice = int8(best)
		r.Strong = gain < -s.party.traits.Near
	}
}
