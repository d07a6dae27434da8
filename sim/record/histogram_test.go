package record_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func histogram(t *testing.T, lo, hi float64, bins int, xs ...float64) *record.Histogram {
	t.Helper()
	h, err := record.NewHistogram(lo, hi, bins)
	require.NoError(t, err)
	for _, x := range xs {
		require.True(t, h.Add(x))
	}
	return h
}

func TestHistogramByHand(t *testing.T) {
	// Bins [0,1) and [1,2] with three and one: half of four lies two thirds into the first.
	h := histogram(t, 0, 2, 2, 0, .1, .9, 2)
	assert.Equal(t, 4, h.N())
	assert.InDelta(t, .75, h.Mean(), 1e-15)
	assert.InDelta(t, 2./3, h.Quantile(.5), 1e-15)
	assert.Equal(t, 0., h.Quantile(0))
	assert.Equal(t, 2., h.Quantile(1))
	assert.Equal(t, 0., h.Quantile(math.NaN()))
}

func TestHistogramOfOneValue(t *testing.T) {
	h := histogram(t, 0, 1, 10, .33, .33, .33)
	assert.Equal(t, &record.Spread{Q05: .33, Q25: .33, Q50: .33, Q75: .33, Q95: .33}, h.Spread())
}

func TestHistogramOfNothing(t *testing.T) {
	h := histogram(t, 0, 1, 10)
	assert.False(t, h.Add(math.NaN()))
	assert.False(t, h.Add(math.Inf(-1)))
	assert.Zero(t, h.N())
	assert.Zero(t, h.Mean())
	assert.Zero(t, h.Quantile(.5))
	assert.Nil(t, h.Spread())
}

func TestHistogramBeyondItsRange(t *testing.T) {
	h := histogram(t, 0, 1, 4, -1e300, .5, 1e300)
	assert.Equal(t, 3, h.N())
	assert.Equal(t, -1e300, h.Quantile(0))
	assert.Equal(t, 1e300, h.Quantile(1))
	assert.InDelta(t, .5, h.Quantile(.5), .25)
	assert.InDelta(t, .5/3, h.Mean(), 1e-15, "the sum is compensated")
}

func TestHistogramIsCloseAndKnowsNoOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	xs := make([]float64, 2000)
	for i := range xs {
		xs[i] = math.Pow(r.Float64(), 3)
	}
	h := histogram(t, 0, 1, 200, xs...)
	slices.Sort(xs)
	again := histogram(t, 0, 1, 200, xs...)
	for _, p := range []float64{.05, .25, .5, .75, .95} {
		assert.Equal(t, h.Quantile(p), again.Quantile(p))
		assert.InDelta(t, xs[int(p*2000)], h.Quantile(p), 1./200)
	}
}

// Of whole numbers no quantile is a number between two of them.
func TestHistogramOfWholeNumbers(t *testing.T) {
	h, err := record.NewWhole(500)
	require.NoError(t, err)
	for range 997 {
		require.True(t, h.Add(2))
	}
	for range 3 {
		require.True(t, h.Add(3))
	}
	assert.InDelta(t, 2.003, h.Mean(), 1e-12)
	assert.Equal(t, &record.Spread{Q05: 2, Q25: 2, Q50: 2, Q75: 2, Q95: 2}, h.Spread())
	assert.Equal(t, 3., h.Quantile(1))
}

func TestWholeQuantilesAreSeenAndInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, most := range []int{1, 4, 500} {
		h, err := record.NewWhole(most)
		require.NoError(t, err)
		seen := map[float64]bool{}
		for range 300 {
			x := float64(r.IntN(9))
			seen[x] = true
			h.Add(x)
		}
		before := h.Quantile(0)
		for p := range 101 {
			q := h.Quantile(float64(p) / 100)
			assert.True(t, seen[q], "%d %% is %g", p, q)
			assert.GreaterOrEqual(t, q, before)
			before = q
		}
	}
}

func TestWholeRefuses(t *testing.T) {
	_, err := record.NewWhole(0)
	assert.Error(t, err)
}

func TestHistogramRefuses(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		bins   int
	}{{1, 1, 5}, {2, 1, 5}, {math.NaN(), 1, 5}, {0, math.Inf(1), 5}, {0, 1, 0}} {
		_, err := record.NewHistogram(c.lo, c.hi, c.bins)
		assert.Error(t, err, c)
	}
}
