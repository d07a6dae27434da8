package analysis_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/analysis"
)

// Four runs on three rungs; the last has none on the second and counts nowhere.
func TestSplitByHand(t *testing.T) {
	steps, whole, err := analysis.Split([][]float64{{0, 0, 1, 0}, {0, 1, 1, math.NaN()}, {1, 1, 0, 1}}, true, .95)
	require.NoError(t, err)
	require.Len(t, steps, 2)
	assert.InDelta(t, 1./3, steps[0].Estimate, 1e-12)
	assert.InDelta(t, 0, steps[1].Estimate, 1e-12, "one gained, one lost")
	assert.InDelta(t, 1./3, whole.Estimate, 1e-12)
	for _, d := range append(steps, whole) {
		assert.Equal(t, 3, d.N)
		assert.Equal(t, analysis.MethodPairedShare, d.Method)
		assert.NotNil(t, d.Interval)
	}
}

// Whatever the values, the steps add up to the whole, and a step between equal rungs is
// exactly nothing.
func TestSplitAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		rungs := make([][]float64, 5)
		for range 40 {
			for i := range rungs {
				x := r.NormFloat64()
				if r.IntN(20) == 0 {
					x = math.NaN()
				}
				rungs[i] = append(rungs[i], x)
			}
		}
		rungs[4] = rungs[3]
		steps, whole, err := analysis.Split(rungs, false, .95)
		require.NoError(t, err)
		sum := 0.0
		for _, s := range steps {
			sum += s.Estimate
			assert.Equal(t, whole.N, s.N)
		}
		assert.InDelta(t, whole.Estimate, sum, 1e-12)
		assert.Zero(t, steps[3].Estimate)
		assert.Equal(t, &analysis.Interval{}, steps[3].Interval)
	}
}

func TestSplitOfNothing(t *testing.T) {
	_, _, err := analysis.Split([][]float64{{1, 2}}, false, .95)
	assert.ErrorContains(t, err, "at least 2 rungs")
	_, _, err = analysis.Split([][]float64{{1, 2}, {1}}, false, .95)
	assert.Error(t, err, "other runs")
	steps, whole, err := analysis.Split([][]float64{{math.NaN()}, {1}}, false, .95)
	require.NoError(t, err)
	assert.Zero(t, whole.N)
	assert.Nil(t, steps[0].Interval)
}
