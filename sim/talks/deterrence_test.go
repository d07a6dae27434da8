package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/talks"
)

// By hand, with a guarantee of .64 that counts 1.8 and a withdrawal that tempts by .8,
// each step a year. In the first year of guarantees first the guarantee is missing, 1.152;
// in the second it deters, .8·(1 − .64) = .288. Withdrawal first it is missing for both
// years, and in the first nothing deters: 1.152 + .8. What differs is e^.8 in the first
// year and e^(1.152 − .288) in the second.
func TestExposureByHand(t *testing.T) {
	years := `
implementation:
  issue: order
  reference: guarantees-first
  steps:
    - {name: guarantee, by: G, days: 365.25, guarantee: true}
    - {name: withdrawal, by: all, days: 365.25, temptation: 0.8}
  orders:
    guarantees-first: [guarantee, withdrawal]
    simultaneous: [[guarantee, withdrawal]]
    withdrawal-first: [withdrawal, guarantee]
`
	// alone is how long the same draw lets a text without steps last.
	peace := func(alone float64, order uint8) *talks.Outcome {
		return one(t, caseFrom(t, sealed+years, steadily(t, alone)...), deal(2, 2, order))
	}
	assert.InDelta(t, 1.5, peace(1.5, 0).Peace, 1e-9, "the order that is taken to be in the clock")
	assert.InDelta(t, 1.5/math.Exp(.8), peace(1.5, 2).Peace, 1e-9)
	assert.InDelta(t, 1+(3-math.Exp(.8))/math.Exp(1.152-.288), peace(3, 2).Peace, 1e-9)
	// Side by side nothing deters in the one year that they take, and nothing is missing
	// in the next: e^.8 and e^−.288.
	assert.InDelta(t, 1/math.Exp(.8), peace(1, 1).Peace, 1e-9)
	assert.InDelta(t, 1+(2.5-math.Exp(.8))/math.Exp(-.288), peace(2.5, 1).Peace, 1e-9)
}
