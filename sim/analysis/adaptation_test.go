package analysis_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/analysis"
)

func TestBest(t *testing.T) {
	nan := math.NaN()
	for _, tt := range []struct {
		name  string
		rows  [][]float64
		best  int
		gains []float64
	}{
		{"the higher mean", [][]float64{{1, 1}, {0, 4}, {3, -2}}, 1, []float64{0, 1, -.5}},
		{"the first of equals", [][]float64{{1, 2}, {2, 1}, {1, 2}}, 0, []float64{0, 0, 0}},
		{"over runs that all have", [][]float64{{0, 0, 0}, {1, 1, nan}, {0, 0, 9}}, 1, []float64{0, 1, 0}},
		{"no runs", [][]float64{{}, {}}, 0, []float64{0, 0}},
		{"nothing to choose", nil, 0, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			best, gains, err := analysis.Best(tt.rows)
			require.NoError(t, err)
			assert.Equal(t, tt.best, best)
			assert.Equal(t, tt.gains, gains)
		})
	}
	_, _, err := analysis.Best([][]float64{{1}, {1, 2}})
	assert.Error(t, err, "other runs")
}

func TestHalves(t *testing.T) {
	choosing, reporting := analysis.Halves([][]float64{{1, 2, 3}, {4, 5, 6}})
	assert.Equal(t, [][]float64{{1}, {4}}, choosing)
	assert.Equal(t, [][]float64{{2, 3}, {5, 6}}, reporting)
}
