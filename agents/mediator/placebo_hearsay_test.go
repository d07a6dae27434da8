package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// told counts which clauses a mediator passes on for a side that always asks for y first.
func told(t *testing.T, of func(*mediator.Brief) mediator.Strategy) (clauses [3]int) {
	b := brief()
	s := newShuttle(t, b, of(b))
	for round := 1; round <= 300; round++ {
		s.round(round)
		m := s.visits(west, message.Relay, offers(deal(3, 3, 3), set(1, 2)))
		if round > 1 {
			assert.EqualValues(t, 1, m.Named)
			clauses[m.Ranking[0]]++
		}
		s.visits(east, message.Relay, offers(deal(0, 0, 0), set(1, 1)))
		s.rests()
	}
	return clauses
}

// Facilitation passes on what it was told as often as it is accurate, and else a clause
// drawn by lot; hearsay is all by lot.
func TestHowTrueIsWhatIsPassedOn(t *testing.T) {
	facilitation := func(accuracy float64) func(*mediator.Brief) mediator.Strategy {
		return mediator.Facilitation{Tells: true, Accuracy: accuracy, Named: 1}.New
	}
	assert.Equal(t, [3]int{0, 299, 0}, told(t, facilitation(1)))
	some := told(t, facilitation(.4))
	assert.InDelta(t, .4+.6/3, float64(some[1])/299, .1)
	assert.InDelta(t, .6/3, float64(some[0])/299, .1)
	for _, n := range told(t, mediator.PlaceboHearsay{Named: 1}.New) {
		assert.InDelta(t, 1./3, float64(n)/299, .1)
	}
}
