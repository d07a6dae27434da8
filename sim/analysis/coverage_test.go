package analysis

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a 95% interval is to cover of repeated trials, as far as this project states
// it of agreement rates and paired differences.
const (
	coversLeast = .935
	coversMost  = .965
)

// trials of each case: their Monte Carlo error is a tenth of the band's width.
const trials = 20_000

// covers repeats a trial and wants the share of intervals that hold the truth to lie
// within the band by three standard errors of that share, so that a method whose true
// coverage is outside it passes less than once in seven hundred times.
func covers(t *testing.T, truth float64, trial func(r *rand.Rand) Interval) {
	t.Helper()
	if testing.Short() {
		t.Skip("many trials on one goroutine")
	}
	r := rand.New(rand.NewPCG(11, 13))
	held := 0
	for range trials {
		if at := trial(r); at.Low <= truth && truth <= at.High {
			held++
		}
	}
	share := float64(held) / trials
	margin := 3 * math.Sqrt(share*(1-share)/trials)
	assert.GreaterOrEqual(t, share-margin, coversLeast, "covers %.4f", share)
	assert.LessOrEqual(t, share+margin, coversMost, "covers %.4f", share)
}

func TestShareIntervalsCover(t *testing.T) {
	for name, c := range map[string]struct {
		n int
		p float64
	}{
		"a rare agreement":   {1000, .08},
		"a common agreement": {1000, .35},
		"few runs":           {200, .5},
		"an agreement often": {300, .85},
	} {
		t.Run(name, func(t *testing.T) {
			covers(t, c.p, func(r *rand.Rand) Interval {
				k := 0
				for range c.n {
					if r.Float64() < c.p {
						k++
					}
				}
				at, err := Wilson(k, c.n, .95)
				require.NoError(t, err)
				return at
			})
		})
	}
}

// pairsOf draws pairs of one trial and returns the interval of their difference.
func pairsOf(t *testing.T, n int, share bool, draw func(r *rand.Rand) (a, b float64)) func(r *rand.Rand) Interval {
	return func(r *rand.Rand) Interval {
		p := Pairs{Share: share}
		for range n {
			a, b := draw(r)
			require.NoError(t, p.Add(a, b))
		}
		d, err := p.Difference(.95)
		require.NoError(t, err)
		return *d.Interval
	}
}

// Both strategies meet the same parties: a share of the pairs agrees under either, a
// share under one alone.
func TestPairedShareIntervalsCover(t *testing.T) {
	for name, c := range map[string]struct {
		n                   int
		both, first, second float64
	}{
		"strongly paired":    {300, .3, .15, .05},
		"weakly paired":      {300, .2, .2, .1},
		"no true difference": {500, .3, .1, .1},
		"rare agreements":    {500, .05, .08, .03},
	} {
		t.Run(name, func(t *testing.T) {
			covers(t, c.first-c.second, pairsOf(t, c.n, true, func(r *rand.Rand) (a, b float64) {
				switch u := r.Float64(); {
				case u < c.both:
					return 1, 1
				case u < c.both+c.first:
					return 1, 0
				case u < c.both+c.first+c.second:
					return 0, 1
				}
				return 0, 0
			}))
		})
	}
}

// Gains lean to one side, and are none in many pairs.
func TestPairedMeanIntervalsCover(t *testing.T) {
	for name, c := range map[string]struct {
		n     int
		truth float64
		draw  func(r *rand.Rand) (a, b float64)
	}{
		"normal": {100, .2, func(r *rand.Rand) (a, b float64) {
			shared := r.NormFloat64()
			return shared + .2 + .5*r.NormFloat64(), shared + .5*r.NormFloat64()
		}},
		"skewed": {300, .5, func(r *rand.Rand) (a, b float64) { return r.ExpFloat64(), .5 * r.ExpFloat64() }},
		"mostly none": {500, .05, func(r *rand.Rand) (a, b float64) {
			if r.Float64() < .1 {
				return r.Float64(), 0
			}
			return 0, 0
		}},
	} {
		t.Run(name, func(t *testing.T) { covers(t, c.truth, pairsOf(t, c.n, false, c.draw)) })
	}
}
