package talks_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/talks"
)

// near is the parley with rounds of three days and levers for its mediator.
func near(mediator string, patches ...string) []string {
	return append([]string{"talks.format=near", means, "talks.steps={lag: 3}", "talks.mediator=" + mediator}, patches...)
}

// allLevers is levers and steps for the mediator of a shipped case, whatever it has itself;
// of is whose guarantee it may pledge for, if anybody's.
func allLevers(of string) []string {
	commit := ""
	if of != "" {
		commit = ", commit: {of: " + of + ", effect: 0.3, cost: 0.01}"
	}
	return []string{"talks.leverage={budget: 0.05, press: {effect: 0.05, lag: 14, cost: 0.01}, pay: {effect: 0.05, cost: 0.01}, deadline: {hardness: 0.5}" + commit + "}",
		"talks.steps={}"}
}

// Without its lever every strategy that pulls one is what it is built on, run by run.
func TestWithoutItsLeverAStrategyIsItsBase(t *testing.T) {
	const off = "{leverage: false, steps: false}"
	for name, built := range map[string]string{
		"carrots": "single-text", "sticks": "single-text", "deadline": "single-text", "{name: procedure, first: coin}": "single-text", "guarantor": "single-text",
		"gradual": "single-text", "deferral": "single-text", "{name: handover, after: 1000}": "single-text", "mixed": "bridging",
	} {
		t.Run(name, func(t *testing.T) {
			text := read(t, "miami")
			patch := func(mediator string) *talks.Case {
				return caseFrom(t, text, append(allLevers("MED"), "talks.mediator="+mediator, "mechanisms.leverage=false", "mechanisms.steps=false")...)
			}
			base, with := talks.NewEngine(patch(built)), talks.NewEngine(patch(name))
			for i := range 60 {
				require.Equal(t, digest(base.Play(talksSeed(i), nil)), digest(with.Play(talksSeed(i), nil)), "miami %d", i)
			}
			base, with = talks.NewEngine(caseFrom(t, parley, near(built, "mechanisms="+off)...)), talks.NewEngine(caseFrom(t, parley, near(name, "mechanisms="+off)...))
			for i := range 60 {
				require.Equal(t, digest(base.Play(talksSeed(i), nil)), digest(with.Play(talksSeed(i), nil)), "parley %d", i)
			}
		})
	}
}

// ended is what so many runs of a strategy on the parley came to.
func ended(t *testing.T, mediator string, patches ...string) tally {
	t.Helper()
	return tallied(t, parley, 1000, near(mediator, patches...)...)
}

func TestCarrotsNeedABudget(t *testing.T) {
	base, with := ended(t, "single-text"), ended(t, "carrots")
	assert.Greater(t, with.signed, base.signed+100)
	assert.Equal(t, base, ended(t, "carrots", "talks.leverage.budget=0"))
	little := ended(t, "carrots", "talks.leverage.budget=0.01")
	assert.Greater(t, little.signed, base.signed)
	assert.Less(t, little.signed, with.signed)
}

// Pressure has more texts signed, and what it held up fails sooner: that goes when
// nothing is made of the shortfall.
func TestSticksGetTextsSignedThatDoNotLast(t *testing.T) {
	base, with := ended(t, "single-text"), ended(t, "sticks")
	assert.Greater(t, with.signed, base.signed+100)
	assert.Greater(t, with.hazard, base.hazard+.03)
	lasting := ended(t, "sticks", "durability={imposed: 0}")
	assert.Equal(t, with.signed, lasting.signed)
	assert.Less(t, lasting.hazard, with.hazard-.03)
}

func TestAGuarantorHelpsWherePeaceIsInDoubt(t *testing.T) {
	base, with := ended(t, "single-text"), ended(t, "guarantor")
	assert.Greater(t, with.signed, base.signed+30)
	assert.Less(t, with.hazard, base.hazard)
	const sure = "mechanisms={commitment: false}"
	assert.Equal(t, ended(t, "single-text", sure), ended(t, "guarantor", sure), "nothing to guarantee")
}

func TestStepsHelpWhereTrustIsMissing(t *testing.T) {
	base, with := ended(t, "single-text"), ended(t, "gradual")
	assert.Greater(t, with.signed, base.signed+20)
	trusting := []string{"parties[A].trust.B=1", "parties[B].trust.A=1"}
	base, with = ended(t, "single-text", trusting...), ended(t, "gradual", trusting...)
	assert.LessOrEqual(t, with.signed, base.signed, "nothing to gain")
	assert.Greater(t, with.rounds, base.rounds, "and time to lose")
}

// A last day that is believed puts off agreements until it is near, and then brings
// them.
func TestADeadlineMovesAgreementsLate(t *testing.T) {
	hold := []string{"parties[A].tactic={name: time-dependent, horizon: 120}", "parties[B].tactic={name: time-dependent, horizon: 120}", "talks.leverage.deadline.hardness=0.9"}
	last := func(mediator string) (late, signed int) { // signed in the last rounds before the day
		e := talks.NewEngine(caseFrom(t, parley, near(mediator, hold...)...))
		for i := range 1000 {
			if o := e.Play(talksSeed(i), nil); o.Signed {
				signed++
				if o.Round >= 17 {
					late++
				}
			}
		}
		return late, signed
	}
	baseLate, base := last("single-text")
	late, all := last("deadline")
	assert.Greater(t, float64(late)/float64(all), float64(baseLate)/float64(base)+.05)
}

// Rounds that follow each other faster bring in time what the horizon would have cut
// off, as long as the mediator can carry it.
func TestAMediatorThatHurriesGetsMoreDone(t *testing.T) {
	short := func(more ...string) []string {
		return append(more, "talks.horizon=12", "talks.leverage={hurry: 0.5}")
	}
	base, with := ended(t, "single-text", short()...), ended(t, "procedure", short()...)
	assert.Greater(t, with.signed, base.signed+50)
	const tired = "talks.burden={capacity: 6, exit: 3, fatigue: 0, stake: 0, lag: 0, noise: 0}"
	slow, fast := ended(t, "single-text", short(tired)...), ended(t, "procedure", short(tired)...)
	assert.Zero(t, slow.class[talks.MediatorLeft])
	assert.Positive(t, fast.class[talks.MediatorLeft], "the same work in half the time")
}

// A question that the sides would never settle rung by rung is left open at the end.
func TestDeferralSignsWhatIsNotDisputed(t *testing.T) {
	text := strings.Replace(guarded, "  - {name: \"y\", kind: share", `  - name: capital
    pillar: territory
    levels: [{name: hers}, {name: his}, {name: neither}, {name: later, deferred: true, ambiguity: 0.3}]
  - {name: "y", kind: share`, 1)
	for _, weights := range [][2]string{{"{x: 0.8, \"y\": 0.2}", "{x: 0.1, \"y\": 0.3, capital: 0.6}"}, {"{x: 0.2, \"y\": 0.8}", "{x: 0.3, \"y\": 0.1, capital: 0.6}"}} {
		text = strings.Replace(text, weights[0], weights[1], 1)
	}
	text = strings.Replace(text, "{x: {curve: linear}, \"y\": {curve: linear}}", "{x: {curve: linear}, \"y\": {curve: linear}, capital: [1, 0, 0, 0.6]}", 1)
	text = strings.Replace(text, "\"y\": {curve: linear, worst: 1, best: 0}}", "\"y\": {curve: linear, worst: 1, best: 0}, capital: [0, 1, 0, 0.6]}", 1)
	patches := []string{"talks.text=middle", "parties[A].fallback.base=0.5", "parties[B].fallback.base=0.5"}
	play := func(mediator string) *talks.Outcome {
		return played(caseFrom(t, text, append(patches, "talks.mediator="+mediator)...), 1)
	}
	assert.False(t, play("single-text").Signed)
	o := play("deferral")
	require.True(t, o.Signed, "%+v", o.Deal[:3])
	assert.Equal(t, uint8(3), o.Deal[1])
	assert.InDelta(t, .3, o.Ambiguity, 1e-9)
}
