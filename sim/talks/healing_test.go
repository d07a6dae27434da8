package talks_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Only the weariness that had come heals: signed after a year, with two thirds of .15 to
// come in one, A suffered .15·(1 − 1/e). In the middle of the first quarter of peace
// 1 − e^(−1/8) of it has healed, and by that much over .01, less what A had to spare when
// it signed a text worth .5 to it, A drives its half of the hazard more than B, whose
// fallback stands.
func TestHealingByHand(t *testing.T) {
	suffered := .15 * (1 - math.Exp(-1))
	rise := suffered * (1 - math.Exp(-1./8)) // .0111
	for _, spare := range []float64{1e-12, .005, .02} {
		year := []string{"formats.table.days=365.25", "talks.horizon=400",
			fmt.Sprintf("parties[A].fallback={base: %.15g, weariness: 0.15, weary: 1, foresight: myopic}", .5+suffered-spare)}
		steady := append(steadily(t, .25), year...)
		plain := one(t, caseFrom(t, sealed, steady...), text)
		require.Equal(t, 365.25, plain.Day)
		require.InDelta(t, .25, plain.Peace, 1e-9)
		driven := one(t, caseFrom(t, sealed, append(steady, "durability.breach=endogenous", "durability.slack_scale=0.01")...), text)
		assert.InDelta(t, .25/((math.Exp(max(rise-spare, 0)/.01)+1)/2), driven.Peace, 1e-9, "%g to spare", spare)
	}
}
