package talks_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/talks"
)

// Guarantees first leaves nobody unprotected while it withdraws, withdrawal first
// does: the first lowers the chance of defection, the second raises it.
func TestOrderOfSteps(t *testing.T) {
	c := caseFrom(t, sealed+carriedOut)
	var defections []int
	for order := range uint8(3) {
		d, n := text, 0
		d[2] = order
		after(t, c, d, 2000, func(o *talks.Outcome) {
			if o.Class == talks.Collapsed && !o.InForce {
				n++
			}
		})
		defections = append(defections, n)
	}
	assert.Greater(t, float64(defections[2]), 1.2*float64(defections[0]), "both take 210 days")
	for _, years := range []float64{1, 5} {
		first, side, last := lasting(t, c, deal(2, 2, 0), years), lasting(t, c, text, years), lasting(t, c, deal(2, 2, 2), years)
		assert.Greater(t, first, side, "%v years", years)
		assert.Greater(t, side, last, "%v years", years)
	}
}

// Without a guarantee in the text there is nothing to wait for: what is left is the
// temptation.
func TestStepsWithoutAPromise(t *testing.T) {
	c := caseFrom(t, sealed+carriedOut, "implementation.steps[withdrawal].temptation=0", "implementation.steps[guarantee].temptation=0")
	for _, years := range []float64{.5, 2} {
		side := lasting(t, c, deal(2, 0, 1), years)
		assert.Equal(t, side, lasting(t, c, deal(2, 0, 0), years))
		assert.Equal(t, side, lasting(t, c, deal(2, 0, 2), years))
		assert.Greater(t, lasting(t, c, text, years), side, "a guarantee protects")
	}
}

// Verification counts from its own step on.
func TestVerificationStep(t *testing.T) {
	watched := `
implementation:
  issue: order
  reference: simultaneous
  steps:
    - {name: watch, by: all, days: 30, verification: true}
    - {name: withdrawal, by: [A, B], days: 200}
  orders:
    guarantees-first: [watch, withdrawal]
    simultaneous: [[watch, withdrawal]]
    withdrawal-first: [withdrawal, watch]
`
	c := caseFrom(t, sealed+watched, "durability.verification=3", "durability.reference.verification=1", "issues[shield].levels[strong].verification=1")
	assert.InDelta(t, lasting(t, c, deal(2, 2, 1), 1), lasting(t, c, deal(2, 2, 0), 1), 1e-12, "in force on the same day")
	assert.Less(t, lasting(t, c, deal(2, 2, 2), 1), lasting(t, c, deal(2, 2, 1), 1)-.1)
}

// Capacity to implement takes from temptation.
func TestCapacityHelps(t *testing.T) {
	alone := caseFrom(t, sealed+carriedOut)
	helped := caseFrom(t, sealed+carriedOut, "parties[G].seat=seated", "parties[G].inclusion={implementation: 0.8}")
	assert.Greater(t, lasting(t, helped, text, 1), lasting(t, alone, text, 1)+.02)
}

// Who defects, and at which step, is one of those whose step it is.
func TestWhoDefects(t *testing.T) {
	c := caseFrom(t, sealed+carriedOut, "durability.guarantee=0")
	g := seat(t, c, "G")
	sides := []int{seat(t, c, "A"), seat(t, c, "B")}
	steps := map[string]int{}
	after(t, c, deal(2, 2, 0), 2000, func(o *talks.Outcome) {
		if o.Class != talks.Collapsed {
			require.Equal(t, -1, o.Broke)
			require.True(t, o.InForce)
			return
		}
		days := o.Peace * 365.25
		require.Equal(t, days >= 210, o.InForce)
		switch {
		case days < 90:
			require.Equal(t, g, o.Broke)
			require.Equal(t, "G defected at guarantee", o.Reason)
		case days < 210:
			require.Contains(t, sides, o.Broke)
			require.Equal(t, c.Parties[o.Broke].Name+" defected at withdrawal", o.Reason)
		default:
			require.Contains(t, sides, o.Broke)
			require.Equal(t, "the peace collapsed", o.Reason)
		}
		steps[o.Reason]++
		for d, s := range o.Documents[:2] {
			require.Equal(t, o.InForce, s == talks.DocumentInForce, "document %d", d)
		}
	})
	a, b := steps["A defected at withdrawal"], steps["B defected at withdrawal"]
	assert.InDelta(t, a, b, 4*6, "an even lot: four standard errors of some forty draws")
	assert.Positive(t, steps["G defected at guarantee"])
	assert.True(t, slices.Max([]int{a, b}) > 0)
}
