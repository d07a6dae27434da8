package record

import (
	"fmt"
	"math"
)

// Histogram takes in a stream of numbers in fixed memory and gives their mean
// and quantiles. Counts are whole numbers, so quantiles do not depend on the
// order of the stream; the mean is a compensated sum in the order of the calls.
type Histogram struct {
	lo, hi   float64
	counts   []uint32
	n        int
	min, max float64
	sum, low float64 // Neumaier's compensated sum: value and what it lost
}

// NewHistogram returns an empty histogram of equal bins over [lo, hi]. Numbers
// outside count in the end bins. A range that is empty or not finite and fewer
// bins than one are errors.
func NewHistogram(lo, hi float64, bins int) (*Histogram, error) {
	if !(lo < hi) || math.IsInf(hi-lo, 0) {
		return nil, fmt.Errorf("histogram: range [%g, %g] must be finite and not empty", lo, hi)
	}
	if bins < 1 {
		return nil, fmt.Errorf("histogram: bins must be at least 1, have %d", bins)
	}
	return &Histogram{lo: lo, hi: hi, counts: make([]uint32, bins)}, nil
}

// Add takes in one number. A number that is not finite is not one, and is left
// out; false tells so.
func (h *Histogram) Add(x float64) bool {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return false
	}
	if h.n == 0 {
		h.min, h.max = x, x
	}
	h.min, h.max = min(h.min, x), max(h.max, x)
	h.n++
	h.counts[h.bin(x)]++
	total := h.sum + x
	if math.Abs(h.sum) >= math.Abs(x) {
		h.low += (h.sum - total) + x
	} else {
		h.low += (x - total) + h.sum
	}
	h.sum = total
	return true
}

// N returns how many numbers were taken in.
func (h *Histogram) N() int { return h.n }

// Mean returns the mean, 0 of none.
func (h *Histogram) Mean() float64 {
	if h.n == 0 {
		return 0
	}
	return (h.sum + h.low) / float64(h.n)
}

// Quantile returns the number below which a share p of the stream lies, by
// linear interpolation within a bin and never beyond the smallest and largest
// number seen: off by at most one bin's width for numbers within the range. A p
// outside [0, 1] is taken as the nearer end; of no numbers it is 0.
func (h *Histogram) Quantile(p float64) float64 {
	if h.n == 0 {
		return 0
	}
	rank := p * float64(h.n)
	if !(rank > 0) {
		return h.min
	}
	below := 0.0
	for i, c := range h.counts {
		count := float64(c)
		if c == 0 || below+count < rank {
			below += count
			continue
		}
		left, right := h.edges(i)
		return left + float64((right-left)*((rank-below)/count))
	}
	return h.max
}

// edges returns the range of the numbers in a bin that holds some: the bin's own
// where numbers lie on both sides of it.
func (h *Histogram) edges(bin int) (left, right float64) {
	width := (h.hi - h.lo) / float64(len(h.counts))
	left, right = h.min, h.max
	if bin > 0 {
		left = max(left, h.lo+float64(width*float64(bin)))
	}
	if bin < len(h.counts)-1 {
		right = min(right, h.lo+float64(width*float64(bin+1)))
	}
	return left, max(left, right)
}

// Spread returns the five quantiles of a [RoundRow], nil of no numbers.
func (h *Histogram) Spread() *Spread {
	if h.n == 0 {
		return nil
	}
	return &Spread{h.Quantile(.05), h.Quantile(.25), h.Quantile(.5), h.Quantile(.75), h.Quantile(.95)}
}

func (h *Histogram) bin(x float64) int {
	i := (x - h.lo) / (h.hi - h.lo) * float64(len(h.counts))
	return int(min(max(i, 0), float64(len(h.counts)-1)))
}
