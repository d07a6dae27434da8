package record

import (
	"fmt"
	"math"
)

// Histogram takes in a stream of numbers in bounded memory and gives their mean
// and quantiles. Counts are whole numbers, so quantiles do not depend on the
// order of the stream; the mean is a compensated sum in the order of the calls.
type Histogram struct {
	lo, hi   float64
	most     int // of whole numbers: the largest that is counted by itself; 0: numbers of any kind
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

// NewWhole returns an empty histogram of whole numbers from 0, each counted by
// itself up to most; larger ones are counted together. Its quantiles are numbers that
// were seen. A most below 1 is an error.
func NewWhole(most int) (*Histogram, error) {
	if most < 1 {
		return nil, fmt.Errorf("histogram: the largest whole number must be at least 1, have %d", most)
	}
	return &Histogram{most: most}, nil
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
	bin := h.bin(x)
	for len(h.counts) <= bin { // only of whole numbers, as far as they reach
		h.counts = append(h.counts, 0)
	}
	h.counts[bin]++
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
// number seen: off by at most one bin's width for numbers within the range. Of whole
// numbers it is the least that so many do not exceed: one that was seen, between which
// and the next nothing lies. A p outside [0, 1] is taken as the nearer end; of no
// numbers it is 0.
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
		if h.most > 0 {
			return h.whole(i)
		}
		left, right := h.edges(i)
		return left + float64((right-left)*((rank-below)/count))
	}
	return h.max
}

// whole is the number that a bin of whole numbers counts; of those counted together
// the largest.
func (h *Histogram) whole(bin int) float64 {
	if bin == h.most {
		return h.max
	}
	return float64(bin)
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
	if h.most > 0 {
		return int(min(max(math.Round(x), 0), float64(h.most)))
	}
	i := (x - h.lo) / (h.hi - h.lo) * float64(len(h.counts))
	return int(min(max(i, 0), float64(len(h.counts)-1)))
}
