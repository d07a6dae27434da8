package analysis

import (
	"fmt"
	"math"
)

// Wilson returns the score interval of a share of k in n (Wilson 1927), without
// continuity correction. It lies in [0, 1]. n must be at least 1.
func Wilson(k, n int, level float64) (Interval, error) {
	z, err := normal(level)
	if err != nil {
		return Interval{}, err
	}
	if n < 1 || k < 0 || k > n {
		return Interval{}, fmt.Errorf("no share: %d of %d", k, n)
	}
	count, p := float64(n), float64(k)/float64(n)
	shrink := 1 + z*z/count
	centre := float64((p + z*z/(2*count)) / shrink)
	half := float64(z / shrink * math.Sqrt(p*(1-p)/count+z*z/(4*count*count)))
	at := Interval{Low: max(0, centre-half), High: min(1, centre+half)}
	if k == 0 {
		at.Low = 0 // exactly, whatever the rounding
	}
	if k == n {
		at.High = 1
	}
	return at, nil
}

// Newcombe returns the interval of the difference k1/n1 - k2/n2 of independent
// shares (Newcombe's hybrid score method, without continuity correction).
func Newcombe(k1, n1, k2, n2 int, level float64) (Interval, error) {
	first, err := Wilson(k1, n1, level)
	if err != nil {
		return Interval{}, err
	}
	second, err := Wilson(k2, n2, level)
	if err != nil {
		return Interval{}, err
	}
	p1, p2 := float64(k1)/float64(n1), float64(k2)/float64(n2)
	return Interval{
		Low:  p1 - p2 - math.Hypot(p1-first.Low, second.High-p2),
		High: p1 - p2 + math.Hypot(first.High-p1, p2-second.Low),
	}, nil
}
