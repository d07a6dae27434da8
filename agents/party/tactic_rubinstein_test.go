package party

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// pie is a party that faces another over a pie in so many steps: what one gets the
// other does not.
func pie(steps int, own, other float64) *Party {
	mine, theirs := make([]float64, steps+1), make([]float64, steps+1)
	for l := range mine {
		mine[l] = float64(l) / float64(steps)
		theirs[l] = 1 - mine[l]
	}
	p := seated(plain(steps+1), additive([]float64{1}, [][]float64{mine}, own), nil,
		additive([]float64{1}, [][]float64{theirs}, other))
	return p
}

// Backwards from the last offer: 1, .1, .91, .181 … for factors of .9, and .5263 from
// both sides in the long run; with factors of .95 and .8 and no last offer .8333.
func TestSharesAreFoundBackwards(t *testing.T) {
	for _, c := range []struct {
		own, other float64
		last, k    int
		mine       bool
		want       float64
	}{
		{.9, .9, 1, 1, true, 1}, {.9, .9, 2, 1, true, .1}, {.9, .9, 3, 1, true, .91}, {.9, .9, 4, 1, true, .181},
		{.9, .9, 5, 1, true, .8371}, {.9, .9, 50, 1, true, .523603}, {.9, .9, 51, 1, false, .528757},
		{.9, .9, 5, 5, true, 1}, {.9, .9, 5, 6, true, 0},
		{.95, .8, 0, 1, true, .833333}, {.95, .8, 0, 7, false, .208333},
		{.5, .8, 2, 1, true, .2}, {.5, .8, 2, 1, false, .5}, // what the other, last to offer, would wait for
	} {
		r := Rubinstein{Patience: c.own, Other: c.other, Offers: float64(c.last)}
		assert.InDelta(t, c.want, r.Share(c.k, c.mine), 1e-6, "%+v", c)
	}
}

// Without a last offer and with factors of .9 it asks for .526 of the pie and takes
// .474; an offer of less it answers with its own, rounded in the other's favour.
func TestRubinsteinAtThePie(t *testing.T) {
	p := pie(100, 0, 0)
	p.tactic = Rubinstein{Patience: .9, Other: .9}.New(nil)
	first := says(p, message.Message{Kind: message.Relay, Empty: true})
	assert.True(t, first.Offered)
	assert.EqualValues(t, 52, first.Offer[0])
	low := says(p, message.Message{Kind: message.Relay, Author: 1, Text: agenda.Deal{47}})
	assert.NotEqual(t, message.Sign, low.Verdict)
	assert.EqualValues(t, 52, low.Offer[0])
	assert.Equal(t, message.Sign, says(p, message.Message{Kind: message.Relay, Author: 1, Text: agenda.Deal{48}}).Verdict)
	assert.Equal(t, message.Sign, says(p, message.Message{Kind: message.Conclude, Text: first.Offer}).Verdict)

	last := pie(100, .1, .3) // of a surplus of .6
	last.tactic = Rubinstein{Patience: .9, Other: .9, Offers: 2}.New(nil)
	own := says(last, message.Message{Kind: message.Relay, Empty: true})
	assert.EqualValues(t, 16, own.Offer[0], ".1 and a tenth of .6")
	assert.Equal(t, message.Sign, says(last, message.Message{Kind: message.Conclude, Text: own.Offer}).Verdict, "it stands by its own offer")
}
