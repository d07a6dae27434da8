package talks

import (
	"math"

	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Threats are announcements of an offensive. Nothing moves at the front, but what the
// others expect of it does, for a while.
type Threats struct {
	By    int
	Key   rng.Key
	Rate  rng.Param // announcements [per year]
	Shift rng.Param // of the momentum that the others expect, in the announcer's favour [momentum]
	Fade  rng.Param // time by which two thirds of it are forgotten [days]
}

func (m Threats) join(e *Engine) {
	var rate, shift, fade float64
	e.binder.Number(m.Rate, &rate)
	e.binder.Number(m.Shift, &shift)
	e.binder.Number(m.Fade, &fade)
	threats, left := arrivals{key: m.Key}, pulse{}
	note := e.c.Parties[m.By].Name + " announces an offensive"
	e.around.opening = append(e.around.opening, func() {
		left = pulse{}
		threats.begin(e, rate)
	})
	e.around.morning = append(e.around.morning, func() {
		for day := range threats.came(e, e.out.Day) {
			left.add(day, shift, fade)
			e.happened(day, note)
		}
	})
	e.around.shaping = append(e.around.shaping, func(i int, o *party.Outside) {
		if i != m.By && left.size > 0 {
			o.Momentum += math.Copysign(left.at(e.out.Day, fade), e.seats[m.By].traits.Fallback.Momentum)
		}
	})
}
