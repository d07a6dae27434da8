package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// public is a side that everybody takes to like every issue's top as much as the next.
func public(up bool) *mediator.Public {
	p := &mediator.Public{Worth: .5, Fallback: mediator.Range{Low: .2, Base: .3, High: .4}}
	for range 3 {
		gains := []float64{0, .1, .2, .3}
		if !up {
			gains = []float64{.3, .2, .1, 0}
		}
		p.Weights = append(p.Weights, mediator.Range{Low: .5, Base: 1, High: 1.5})
		p.Gains = append(p.Gains, gains)
	}
	like := mediator.Like{Fallback: .3, Worth: .5, Weights: []float64{1, 1, 1}, Gains: p.Gains}
	p.Likes = func() []mediator.Like { return []mediator.Like{like} }
	return p
}

// On the textbook's public numbers the learner tables the trade in its first text.
func TestLearnerFindsTheTrade(t *testing.T) {
	e := engine(t, "textbook", "talks.mediator=learner")
	for i := range 20 {
		o := play(t, e, i)
		require.True(t, o.Signed)
		assert.Equal(t, deal(80, 0), o.Deal)
		assert.Equal(t, deal(80, 0), o.History.Drafts[0].Deal)
	}
}

// What it hears is what makes it: taken for noise, the same answers lead to fewer
// signatures.
func TestLearnerLivesOnWhatItHears(t *testing.T) {
	listens := engine(t, "miami", "talks.mediator=learner")
	shrugs := engine(t, "miami", "talks.mediator={name: learner, noise: 1}")
	more := 0
	for i := range 150 {
		if play(t, listens, i).Signed {
			more++
		}
		if play(t, shrugs, i).Signed {
			more--
		}
	}
	assert.Greater(t, more, 15, "a tenth of the runs")
}

// A level that crossed somebody's line is not proposed again.
func TestLearnerKeepsOffLines(t *testing.T) {
	b := brief()
	b.Seats[west].Public, b.Seats[east].Public = public(true), public(true)
	s := newShuttle(t, b, mediator.Learner{Learns: true, Noise: .02}.New(b))
	s.round(1)
	assert.Equal(t, deal(3, 3, 3), s.visits(west, message.Table, signs).Text, "what both are taken to like best")
	crossed := wants(message.Far, set(1, 2))
	crossed.Crossed, crossed.Line = true, 1
	s.visits(east, message.Table, crossed)
	s.rests()
	s.round(2)
	assert.Equal(t, deal(3, 2, 3), s.visits(west, message.Table, signs).Text)
	s.visits(east, message.Table, signs)
	refusal := s.visits(guard, message.Table, wants(message.Far, set(0, 2)))
	assert.Equal(t, deal(3, 2, 3), refusal.Text)
	s.rests()
	s.round(3)
	assert.Equal(t, deal(2, 2, 3), s.visits(west, message.Table, signs).Text)
}

// Where nothing is public it keeps to the text that lies on the table.
func TestLearnerWithNothingPublic(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 2, 1)
	s := newShuttle(t, b, mediator.Learner{Learns: true, Noise: .02}.New(b))
	s.round(1)
	s.visits(west, message.Table, signs)
	s.visits(east, message.Table, signs)
	s.gathers(b.Initial)
}
