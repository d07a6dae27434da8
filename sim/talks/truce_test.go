package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/talks"
)

// Of two votes that need the fighting to have stopped the later one is what a war that
// comes between them prevents, whichever the file names first.
func TestTheLatestVoteUnderATruceCounts(t *testing.T) {
	const soon = "\n  - {name: soon, of: A, kind: referendum, truce: true, lag: 10, support: {base: 1, spread: 0.01}}"
	const late = "\n  - {name: late, of: B, kind: referendum, truce: true, lag: 90, support: {base: 1, spread: 0.01}}"
	for name, votes := range map[string]string{"soon, late": soon + late, "late, soon": late + soon} {
		war := func(days float64) *talks.Outcome {
			return one(t, caseFrom(t, sealed+"\nratifiers:"+votes+"\n", steadily(t, days/365.25)...), text)
		}
		between := war(50)
		assert.InDelta(t, 50, between.Peace*365.25, 1e-6, name)
		assert.Equal(t, "the fighting went on before late could vote", between.Reason, name)
		assert.False(t, between.Ratified, name)
		after := war(100)
		assert.Equal(t, "the peace collapsed", after.Reason, name)
		assert.True(t, after.Ratified, name)
	}
}
