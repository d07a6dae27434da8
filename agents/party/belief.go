package party

import (
	"math"

	"shuttle/agents/message"
)

// belief is what a side holds of another's fallback: that it lies between two ends,
// all alike or at one of them, and with some chance in a part that was reported.
type belief struct {
	low, high float64 // the ends [worth]
	two       bool    // at one of the ends, each as likely
	from, to  float64 // the part reported [worth]
	inside    float64 // chance that it lies there [share]
	told      bool
}

// hear corrects the belief by a report that is so with chance trust, and else speaks
// of another part of the same size, each as likely (Bayes).
func (b *belief) hear(r message.Report, trust float64) {
	from, to := max(r.Low, b.low), min(r.High, b.high)
	if !r.Given || to-from <= minGain || b.high-b.low <= minGain {
		return
	}
	prior := b.prior(to) - b.prior(from)
	if from <= b.low {
		prior = b.prior(to)
	}
	if prior <= 0 || prior >= 1 {
		return
	}
	others := math.Round((b.high-b.low)/(to-from)) - 1
	so := float64(trust * prior)
	b.from, b.to, b.told = from, to, true
	b.inside = so / (so + float64((1-trust)*(1-prior)/max(others, 1)))
}

// below is the chance that the fallback is no more than a worth: that the other side
// would take it.
func (b *belief) below(worth float64) float64 {
	worth += minGain // a worth that is the fallback's but for rounding is taken
	if !b.told {
		return b.prior(worth)
	}
	start, end := b.prior(b.from), b.prior(b.to)
	if b.from <= b.low {
		start = 0
	}
	part := min(max(b.prior(worth)-start, 0), end-start) // of the prior, in the part
	rest := b.prior(worth) - part
	chance := 0.0
	if end > start {
		chance += float64(b.inside * part / (end - start))
	}
	if out := 1 - (end - start); out > 0 {
		chance += float64((1 - b.inside) * rest / out)
	}
	return chance
}

// prior is the chance before any report that the fallback is no more than a worth.
func (b *belief) prior(worth float64) float64 {
	switch {
	case worth < b.low:
		return 0
	case worth >= b.high:
		return 1
	case b.two:
		return .5
	}
	return (worth - b.low) / (b.high - b.low)
}
