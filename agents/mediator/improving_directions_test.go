package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// The method as published climbs from the middle to the trade, which is a point of
// the frontier, and stays there.
func TestImprovingDirectionsReachTheFrontier(t *testing.T) {
	e := engine(t, "textbook", "talks.mediator={name: improving-directions, shift: false}")
	for i := range 20 {
		o := play(t, e, i)
		require.True(t, o.Signed)
		assert.Equal(t, deal(80, 0), o.Deal)
	}
}

// West pulls x up by 2/3 and y by 1/3, East y down by 1/2, x by 1/3 and z by 1/6: half
// way lies x up by 1/3, then y and z down by 1/6 each, together. The shorter answer
// counts.
func TestImprovingDirectionsGoHalfWay(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 1, 1)
	s := newShuttle(t, b, mediator.ImprovingDirections{Steps: 1, Tries: 1, Shift: true}.New(b))
	s.round(1)
	s.visits(west, message.Table, wants(message.Far, set(0, 2), set(1, 2)))
	s.visits(east, message.Table, wants(message.Far, set(1, 0), set(0, 0), set(2, 0)))
	m := *s.visits(west, message.Choose, picks(1, false))
	require.Equal(t, uint8(2), m.N)
	near, far := b.Initial, b.Initial
	m.Amended(0, &near)
	m.Amended(1, &far)
	assert.Equal(t, deal(2, 1, 1), near)
	assert.Equal(t, deal(2, 0, 0), far)
	s.visits(east, message.Choose, picks(0, false))
	s.visits(west, message.Choose, picks(0, false))
	s.visits(east, message.Choose, picks(0, false))
	s.rests()
	s.round(2)
	assert.Equal(t, near, s.visits(west, message.Table, signs).Text)
}

// Opposite directions end the method as published.
func TestImprovingDirectionsStopWhereTheyOppose(t *testing.T) {
	for _, shift := range []bool{false, true} {
		b := brief()
		b.Initial = deal(1, 1, 1)
		s := newShuttle(t, b, mediator.ImprovingDirections{Steps: 1, Tries: 2, Shift: shift}.New(b))
		s.round(1)
		s.visits(west, message.Table, wants(message.Far, set(0, 2), set(1, 2)))
		s.visits(east, message.Table, wants(message.Near, set(0, 0), set(1, 0)))
		for s.next().Act == mediator.Visit && s.move.Message.Free {
			*s.notebook.Page(s.move.To, message.Choose) = picks(-1, false)
		}
		if !shift {
			require.Equal(t, mediator.Rest, s.move.Act)
			continue
		}
		require.Equal(t, east, s.move.To, "the nearest picks from the furthest's wishes")
		*s.notebook.Page(east, message.Choose) = picks(1, false)
		s.rests()
		s.round(2)
		assert.Equal(t, deal(1, 2, 1), s.visits(west, message.Table, signs).Text)
	}
}
