package clock

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
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
	for r := .04; r <= .3; r *= 1.013 {
		tables.At(r, &rates)
		for _, m := range []float64{2e-4, .05, .4, 1, 1.9, 6, 40} {
			assert.InEpsilon(t, Published().Rate(m, r), rates.At(math.Log(m)), 2e-4, "m=%v r=%v", m, r)
		}
	}
}

func TestTablesRefuseDiscountRates(t *testing.T) {
	for _, span := range [][2]float64{{0, 1}, {-.1, .1}, {.2, .1}, {.1, math.Inf(1)}, {math.NaN(), .1}, {.1, math.NaN()}} {
		_, err := NewTables(Published(), span[0], span[1])
		assert.ErrorContains(t, err, "discount rates", "%v", span)
	}
}

// At one discount rate a table is exact at its nodes and cubic in between.
func TestOneRateTable(t *testing.T) {
	for _, r := range []float64{.03, .1, .3, 5} {
		tables, err := NewTables(Published(), r, r)
		require.NoError(t, err)
		var rates Rates
		tables.At(r, &rates)
		for logm := -8.9; logm < 3.9; logm += .0371 {
			assert.InEpsilon(t, Published().Rate(math.Exp(logm), r), rates.At(logm), 6e-5, "r=%v ln m=%v", r, logm)
		}
		for _, node := range []float64{-4, 0, 1.25} {
			assert.InEpsilon(t, Published().Rate(math.Exp(node), r), rates.At(node), 1e-12)
		}
		other := rates
		tables.At(2*r, &other)
		assert.Equal(t, rates, other, "a discount rate outside the span is held inside it")
	}
}

// Beyond the grid the last entries hold; at its ends nothing jumps.
func TestTableEdges(t *testing.T) {
	tables, err := NewTables(Published(), .05, .2)
	require.NoError(t, err)
	var rates Rates
	for _, r := range []float64{.01, .05, .1, .2, 4} {
		tables.At(r, &rates)
		low, high := rates.At(minLog), rates.At(maxLog)
		for _, far := range []float64{1, 100, math.Inf(1)} {
			assert.Equal(t, low, rates.At(minLog-far))
			assert.Equal(t, high, rates.At(maxLog+far))
		}
		for _, edge := range []float64{minLog + 1./perUnit, maxLog - 1./perUnit} {
			assert.InEpsilon(t, rates.At(edge-1e-9), rates.At(edge+1e-9), 1e-7)
		}
	}
}

// A higher hazard costs more. An impatient party, by the falling hazard of the
// published clock, puts more weight on the early years, when most agreements break.
func TestRateRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.Float64Range(.01, 20).Draw(t, "m")
		r := rapid.Float64Range(.02, .5).Draw(t, "r")
		more := rapid.Float64Range(1.01, 3).Draw(t, "more")
		h := Published().Rate(m, r)
		assert.Positive(t, h)
		assert.Greater(t, Published().Rate(m*more, r), h)
		assert.Greater(t, Published().Rate(m, r*more), h)
		assert.Less(t, Published().Survival(2, m*more), Published().Survival(2, m))
		assert.Less(t, Published().Survival(2*more, m), Published().Survival(2, m))
	})
}

func TestTablesRise(t *testing.T) {
	tables, err := NewTables(Published(), .03, .4)
	require.NoError(t, err)
	rapid.Check(t, func(t *rapid.T) {
		logm := rapid.Float64Range(-8.9, 3.8).Draw(t, "ln m")
		r := rapid.Float64Range(.03, .39).Draw(t, "r")
		var rates, dearer Rates
		tables.At(r, &rates)
		tables.At(r*1.01, &dearer)
		assert.Greater(t, rates.At(logm+.01), rates.At(logm))
		assert.Greater(t, dearer.At(logm), rates.At(logm))
	})
}

func TestNoHazardNoCollapse(t *testing.T) {
	for _, c := range []Clock{Published(), Constant(.4)} {
		assert.True(t, math.IsInf(c.Collapse(.5, 0), 1))
		assert.True(t, math.IsInf(c.Collapse(0, 1), 1))
		assert.Equal(t, 1.0, c.Survival(0, 3))
		assert.InDelta(t, 0, c.Collapse(1, 1), 1e-12, "the last draw collapses at once")
	}
	assert.True(t, math.IsInf(Constant(0).Collapse(.5, 1), 1), "peace for ever")
}
