package party

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// What is as good as the text is voted for only by a climber who accepts ties; what is
// worse by none.
func TestClimberAndTies(t *testing.T) {
	for _, row := range []struct {
		ties                bool
		worse, same, better int8
	}{
		{false, -1, -1, 0},
		{true, -1, 0, 0},
	} {
		p := playing(HillClimber{Ties: row.ties}.New(nil), .15)
		vote := func(level uint8) int8 {
			return pick(p, agenda.Deal{3}, true, agenda.Amend(moves(0, level)...)).Choice
		}
		assert.Equal(t, row.worse, vote(2), "ties %v", row.ties)
		assert.Equal(t, row.same, vote(3), "ties %v", row.ties)
		assert.Equal(t, row.better, vote(4), "ties %v", row.ties)
	}
}
