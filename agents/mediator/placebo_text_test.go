package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// The control for drafting shows the same text whatever is said, and has it signed once
// all would.
func TestPlaceboTextStands(t *testing.T) {
	b := brief()
	b.Initial = deal(3, 1, 1)
	s := newShuttle(t, b, mediator.PlaceboText{}.New(b))
	for round := 1; round <= 3; round++ {
		s.round(round)
		for _, seat := range []int{west, east} {
			m := s.visits(seat, message.Table, wants(message.Far, set(1, uint8(round%3))))
			assert.Equal(t, b.Initial, m.Text)
			assert.Equal(t, agenda.Mediator, m.Author)
		}
		s.rests()
	}
	s.round(4)
	s.visits(west, message.Table, signs)
	s.visits(east, message.Table, signs)
	s.visits(guard, message.Table, wants(message.Near, set(0, 2))) // it will not consent
	s.rests()
	s.round(5)
	assert.Equal(t, b.Initial, s.visits(west, message.Table, signs).Text, "nor is that written in")
	s.visits(east, message.Table, signs)
	s.visits(guard, message.Table, signs)
	s.gathers(b.Initial)
	s.rests()
}
