package analysis

import (
	"cmp"
	"fmt"
	"slices"
)

// Holm adjusts p-values of a family of comparisons (Holm 1979, step-down): one
// at most α after it may be called significant with the chance of any false
// call kept to α. They come back in the order they came.
func Holm(ps []float64) ([]float64, error) {
	order := make([]int, len(ps))
	for i, p := range ps {
		if !(p >= 0 && p <= 1) {
			return nil, fmt.Errorf("p-value %d must lie in [0, 1], have %g", i, p)
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(ps[i], ps[j]) })
	adjusted := make([]float64, len(ps))
	largest := 0.0
	for rank, i := range order {
		largest = max(largest, min(1, float64(len(ps)-rank)*ps[i]))
		adjusted[i] = largest
	}
	return adjusted, nil
}
