package analysis

import (
	"fmt"

	"gonum.org/v1/gonum/stat/distuv"
)

// McNemar compares two strategies on the same seeds by the pairs in which they
// differ: b where only the first had the event, c where only the second had it.
// It returns two-sided p-values: exact (conservative) and mid-p (Fagerland,
// Lydersen & Laake 2013). Without any differing pair both are 1.
func McNemar(b, c int) (exact, mid float64, err error) {
	if b < 0 || c < 0 {
		return 0, 0, fmt.Errorf("counts of pairs must not be negative, have %d and %d", b, c)
	}
	if b+c == 0 {
		return 1, 1, nil
	}
	fair := distuv.Binomial{N: float64(b + c), P: 0.5}
	fewer := float64(min(b, c))
	twice := 2 * fair.CDF(fewer)
	return min(1, twice), min(1, twice-fair.Prob(fewer)), nil
}
