package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/talks"
)

// One side that would not enter a format keeps everybody out of it, and so does a
// party that the format seats; how eager it is once the sides are close decides too.
func TestAVetoBlocksAStep(t *testing.T) {
	highest := func(patches ...string) (top int) {
		o := played(caseFrom(t, parley, rising(patches...)...), 1)
		require.Empty(t, o.Fault)
		for _, m := range o.Course {
			top = max(top, m.Format)
		}
		return top
	}
	assert.Equal(t, 2, highest("parties[A].formats={near: 0, table: 0}"))
	for _, side := range []string{"A", "B"} {
		assert.Equal(t, 1, highest("parties["+side+"].formats={table: -0.1}"), "neither side is more of a side")
		assert.Equal(t, 0, highest("parties["+side+"].formats={near: -0.1}"), "no step is left out")
	}
	assert.Equal(t, 2, highest("parties[B].formats={table: -0.1}", "mechanisms={preferences: false}"))
	seated := "formats.table.seats=[G]"
	assert.Equal(t, 1, highest(seated, "parties[G].formats={table: -0.1}"))
	assert.Equal(t, 2, highest(seated, "parties[G].formats={near: -0.1}"), "it has no say on a format that does not seat it")

	close := []string{"talks.width=100", "parties[B].formats={table: -0.1}"} // everything is close by this measure
	assert.Equal(t, 1, highest(append(close, "talks.eager=0.05")...))
	assert.Equal(t, 2, highest(append(close, "talks.eager=0.15")...))
}

// A side leaves a format it dislikes at the rate that the case says for its dislike,
// whatever the rounds, and the talks are broken off.
func TestASideLeavesAFormatItDislikes(t *testing.T) {
	const runs = 2000
	left := func(patches ...string) (share float64) {
		patches = append([]string{"parties[A].fallback.base=2", "talks.walkout=20"}, patches...)
		e, n := talks.NewEngine(caseFrom(t, parley, patches...)), 0
		for i := range runs {
			if o := e.Play(talksSeed(i), nil); o.Class == talks.Escalation {
				n++
				assert.Equal(t, "B left over the format", o.Reason)
			}
		}
		return float64(n) / runs
	}
	p := 1 - math.Exp(-20*.1*60/365.25)
	for _, days := range []string{"12", "3"} {
		assert.InDelta(t, p, left("parties[B].formats={apart: -0.1}", "talks.eager=0", "formats.apart.days="+days), 4*math.Sqrt(p*(1-p)/runs))
	}
	assert.Zero(t, left("parties[B].formats={apart: 0.1, table: -0.5}"), "it does not sit at that table")
	assert.Zero(t, left("parties[B].formats={apart: -0.1}", "mechanisms={preferences: false}"))
}
