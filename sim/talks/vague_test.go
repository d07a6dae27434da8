package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// disputed is a case of one clause that each side wants its own way, and that can be
// left vague between the two.
const disputed = `
name: disputed
talks: {mediator: none, text: middle, horizon: 20, rounds: 20, still: 10}
formats: {table: {days: 1}}
issues:
  - name: status
    pillar: status
    levels: [{name: as-A-says}, {name: either-way, between: [as-A-says, as-B-says], ambiguity: 0.5}, {name: as-B-says}]
parties:
  - {name: A, role: belligerent, weights: {status: 1}, scores: {status: [1, 0]}, fallback: {base: 0.6}, tactic: hill-climber}
  - {name: B, role: belligerent, weights: {status: 1}, scores: {status: [0, 1]}, fallback: {base: 0.6}, tactic: hill-climber}
`

// Vague texts are signed and break: both sides trust their own reading, nobody prices
// that there are two, and the hazard counts it.
func TestVagueTextsAreSignedAndBreak(t *testing.T) {
	vague, mine := deal(1), deal(0)
	c := caseFrom(t, disputed)
	assert.True(t, one(t, c, vague).Signed)
	assert.False(t, one(t, c, mine).Signed)
	assert.False(t, one(t, caseFrom(t, disputed, "own_reading=0.5"), vague).Signed, "a side that expects either reading alike")
	assert.InDelta(t, math.Exp(.6*.5), one(t, c, vague).Hazard, 1e-12)

	clear := caseFrom(t, disputed, "issues[status].levels[either-way].ambiguity=0.01")
	assert.Less(t, lasting(t, c, vague, 5), lasting(t, clear, vague, 5)-.05)
	assert.Equal(t, one(t, clear, vague).Worth, one(t, c, vague).Worth, "its ambiguity is in no side's price")
}
