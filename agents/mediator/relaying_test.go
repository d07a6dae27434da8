package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// Facilitation asks for an offer, carries it across with its author's priorities,
// and gathers everybody for the text that a side would sign.
func TestFacilitationCarriesOffers(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.Facilitation{Tells: true, Accuracy: 1, Named: 1}.New(b))
	s.round(1)
	assert.True(t, s.visits(west, message.Relay, offers(deal(2, 2, 2), set(1, 3))).Empty)
	m := *s.visits(east, message.Relay, offers(deal(1, 1, 1), set(0, 0), set(2, 1)))
	assert.Equal(t, deal(2, 2, 2), m.Text)
	assert.Equal(t, agenda.Author(west), m.Author)
	assert.Equal(t, []uint8{1}, m.Ranking[:m.Named], "what West would move first")
	s.rests()
	s.round(2)
	m = *s.visits(west, message.Relay, signs)
	assert.Equal(t, deal(1, 1, 1), m.Text)
	assert.Equal(t, agenda.Author(east), m.Author)
	assert.Equal(t, uint8(east), m.Side)
	assert.Equal(t, []uint8{0, 2}, m.Ranking[:m.Named])
	s.gathers(deal(1, 1, 1))
	s.rests()
}

// Who must consent is asked before anybody is gathered; its refusal goes into the
// text as its first wish, and the text goes round again.
func TestRelayingAsksForConsent(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.Facilitation{Named: 1}.New(b))
	s.round(1)
	s.visits(west, message.Relay, offers(deal(3, 1, 1)))
	s.visits(east, message.Relay, signs)
	m := *s.visits(guard, message.Table, wants(message.Far, set(0, 2)))
	assert.Equal(t, deal(3, 1, 1), m.Text)
	assert.Zero(t, m.Named, "nobody said to pass priorities on")
	s.rests()
	s.round(2)
	m = *s.visits(west, message.Relay, signs)
	assert.Equal(t, deal(2, 1, 1), m.Text)
	assert.Equal(t, agenda.Author(guard), m.Author)
	s.gathers(deal(2, 1, 1))
}

// Named is the share of offers that bear their author's name, and contact the
// share of rounds in which sides meet at all.
func TestNamedAndContactAreShares(t *testing.T) {
	b := brief()
	for _, c := range []struct {
		name       string
		strategy   mediator.Strategy
		met, named float64
	}{
		{"direct", mediator.None{Contact: .5, Named: .75}.New(b), .5, .75},
		{"direct, unnamed", mediator.None{Contact: 1, Named: 0}.New(b), 1, 0},
		{"facilitation", mediator.Facilitation{Named: .25}.New(b), 1, .25},
		{"facilitation, named", mediator.Facilitation{Named: 1}.New(b), 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			met, named := shares(newShuttle(t, b, c.strategy))
			assert.InDelta(t, c.met, met, .032, "four standard errors")
			assert.InDelta(t, c.named, named, .032)
		})
	}
}

// shares plays many rounds of offers and counts those in which anybody was visited,
// and the offers that were carried with their author's name.
func shares(s *shuttle) (met, named float64) {
	s.t.Helper()
	const rounds = 4000
	carried := 0.0
	for round := 1; round <= rounds; round++ {
		s.round(round)
		for i := 0; s.next().Act == mediator.Visit; i++ {
			if i == 0 {
				met++
			}
			m := &s.move.Message
			require.Zero(s.t, m.Named, "nobody said to pass priorities on")
			if !m.Empty {
				carried++
				if m.Author != agenda.Unnamed {
					named++
				}
			}
			*s.notebook.Page(s.move.To, message.Relay) = offers(deal(uint8(round%4), uint8(i)))
		}
		require.Equal(s.t, mediator.Rest, s.move.Act)
	}
	return met / rounds, named / carried
}
