package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/clock"
	"shuttle/sim/talks"
)

// Without frailty a run is the same to the last bit whether the file says 0 or nothing,
// and with it nothing but the hazard and what became of the peace differs.
func TestFrailtyOffIsAbsent(t *testing.T) {
	silent, none, some := caseFrom(t, sealed), caseFrom(t, sealed, "durability.frailty=0"), caseFrom(t, sealed, "durability.frailty=0.5")
	differ := 0
	for i := range 60 {
		a, b, c := sealedRun(silent, i), sealedRun(none, i), sealedRun(some, i)
		require.Equal(t, digest(a), digest(b))
		require.Equal(t, a.Deal, c.Deal)
		require.Equal(t, a.Worth, c.Worth, "nobody prices it")
		if a.Hazard != c.Hazard {
			differ++
		}
	}
	assert.Equal(t, 60, differ)
}

// Over the runs the hazard keeps its mean, and peaces survive as the mixture of the
// clock's survival over lognormal hazards does: the frail break early, so that the
// robust are left.
func TestFrailtyMixesSurvival(t *testing.T) {
	const spread, runs = .8, 4000
	c := caseFrom(t, sealed, "durability.frailty=0.8")
	var sum, logs, squares float64
	held := map[float64]float64{}
	years := []float64{.25, 1, 5}
	after(t, c, text, runs, func(o *talks.Outcome) {
		l := math.Log(o.Hazard)
		sum, logs, squares = sum+o.Hazard/runs, logs+l/runs, squares+l*l/runs
		for _, y := range years {
			if o.Peace >= y {
				held[y] += 1. / runs
			}
		}
	})
	assert.InDelta(t, 1, sum, .06)
	assert.InDelta(t, -spread*spread/2, logs, 4*spread/math.Sqrt(runs))
	assert.InDelta(t, spread, math.Sqrt(squares-logs*logs), .05)
	for _, y := range years {
		want := mixture(y, spread)
		assert.InDelta(t, want, held[y], 4*math.Sqrt(want*(1-want)/runs), "%v years", y)
		assert.Greater(t, want, clock.Published().Survival(y, 1))
	}
}

// mixture is E[S0(y)^m] over lognormal m with mean 1, by a sum over a fine grid.
func mixture(y, spread float64) float64 {
	p, all := 0.0, 0.0
	for z := -8.; z <= 8; z += .01 {
		w := math.Exp(-z * z / 2)
		p += w * clock.Published().Survival(y, math.Exp(spread*z-spread*spread/2))
		all += w
	}
	return p / all
}

// A run has the same frailty whatever is signed: the ratio of the hazards of two texts is
// what the texts make it.
func TestFrailtyBelongsToTheRun(t *testing.T) {
	frail, plain := caseFrom(t, sealed, "durability.frailty=0.5"), caseFrom(t, sealed)
	ratio := func(c *talks.Case, seed int) float64 {
		weak := played(mediated(c, once(gather(deal(2, 1, 1)))), talksSeed(seed))
		strong := played(mediated(c, once(gather(deal(1, 2, 0)))), talksSeed(seed))
		return weak.Hazard / strong.Hazard
	}
	for i := range 20 {
		assert.InDelta(t, ratio(plain, i), ratio(frail, i), 1e-9)
	}
}
