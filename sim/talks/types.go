package talks

import (
	"math"

	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Types are what a side may be behind what it says: sincere, or tactical, one that
// plays for time while the war runs its way and is quicker to renew it. Nobody else
// knows which; the others begin from a prior and learn from what they see.
type Types struct {
	Tactical []rng.Param // by party: chance that it is, and what others believe at first [share]
	Renews   rng.Param   // factor on the hazard of a text that a tactical side signed, ≥ 1 [-]
	Signal   rng.Param   // how much a round of standing still while favoured tells the others: odds times 1 + signal [-]
}

func (m Types) join(e *Engine) {
	n := len(e.seats)
	s := &suspicion{prior: make([]float64, n), belief: make([]float64, n), tactical: make([]bool, n)}
	for i := range m.Tactical {
		e.binder.Number(m.Tactical[i], &s.prior[i])
	}
	e.binder.Number(m.Renews, &s.renews)
	e.binder.Number(m.Signal, &s.signal)
	e.types = s
	e.around.setting = append(e.around.setting, func() { s.begin(e) })
	e.around.opening = append(e.around.opening, func() { s.draw(e) })
	e.around.shaping = append(e.around.shaping, func(i int, o *party.Outside) { o.Waiting = s.waits(e, i) })
	e.around.evening = append(e.around.evening, func() { s.learn(e) })
	e.around.signing = append(e.around.signing, func() { s.sign(e) })
}

// suspicion is what the sides of a run are, and what the others believe; all by party.
type suspicion struct {
	renews, signal float64

	prior, belief []float64 // that it is tactical [share]
	tactical      []bool
}

// begin has everybody believe what it believes at first.
func (s *suspicion) begin(e *Engine) {
	copy(s.belief, s.prior)
	s.doubt(e)
}

// doubt works out what each side expects of all others together.
func (s *suspicion) doubt(e *Engine) {
	for i := range s.belief {
		e.scene.doubt[i] = 1
		for j, belief := range s.belief {
			if i != j {
				e.scene.doubt[i] *= 1 + float64(belief*(s.renews-1))
			}
		}
	}
}

// draw says what each side is in this run.
func (s *suspicion) draw(e *Engine) {
	for i := range s.tactical {
		s.tactical[i] = e.happens(s.prior[i], e.c.Parties[i].Key.And(rng.Name("type")), 0)
	}
}

// learn is an evening's lesson: favoured, a side stood still or came nearer.
func (s *suspicion) learn(e *Engine) {
	for i := range s.belief {
		if s.prior[i] == 0 || !e.asked[i] || !e.favoured(i) {
			continue
		}
		if e.verdicts[i] == message.Far {
			s.weigh(i, 1+s.signal)
		} else {
			s.weigh(i, 1/(1+s.signal))
		}
	}
	s.doubt(e)
}

// weigh changes what the others believe of a side by how much likelier what they saw is
// of one that plays for time (Bayes' rule). A side that nobody suspected stays so.
func (s *suspicion) weigh(i int, ratio float64) {
	odds := float64(s.belief[i] / max(1-s.belief[i], smallest) * ratio)
	s.belief[i] = odds / (1 + odds)
}

// waits reports whether a side plays for time today.
func (s *suspicion) waits(e *Engine, i int) bool { return s.tactical[i] && e.favoured(i) }

// sign has a text that tactical sides signed break sooner.
func (s *suspicion) sign(e *Engine) {
	for _, tactical := range s.tactical {
		if tactical {
			e.scene.renewal += math.Log(s.renews)
		}
	}
}

// favoured reports whether the front runs a party's way.
func (e *Engine) favoured(i int) bool {
	return float64(e.seats[i].traits.Fallback.Momentum*e.front.At(e.out.Day)) > 0
}
