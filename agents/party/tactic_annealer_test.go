package party

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// A loss of 1/6 is accepted with chance e^(−Δ/T), T falling evenly to nothing; what is
// better is always accepted, and nothing is signed below the fallback.
func TestAnnealerAcceptsLosses(t *testing.T) {
	const votes = 4000
	for _, row := range []struct{ days, chance float64 }{
		{0, math.Exp(-.5)}, // T = 1/3
		{50, math.Exp(-1)}, // T = 1/6
		{75, math.Exp(-2)}, // T = 1/12
		{100, 0},
		{500, 0},
	} {
		p := playing(HillClimber{}.New(nil), .15)
		p.Begin(Annealer{Heat: 1. / 3, Horizon: 100}.New(rand.New(rand.NewPCG(1, 1))), nil, p.public, p.guess, false, Outside{})
		p.Observe(1, row.days, Outside{})
		yes := 0
		for range votes {
			if pick(p, agenda.Deal{3}, true, agenda.Amend(moves(0, 2)...)).Choice == 0 {
				yes++
			}
		}
		assert.InDelta(t, row.chance, float64(yes)/votes, 4*math.Sqrt(.25/votes), "day %v", row.days)
		assert.EqualValues(t, 0, pick(p, agenda.Deal{3}, true, agenda.Amend(moves(0, 4)...)).Choice)
		assert.Equal(t, 1, least(p))
	}
}

// Of options that are all worse it takes the least bad, and says how much it minds.
func TestAnnealerTakesTheLeastBad(t *testing.T) {
	p := playing(HillClimber{}.New(nil), .15)
	p.Begin(Annealer{Heat: 10, Horizon: 100}.New(rand.New(rand.NewPCG(1, 1))), nil, p.public, p.guess, false, Outside{})
	taken := 0
	for range 50 {
		if r := pick(p, agenda.Deal{3}, true, agenda.Amend(moves(0, 0)...), agenda.Amend(moves(0, 2)...)); r.Choice >= 0 {
			taken++
			assert.EqualValues(t, 1, r.Choice)
			assert.True(t, r.Strong)
		}
	}
	assert.Greater(t, taken, 40)
	r := says(p, message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: agenda.Deal{0}})
	assert.NotEqual(t, message.Sign, r.Verdict)
}
