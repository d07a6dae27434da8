package utility

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestCurvesByHand(t *testing.T) {
	half := math.Pow(.5, .88)
	published := Prospect{Worst: 0, Best: 1, Reference: .5, Aversion: 2.25, Curvature: .88}
	for _, row := range []struct {
		name         string
		curve        Curve
		amount, want float64
	}{
		{"linear, half way", Linear{0, 10}, 5, .5},
		{"linear, downwards", Linear{10, 0}, 2, .8},
		{"linear, past the worst", Linear{0, 10}, -3, 0},
		{"linear, past the best", Linear{10, 0}, -3, 1},
		{"linear, without a span", Linear{4, 4}, 9, 1},
		{"power below one", Power{0, 1, .5}, .25, .5},
		{"power above one", Power{0, 1, 2}, .5, .25},
		{"power of one", Power{0, 8, 1}, 6, .75},
		{"power, downwards", Power{5, 0, .3}, 4.8, .3807307877431757},
		{"sigmoid at its middle", Sigmoid{0, 1, .5, 10}, .5, .5},
		{"sigmoid, middle to one side", Sigmoid{0, 1, .3, 8}, .3, .4564753543215173},
		{"sigmoid, beyond it", Sigmoid{0, 1, .3, 8}, .6, .9129507086430347},
		{"sigmoid, downwards", Sigmoid{100, 0, .3, 8}, 40, .9129507086430347},
		{"sigmoid, a threshold below", Sigmoid{0, 1, .5, 1e6}, .49, 0},
		{"sigmoid, a threshold above", Sigmoid{0, 1, .5, 1e6}, .51, 1},
		{"sigmoid, as good as straight", Sigmoid{0, 1, .5, 1e-17}, .3, .3},
		{"peak", Peaked{Peak: 3, Width: 4}, 3, 1},
		{"below the peak", Peaked{Peak: 3, Width: 4}, 2, .75},
		{"above the peak", Peaked{Peak: 3, Width: 4}, 6, .25},
		{"far from the peak", Peaked{Peak: 3, Width: 4}, 8, 0},
		{"prospect at the reference", published, .5, 2.25 / 3.25},
		{"prospect, half the gain", published, .75, (half + 2.25) / 3.25},
		{"prospect, half the loss", published, .25, 2.25 * (1 - half) / 3.25},
		{"prospect, only gains", Prospect{0, 1, 0, 2.25, .88}, .5, half},
		{"prospect, only losses", Prospect{0, 1, 1, 2.25, .88}, .5, 1 - half},
		{"prospect, downwards", Prospect{10, 0, 5, 2.25, .88}, 2.5, (half + 2.25) / 3.25},
		{"prospect, a reference out of reach", Prospect{0, 1, 7, 3, 1}, .25, .25},
		{"prospect without a span", Prospect{2, 2, 2, 2.25, .88}, 2, 1},
	} {
		t.Run(row.name, func(t *testing.T) { assert.InDelta(t, row.want, row.curve.Score(row.amount), 1e-12) })
	}
}

// The kink: just below the reference a step costs λ times what one just above
// brings. With α = 1 both arms are straight.
func TestProspectKink(t *testing.T) {
	for _, aversion := range []float64{1, 2.25, 4} {
		c := Prospect{Worst: -20, Best: 60, Reference: 10, Aversion: aversion, Curvature: 1}
		at := c.Score(10)
		for _, step := range []float64{1e-6, .1, 10} {
			assert.InEpsilon(t, aversion, (at-c.Score(10-step))/(c.Score(10+step)-at), 1e-6)
		}
	}
}

// The published parameters: an even loss looms 2.25 times as large as the gain at
// every distance, and sensitivity falls on both sides.
func TestProspectOfThePaper(t *testing.T) {
	c := Prospect{Worst: 0, Best: 1, Reference: .5, Aversion: 2.25, Curvature: .88}
	at := c.Score(.5)
	for _, step := range []float64{.05, .2, .5} {
		assert.InEpsilon(t, 2.25, (at-c.Score(.5-step))/(c.Score(.5+step)-at), 1e-12)
		gain := c.Score(.5+step/2) - at
		assert.Greater(t, gain, c.Score(.5+step)-at-gain, "the second half of a gain counts less")
	}
}

func TestSigmoidIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Sigmoid{Worst: 0, Best: 1, Middle: .5, Steepness: rapid.Float64Range(.01, 60).Draw(t, "steepness")}
		x := rapid.Float64Range(0, 1).Draw(t, "x")
		assert.InDelta(t, 1, c.Score(x)+c.Score(1-x), 1e-11)
	})
}

// Every curve between a worst and a best meets both ends exactly and never falls.
func TestCurvesRiseFromZeroToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		worst := rapid.Float64Range(-50, 50).Draw(t, "worst")
		span := rapid.Float64Range(.1, 50).Draw(t, "span")
		if rapid.Bool().Draw(t, "downwards") {
			span = -span
		}
		best := worst + span
		within := rapid.Float64Range(0, 1)
		for _, c := range []Curve{
			Linear{worst, best},
			Power{worst, best, rapid.Float64Range(.05, 5).Draw(t, "exponent")},
			Sigmoid{worst, best, within.Draw(t, "middle"), rapid.Float64Range(.01, 60).Draw(t, "steepness")},
			Prospect{worst, best, worst + span*within.Draw(t, "reference"),
				rapid.Float64Range(1, 5).Draw(t, "aversion"), rapid.Float64Range(.2, 1).Draw(t, "curvature")},
		} {
			assert.Equal(t, 0.0, c.Score(worst), "%T", c)
			assert.Equal(t, 1.0, c.Score(best), "%T", c)
			x, y := within.Draw(t, "x"), within.Draw(t, "y")
			assert.LessOrEqual(t, c.Score(worst+span*min(x, y)), c.Score(worst+span*max(x, y))+1e-12, "%T", c)
		}
	})
}
