package talks

import (
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Holding is what a side counts as its own: what it gained at the front it keeps in
// mind when the front moves back, so that a loss is not the gain undone (a reference
// point that drifts with what is held; Tversky and Kahneman 1992 on losses).
type Holding struct {
	Share []rng.Param // by party: share of its best so far that it compares with [share]
}

func (m Holding) join(e *Engine) {
	n := len(e.seats)
	share, best := make([]float64, n), make([]float64, n)
	for i := range m.Share {
		e.binder.Number(m.Share[i], &share[i])
	}
	gained := func(i int) float64 {
		return e.seats[i].traits.Fallback.Momentum * e.front.At(e.out.Day)
	}
	e.around.opening = append(e.around.opening, func() {
		for i := range best {
			best[i] = e.seats[i].traits.Fallback.Momentum * e.shared.Momentum.Start
		}
	})
	e.around.morning = append(e.around.morning, func() {
		for i := range best {
			best[i] = max(best[i], gained(i))
		}
	})
	e.around.shaping = append(e.around.shaping, func(i int, o *party.Outside) {
		if share[i] > 0 && e.out.Round > 0 {
			o.Events += float64(share[i] * (best[i] - gained(i)))
		}
	})
}
