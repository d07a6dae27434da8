package party

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestFallbackByHand(t *testing.T) {
	full := Fallback{Base: .4, Momentum: .2, Weariness: .3, Weary: 2, Bias: .05}
	myopic := full
	myopic.Myopic = true
	for _, row := range []struct {
		name     string
		fallback Fallback
		outside  Outside
		want     float64
	}{
		{"nothing but a base", Fallback{Base: .4, Weary: 1}, Outside{Years: 3}, .4},
		{"the front runs its way", Fallback{Base: .4, Momentum: .2, Weary: 1}, Outside{Momentum: .5}, .5},
		{"the front runs against it", Fallback{Base: .4, Momentum: .2, Weary: 1}, Outside{Momentum: -1}, .2},
		{"pressure and support", Fallback{Base: .4, Weary: 1}, Outside{Pressure: .1, Support: .03}, .33},
		{"optimism", Fallback{Base: .4, Weary: 1, Bias: .1}, Outside{}, .5},
		{"no weariness without a time for it", Fallback{Base: .4}, Outside{Years: 1}, .4},
		{"weary, short of sight, first day", myopic, Outside{}, .45},
		{"weary, short of sight, two years on", myopic, Outside{Years: 2}, .45 - .3*(1-1/math.E)},
		{"weary, far of sight, first day", full, Outside{}, .45 - .3*(1-.1/(.1+.5))},
		{"weary, far of sight, two years on", full, Outside{Years: 2}, .45 - .3*(1-.1/(.1+.5)/math.E)},
		{"all at once", full, Outside{Years: 2, Momentum: -.5, Pressure: .02, Support: .01},
			.45 - .3*(1-.1/(.1+.5)/math.E) - .1 - .02 + .01},
	} {
		t.Run(row.name, func(t *testing.T) {
			assert.InDelta(t, row.want, row.fallback.At(row.outside, .1), 1e-15)
		})
	}
}

// The closed form is the discounted mean r∫e^(−rs) W(t+s) ds of what myopia sees.
func TestForesightIsTheDiscountedMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hundredths := func(low, high int, name string) float64 {
			return float64(rapid.IntRange(low, high).Draw(t, name)) / 100
		}
		far := Fallback{Base: hundredths(0, 100, "base"), Weariness: hundredths(0, 50, "weariness"), Weary: hundredths(5, 400, "weary")}
		near := far
		near.Myopic = true
		r, years := hundredths(2, 100, "discount"), hundredths(0, 300, "years")
		mean, steps := 0.0, 4000
		for i := range steps { // by the midpoint rule over u = 1 − e^(−rs), which maps all time to come into [0,1]
			u := (float64(i) + .5) / float64(steps)
			mean += near.At(Outside{Years: years - math.Log(1-u)/r}, r) / float64(steps)
		}
		assert.InDelta(t, mean, far.At(Outside{Years: years}, r), 2e-3)
	})
}
