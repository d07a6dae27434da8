package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// pie is a brief of a pie in a hundred steps, of which West's level says its share; a
// fallback is a tenth or a half.
func pie() *mediator.Brief {
	levels := make([]agenda.Level, 101)
	b := &mediator.Brief{
		Agenda: &agenda.Agenda{Issues: []agenda.Issue{{Name: "pie", Levels: levels}}, Pillars: []string{"p"}},
		Seats:  []mediator.Seat{{Name: "West", Signs: true}, {Name: "Guard"}, {Name: "East", Signs: true}},
		Rounds: 3,
	}
	for _, seat := range []int{west, east} {
		p := &mediator.Public{Fallback: mediator.Range{Low: .1, Base: .3, High: .5}, Gains: [][]float64{make([]float64, 101)}}
		for l := range p.Gains[0] {
			x := float64(l) / 100
			if seat == east {
				p.Worth, x = 1, -x
			}
			p.Gains[0][l] = x
		}
		b.Seats[seat].Public = p
	}
	return b
}

// recommended counts what a confidential mediator does with two answers over many runs:
// the splits it puts up for signature, by West's level.
func recommended(t *testing.T, c mediator.Confidential, westStrong, eastStrong bool, runs int) map[uint8]int {
	t.Helper()
	b := pie()
	count := map[uint8]int{}
	s := newShuttle(t, b, nil)
	for range runs { // one stream for all
		s.strategy = c.New(b)
		s.round(1)
		answer := func(strong bool) message.Reply {
			if strong {
				return message.Reply{Verdict: message.Far}
			}
			return message.Reply{Verdict: message.Sign}
		}
		m := s.visits(west, message.Table, answer(westStrong))
		require.EqualValues(t, 30, m.Text[0], "what only a weak side could live with")
		m = s.visits(east, message.Table, answer(eastStrong))
		require.EqualValues(t, 70, m.Text[0])
		if move := s.next(); move.Act == mediator.Gather {
			count[move.Message.Text[0]]++
		}
		require.Equal(t, mediator.Rest, s.next().Act)
	}
	return count
}

// Hörner, Morelli and Squintani 2015 with q = .6, p = .9, θ = .8: two weak sides get half
// each, a strong and a weak one always a split, .72 with chance .7861 and else half, and
// two strong ones half with chance .3137. In open talks the strong side always gets .72
// and two strong ones a split with chance .1269.
func TestConfidentialRecommends(t *testing.T) {
	const runs = 4000
	c := mediator.Confidential{Strong: .6, Odds: .9, Left: .8}
	assert.Equal(t, map[uint8]int{50: runs}, recommended(t, c, false, false, runs))
	one := recommended(t, c, true, false, runs)
	assert.Equal(t, runs, one[72]+one[50])
	assert.InDelta(t, .7861, float64(one[72])/runs, .026)
	other := recommended(t, c, false, true, runs)
	assert.Equal(t, runs, other[28]+other[50])
	both := recommended(t, c, true, true, runs)
	assert.InDelta(t, .3137, float64(both[50])/runs, .03)
	c.Open = true
	assert.Equal(t, map[uint8]int{72: runs}, recommended(t, c, true, false, runs))
	assert.InDelta(t, .1269, float64(recommended(t, c, true, true, runs)[50])/runs, .022)
}

// Where strength is rare, two strong sides are never brought together and a strong and a
// weak one with chance 1/(1 + γ − 2λ); where it is so common that half is as good as war
// to a strong side, everybody gets half.
func TestConfidentialAtTheEnds(t *testing.T) {
	const runs = 4000
	rare := mediator.Confidential{Strong: .2, Odds: .9, Left: .8} // λ = .25, γ = 2.2
	assert.Empty(t, recommended(t, rare, true, true, runs))
	assert.InDelta(t, 1/2.7, float64(recommended(t, rare, true, false, runs)[72])/runs, .031)
	common := mediator.Confidential{Strong: .8, Odds: .9, Left: .8} // λ = 4
	assert.Equal(t, map[uint8]int{50: 100}, recommended(t, common, true, true, 100))
	assert.Equal(t, map[uint8]int{50: 100}, recommended(t, common, false, true, 100))
}
