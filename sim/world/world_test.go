package world_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/rng"
	"shuttle/sim/world"
)

func draw(p *world.Momentum, seed rng.Seed) *world.Front {
	f := world.NewFront()
	f.Begin(p, seed)
	return f
}

// A front that is nowhere drawn to and never shaken stands still.
func TestAFrontWithoutSpreadStands(t *testing.T) {
	for _, p := range []world.Momentum{{Start: .3}, {Start: .3, Level: .3, Reversion: 2}, {Start: .3, Level: -1}} {
		f := draw(&p, 1)
		for _, day := range []float64{-1, 0, 100, 400, 9000} {
			assert.Equal(t, .3, f.At(day))
		}
	}
}

// Drawn back, it decays to its level: after t years a share (1 − κ/365.25)^(365.25·t),
// nearly e^(−κt), of the way is left.
func TestReversionDecays(t *testing.T) {
	p := world.Momentum{Start: .9, Level: .1, Reversion: 2}
	f := draw(&p, 1)
	assert.Equal(t, .9, f.At(0))
	assert.InDelta(t, .1+.8*math.Exp(-2), f.At(365.25), .002)
	assert.InDelta(t, .1+.8*math.Exp(-4), f.At(730.5), .002)
}

// The spread is that of a week, and days add up like a random walk's: four weeks
// spread twice as far. The path stays within its bounds.
func TestSpreadIsAWeeks(t *testing.T) {
	const runs = 20_000
	p := world.Momentum{Spread: .02}
	var week, month float64
	f := world.NewFront()
	for i := range runs {
		f.Begin(&p, rng.Derive(3, i))
		week += f.At(7) * f.At(7)
		month += f.At(28) * f.At(28)
	}
	assert.InDelta(t, .02, math.Sqrt(week/runs), .02*.02, "four standard errors: 1/sqrt(2n) each")
	assert.InDelta(t, .04, math.Sqrt(month/runs), .04*.02)

	wild := world.Momentum{Spread: 5}
	f.Begin(&wild, 1)
	for day := range 500 {
		assert.LessOrEqual(t, math.Abs(f.At(float64(day))), 1.)
	}
}

// The path is the seed's: how far it is drawn, and in which order its days are
// looked at, moves none of them.
func TestThePathIsTheSeeds(t *testing.T) {
	p := world.Momentum{Spread: .1, Reversion: 1}
	long, short := draw(&p, 8), draw(&p, 8)
	long.At(300)
	other := draw(&p, 9)
	same := 0
	for day := 1.; day <= 30; day++ {
		assert.Equal(t, long.At(day), short.At(day))
		if long.At(day) == other.At(day) {
			same++
		}
	}
	assert.Zero(t, same)
}

// The discounted mean of the expected course, by summing it: Σ r·e^(−rt)·m(t)·dt
// with m(t) = level + (m − level)·e^(−κt).
func TestExpectedIsTheDiscountedMean(t *testing.T) {
	p := world.Momentum{Level: -.2, Reversion: 1.5}
	const m, r, dt = .7, .1, .001
	sum := 0.0
	for i := range 200_000 {
		at := (float64(i) + .5) * dt
		sum += r * math.Exp(-r*at) * (p.Level + (m-p.Level)*math.Exp(-p.Reversion*at)) * dt
	}
	assert.InDelta(t, sum, p.Expected(m, r), 1e-5)
	free := world.Momentum{Level: -.2}
	assert.Equal(t, m, free.Expected(m, r), "a free walk is expected where it is")
}

func TestForce(t *testing.T) {
	const half = math.Ln2 // decay per year that halves in a year
	for _, c := range []struct {
		name              string
		in                world.Instrument
		day, r            float64
		pressure, support float64
	}{
		{"in full use", world.Instrument{Use: 1, Effect: .1}, 0, .1, .1, 0},
		{"half used", world.Instrument{Use: .5, Effect: .1}, 9, 0, .05, 0},
		{"not used", world.Instrument{Effect: .1}, 9, 0, 0, 0},
		{"on somebody else", world.Instrument{On: 1, Use: 1, Effect: .1}, 9, 0, 0, 0},
		{"before it bites", world.Instrument{Use: 1, Effect: .1, Lag: 10}, 9.9, 0, 0, 0},
		{"when it bites", world.Instrument{Use: 1, Effect: .1, Lag: 10}, 10, 0, .1, 0},
		{"support", world.Instrument{Use: 1, Effect: .1, Support: true}, 10, 0, 0, .1},
		{"a year later, seen today", world.Instrument{Use: 1, Effect: .1, Decay: half, Lag: 10}, 10 + world.Year, 0, .05, 0},
		{"for who looks ahead what decays counts r/(r+decay)", world.Instrument{Use: 1, Effect: .1, Decay: .3}, 0, .1, .025, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			pressure, support := world.Force([]world.Instrument{c.in}, 0, c.day, c.r)
			assert.InDelta(t, c.pressure, pressure, 1e-12)
			assert.InDelta(t, c.support, support, 1e-12)
		})
	}
	both := []world.Instrument{{Use: 1, Effect: .1}, {Use: 1, Effect: .2}, {Use: 1, Effect: .05, Support: true}}
	pressure, support := world.Force(both, 0, 0, 0)
	assert.InDelta(t, .3, pressure, 1e-12)
	assert.InDelta(t, .05, support, 1e-12)
}

// A front is drawn day by day and read by the day.
func ExampleFront() {
	p := world.Momentum{Start: .5, Reversion: 1}
	f := world.NewFront()
	f.Begin(&p, 1)
	fmt.Printf("%.2f on the first day, %.2f after half a year\n", f.At(0), f.At(182))
	// Output: 0.50 on the first day, 0.30 after half a year
}
