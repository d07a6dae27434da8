package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// Two sides with weights (.8, .2) and (.2, .8): halves of both issues come to 1, the
// trade to 1.6 (the example of Fatima, Wooldridge and Jennings 2006 as a case).
func TestPackagesFindTheTradeThatClausesMiss(t *testing.T) {
	whole, apart := engine(t, "textbook", "talks.mediator=package"), engine(t, "textbook", "talks.mediator=issue-by-issue")
	for i := range 20 {
		o := play(t, whole, i)
		require.True(t, o.Signed)
		assert.Equal(t, deal(80, 0), o.Deal)
		assert.InDelta(t, 1.6, o.Worth[0]+o.Worth[1], 1e-9)
		o = play(t, apart, i)
		require.True(t, o.Signed)
		assert.InDelta(t, 1, o.Worth[0]+o.Worth[1], .1, "a clause is settled within a rung of eight")
	}
}

// The first list ties first wishes to first wishes; the favourite goes to the other
// side, and a yes writes it in.
func TestPackageTiesWishes(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := newShuttle(t, b, mediator.Package{Pages: 1, Repeats: 2}.New(b))
	s.round(1)
	s.visits(west, message.Table, wants(message.Far, set(0, 2), set(1, 2)))
	s.visits(east, message.Table, wants(message.Far, set(1, 0), set(2, 0)))
	m := *s.visits(west, message.Choose, picks(0, false))
	assert.True(t, m.Free)
	d := b.Initial
	m.Amended(0, &d)
	assert.Equal(t, deal(2, 0, 1), d, "West's first wish and East's first")
	for i := range m.N {
		assert.GreaterOrEqual(t, m.Options[i].N, uint8(2), "no bundle serves one side only")
	}
	m = *s.visits(east, message.Choose, picks(0, false))
	assert.Equal(t, uint8(1), m.N)
	s.rests()
	s.round(2)
	assert.Equal(t, deal(2, 0, 1), s.visits(west, message.Table, signs).Text)
	s.visits(east, message.Table, signs)
	s.gathers(deal(2, 0, 1))
}

// Where no bundle is better for both, the side nearest to signing picks what it
// minds least, and only what the other gains by is written in.
func TestPackageConcedesToTheFurthest(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := newShuttle(t, b, mediator.Package{Pages: 1, Repeats: 2}.New(b))
	s.round(1)
	s.visits(west, message.Table, wants(message.Far, set(0, 2)))
	s.visits(east, message.Table, wants(message.Near, set(2, 0)))
	s.visits(west, message.Choose, picks(-1, false))
	s.visits(east, message.Choose, picks(-1, false))
	m := *s.visits(east, message.Choose, picks(0, true))
	assert.False(t, m.Free)
	require.Equal(t, uint8(2), m.N, "the wish alone, and for East's own")
	s.visits(west, message.Choose, picks(0, false))
	s.rests()
	s.round(2)
	assert.Equal(t, deal(2, 1, 1), s.visits(west, message.Table, signs).Text)
}
