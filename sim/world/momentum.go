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

// Front is the momentum of one run, day by day, drawn as far as it is looked at.
type Front struct {
	course Momentum
	days   []float64
	stream *rng.Stream
}

// NewFront makes a front that has not begun.
func NewFront() *Front { return &Front{stream: rng.NewStream()} }

// Begin sets the front to day 0 of the run with this seed.
func (f *Front) Begin(p *Momentum, seed rng.Seed) {
	f.course = *p
	f.days = append(f.days[:0], p.Start)
	if f.moves() {
		f.stream.Reset(seed.For(rng.Name("world/momentum")))
	}
}

// moves reports whether any day differs from the first.
func (f *Front) moves() bool {
	p := &f.course
	return p.Spread > 0 || p.Reversion > 0 && p.Start != p.Level
}

// At is the momentum on a day, one draw a day.
func (f *Front) At(day float64) float64 {
	last := max(int(day), 0)
	if !f.moves() {
		last = 0
	}
	p := &f.course
	step := p.Spread / math.Sqrt(7)
	for len(f.days) <= last {
		m := f.days[len(f.days)-1]
		m += float64(p.Reversion/Year*(p.Level-m)) + float64(step*f.stream.NormFloat64())
		f.days = append(f.days, min(max(m, -1), 1))
	}
	return f.days[last]
}
