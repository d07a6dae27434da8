package mediator

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// pair is a belief about two numbers that hang together.
func pair() normal {
	b := newNormal(2)
	copy(b.mean, []float64{.3, -.1})
	copy(b.spread, []float64{.04, .01, .01, .09})
	return b
}

// What is learnt has the moments that summing over a fine grid gives: of prior times
// the chance of the answer, those that mean nothing included.
func TestLearningKeepsTheMoments(t *testing.T) {
	for _, c := range []struct {
		name      string
		row       []float64
		low, high float64
	}{
		{"above a bound", []float64{1, -1}, .2, endless},
		{"below a bound", []float64{1, 2}, -endless, -.1},
		{"between two", []float64{.5, 1}, -.05, .05},
		{"against all that was believed", []float64{1, 0}, -endless, -.5},
	} {
		t.Run(c.name, func(t *testing.T) {
			const noise, void = .1, .02
			b := pair()
			b.learn(c.row, c.low, c.high, noise, void)
			mean, spread := grid(func(x, y float64) float64 {
				m := c.row[0]*x + c.row[1]*y
				return below((c.high-m)/noise) - below((c.low-m)/noise) + void
			})
			assert.InDeltaSlice(t, mean, b.mean, 1e-5)
			assert.InDeltaSlice(t, spread, b.spread, 1e-5)
		})
	}
}

// grid is the mean and covariance of the pair's belief times a likelihood.
func grid(likelihood func(x, y float64) float64) (mean, spread []float64) {
	const det, half, steps = .04*.09 - .01*.01, 8., 400
	var sum [6]float64
	for i := -steps; i <= steps; i++ {
		for j := -steps; j <= steps; j++ {
			u, v := float64(i)/steps*half*.2, float64(j)/steps*half*.3
			p := math.Exp(-(.09*u*u-2*.01*u*v+.04*v*v)/(2*det)) * likelihood(.3+u, -.1+v)
			for n, x := range [6]float64{1, u, v, u * u, u * v, v * v} {
				sum[n] += p * x
			}
		}
	}
	u, v := sum[1]/sum[0], sum[2]/sum[0]
	xx, xy, yy := sum[3]/sum[0]-u*u, sum[4]/sum[0]-u*v, sum[5]/sum[0]-v*v
	return []float64{.3 + u, -.1 + v}, []float64{xx, xy, xy, yy}
}

// An answer that can mean anything teaches nothing.
func TestLearningFromNothing(t *testing.T) {
	b := pair()
	b.learn([]float64{1, 1}, -endless, endless, .1, 1)
	assert.InDeltaSlice(t, pair().mean, b.mean, 1e-12)
	assert.InDeltaSlice(t, pair().spread, b.spread, 1e-12)
}

func TestScaleAndWiden(t *testing.T) {
	b := pair()
	b.scale(0, .5)
	assert.InDeltaSlice(t, []float64{.15, -.1}, b.mean, 1e-12)
	assert.InDeltaSlice(t, []float64{.01, .005, .005, .09}, b.spread, 1e-12)
	b.widen(1, .4)
	assert.InDelta(t, .25, b.spread[3], 1e-12)
	assert.InDelta(t, -.1-1.645*.5, b.within(1).Low, 1e-12)
	assert.InDelta(t, -.1+1.645*.5, b.within(1).High, 1e-12)
}

// Moments by hand: means 2 and 3, covariances 1, 2 and 4, and of what the two have in
// common a quarter taken for chance.
func TestMoments(t *testing.T) {
	b := moments([][]float64{{1, 1}, {3, 5}}, .25)
	assert.Equal(t, []float64{2, 3}, b.mean)
	assert.Equal(t, []float64{1, 1.5, 1.5, 4}, b.spread)
	c := newNormal(2)
	c.begin(&b)
	c.scale(0, 2)
	assert.Equal(t, []float64{2, 3}, b.mean, "the one it began as is left alone")
	assert.True(t, slices.Equal([]float64{4, 3}, c.mean))
}

func TestBelowIsTheNormalDistribution(t *testing.T) {
	for x := -8.; x <= 8; x += .03 {
		assert.InDelta(t, math.Erfc(-x/math.Sqrt2)/2, below(x), 1e-7)
	}
	assert.InDelta(t, 1, below(endless), 1e-12)
	assert.InDelta(t, 0, below(-endless), 1e-12)
}
