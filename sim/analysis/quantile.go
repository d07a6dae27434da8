package analysis

import (
	"fmt"
	"math"
	"slices"
)

// Quantiles returns the quantiles of the values at the shares ps in [0, 1], by
// linear interpolation between order statistics (type 7 of Hyndman & Fan 1996).
// The values are not changed.
func Quantiles(xs []float64, ps ...float64) ([]float64, error) {
	if err := checkValues(xs, 1); err != nil {
		return nil, err
	}
	sorted := slices.Sorted(slices.Values(xs))
	qs := make([]float64, len(ps))
	for i, p := range ps {
		if !(p >= 0 && p <= 1) {
			return nil, fmt.Errorf("share %d of a quantile must lie in [0, 1], have %g", i, p)
		}
		qs[i] = quantile(sorted, p)
	}
	return qs, nil
}

// quantile is type 7 on sorted values, of which there is at least one.
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	i := int(math.Floor(at))
	if i >= len(sorted)-1 {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + float64((at-float64(i))*(sorted[i+1]-sorted[i]))
}
