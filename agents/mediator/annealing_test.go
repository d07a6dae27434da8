package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// votes puts one proposal to the vote: West says yes, East no, weakly or strongly.
// True when the text was amended.
func votes(t *testing.T, heat float64, strong bool, west1, east1 message.Verdict) bool {
	b := brief()
	b.Initial = deal(1, 1, 1)
	b.Rounds = 1
	s := newShuttle(t, b, mediator.Annealing{Proposals: 1, Heat: heat, Parity: 1, Early: true}.New(b))
	s.round(1)
	s.visits(west, message.Table, wants(west1))
	s.visits(east, message.Table, wants(east1))
	require.True(t, s.visits(west, message.Choose, picks(0, false)).Free)
	require.True(t, s.visits(east, message.Choose, picks(-1, false)).Free)
	require.False(t, s.visits(east, message.Choose, picks(0, strong)).Free)
	move := *s.next()
	if move.Act == mediator.Rest {
		return false
	}
	require.Equal(t, message.Adopt, move.Message.Kind)
	require.NotEqual(t, move.To, s.next().To, "both are told")
	s.rests()
	d := b.Initial
	move.Message.Amended(0, &d)
	require.NotEqual(t, b.Initial, d)
	s.round(2)
	require.Equal(t, d, s.visits(west, message.Table, signs).Text)
	return true
}

// A weak no is overridden while it is hot, a strong one never, and nobody's for a
// side that is nearer to signing.
func TestAnnealingOverridesWeakNoes(t *testing.T) {
	assert.True(t, votes(t, 1, false, message.Far, message.Far))
	assert.True(t, votes(t, 1, false, message.Far, message.Near))
	assert.False(t, votes(t, 1, true, message.Far, message.Near), "a strong no")
	assert.False(t, votes(t, 0, false, message.Far, message.Near), "cold")
	assert.False(t, votes(t, 1, false, message.Near, message.Far), "over the further side")
}

// A text across a line is taken off it before anything is voted on.
func TestAnnealingLeavesLinesFirst(t *testing.T) {
	b := brief()
	b.Initial = deal(3, 1, 1)
	s := newShuttle(t, b, mediator.Annealing{Proposals: 1, Heat: 1, Parity: 1, Early: true}.New(b))
	s.round(1)
	crossed := wants(message.Far, set(0, 2))
	crossed.Crossed = true
	s.visits(west, message.Table, crossed)
	s.visits(east, message.Table, wants(message.Far))
	for _, seat := range []int{west, east} {
		d := b.Initial
		s.visits(seat, message.Adopt, message.Reply{}).Amended(0, &d)
		assert.Equal(t, deal(2, 1, 1), d)
	}
	s.visits(west, message.Choose, picks(-1, false))
}

// With the temperature at zero it is hill climbing by one clause, and stays where no
// clause is better for both; hot, it leaves such texts.
func TestAnnealingLeavesStuckTexts(t *testing.T) {
	gain := func(heat string) (sum float64) {
		e := engine(t, "textbook", "talks.mediator={name: annealing, parity: 1, proposals: 20, heat: "+heat+"}", "parties[A].near=0.2", "parties[B].near=0.2")
		for i := range 40 {
			o := play(t, e, i)
			require.True(t, o.Signed)
			sum += (o.Worth[0] + o.Worth[1]) / 40
		}
		return sum
	}
	cold, hot := gain("0"), gain("1")
	assert.InDelta(t, 1, cold, 1e-9, "the middle of two pies: no single change is better for both")
	assert.Greater(t, hot, cold+.1)
}

// Without early signatures a text that all would sign is voted on to the end of the
// last round, and what it then reads is put up.
func TestAnnealingSignsLate(t *testing.T) {
	b := brief()
	b.Initial, b.Rounds = deal(1, 1, 1), 2
	s := newShuttle(t, b, mediator.Annealing{Proposals: 1, Heat: 0, Parity: 1}.New(b))
	text := b.Initial
	for round := 1; round <= b.Rounds; round++ {
		s.round(round)
		assert.Equal(t, text, s.visits(west, message.Table, signs).Text)
		s.visits(east, message.Table, signs)
		s.visits(west, message.Choose, picks(0, false))
		s.visits(east, message.Choose, picks(0, false)).Amended(0, &text)
		s.visits(west, message.Adopt, message.Reply{})
		s.visits(east, message.Adopt, message.Reply{})
		if round < b.Rounds {
			s.rests()
		}
	}
	if b.Consent[0].Needs(&text) {
		s.visits(guard, message.Table, signs)
	}
	s.gathers(text)
}
