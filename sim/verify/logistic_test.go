package verify

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Ten of twenty and fifteen of twenty: the odds are 1 and 3, and the variance of their
// log ratio is 1/10 + 1/10 + 1/15 + 1/5. Cases may be split up, and weighed.
func TestLogisticByHand(t *testing.T) {
	for name, of := range map[string][]cases{
		"whole": {{[]float64{1, 0}, 20, 10}, {[]float64{1, 1}, 20, 15}},
		"split": {{[]float64{1, 0}, 12, 8}, {[]float64{1, 0}, 8, 2}, {[]float64{1, 1}, 19.5, 14.5}, {[]float64{1, 1}, .5, .5}},
	} {
		fit, errs, err := logistic(of)
		require.NoError(t, err, name)
		assert.InDelta(t, 0, fit[0], 1e-6, name)
		assert.InDelta(t, math.Log(3), fit[1], 1e-6, name)
		assert.InDelta(t, math.Sqrt(.1+.1+1./15+.2), errs[1], 1e-6, name)
	}
}

// With several columns the fitted chances add up to what happened, weighed by each
// column: the condition of the maximum.
func TestLogisticMeetsItsMargins(t *testing.T) {
	var of []cases
	for i := range 40 {
		x, y := float64(i%5)-2, float64(i%8)/8
		of = append(of, cases{[]float64{1, x, y}, 10, float64(2 + (i*7)%7)})
	}
	fit, _, err := logistic(of)
	require.NoError(t, err)
	for k := range 3 {
		miss := 0.0
		for _, c := range of {
			miss += (c.n*chance(dot(fit, c.known)) - c.ends) * c.known[k]
		}
		assert.InDelta(t, 0, miss, 1e-5)
	}
}

// Where a column says what another says, nothing can be told.
func TestLogisticRefusesWhatCannotBeTold(t *testing.T) {
	_, _, err := logistic([]cases{{[]float64{1, 1}, 20, 10}, {[]float64{1, 1}, 20, 12}})
	assert.ErrorContains(t, err, "logistic regression")
}

// The regression that leaves a style out has nothing of it, and expects more of each
// style than of the one before.
func TestBaselineRises(t *testing.T) {
	for k := 1; k <= 3; k++ {
		p, err := baseline(k)
		require.NoError(t, err)
		assert.Greater(t, p, .114, "each mediated style is foretold above the unmediated rate")
		assert.Less(t, p, .8)
	}
	formulation, err := baseline(2)
	require.NoError(t, err)
	facilitation, err := baseline(1)
	require.NoError(t, err)
	assert.Greater(t, formulation, facilitation)
}

// The least surprise is that of the rates themselves; by hand for an even chance.
func TestSurprise(t *testing.T) {
	even, _ := surprise([3]float64{.5, .5, .5}, [3]float64{})
	assert.InDelta(t, math.Ln2, even, 1e-12)
	own, err := surprise([3]float64{1. / 14, 22. / 56, 30. / 45}, [3]float64{.01, .01, .01})
	assert.InDelta(t, 0, err, 1e-12, "flat at its least")
	for _, other := range [][3]float64{{.1, .4, .6}, {.07, .3, .7}} {
		loss, _ := surprise(other, [3]float64{})
		assert.Greater(t, loss, own)
	}
}

// Four crises, two of them hard, of which one ends well with a mediator and none without;
// the easy ones always end well. By lot mediation is worth a quarter; sent to the hard
// ones only it seems to cost a half.
func TestSelectionByHand(t *testing.T) {
	yes, no := ended{signed: true, floors: 1}, ended{floors: 2}
	hardButMediated := ended{signed: true, floors: 2}
	a := arms{none: []ended{yes, yes, no, no}}
	for k := range a.styles {
		a.styles[k] = [][]ended{{yes, yes, hardButMediated, no}}
	}
	causal := a.seen(a.byLot(), signature)
	assert.InDelta(t, .25, causal.mean, 1e-12)
	hard := a.seen([]float64{0, 0, 1, 1}, signature)
	assert.InDelta(t, -.5, hard.mean, 1e-12)
	assert.InDelta(t, -.75, hard.less(causal).mean, 1e-12)
	assert.InDelta(t, math.Sqrt(.5*.5*2/4), hard.error(), 1e-12)
	assert.Equal(t, []float64{sent()[0], sent()[0], sent()[2], sent()[2]}, a.onRecordSent())
	assert.InDeltaSlice(t, []float64{-1, -1, 1, 1}, hardness(a.none), 1e-12)
}
