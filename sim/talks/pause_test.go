package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The nine days that leaders take over a text that they then refuse are days of the
// talks: what wears by the day wears in them too. Sides that say all is done while they
// are far apart would have lost all faith in the mediator in a year; until the last morning
// they had rounds of 12, 9 + 12 and 12 days.
func TestTheDaysOfLeadersCount(t *testing.T) {
	c := caseFrom(t, parley, cascade, "talks.confirm=9",
		"parties[A].fallback={base: 0.3, foresight: myopic}", "parties[B].fallback={base: 0.3, foresight: myopic}",
		"pressure=[{name: arms, on: B, kind: support, use: 1, effect: 3, lag: 15}]",
		"parties[A].trust.mediator=0.5", "parties[A].narrative={spin: 1}", "parties[B].narrative={spin: 1}", "narrative={cost: 0.5}")
	o := played(mediated(c, once(gather(deal(14, 6, 1)))), 1)
	require.Equal(t, 1, o.Initialled)
	var days []float64
	for _, m := range o.Course {
		days = append(days, m.Day)
	}
	assert.Equal(t, []float64{12 + 9, 33, 45, 57}, days)
	assert.InDelta(t, (12.+21+12)/365.25, o.Seen[seat(t, c, "A")].Disfavour, 1e-12)
}
