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
	return []string{"talks.leverage={budget: 0.05, press: {effect: 0.05, lag: 14, cost: 0.01}, pay: {effect: 0.05, cost: 0.01}, deadline: {hardness: 0.5}, hurry: 0.4" + commit + "}",
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
