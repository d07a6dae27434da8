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

// types is what the sides of a run are, and what the others make of them.
type types struct {
	renews, signal float64
	prior, belief  []float64 // by party: chance that it is tactical, at first and by now, as the others see it [share]
	tactical       []bool
}

func (m Types) join(e *Engine) {
	n := len(e.seats)
	t := &types{prior: make([]float64, n), belief: make([]float64, n), tactical: make([]bool, n)}
	for i := range m.Tactical {
		e.binder.Number(m.Tactical[i], &t.prior[i])
	}
	e.binder.Number(m.Renews, &t.renews)
	e.binder.Number(m.Signal, &t.signal)
	e.types = t
	e.around.setting = append(e.around.setting, func() {
		copy(t.belief, t.prior)
		t.suspect(e)
	})
	e.around.opening = append(e.around.opening, func() {
		for i := range n {
			t.tactical[i] = e.happens(t.prior[i], e.c.Parties[i].Key.And(rng.Name("type")), 0)
		}
	})
	e.around.shaping = append(e.around.shaping, func(i int, o *party.Outside) { o.Waiting = t.waits(e, i) })
	e.around.evening = append(e.around.evening, func() { t.listen(e) })
	e.around.signing = append(e.around.signing, func() {
		for i := range n {
			if t.tactical[i] {
				e.scene.renewal += math.Log(t.renews)
			}
		}
	})
}

// waits reports whether a side plays for time today.
func (t *types) waits(e *Engine, i int) bool { return t.tactical[i] && e.favoured(i) }

// learn changes what the others believe of a side by how much likelier what they saw is
// of one that plays for time (Bayes' rule). A side that nobody suspected stays so.
func (t *types) learn(i int, ratio float64) {
	odds := float64(t.belief[i] / max(1-t.belief[i], smallest) * ratio)
	t.belief[i] = odds / (1 + odds)
}

// listen takes in how the sides that the war favours spoke of the text.
func (t *types) listen(e *Engine) {
	for i := range t.prior {
		if t.prior[i] == 0 || !e.asked[i] || !e.favoured(i) {
			continue
		}
		if e.verdicts[i] == message.Far {
			t.learn(i, 1+t.signal)
		} else {
			t.learn(i, 1/(1+t.signal))
		}
	}
	t.suspect(e)
}

// suspect works out what each side expects of all others together.
func (t *types) suspect(e *Engine) {
	for i := range t.belief {
		e.scene.doubt[i] = 1
		for j := range t.belief {
			if i != j {
				e.scene.doubt[i] *= 1 + float64(t.belief[j]*(t.renews-1))
			}
		}
	}
}

// favoured reports whether the front runs a party's way.
func (e *Engine) favoured(i int) bool {
	return float64(e.seats[i].traits.Fallback.Momentum*e.front.At(e.out.Day)) > 0
}
