package report

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// ranks are the places of values, equal ones sharing the mean of theirs.
func ranks(xs []float64) []float64 {
	order := make([]int, len(xs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(xs[a], xs[b]) })
	out := make([]float64, len(xs))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && xs[order[j]] == xs[order[i]] {
			j++
		}
		for _, at := range order[i:j] {
			out[at] = float64(i+j-1) / 2
		}
		i = j
	}
	return out
}

// rankCorrelation is Spearman's correlation of at least four pairs with its 95%
// interval: Fisher's transform with the variance (1+ρ²/2)/(n−3) of Bonett and Wright
// (2000). It is NaN where one of the two does not vary.
func rankCorrelation(xs, ys []float64) (rho, low, high float64) {
	rho = stat.Correlation(ranks(xs), ranks(ys), nil)
	if math.IsNaN(rho) || math.Abs(rho) >= 1 {
		return rho, rho, rho
	}
	half := distuv.UnitNormal.Quantile(0.5+level/2) * math.Sqrt((1+rho*rho/2)/float64(len(xs)-3))
	return rho, math.Tanh(math.Atanh(rho) - half), math.Tanh(math.Atanh(rho) + half)
}
