package world

import (
	"math"

	"shuttle/sim/rng"
)

// Year is the length of a year [days].
const Year = 365.25

// Momentum is the course of the war, a bounded random walk that is drawn back to a
// level: 0 is a standstill, its sign says whose way it runs, as the parties'
// effects of momentum define it. (A free walk with drift has no bounded discounted
// mean; the level takes the place of the drift. Own choice.)
type Momentum struct {
	Start     float64 // when talks begin [-1..1]
	Level     float64 // what it is drawn back to [-1..1]
	Reversion float64 // how fast [per year], ≥ 0; 0 is a free walk
	Spread    float64 // standard deviation after one week from a known value [-], ≥ 0
}

// Expected is what a party that discounts at r counts momentum m for: the
// discounted mean of its expected course, level + (m − level)·r/(r + reversion).
func (p *Momentum) Expected(m, r float64) float64 {
	if p.Reversion == 0 {
		return m
	}
	return p.Level + float64((m-p.Level)*r/(r+p.Reversion))
}

// Front is the momentum of one run, day by day.
type Front struct{ days []float64 }

// Draw plays the front from day 0 to the last, one draw a day.
func (f *Front) Draw(p *Momentum, last int, seed rng.Seed, s *rng.Stream) {
	f.days = f.days[:0]
	m := p.Start
	f.days = append(f.days, m)
	if p.Spread == 0 && (p.Reversion == 0 || p.Start == p.Level) {
		return // it never moves: one day stands for all
	}
	s.Reset(seed.For(rng.Name("world/momentum")))
	step := p.Spread / math.Sqrt(7)
	for range last {
		m += float64(p.Reversion/Year*(p.Level-m)) + float64(step*s.NormFloat64())
		m = min(max(m, -1), 1)
		f.days = append(f.days, m)
	}
}

// At is the momentum on a day.
func (f *Front) At(day float64) float64 {
	return f.days[min(max(int(day), 0), len(f.days)-1)]
}
