package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

func singleText(t *testing.T, b *mediator.Brief) *shuttle {
	return newShuttle(t, b, mediator.SingleText{Options: 5, Prices: 1, Pace: 1, Patience: 100, Repeats: 2}.New(b))
}

// idle is a round in which nobody wishes for anything.
func (s *shuttle) idle(round int) {
	s.t.Helper()
	s.round(round)
	s.visits(west, message.Table, wants(message.Far))
	s.visits(east, message.Table, wants(message.Far))
	s.rests()
}

// Where one side's wish and the other's make the text better for both, they are
// written in together.
func TestSingleTextTrades(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := singleText(t, b)
	s.idle(1)
	s.round(2)
	s.visits(west, message.Table, wants(message.Far, set(0, 2)))
	m := *s.visits(east, message.Table, wants(message.Far, set(1, 0), set(2, 0)))
	assert.Equal(t, agenda.Mediator, m.Author)
	assert.Equal(t, deal(1, 1, 1), m.Text)
	m = *s.visits(east, message.Choose, picks(1, false)) // West's turn to buy
	assert.True(t, m.Free)
	require.EqualValues(t, 3, m.N, "each wish of East beside West's, and both")
	assert.Equal(t, agenda.Amend(set(0, 2), set(1, 0)), m.Options[0])
	assert.Equal(t, agenda.Amend(set(0, 2), set(2, 0)), m.Options[1])
	m = *s.visits(west, message.Choose, picks(0, false))
	assert.Equal(t, agenda.Amend(set(0, 2), set(2, 0)), m.Options[0])
	s.rests()
	s.round(3)
	assert.Equal(t, deal(2, 1, 0), s.visits(west, message.Table, signs).Text)
	s.visits(east, message.Table, signs)
	s.gathers(deal(2, 1, 0))
	s.rests()
}

// The sides buy in turn, whichever rounds the text is given.
func TestSingleTextTurnsByItsOwnRounds(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := singleText(t, b)
	for i, seller := range []int{west, east, west} {
		s.round(2 * (i + 1))
		s.visits(west, message.Table, wants(message.Far, set(0, 2)))
		s.visits(east, message.Table, wants(message.Far, set(1, 0)))
		assert.True(t, s.visits(seller, message.Choose, picks(-1, false)).Free, "asked for its price")
		s.visits(east, message.Choose, picks(0, true))
		s.visits(west, message.Choose, picks(0, true))
		s.rests()
	}
}

// Without a trade each side picks, among the other's wishes, what it minds least;
// what nobody minds much is written in, and the wish of who is further off.
func TestSingleTextWritesInWhatIsMindedLeast(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := singleText(t, b)
	s.idle(1)
	s.round(2)
	s.visits(west, message.Table, wants(message.Far, set(0, 2), set(1, 2)))
	s.visits(east, message.Table, wants(message.Near, set(2, 0)))
	s.visits(east, message.Choose, picks(-1, false)) // no trade
	m := *s.visits(east, message.Choose, picks(1, true))
	assert.False(t, m.Free)
	assert.Equal(t, agenda.Amend(set(1, 2)), m.Options[1])
	s.visits(west, message.Choose, picks(0, true))
	s.rests()
	s.round(3)
	assert.Equal(t, deal(1, 2, 1), s.visits(west, message.Table, signs).Text, "West was far, East only near")
}

// A text that both sides would sign is shown to who must consent, and its first
// wish is written in when it will not.
func TestSingleTextAsksForConsent(t *testing.T) {
	b := brief()
	b.Initial = deal(3, 1, 1)
	s := singleText(t, b)
	s.round(1)
	s.visits(west, message.Table, signs)
	s.visits(east, message.Table, signs)
	s.visits(guard, message.Table, wants(message.Near, set(0, 2)))
	s.rests()
	s.round(2)
	s.visits(west, message.Table, signs)
	s.visits(east, message.Table, signs)
	s.gathers(deal(2, 1, 1))
}

// A side whose line is crossed is helped off it before it gets anything else.
func TestSingleTextHeedsLinesFirst(t *testing.T) {
	b := brief()
	s := singleText(t, b)
	s.idle(1)
	s.round(2)
	crossed := wants(message.Far, set(1, 2), set(0, 1))
	crossed.Crossed, crossed.Line = true, 0
	s.visits(west, message.Table, crossed)
	s.visits(east, message.Table, signs)
	m := *s.visits(east, message.Choose, picks(0, true))
	require.EqualValues(t, 1, m.N)
	assert.Equal(t, agenda.Amend(set(0, 1)), m.Options[0])
}

// Among three, what one side picks is put to the other that picked something else: the
// text takes what neither minds.
func TestSingleTextAmongThree(t *testing.T) {
	b := brief()
	b.Seats[guard].Signs, b.Consent, b.Initial = true, nil, deal(1, 1, 1)
	s := singleText(t, b)
	s.round(3)
	s.visits(west, message.Table, wants(message.Far, set(0, 2), set(1, 2), set(2, 2)))
	s.visits(guard, message.Table, wants(message.Near))
	s.visits(east, message.Table, wants(message.Near))
	s.visits(guard, message.Choose, picks(0, false))
	s.visits(east, message.Choose, picks(1, false))
	m := s.visits(east, message.Choose, picks(0, true))
	assert.Equal(t, agenda.Amend(set(0, 2)), m.Options[0], "what the guard hardly minds East does")
	m = s.visits(guard, message.Choose, picks(0, false))
	assert.Equal(t, agenda.Amend(set(1, 2)), m.Options[0])
	s.rests()
	s.round(4)
	assert.Equal(t, deal(1, 2, 1), s.visits(west, message.Table, signs).Text)
}

// A price that the buyer finds too high is followed by the seller's next, as often as the
// mediator has patience for.
func TestSingleTextHagglesOverPrices(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := newShuttle(t, b, mediator.SingleText{Options: 5, Prices: 2, Pace: 1, Patience: 100, Repeats: 2}.New(b))
	s.idle(1)
	s.round(2)
	s.visits(west, message.Table, wants(message.Far, set(0, 2)))
	s.visits(east, message.Table, wants(message.Far, set(1, 0), set(2, 0)))
	s.visits(east, message.Choose, picks(2, false)) // both of its wishes
	s.visits(west, message.Choose, picks(-1, false))
	m := *s.visits(east, message.Choose, picks(0, false))
	require.EqualValues(t, 2, m.N, "what was too much is off the list")
	s.visits(west, message.Choose, picks(-1, false))
	s.visits(east, message.Choose, picks(0, true)) // two prices are all: now what it minds least
	s.visits(west, message.Choose, picks(0, true))
	s.rests()
}

// With a pace of two the text is redrafted twice in a round.
func TestSingleTextRedraftsAtItsPace(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := newShuttle(t, b, mediator.SingleText{Options: 5, Prices: 1, Pace: 2, Patience: 100, Repeats: 2}.New(b))
	s.round(1)
	for _, text := range []agenda.Deal{deal(1, 1, 1), deal(2, 1, 1)} {
		assert.Equal(t, text, s.visits(west, message.Table, wants(message.Near, set(0, text[0]+1))).Text)
		s.visits(east, message.Table, wants(message.Far))
		s.visits(east, message.Choose, picks(0, false))
	}
	s.rests()
}

// Where the sides come no nearer, every second round puts only the two foremost wishes of
// each to the others.
func TestSingleTextAsksForWhatMattersMost(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := newShuttle(t, b, mediator.SingleText{Options: 5, Prices: 1, Pace: 1, Patience: 2, Repeats: 100}.New(b))
	for round, width := range []uint8{3, 3, 2, 3, 2, 3} {
		s.round(round + 1)
		s.visits(west, message.Table, wants(message.Far, set(0, 2), set(1, 2), set(2, 2)))
		s.visits(east, message.Table, wants(message.Far))
		m := s.visits(east, message.Choose, picks(-1, true))
		assert.Equal(t, width, m.N, "round %d", round+1)
		s.rests()
	}
}

// At a pace of none the text stands as it stood.
func TestSingleTextThatStands(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := newShuttle(t, b, mediator.SingleText{Options: 5, Prices: 1, Patience: 100, Repeats: 2}.New(b))
	for round := 1; round <= 3; round++ {
		s.round(round)
		for _, seat := range []int{west, east} {
			assert.Equal(t, b.Initial, s.visits(seat, message.Table, wants(message.Far, set(0, 2))).Text)
		}
		s.rests()
	}
}

// A text that both were near to is shown again while the sides try others: refused at
// first, it is signed in the end.
func TestSingleTextComesBackToTheNearestText(t *testing.T) {
	b := brief()
	b.Consent, b.Initial = nil, deal(1, 1, 1)
	s := singleText(t, b)
	s.round(1)
	s.visits(west, message.Table, wants(message.Near, set(0, 2)))
	s.visits(east, message.Table, signs)
	s.visits(east, message.Choose, picks(0, true))
	s.rests()
	s.round(2)
	assert.Equal(t, deal(1, 1, 1), s.visits(west, message.Table, wants(message.Near)).Text, "who refused it is asked first")
	assert.Equal(t, deal(2, 1, 1), s.visits(west, message.Table, signs).Text)
	s.visits(east, message.Table, wants(message.Far))
	s.rests()
	s.round(3)
	s.visits(west, message.Table, signs)
	assert.Equal(t, deal(1, 1, 1), s.visits(east, message.Table, signs).Text)
	s.gathers(deal(1, 1, 1))
}
