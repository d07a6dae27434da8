package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// Stalling serves a side best whose fallback rises while offers are only carried, and
// lying where votes decide.
func TestTheBestAnswerIsFound(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, tt := range []struct {
		mediator, tactic string
		flags            []string
	}{
		{"facilitation", "staller", []string{"--set", "front={start: 0, level: 1, reversion: 12}", "--set", "parties[A].fallback.momentum=0.45"}},
		{"annealing", "exaggerator", nil},
	} {
		t.Run(tt.tactic, func(t *testing.T) {
			told := compared(t, "textbook", append(tt.flags, "--adapt", "--runs", "20", "--mediators", "none,"+tt.mediator)...)
			best := 0
			for _, l := range told.Adaptation {
				assert.Equal(t, 10, l.N, "half of the runs")
				assert.InDelta(t, *l.With-*l.Own, *l.Difference, 1e-12)
				if l.Tactic == "time-dependent" {
					assert.Zero(t, *l.Difference, "its own")
				}
				if l.Best && l.Mediator == tt.mediator && l.Measure == endWorth("A") {
					best++
					assert.Equal(t, tt.tactic, l.Tactic)
					assert.Greater(t, *l.Low, 0., "it gains by it")
				}
			}
			assert.Equal(t, 1, best)
		})
	}
}

// Where nothing can be signed in the time there is, no answer is better than another.
func TestItsOwnTacticMayBeBest(t *testing.T) {
	told := compared(t, "textbook", "--adapt", "--runs", "8", "--mediators", "none,placebo/contact", "--set", "talks.rounds=1")
	require.NotEmpty(t, told.Adaptation)
	for _, l := range told.Adaptation {
		if l.Best {
			assert.Equal(t, "time-dependent", l.Tactic)
			assert.Zero(t, l.Gain)
		}
	}
}

func TestAnswersAreToldAsTables(t *testing.T) {
	line := func(mediator, party, tactic, measure string, best bool, gain, own, with float64) record.AdaptationRow {
		return record.AdaptationRow{Mediator: mediator, Party: party, Tactic: tactic, Best: best, Gain: gain, Measure: measure, N: 2,
			Own: own, With: with, Estimate: with - own, Interval: &record.Interval{Low: with - own - .5, High: with - own + .5}}
	}
	a := &adaptation{half: 2, tried: []string{"time-dependent", "staller"}, rows: []record.AdaptationRow{
		line("none", "A", "time-dependent", "agreement", false, 0, .5, .5),
		line("none", "A", "staller", "agreement", true, .25, .5, .25),
		line("none", "A", "staller", "joint_gain", true, .25, .125, 0),
		line("none", "A", "staller", "end_worth.A", true, .25, .5, .75),
		line("none", "B", "time-dependent", "agreement", true, 0, .5, .5),
		line("none", "B", "time-dependent", "joint_gain", true, 0, .125, .125),
		line("none", "B", "time-dependent", "end_worth.B", true, 0, .5, .5),
	}}
	assert.Equal(t, strings.TrimPrefix(`
strategy  side  best answer               gain by it  95% interval
───────────────────────────────────────────────────────────────────────
none      A     staller                   0.250       -0.250 to 0.750
none      B     time-dependent (its own)  0           -0.500 to 0.500
`, "\n"), a.answersTable())
	assert.Equal(t, strings.TrimPrefix(`
strategy                          agreement  A answers      B answers      joint_gain  A answers        B answers
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
none                              50.0%      25.0%          50.0%          0.125       0.000            0.125
  95% interval of the difference             -75.0 to 25.0  -50.0 to 50.0              -0.625 to 0.375  -0.500 to 0.500
`, "\n"), a.comparedTable())
	var b strings.Builder
	a.write(&b)
	assert.Contains(t, b.String(), "The first 2 runs chose the answers")
	assert.Contains(t, b.String(), "time-dependent, staller.")
	b.Reset()
	(*adaptation)(nil).write(&b)
	assert.Empty(t, b.String(), "not asked for")
}
