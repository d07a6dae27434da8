package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/mediator"
)

// What is written in haste is what was changed since the deadline began to be felt, on
// day 3 of this one. The first text differs from the signed one in x only, the last one
// before day 3 in x and the guarantee: two clauses. On day 6, half of the way, a deadline
// of hardness .5 is felt by a quarter: 2·.4·.25.
func TestHasteByHand(t *testing.T) {
	const near, far = "{day: 10, hardness: 0.5, ramp: 8, haste: 0.4}", "{day: 100, hardness: 0.5, ramp: 8, haste: 0.4}"
	first, second := shows(0, deal(1, 2, 1)), shows(0, deal(1, 1, 1))
	sign := gather(deal(2, 2, 1))
	for _, row := range []struct {
		name, deadline string
		rounds         [][]mediator.Move
		want           float64
	}{
		{"two texts before it is felt", near, [][]mediator.Move{{first}, {second}, {}, {}, {}, {sign}}, 2 * .4 * .25},
		{"the second one after", near, [][]mediator.Move{{first}, {}, {}, {second}, {}, {sign}}, 1 * .4 * .25},
		{"only that the case began with, with the middle guarantee", near, [][]mediator.Move{{}, {}, {}, {}, {}, {sign}}, 1 * .4 * .25},
		{"felt by 3/16 on day 5", near, [][]mediator.Move{{first}, {second}, {}, {}, {sign}}, 2 * .4 * .1875},
		{"signed before", near, [][]mediator.Move{{second}, {sign}}, 0},
		{"far off", far, [][]mediator.Move{{first}, {second}, {}, {}, {}, {sign}}, 0},
	} {
		c := caseFrom(t, sealed, "talks.deadline="+row.deadline)
		o := played(mediated(c, daily(row.rounds...)), 1)
		require.True(t, o.Signed, row.name)
		require.Equal(t, float64(len(row.rounds)), o.Day, row.name)
		assert.InDelta(t, row.want, o.Ambiguity, 1e-12, row.name)
	}
}
