package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/mediator"
	"shuttle/agents/oracle"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// briefed is what a mediator of a case is told when talks begin, in two runs.
func briefed(c *talks.Case) (first, second mediator.Brief) {
	with := *c
	var said []mediator.Brief
	with.Mediator.Make = func(*talks.Binder) agents.MediatorMaker {
		return agents.MediatorMaker{New: func(b *mediator.Brief, _ oracle.Truth) mediator.Strategy {
			said = append(said, *b)
			return once(mediator.Move{})()
		}}
	}
	e := talks.NewEngine(&with)
	e.Play(rng.Derive(1, 0), nil)
	e.Play(rng.Derive(1, 1), nil)
	return said[0], said[1]
}

// The textbook in the eyes of everybody: u_A = .8x + .2y from the middle.
func TestWhatIsPublicOfTheTextbook(t *testing.T) {
	b, _ := briefed(caseOf(t, "textbook", "parties[A].fallback.base={lo: 0.2, base: 0.3, hi: 0.5}"))
	p := b.Seats[0].Public
	require.NotNil(t, p)
	assert.InDelta(t, .5, p.Worth, 1e-12)
	assert.InDelta(t, .4, p.Gains[0][80], 1e-12)
	assert.InDelta(t, -.1, p.Gains[1][0], 1e-12)
	assert.InDelta(t, .2, p.Fallback.Low, 1e-12)
	assert.InDelta(t, .3, p.Fallback.Base, 1e-12)
	assert.InDelta(t, .5, p.Fallback.High, 1e-12)
	assert.Equal(t, mediator.Range{Low: .8, Base: .8, High: .8}, p.Weights[0])
}

// What is public is the same in every run, and nothing is said of those who do not
// sign.
func TestWhatIsPublicDoesNotMove(t *testing.T) {
	c := caseOf(t, "miami")
	first, second := briefed(c)
	for i := range c.Parties {
		require.Equal(t, first.Seats[i], second.Seats[i])
		p := first.Seats[i].Public
		if !first.Seats[i].Signs {
			assert.Nil(t, p)
			continue
		}
		wide := 0
		for k, w := range p.Weights {
			assert.LessOrEqual(t, w.Low, w.Base)
			assert.LessOrEqual(t, w.Base, w.High)
			assert.Zero(t, p.Gains[k][c.Initial[k]], "the initial text gains nothing on itself")
			if w.Low < w.High {
				wide++
			}
		}
		assert.Positive(t, wide)
	}
}

// The parties that a mediator can look at come from the public ranges, whatever was
// played before somebody looked; where nothing varies all are the party itself.
func TestPartiesLikeTheRanges(t *testing.T) {
	c := caseOf(t, "textbook", vague()...)
	before, _ := briefed(c)
	likes := before.Seats[0].Public.Likes()
	after, _ := briefed(c)
	for i := range 3 {
		talks.NewEngine(c).Play(rng.Derive(2, i), nil)
	}
	require.Equal(t, likes, after.Seats[0].Public.Likes())
	mean := 0.
	for _, l := range likes {
		assert.True(t, l.Fallback >= .2 && l.Fallback <= .4)
		assert.InDelta(t, 1, l.Weights[0]+l.Weights[1], 1e-12)
		assert.InDelta(t, l.Weights[0]/2, l.Gains[0][80], 1e-12, "from the middle to the end")
		mean += l.Fallback / float64(len(likes))
	}
	assert.InDelta(t, .3, mean, .01)

	sure, _ := briefed(caseOf(t, "textbook"))
	p := sure.Seats[0].Public
	for _, l := range p.Likes() {
		assert.Equal(t, mediator.Like{Fallback: p.Fallback.Base, Worth: p.Worth, Weights: []float64{.8, .2}, Gains: p.Gains}, l)
	}
}

// pictured is a case whose mediator is told what is public of the parties of another.
func pictured(c, as *talks.Case) *talks.Case {
	with := *c
	seats, _ := briefed(as)
	with.Mediator.Make = func(binder *talks.Binder) agents.MediatorMaker {
		maker := c.Mediator.Make(binder)
		return agents.MediatorMaker{Spec: maker.Spec, New: func(b *mediator.Brief, t oracle.Truth) mediator.Strategy {
			told := *b
			told.Seats = seats.Seats
			return maker.New(&told, t)
		}}
	}
	return &with
}
