package analysis

import (
	"errors"
	"slices"

	"golang.org/x/exp/constraints"
)

// Number is what can be ranked.
type Number interface {
	constraints.Integer | constraints.Float
}

// A12 returns the chance that a value of x is larger than a value of y, ties
// counting half (the A of Vargha and Delaney): 0.5 is no difference. Both need at
// least one value, and no NaN.
func A12[T Number](x, y []T) (float64, error) {
	if len(x) == 0 || len(y) == 0 {
		return 0, errors.New("need at least 1 value on each side")
	}
	isNaN := func(v T) bool { return v != v }
	if slices.ContainsFunc(x, isNaN) || slices.ContainsFunc(y, isNaN) {
		return 0, errors.New("NaN has no rank")
	}
	sorted := slices.Clone(y)
	slices.Sort(sorted)
	twice := 0 // pairs won twice, ties once: whole numbers, so exact
	for _, v := range x {
		below, _ := slices.BinarySearch(sorted, v)
		upTo, _ := slices.BinarySearchFunc(sorted, v, func(e, v T) int {
			if e > v {
				return 1
			}
			return -1
		})
		twice += below + upTo
	}
	return float64(twice) / 2 / float64(len(x)) / float64(len(y)), nil
}

// CliffsDelta returns the chance that a value of x is larger than a value of y
// less the chance that it is smaller (Cliff 1993), in [-1, 1].
func CliffsDelta[T Number](x, y []T) (float64, error) {
	a, err := A12(x, y)
	return 2*a - 1, err
}
