package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStepsOfAnAxis(t *testing.T) {
	assert.InDeltaSlice(t, []float64{0, .2, .4, .6, .8, 1}, steps(0, 1, 5), 1e-12)
	assert.Equal(t, []float64{1 - 3e-16}, steps(1-3e-16, 1, 5), "ends that differ by rounding have no steps between them")
	assert.Equal(t, []float64{2}, steps(2, 1, 5))
}
