package report

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"shuttle/sim/analysis"
)

// cleared is the size of a factor's elementary effects without what chance adds to it.
// The mean of sizes counts noise as effect, the more the fewer the runs. Halves of the
// runs have no noise in common: the mean product of what both find is, without bias,
// the mean square of the true effects. Own choice; the root of a mean square weighs
// large effects more than the mean size μ* does.
type cleared struct {
	n         int     // effects that both halves have
	size      float64 // root of the mean product, 0 where that is negative
	signed    float64 // the same below 0 where the mean product is: 0 on average without any effect
	low, high float64 // its 95% interval, no less far up than floor; NaN where there are too few effects for one
	spread    float64 // standard deviation of the true effects, from the covariance of what the halves find
	floor     float64 // the mean size μ* that noise alone gives
	told      bool    // that the factor has effects is told from noise
}

// known tells whether halves are recorded, and of enough effects.
func (c cleared) known() bool { return c.n >= fewestEffects }

// clearing gathers it from the effects that the two halves find.
type clearing struct {
	products, noise, first, second analysis.Moments

	sum, apart, fourth float64 // of the halves' sums squared, of their differences squared, and of the squares of the latter
}

// add takes in an effect as both halves find it, if they do. Half the difference of the
// two is distributed as the effect found would be if there were none.
func (c *clearing) add(first, second float64, ok bool) {
	if ok {
		c.products.Add(first * second)
		c.noise.Add(math.Abs(first-second) / 2)
		c.first.Add(first)
		c.second.Add(second)
		a, b := (first+second)*(first+second), (first-second)*(first-second)
		c.sum, c.apart, c.fourth = c.sum+a, c.apart+b, c.fourth+b*b
	}
}

// strict is the chance with which a factor without effects seems to have some where all
// its effects are equally noisy. Own choice.
const strict = 0.01

// told tests whether there is an effect anywhere: without one, sums of the two halves vary
// as their differences do, and the ratio of their squares follows F. Effects that vary in
// how noisy they are have fewer degrees of freedom than there are effects (Satterthwaite
// 1946); as how noisy each is is not known well, the test is strict: where some are five
// times as noisy as others it still errs in about one case of twenty only. The interval of
// the size cannot say this: where only some starting points have an effect it reaches 0
// however clear the effect is there.
func (c *clearing) told() bool {
	if c.apart == 0 {
		return c.sum > 0
	}
	n := float64(c.products.N())
	free := max(1, min(n, 3*c.apart*c.apart/c.fourth))
	return distuv.F{D1: free, D2: free}.Survival(c.sum/c.apart) < strict
}

func (c *clearing) result() cleared {
	r := cleared{n: c.products.N(), low: math.NaN(), high: math.NaN()}
	if r.n == 0 {
		return r
	}
	r.signed, r.floor, r.told = signedRoot(c.products.Mean()), c.noise.Mean(), c.told()
	r.size = max(0, r.signed)
	if r.n > 1 {
		r.spread = max(0, signedRoot((c.products.Mean()-float64(c.first.Mean()*c.second.Mean()))*float64(r.n)/float64(r.n-1)))
	}
	if at, err := c.products.T(level); err == nil && r.n >= fewestForInterval {
		half := (at.High - at.Low) / 2
		r.low = max(0, signedRoot(at.Low))
		r.high = max(math.Sqrt(max(0, c.products.Mean())+half), r.floor) // also where halves never find the same
	}
	return r
}

// signedRoot is the root of a number's size with its sign.
func signedRoot(x float64) float64 { return math.Copysign(math.Sqrt(math.Abs(x)), x) }

// halves are a measure at every point from each half of the runs.
type halves map[int][2]*float64

// halvesOf finds what both halves of the runs say of a measure.
func (d Data) halvesOf(m measured) halves {
	all := make(halves)
	for _, r := range d.Halves {
		if r.Measure == m.name && r.Mediator == d.focus() && r.N > 0 && (r.Half == 0 || r.Half == 1) && !math.IsNaN(r.Estimate) && !math.IsInf(r.Estimate, 0) {
			at := all[r.Point]
			at[r.Half] = &r.Estimate
			all[r.Point] = at
		}
	}
	return all
}

// step is the effect of going from one point to another, as each half finds it.
func (h halves) step(pair [2]int, way float64) (first, second float64, ok bool) {
	var effects [2]float64
	for i := range effects {
		p, q := h[pair[0]][i], h[pair[1]][i]
		if p == nil || q == nil {
			return 0, 0, false
		}
		effects[i] = (*q - *p) / way
	}
	return effects[0], effects[1], true
}
