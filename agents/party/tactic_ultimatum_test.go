package party

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

func demandOf(t *testing.T, p *Party, r message.Report) float64 {
	t.Helper()
	answer := says(p, message.Message{Kind: message.Relay, Empty: true, Report: r})
	require.True(t, answer.Offered)
	return float64(answer.Offer[0]) / 100
}

// With a fallback of .4 against one between .1 and .5 the expected gain (x − .4)·P(the
// other takes 1 − x) is highest at .65 (Fearon 1995). Told that the other's lies in the
// lower half, and believing it, it asks for .7; told the upper half, for .55; a report
// that it trusts like the toss of a coin changes nothing.
func TestUltimatumWeighsTheRisk(t *testing.T) {
	weak := message.Report{Given: true, Side: 1, Low: .1, High: .3}
	strong := message.Report{Given: true, Side: 1, Low: .3, High: .5}
	make1 := func(trust float64) *Party {
		p := pie(100, .4, .3)
		p.tactic = Ultimatum{Spread: .2, Prior: "uniform", Trust: trust}.New(nil)
		return p
	}
	assert.Equal(t, .65, demandOf(t, make1(1), message.Report{}))
	assert.Equal(t, .7, demandOf(t, make1(1), weak), "a side in [.1,.3] takes .3 for sure")
	assert.Equal(t, .55, demandOf(t, make1(1), strong))
	assert.Equal(t, .65, demandOf(t, make1(.5), weak))
	assert.Equal(t, .65, demandOf(t, make1(.5), strong))

	p := make1(1)
	assert.Equal(t, .65, demandOf(t, p, message.Report{}))
	assert.NotEqual(t, message.Sign, says(p, message.Message{Kind: message.Relay, Author: 1, Text: agenda.Deal{64}}).Verdict, "it stays with its demand")
	assert.Equal(t, message.Sign, says(p, message.Message{Kind: message.Relay, Author: 1, Text: agenda.Deal{65}}).Verdict)
}

// Of two types at .1 and .5 the demand leaves the one or the other its due: .9 · ½ + .4 ·
// ½ = .65 is more than .5 for certain.
func TestUltimatumOfTwoTypes(t *testing.T) {
	p := pie(100, .4, .3)
	p.tactic = Ultimatum{Spread: .2, Prior: "two-types", Trust: .9}.New(nil)
	assert.Equal(t, .9, demandOf(t, p, message.Report{}))
	assert.Equal(t, .5, demandOf(t, p, message.Report{Given: true, Side: 1, Low: .3, High: .5}), "weak one time in ten: .45 in the mean")
}

// Bayes, by hand: of four parts one is reported with trust .7; it has .7 of the chance
// and each other .1. The chance that the fallback is below the reported part's middle,
// with a part below it, is .1 + .35.
func TestBeliefHears(t *testing.T) {
	b := belief{low: 0, high: 4}
	b.hear(message.Report{Given: true, Low: 1, High: 2}, .7)
	assert.InDelta(t, .7, b.inside, 1e-12)
	assert.InDelta(t, .45, b.below(1.5), 1e-8)
	assert.InDelta(t, .8, b.below(2), 1e-8)
	assert.InDelta(t, .9, b.below(3), 1e-8)
	assert.Zero(t, b.below(-1))
	assert.Equal(t, 1., b.below(5))
	same := belief{low: 0, high: 4}
	same.hear(message.Report{Given: true, Low: -1, High: 9}, .7)
	assert.False(t, same.told, "a report of everything says nothing")
	empty := belief{low: 2, high: 2}
	empty.hear(message.Report{Given: true, Low: 1, High: 3}, .7)
	assert.Equal(t, 1., empty.below(2))
}

// Every deal of a small agenda is considered, inside the party's lines, and looked up
// again until the party's numbers move; on a large one a few are.
func TestConsider(t *testing.T) {
	p := pie(100, .4, .3)
	list := p.self.consider()
	require.Len(t, list, 101)
	assert.InDelta(t, .35, list[65].theirs, 1e-12)
	assert.InDelta(t, .65, list[65].own, 1e-12)
	assert.True(t, p.ladder.listed)
	moved := p.traits
	moved.Scores = [][]float64{append([]float64(nil), p.traits.Scores[0]...)}
	moved.Scores[0][65] = 0
	p.Set(&moved, nil)
	assert.Zero(t, p.self.consider()[65].own)

	barred := pie(100, .4, .3)
	barred.traits.Lines = []Line{{Issue: 0, Levels: set(7), Hard: true}}
	assert.Len(t, barred.self.consider(), 100)
	assert.False(t, barred.ladder.listed)

	scores := make([][]float64, 6)
	back := make([][]float64, 6)
	for k := range scores {
		scores[k], back[k] = []float64{0, .3, .6, .8, 1}, []float64{1, .8, .6, .3, 0}
	}
	even := []float64{1, 1, 1, 1, 1, 1}
	large := seated(plain(5, 5, 5, 5, 5, 5), additive(even, scores, .2), nil, additive(even, back, .2))
	list = large.self.consider()
	require.Len(t, list, demands+1)
	assert.Greater(t, list[0].own, list[demands].own)
	assert.Less(t, list[0].theirs, list[demands].theirs)
}
