package talks_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/party"
)

// A favoured side that may be tactical, one to one, and would renew the war three times
// as often: the other expects a hazard of 1 + 2·½. A round in which it stands still
// doubles the odds, one in which it comes near halves them.
func TestSuspicionByHand(t *testing.T) {
	for _, row := range []struct {
		name   string
		said   []message.Verdict
		belief float64
	}{
		{"nothing yet", nil, 1. / 2},
		{"it stands still", []message.Verdict{message.Far}, 2. / 3},
		{"it stands still twice", []message.Verdict{message.Far, message.Far}, 4. / 5},
		{"it comes near", []message.Verdict{message.Near}, 1. / 3},
		{"it comes near twice", []message.Verdict{message.Near, message.Near}, 1. / 5},
		{"it comes back", []message.Verdict{message.Far, message.Near}, 1. / 2},
	} {
		c := caseFrom(t, guarded, "parties[A].type={tactical: 0.5}", "types={renews: 3, signal: 1}",
			"front={start: 0.5, level: 0.5}", "parties[A].fallback.momentum=0.01", "parties[B].fallback.momentum=-0.01")
		a, b := seat(t, c, "A"), seat(t, c, "B")
		c.Longest = len(row.said) + 1
		o := played(mediated(voiced(c, func(int) voice {
			return func(s *party.Self, _ *message.Message, r *message.Reply) { r.Verdict = row.said[s.Round()-1] }
		}), daily(slices.Repeat([][]mediator.Move{{shows(a, deal(2, 2))}}, len(row.said))...)), 1)
		require.Empty(t, o.Fault)
		require.Equal(t, len(row.said)+1, o.Rounds)
		assert.InDelta(t, math.Log(1+2*row.belief), o.Seen[b].Distrust, 1e-12, row.name)
		assert.Zero(t, o.Seen[a].Distrust, "nobody suspects the other")
	}
}
