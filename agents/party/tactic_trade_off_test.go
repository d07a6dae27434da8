package party

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// answers is what a party answers to an offer of the other side.
func answers(p *Party, d agenda.Deal) message.Reply {
	return says(p, message.Message{Kind: message.Relay, Author: 1, Text: d})
}

// Two pies of ten steps; the first is worth four times the second to the party, and
// as little to the other. Of all deals worth its demand it offers the one most like
// what it heard: it takes the first, which is cheap for the other, and leaves the
// second.
func TestTradeOffOffersWhatIsLikest(t *testing.T) {
	up, down := make([]float64, 11), make([]float64, 11)
	for l := range up {
		up[l], down[10-l] = float64(l)/10, float64(l)/10
	}
	own := additive([]float64{.8, .2}, [][]float64{up, up}, .3)
	other := additive([]float64{.2, .8}, [][]float64{down, down}, .3)
	p := seated(plain(11, 11), own, nil, other)
	tactic := TradeOff{TimeDependent{Haste: 1, Horizon: 100, Curve: "polynomial", Anchor: "ideal"}}
	p.Begin(tactic.New(nil), nil, p.public, p.guess, false, Outside{})
	for _, row := range []struct {
		days        float64
		heard, want agenda.Deal
	}{
		{0, agenda.Deal{2, 0}, agenda.Deal{10, 10}},   // demand 1
		{50, agenda.Deal{2, 0}, agenda.Deal{9, 0}},    // demand .65: .72, and not .66 for three steps of the second
		{50, agenda.Deal{2, 3}, agenda.Deal{8, 3}},    // .70
		{100, agenda.Deal{2, 0}, agenda.Deal{4, 0}},   // demand .3: .32
		{100, agenda.Deal{0, 10}, agenda.Deal{2, 10}}, // .36
	} {
		p.Observe(1, row.days+1e-9, Outside{})
		p.tactic.(*turning).round = -1 // another day of the same round
		r := answers(p, row.heard)
		assert.True(t, r.Offered)
		assert.Equal(t, row.want, r.Offer, "day %v, heard %v", row.days, row.heard[:2])
	}
}

// On small cases the offer is worth the demand, and on nearly all of them no deal
// worth it is more like the text: a greedy search may pass the likest by.
func TestTradeOffAgainstEveryDeal(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	a := plain(3, 4, 3, 5)
	const cases = 200
	extra, exact := 0., 0
	for range cases {
		own, other := opposed(r, a)
		p := seated(a, own, nil, other)
		demand := .3 + .6*r.Float64()
		var text agenda.Deal
		for k := range a.Issues {
			text[k] = uint8(r.IntN(len(a.Issues[k].Levels)))
		}
		unlike := func(d *agenda.Deal) (sum float64) {
			for k := range a.Issues {
				sum += p.self.way(&text, agenda.Change{Issue: uint8(k), Level: d[k]})
			}
			return sum
		}
		got := p.self.likest(&text, demand)
		assert.GreaterOrEqual(t, p.Worth(&got), demand)
		best := 9.
		all(a, func(d *agenda.Deal) {
			if p.Worth(d) >= demand {
				best = min(best, unlike(d))
			}
		})
		if extra += unlike(&got) - best; unlike(&got) < best+1e-9 {
			exact++
		}
	}
	t.Logf("exact in %d, further by %.4f on average", exact, extra/cases)
	assert.Greater(t, exact, cases*4/5)
	assert.Less(t, extra/cases, .01)
}
