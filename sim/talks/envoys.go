package talks

import (
	"math"

	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Envoys speak for a side in the room. They take a text to be better or worse than
// their principals will, and may keep a red line to themselves; whoever signs does
// not misread.
type Envoys struct {
	Optimism   []rng.Param // by party: by how much a text seems better [worth]
	Noise      []rng.Param // by party: standard deviation of what a round's reading is off by [worth]
	Disclosure []rng.Param // by party: chance a round that a line is named when it is crossed [share]
}

func (m Envoys) join(e *Engine) {
	n := len(e.seats)
	numbers := make([]float64, 3*n)
	optimism, noise, disclosure := numbers[:n], numbers[n:2*n], numbers[2*n:]
	for i := range n {
		e.binder.Number(m.Optimism[i], &optimism[i])
		e.binder.Number(m.Noise[i], &noise[i])
		e.binder.Number(m.Disclosure[i], &disclosure[i])
	}
	e.around.shaping = append(e.around.shaping, func(i int, o *party.Outside) {
		key := e.c.Parties[i].Key
		if o.Misread = optimism[i]; noise[i] > 0 {
			u := e.seed.Uniform(key.And(rng.Name("reading")).With(e.out.Round))
			o.Misread += float64(noise[i] * math.Sqrt(3) * (float64(2*u) - 1)) // even, with that deviation
		}
		o.Silent = !e.happens(disclosure[i], key.And(rng.Name("disclosure")), e.out.Round)
	})
}
