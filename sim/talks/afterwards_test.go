package talks

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"shuttle/agents/clock"
)

// factor is what a list of stretches says of a year.
func factor(list []clock.Stretch, year float64) float64 {
	f := 1.
	for _, s := range list {
		if s.From <= year {
			f = s.Factor
		}
	}
	return f
}

// Several reasons for the hazard to change multiply, year by year, whatever their
// stretches and their order.
func TestStretchesMultiply(t *testing.T) {
	list := rapid.Custom(func(t *rapid.T) []clock.Stretch {
		out := []clock.Stretch{{Factor: rapid.Float64Range(0, 3).Draw(t, "first")}}
		for range rapid.IntRange(0, 6).Draw(t, "more") {
			// whole quarters, so that stretches meet
			from := out[len(out)-1].From + float64(rapid.IntRange(0, 4).Draw(t, "quarters"))/4
			out = append(out, clock.Stretch{From: from, Factor: rapid.Float64Range(0, 3).Draw(t, "factor")})
		}
		return out
	})
	rapid.Check(t, func(t *rapid.T) {
		var a afterwards
		lists := rapid.SliceOfN(list, 0, 4).Draw(t, "lists")
		for _, l := range lists {
			a.multiply(l)
		}
		for i := 1; i < len(a.stretches); i++ {
			assert.LessOrEqual(t, a.stretches[i-1].From, a.stretches[i].From)
		}
		for year := 0.; year < 8; year += .125 {
			want := 1.
			for _, l := range lists {
				want *= factor(l, year)
			}
			assert.InDelta(t, want, factor(a.stretches, year), 1e-12*(1+want), "year %v", year)
		}
		a.reset()
		assert.Empty(t, a.stretches)
	})
}
