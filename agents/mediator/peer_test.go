package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// vote answers every choice of a peer's mechanism until it gathers: yes decides by
// the text as it would read. It returns the text gathered for and the votes put.
func vote(t *testing.T, s *shuttle, b *mediator.Brief, yes func(side int, was, d agenda.Deal) bool) (agenda.Deal, int) {
	t.Helper()
	text, put, told := b.Initial, 0, 0
	for range 100_000 {
		move := s.next()
		switch {
		case move.Act == mediator.Gather:
			return move.Message.Text, put
		case move.Message.Kind == message.Choose:
			d := text
			move.Message.Amended(0, &d)
			if move.To == west {
				put++
			}
			answer := picks(-1, false)
			if yes(move.To, text, d) {
				answer = picks(0, false)
			}
			*s.notebook.Page(move.To, message.Choose) = answer
		case move.Message.Kind == message.Adopt:
			d := text
			move.Message.Amended(0, &d)
			if told++; told%2 == 0 {
				text = d
			}
			*s.notebook.Page(move.To, message.Adopt) = message.Reply{}
		default:
			require.Equal(t, message.Table, move.Message.Kind)
			*s.notebook.Page(move.To, message.Table) = message.Reply{}
		}
	}
	t.Fatal("it never gathers")
	return text, put
}

// Hill climbing by single clauses ends on top when both sides want the same, and
// tries each change of the last text once.
func TestPeerClimbingClimbs(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.PeerClimbing{Proposals: 10_000}.New(b))
	s.round(1)
	text, _ := vote(t, s, b, func(_ int, was, d agenda.Deal) bool { return d[0]+d[1]+d[2] > was[0]+was[1]+was[2] })
	assert.Equal(t, deal(3, 3, 3), text)

	s = newShuttle(t, b, mediator.PeerClimbing{Proposals: 10_000}.New(b))
	s.round(1)
	text, put := vote(t, s, b, func(int, agenda.Deal, agenda.Deal) bool { return false })
	assert.Equal(t, b.Initial, text)
	assert.Equal(t, 9, put, "three issues, three other levels each")
}

// Veto: whole texts, drawn over all deals alike, adopted only by both.
func TestPeerVetoDrawsTexts(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.PeerVeto{Proposals: 6400}.New(b))
	s.round(1)
	seen := map[agenda.Deal]int{}
	text, put := vote(t, s, b, func(side int, _, d agenda.Deal) bool {
		if side == west {
			seen[d]++
		}
		return side == west
	})
	assert.Equal(t, b.Initial, text, "one no is enough")
	assert.Equal(t, 6400, put)
	assert.Len(t, seen, 64)
	chi := 0.0
	for _, n := range seen {
		chi += float64((n-100)*(n-100)) / 100
	}
	assert.Less(t, chi, 103.4, "the 99.9% point of chi-squared at 63 degrees of freedom")

	s = newShuttle(t, b, mediator.PeerVeto{Proposals: 2000}.New(b))
	s.round(1)
	text, _ = vote(t, s, b, func(_ int, was, d agenda.Deal) bool { return d[0]+d[1]+d[2] > was[0]+was[1]+was[2] })
	assert.Equal(t, deal(3, 3, 3), text)
}
