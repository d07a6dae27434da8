package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/analysis"
	"shuttle/sim/talks"
)

// What is claimed of ways of mediating is shown on pairs of runs: the same replicates,
// parties and world, with and without what the claim speaks of, and again with the
// reason it gives switched off. Each file opens with its claims:
//
//	differences_direct_test.go  what a mediator adds to talks without one
//	differences_text_test.go    ways of working on a text
//	differences_levers_test.go  what a mediator may use beside words
//	differences_bias_test.go    a mediator that leans
//	differences_learner_test.go what beliefs save
//	differences_guide_test.go   when the others help
//	differences_tactics_test.go how the sides bargain
//	limits_test.go              what binds every mediator

// ending is what one run came to.
type ending struct {
	signed   float64 // 1 where a text was
	gain     float64 // of all signatories over their fallbacks, 0 without a text [worth]
	lead     float64 // of the gain of the first signatory over that of the second [worth]
	hazard   float64 // logarithm; 0 without a text
	day      float64
	messages int
	deal     agenda.Deal
}

// endings plays so many replicates of a case.
func endings(t testing.TB, runs int, text string, patches ...string) []ending {
	t.Helper()
	c := caseFrom(t, text, patches...)
	e := talks.NewEngine(c)
	list := make([]ending, runs)
	for i := range list {
		o := e.Play(talksSeed(i), nil)
		require.Empty(t, o.Fault)
		list[i] = ending{day: o.Day, messages: o.Messages, deal: o.Deal}
		if !o.Signed {
			continue
		}
		list[i].signed, list[i].hazard = 1, math.Log(o.Hazard)
		sign := 1.
		for k := range c.Parties {
			if c.Parties[k].Role == party.Belligerent {
				gain := o.Worth[k] - o.Floor[k]
				list[i].gain += gain
				list[i].lead += sign * gain
				sign = -1
			}
		}
	}
	return list
}

// series is how far a number differs between two settings, by replicate.
type series []float64

func hasSigned(x *ending) float64 { return x.signed }
func gain(x *ending) float64      { return x.gain }
func hazard(x *ending) float64    { return x.hazard }
func day(x *ending) float64       { return x.day }

// change is by how much a number is higher under one setting than under another, by
// replicate.
func change(with, without []ending, of func(*ending) float64) (s series) {
	for i := range with {
		s = append(s, of(&with[i])-of(&without[i]))
	}
	return s
}

// ofBoth is the same of those replicates that were signed under both.
func ofBoth(with, without []ending, of func(*ending) float64) (s series) {
	for i := range with {
		if with[i].signed*without[i].signed == 1 {
			s = append(s, of(&with[i])-of(&without[i]))
		}
	}
	return s
}

// less is by how much one change is larger than another, by replicate.
func (s series) less(other series) series {
	out := make(series, len(s))
	for i := range s {
		out[i] = s[i] - other[i]
	}
	return out
}

// estimate is the mean with its 95% interval.
func (s series) estimate(t testing.TB, what string) (float64, analysis.Interval) {
	t.Helper()
	mean, at, err := analysis.MeanT(s, .95)
	require.NoError(t, err, what)
	t.Logf("%s: %+.4f (%+.4f to %+.4f), n %d", what, mean, at.Low, at.High, len(s))
	return mean, at
}

// more requires the mean to be above zero beyond doubt.
func (s series) more(t testing.TB, what string) {
	t.Helper()
	_, at := s.estimate(t, what)
	assert.Positive(t, at.Low, what)
}

// fewer requires the mean to be below zero beyond doubt.
func (s series) fewer(t testing.TB, what string) {
	t.Helper()
	_, at := s.estimate(t, what)
	assert.Negative(t, at.High, what)
}

// nothing requires the mean to be zero for all that can be said, and no further from it
// than a margin.
func (s series) nothing(t testing.TB, margin float64, what string) {
	t.Helper()
	_, at := s.estimate(t, what)
	assert.LessOrEqual(t, at.Low, 0., what)
	assert.GreaterOrEqual(t, at.High, 0., what)
	assert.Less(t, math.Max(-at.Low, at.High), margin, what)
}
