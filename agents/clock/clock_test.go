package clock

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Kaplan–Meier survival of the UCDP Peace Agreement Dataset, 336 agreements.
func TestPublishedClockMeetsTheData(t *testing.T) {
	for _, row := range []struct{ years, survival float64 }{
		{.25, .890}, {.5, .833}, {1, .771}, {2, .714}, {3, .689}, {5, .676}, {10, .652},
	} {
		assert.InDelta(t, row.survival, Published().Survival(row.years, 1), .0065, "%v years", row.years)
	}
}

func TestConstantClockIsExact(t *testing.T) {
	c := Constant(.4)
	assert.InDelta(t, .2, c.Rate(.5, .05), 1e-12)
	assert.InDelta(t, math.Exp(-.4*3), c.Survival(3, 1), 1e-12)
	assert.InDelta(t, math.Log(2)/.4, c.Collapse(.5, 1), 1e-12)
	tables, err := NewTables(c, .05, .05)
	require.NoError(t, err)
	var rates Rates
	tables.At(.05, &rates)
	assert.InDelta(t, .4*math.Exp(-1.2), rates.At(-1.2), 1e-12)
}

// Collapse and Survival are inverse to each other.
func TestCollapseInvertsSurvival(t *testing.T) {
	for _, m := range []float64{.2, 1, 3} {
		for _, years := range []float64{.01, .5, 2, 9} {
			assert.InDelta(t, years, Published().Collapse(Published().Survival(years, m), m), 1e-9)
		}
		assert.True(t, math.IsInf(Published().Collapse(.5*math.Pow(cured, m), m), 1), "some never collapse")
	}
}

// The rate leaves the discounted length of the peace unchanged; checked against
// a plain trapezoid sum.
func TestRateKeepsTheDiscountedPeace(t *testing.T) {
	for _, r := range []float64{.05, .1, .3} {
		for _, m := range []float64{.3, 1, 2.5} {
			q, dt := 0.0, 1e-3
			for x := 0.0; x < 40/r; x += dt {
				q += dt * r * math.Exp(-r*(x+dt/2)) * Published().Survival(x+dt/2, m)
			}
			h := Published().Rate(m, r)
			assert.InEpsilon(t, q, r/(r+h), 2e-4)
		}
	}
}

func TestTablesInterpolate(t *testing.T) {
	tables, err := NewTables(Published(), .04, .3)
	require.NoError(t, err)
	var rates Rates
	for _, r := range []float64{.04, .0777, .1, .29, .3} {
		tables.At(r, &rates)
		for _, m := range []float64{.05, .4, 1, 1.9, 6} {
			assert.InEpsilon(t, Published().Rate(m, r), rates.At(math.Log(m)), 2e-4)
		}
	}
	_, err = NewTables(Published(), 0, 1)
	assert.Error(t, err)
}
