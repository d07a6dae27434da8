package talks_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/sim/talks"
)

// daily makes the moves of each round, the first round first, and rests from then on.
func daily(rounds ...[]mediator.Move) func() script {
	return func() script {
		round, made := 0, 0
		return func(n *mediator.Notebook, move *mediator.Move) {
			if *move = (mediator.Move{}); n.Round != round {
				round, made = n.Round, 0
			}
			if round <= len(rounds) && made < len(rounds[round-1]) {
				*move = rounds[round-1][made]
				made++
			}
		}
	}
}

// shows is the mediator's own text, shown to one party.
func shows(to int, d agenda.Deal) mediator.Move {
	return visit(to, message.Message{Kind: message.Table, Author: agenda.Mediator, Text: d})
}

// steadily are patches under which the peace of the text of the tests collapses at a rate
// that nothing changes, after so many years in the run that one plays.
func steadily(t testing.TB, years float64) []string {
	t.Helper()
	o := one(t, caseFrom(t, sealed, "durability.clock=constant", "durability.rate=1", "durability.watch=100"), text)
	require.Equal(t, talks.Collapsed, o.Class)
	return []string{"durability.clock=constant", "durability.watch=100", fmt.Sprintf("durability.rate=%.17g", o.Peace/years)}
}
