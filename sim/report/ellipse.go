package report

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// ellipse is a region around a mean of two measures.
type ellipse struct {
	x, y       float64 // its middle
	varX, varY float64 // of the means
	cov        float64
	reach      float64 // Mahalanobis radius
}

// regionOf is the 95% confidence region of the mean delay and durability (Hotelling
// 1931: squared distance against 2(n−1)/(n−2) times F with 2 and n−2 degrees of
// freedom); false for fewer than three runs. The covariance is half of what the
// variance of the sum has more than the variances.
func regionOf(e Ends) (ellipse, bool) {
	n := float64(e.Delay.N())
	if n < 3 {
		return ellipse{}, false
	}
	varX, varY, both := square2(e.Delay.SD()), square2(e.Durability.SD()), square2(e.Both.SD())
	f := distuv.F{D1: 2, D2: n - 2}.Quantile(level)
	return ellipse{
		x: e.Delay.Mean(), y: e.Durability.Mean(), varX: varX / n, varY: varY / n, cov: (both - varX - varY) / 2 / n,
		reach: math.Sqrt(2 * (n - 1) / (n - 2) * f),
	}, true
}

func square2(x float64) float64 { return x * x }

// outline are points around the ellipse: the Cholesky factor of its covariance takes
// a circle there.
func (e ellipse) outline(points int) []xy {
	a := math.Sqrt(e.varX)
	b, c := 0.0, math.Sqrt(e.varY)
	if a > 0 {
		b = e.cov / a
		c = math.Sqrt(max(0, e.varY-b*b))
	}
	var out []xy
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(points))
		out = append(out, xy{e.x + e.reach*a*cos, e.y + e.reach*(b*cos+c*sin)})
	}
	return out
}
