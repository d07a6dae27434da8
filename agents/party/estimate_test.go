package party

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// off is how far a guess of the weights is from the truth, in sum.
func off(e *Estimate, truth []float64) float64 {
	total, miss := 0.0, 0.0
	for _, w := range truth {
		total += w
	}
	for k, w := range truth {
		miss += math.Abs(e.utility.Weight(k) - w/total)
	}
	return miss
}

// Under a fixed pie the other side is taken to weigh issues as oneself does.
func TestFixedPie(t *testing.T) {
	a := plain(2, 2, 2)
	scores := slices.Repeat([][]float64{{0, 1}}, 3)
	own, other := additive([]float64{6, 3, 1}, scores, .3), additive([]float64{1, 1, 2}, scores, .3)
	e := NewEstimate(a, 1, other, nil, Outside{})
	assert.Equal(t, 1, e.Index())
	assert.InDeltaSlice(t, []float64{.25, .25, .5}, weights(e), 1e-15)
	e.FixedPie(own)
	assert.InDeltaSlice(t, []float64{.6, .3, .1}, weights(e), 1e-15)
	assert.InDelta(t, .3, e.floor, 1e-15, "its fallback is still the public one")
	assert.Equal(t, []float64{1, 1, 2}, other.Weights, "the public picture is left as it was")
}

// weights are the weights of a guess.
func weights(e *Estimate) (w []float64) {
	for k := range e.weights {
		w = append(w, e.utility.Weight(k))
	}
	return w
}

// A ranking moves half of all weight to the clauses named, by rank-order centroids:
// of three, 11/18, 5/18 and 2/18.
func TestLearnByHand(t *testing.T) {
	a := plain(2, 2, 2, 2)
	own := additive([]float64{1, 1, 1, 1}, slices.Repeat([][]float64{{0, 1}}, 4), .3)
	e := NewEstimate(a, 1, own, nil, Outside{})
	e.FixedPie(own)
	e.Learn([]uint8{2, 0, 3}, 1)
	assert.InDeltaSlice(t, []float64{.125 + .5*5/18, .125, .125 + .5*11/18, .125 + .5*2/18}, weights(e), 1e-15)
	e.FixedPie(own)
	e.Learn([]uint8{2}, .25)
	assert.InDeltaSlice(t, []float64{.21875, .21875, .21875 + .125, .21875}, weights(e), 1e-15)
	before := weights(e)
	e.Learn(nil, 1)
	e.Learn([]uint8{1}, 0)
	assert.InDeltaSlice(t, before, weights(e), 1e-15, "nothing heard, nothing learnt")
}

// Who is told the same again and again comes to believe it, and no more than it: what is
// not named keeps the half of its weight that nothing was said of.
func TestToldOftenIsToldOnce(t *testing.T) {
	a := plain(2, 2, 2, 2)
	own := additive([]float64{1, 1, 1, 1}, slices.Repeat([][]float64{{0, 1}}, 4), .3)
	once, often := NewEstimate(a, 1, own, nil, Outside{}), NewEstimate(a, 1, own, nil, Outside{})
	once.FixedPie(own)
	once.Learn([]uint8{2, 0, 3}, 1)
	often.FixedPie(own)
	for range 60 {
		often.Learn([]uint8{2, 0, 3}, .5)
	}
	assert.InDeltaSlice(t, weights(once), weights(often), 1e-12)
	assert.InDelta(t, .125, often.utility.Weight(1), 1e-12)
}

// Whatever is heard, weights stay positive and add up to one.
func TestLearningKeepsWeightsWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "issues")
		a := plain(slices.Repeat([]int{2}, n)...)
		own := additive(nil, slices.Repeat([][]float64{{0, 1}}, n), .3)
		for range n {
			own.Weights = append(own.Weights, float64(rapid.IntRange(1, 20).Draw(t, "weight")))
		}
		e := NewEstimate(a, 1, own, nil, Outside{})
		e.FixedPie(own)
		issue := rapid.Map(rapid.IntRange(0, n-1), func(k int) uint8 { return uint8(k) })
		for range rapid.IntRange(1, 10).Draw(t, "times") {
			e.Learn(rapid.SliceOfN(issue, 0, message.MaxWishes).Draw(t, "ranking"), rapid.Float64Range(0, 1).Draw(t, "rate"))
			sum := 0.0
			for _, w := range weights(e) {
				assert.GreaterOrEqual(t, w, 0.0)
				sum += w
			}
			assert.InDelta(t, 1, sum, 1e-12)
		}
	})
}

// True rankings move a fixed-pie guess towards the truth, in the mean over cases.
func TestLearningHelps(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	before, after := 0.0, 0.0
	const cases = 300
	for range cases {
		a := plain(4, 4, 4, 4, 4, 4, 4)
		one, two := opposed(r, a)
		for k := range two.Weights { // weights that differ
			one.Weights[k], two.Weights[k] = math.Pow(one.Weights[k], 3), math.Pow(two.Weights[k], 3)
		}
		p := seated(a, one, nil, two)
		other := seated(a, two, nil, one)
		other.floor = 2 // it signs nothing, and always names what it wants most
		p.Begin(climber{}, nil, p.public, p.guess, true, Outside{})
		p.traits.Learning = .25
		before += off(p.guess[0], two.Weights)
		for range 6 {
			text := random(r, a)
			reply := table(other, text)
			m := message.Message{Kind: message.Relay, Author: 1, Text: text, Side: 1, Named: reply.N}
			for i, c := range reply.Wishes[:reply.N] {
				m.Ranking[i] = c.Issue
			}
			says(p, m)
		}
		after += off(p.guess[0], two.Weights)
	}
	t.Logf("off by %.3f before, %.3f after", before/cases, after/cases)
	assert.Less(t, after, .9*before)
}

// Priorities of a side are learnt of that side only, and only where the guess is a
// fixed pie; without one it is the public picture, which a ranking cannot better.
func TestWhoLearns(t *testing.T) {
	a := plain(2, 2)
	scores := [][]float64{{0, 1}, {0, 1}}
	own, two, three := additive([]float64{.9, .1}, scores, .5), additive([]float64{.5, .5}, scores, .5), additive([]float64{.3, .7}, scores, .5)
	own.Learning = .5
	m := message.Message{Kind: message.Relay, Author: 1, Side: 1, Named: 1}
	m.Ranking[0] = 1
	p := seated(a, own, nil, two, three)
	says(p, m)
	assert.InDeltaSlice(t, []float64{.5, .5}, weightsOf(p, 0), 1e-15, "nothing to learn")
	p.Begin(climber{}, nil, p.public, p.guess, true, Outside{})
	assert.InDeltaSlice(t, []float64{.9, .1}, weightsOf(p, 0), 1e-15)
	says(p, m)
	assert.InDeltaSlice(t, []float64{.675, .325}, weightsOf(p, 0), 1e-15)
	assert.InDeltaSlice(t, []float64{.9, .1}, weightsOf(p, 1), 1e-15, "nothing was said of the third")
	p.Begin(climber{}, nil, p.public, p.guess, true, Outside{})
	assert.InDeltaSlice(t, []float64{.9, .1}, weightsOf(p, 0), 1e-15, "a new run begins with the old guess")
	assert.InDeltaSlice(t, []float64{.5, .5}, []float64{p.public[0].utility.Weight(0), p.public[0].utility.Weight(1)}, 1e-15)
}

// weightsOf are the weights a party guesses of another.
func weightsOf(p *Party, i int) []float64 {
	var w []float64
	for k := range p.agenda.Issues {
		w = append(w, p.guess[i].utility.Weight(k))
	}
	return w
}

// A public line that a text crosses counts as far as the whole scale.
func TestShortOfTheOthers(t *testing.T) {
	a := plain(3)
	other := additive([]float64{1}, [][]float64{{0, .5, 1}}, .7)
	other.Lines = []Line{{Issue: 0, Levels: set(0), Hard: true}}
	p := seated(a, additive([]float64{1}, [][]float64{{1, .5, 0}}, .1), nil, other)
	for level, want := range []float64{1.7, .2, 0} {
		assert.InDelta(t, want, p.self.short(&agenda.Deal{uint8(level)}), 1e-15)
	}
}
