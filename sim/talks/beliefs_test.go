package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/mediator"
	"shuttle/agents/oracle"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// listened is a case and the mediator that is at work in it.
func listened(c *talks.Case) (with *talks.Case, now func() mediator.Believer) {
	var strategy mediator.Strategy
	copied := *c
	copied.Mediator.Make = func(b *talks.Binder) agents.MediatorMaker {
		maker := c.Mediator.Make(b)
		return agents.MediatorMaker{Spec: maker.Spec, New: func(b *mediator.Brief, t oracle.Truth) mediator.Strategy {
			strategy = maker.New(b, t)
			return strategy
		}}
	}
	return &copied, func() mediator.Believer { return strategy.(mediator.Believer) }
}

// hits counts how often what a mediator stated held the truth.
type hits struct{ fallbacks, weights, n float64 }

// stated plays runs of a case and holds what the mediator believes at the end of each
// round against the truth: in first rounds and in all.
func stated(t *testing.T, c *talks.Case, runs int) (first, all hits) {
	t.Helper()
	with, now := listened(c)
	e, table := talks.NewEngine(with), talks.NewTable(c)
	var b mediator.Belief
	for i := range runs {
		seed := rng.Derive(1, i)
		table.Draw(seed)
		o := e.Play(seed, func(ev talks.Event) {
			if ev.Kind != talks.RoundEnds {
				return
			}
			for _, seat := range table.Signatories() {
				require.True(t, now().Believed(seat, &b))
				all.count(&b, ev.Moment.Floor[seat], table.Parties[seat].Weight)
				if ev.Round == 1 {
					first.count(&b, ev.Moment.Floor[seat], table.Parties[seat].Weight)
				}
			}
		})
		require.Empty(t, o.Fault)
	}
	return first, all
}

func (a *hits) count(b *mediator.Belief, fallback float64, weight func(int) float64) {
	a.n++
	a.fallbacks += holds(b.Fallback, fallback)
	for k, r := range b.Weights {
		a.weights += holds(r, weight(k)) / float64(len(b.Weights))
	}
}

func holds(r mediator.Range, x float64) float64 {
	if x < r.Low || x > r.High {
		return 0
	}
	return 1
}

// vague is the textbook with numbers that are only known to lie in ranges.
func vague() []string {
	return []string{
		"parties[A].fallback.base={lo: 0.2, base: 0.3, hi: 0.4}", "parties[A].weights={x: {lo: 0.6, base: 0.8, hi: 1}, \"y\": {lo: 0.1, base: 0.2, hi: 0.3}}",
		"parties[B].fallback.base={lo: 0.2, base: 0.3, hi: 0.4}", "parties[B].weights={x: {lo: 0.1, base: 0.2, hi: 0.3}, \"y\": {lo: 0.6, base: 0.8, hi: 1}}",
	}
}

// What the learner states as ranges of nine in ten holds the truth about nine times in
// ten, whatever it has been told: with honest parties between 85 and 95 times in a
// hundred.
func TestBeliefsAreCalibrated(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, c := range []struct {
		file    string
		patches []string
	}{
		{"textbook", vague()},
		{"miami", nil},
		{"camp-david-1978", nil},
		{"dayton-1995", nil},
		{"minsk-2015", nil},
		{"istanbul-2025", nil},
	} {
		t.Run(c.file, func(t *testing.T) {
			first, all := stated(t, caseOf(t, c.file, append(c.patches, "talks.mediator=learner")...), 400)
			for name, a := range map[string]hits{"first": first, "all": all} {
				t.Logf("%s rounds: fallbacks %.3f, weights %.3f of %v", name, a.fallbacks/a.n, a.weights/a.n, a.n)
				assert.InDelta(t, .9, a.fallbacks/a.n, .05, "fallbacks, %s rounds", name)
				assert.InDelta(t, .9, a.weights/a.n, .05, "weights, %s rounds", name)
			}
		})
	}
}

// Nor do lies or a noisy relay make it sure of what is not so.
func TestBeliefsAreRobust(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	lying := func(a, b, margin string) []string {
		return []string{"parties[" + a + "].tactic={name: exaggerator, margin: " + margin + "}", "parties[" + b + "].tactic={name: exaggerator, margin: " + margin + "}"}
	}
	for _, c := range []struct {
		name, file string
		patches    []string
	}{
		{"lies", "miami", lying("UKR", "RUS", "0.02")},
		{"greater lies", "miami", lying("UKR", "RUS", "0.08")},
		{"lies", "textbook", append(vague(), lying("A", "B", "0.05")...)},
		{"noise", "miami", []string{"formats.split-shuttle.noise=0.5"}},
	} {
		t.Run(c.file+" "+c.name, func(t *testing.T) {
			_, all := stated(t, caseOf(t, c.file, append(c.patches, "talks.mediator=learner")...), 300)
			t.Logf("fallbacks %.3f, weights %.3f of %v", all.fallbacks/all.n, all.weights/all.n, all.n)
			assert.Greater(t, math.Min(all.fallbacks, all.weights)/all.n, .8)
		})
	}
}

// sure is a mediator that rests and states the same belief of one seat.
type sure struct {
	seat   int
	belief mediator.Belief
}

// Next implements mediator.Strategy.
func (sure) Next(_ *mediator.Notebook, move *mediator.Move) { *move = mediator.Move{} }

// Believed implements mediator.Believer.
func (s sure) Believed(seat int, b *mediator.Belief) bool {
	*b = s.belief
	return seat == s.seat
}

// By hand: a fallback of .3 taken for .5 and weights of .8 and .2 taken for .6 and .4
// can hide .2 + .2 of what a text gains.
func TestTheErrorOfABelief(t *testing.T) {
	at := func(x float64) mediator.Range { return mediator.Range{Low: x, Base: x, High: x} }
	c := *caseOf(t, "textbook")
	states := func(s mediator.Strategy) []talks.Moment {
		c.Mediator.Make = func(*talks.Binder) agents.MediatorMaker {
			return agents.MediatorMaker{New: func(*mediator.Brief, oracle.Truth) mediator.Strategy { return s }}
		}
		return played(&c, 1).Course
	}
	wrong := mediator.Belief{Fallback: at(.5), Weights: []mediator.Range{at(.6), at(.4)}}
	assert.InDelta(t, .4, states(sure{0, wrong})[0].Misbelief, 1e-12)
	right := mediator.Belief{Fallback: at(.3), Weights: []mediator.Range{at(.2), at(.8)}}
	assert.InDelta(t, 0, states(sure{1, right})[0].Misbelief, 1e-12)
	assert.True(t, math.IsNaN(states(sure{-1, right})[0].Misbelief), "of nobody")
	assert.True(t, math.IsNaN(states(once(mediator.Move{})())[0].Misbelief), "no belief is stated")
}

// Being compared with the truth tells a mediator nothing: one whose beliefs are not
// asked for makes the same moves.
func TestBeliefsOnlyGoOut(t *testing.T) {
	c := caseOf(t, "miami", "talks.mediator=learner")
	hidden := *c
	hidden.Mediator.Make = func(b *talks.Binder) agents.MediatorMaker {
		maker := c.Mediator.Make(b)
		return agents.MediatorMaker{Spec: maker.Spec, New: func(b *mediator.Brief, t oracle.Truth) mediator.Strategy {
			return script(maker.New(b, t).Next)
		}}
	}
	for i := range 20 {
		asked, alone := played(c, talksSeed(i)), played(&hidden, talksSeed(i))
		for r := range asked.Course {
			assert.False(t, math.IsNaN(asked.Course[r].Misbelief))
			asked.Course[r].Misbelief = math.NaN()
		}
		require.Equal(t, digest(asked), digest(alone))
	}
}

// What it hears makes the learner less wrong: run by run, by more than chance does.
func TestBeliefsComeNearer(t *testing.T) {
	e := talks.NewEngine(caseOf(t, "camp-david-1978", "talks.mediator=learner"))
	var n, sum, squares float64
	for i := range 300 {
		if o := e.Play(talksSeed(i), nil); len(o.Course) >= 15 {
			nearer := o.Course[0].Misbelief - o.Course[14].Misbelief
			n, sum, squares = n+1, sum+nearer, squares+nearer*nearer
		}
	}
	require.Greater(t, n, 100.)
	t.Logf("%.4f nearer in round 15, of %v runs", sum/n, n)
	assert.Greater(t, sum/math.Sqrt(squares), 3.)
}
