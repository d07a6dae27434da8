package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// A camp writes what it wants together into the first text: the side's own wishes
// where it counts alone, the others' where they do, and it comes a few days later.
func TestACampSettlesWhatItWants(t *testing.T) {
	first := func(caucus string, patches ...string) (agenda.Deal, float64) {
		o := played(caseFrom(t, parley, append(patches, "talks.caucus=["+caucus+"]")...), 1)
		return o.History.Drafts[0].Deal, o.Course[0].Day
	}
	alone, day := first("{of: A, with: [G], share: 0, wishes: 2, days: 5}")
	assert.Equal(t, deal(12, 10, 2), alone, "two rungs of x are worth .07 to A, one of the shield .05")
	assert.Equal(t, 12.+5, day)
	theirs, _ := first("{of: A, with: [G], share: 1, wishes: 2}")
	assert.Equal(t, deal(8, 10, 0), theirs, "G wants the contrary")
	even, _ := first("{of: A, with: [G], wishes: 1}")
	assert.Equal(t, deal(10, 10, 0), even, "a rung less of the shield is worth .25 to G and costs A .05")
	two, day := first("{of: A, with: [H], share: 0.5, wishes: 1, days: 5}, {of: B, with: [G], share: 0, wishes: 1, days: 4}")
	assert.Equal(t, deal(12, 8, 1), two)
	assert.Equal(t, 12.+5+4, day)
	lawful, _ := first("{of: A, with: [G], share: 0, wishes: 1}", "parties[G].lines=[{issue: x, levels: [\"0.6\"]}]")
	assert.Equal(t, deal(10, 10, 2), lawful, "nobody's line is crossed")
	off, day := first("{of: A, with: [G], share: 0, wishes: 2, days: 5}", "mechanisms={caucus: false}")
	assert.Equal(t, deal(10, 10, 1), off)
	assert.Equal(t, 12., day)
}
