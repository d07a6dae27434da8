package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// An offer that a side is near to taking is shown to both as the mediator's own; one
// that it is far from stays an offer.
func TestBridgingPutsANearOfferForward(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.Bridging{Facilitation: mediator.Facilitation{Named: 1}, Proposes: true}.New(b))
	s.round(1)
	s.visits(west, message.Relay, offers(deal(2, 2, 2)))
	s.visits(east, message.Relay, offers(deal(1, 1, 1)))
	s.rests()

	near := offers(deal(1, 1, 2))
	near.Verdict = message.Near
	s.round(2)
	s.visits(west, message.Relay, near)
	s.visits(east, message.Relay, offers(deal(1, 1, 1)))
	m := *s.visits(west, message.Table, signs)
	assert.Equal(t, deal(1, 1, 1), m.Text, "the offer that West was brought")
	assert.Equal(t, agenda.Mediator, m.Author)
	s.visits(east, message.Table, wants(message.Near))
	s.rests()

	s.round(3)
	s.visits(west, message.Relay, near)
	s.visits(east, message.Relay, offers(deal(1, 1, 1)))
	s.visits(west, message.Table, signs)
	s.visits(east, message.Table, signs)
	s.gathers(deal(1, 1, 1))
	s.rests()
}

// Whoever must consent to a proposal is asked before anybody is gathered.
func TestBridgingAsksForConsent(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.Bridging{Facilitation: mediator.Facilitation{Named: 1}, Proposes: true}.New(b))
	near := offers(deal(3, 1, 1))
	near.Verdict = message.Near
	s.round(1)
	s.visits(west, message.Relay, offers(deal(3, 1, 1)))
	s.visits(east, message.Relay, near)
	s.visits(west, message.Table, signs)
	s.visits(east, message.Table, signs)
	s.visits(guard, message.Table, wants(message.Far))
	s.rests()
}
