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
	var renews, signal float64
	n := len(e.seats)
	prior, belief, tactical := make([]float64, n), make([]float64, n), make([]bool, n)
	for i := range m.Tactical {
		e.binder.Number(m.Tactical[i], &prior[i])
	}
	e.binder.Number(m.Renews, &renews)
	e.binder.Number(m.Signal, &signal)
	suspect := func() { // what each side expects of all others together
		for i := range n {
			e.scene.doubt[i] = 1
			for j := range n {
				if i != j {
					e.scene.doubt[i] *= 1 + float64(belief[j]*(renews-1))
				}
			}
		}
	}
	e.around.setting = append(e.around.setting, func() {
		copy(belief, prior)
		suspect()
	})
	e.around.opening = append(e.around.opening, func() {
		for i := range n {
			tactical[i] = e.happens(prior[i], e.c.Parties[i].Key.And(rng.Name("type")), 0)
		}
	})
	e.around.shaping = append(e.around.shaping, func(i int, o *party.Outside) {
		o.Waiting = tactical[i] && e.favoured(i)
	})
	e.around.evening = append(e.around.evening, func() {
		for i := range n {
			if prior[i] == 0 || !e.asked[i] || !e.favoured(i) {
				continue
			}
			odds := belief[i] / max(1-belief[i], smallest)
			if e.verdicts[i] == message.Far {
				odds *= 1 + signal
			} else {
				odds /= 1 + signal
			}
			belief[i] = odds / (1 + odds)
		}
		suspect()
	})
	e.around.signing = append(e.around.signing, func() {
		for i := range n {
			if tactical[i] {
				e.scene.renewal += math.Log(renews)
			}
		}
	})
}

// favoured reports whether the front runs a party's way.
func (e *Engine) favoured(i int) bool {
	return float64(e.seats[i].traits.Fallback.Momentum*e.front.At(e.out.Day)) > 0
}
