package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

// depths are how far each seat takes a party in.
var depths = map[string]float64{"excluded": 0, "consulted": .25, "co-author": .5, "guarantor": .75, "seated": 1}

// One text, put up for signature on the first day.
func put(t testing.TB, patches ...string) *talks.Outcome {
	t.Helper()
	patches = append([]string{"parties[A].fallback.base=0.2", "parties[B].fallback.base=0.2"}, patches...)
	o := played(mediated(caseFrom(t, parley, patches...), once(gather(deal(14, 6, 2)))), 1)
	require.Empty(t, o.Fault)
	return o
}

// What speaks for taking somebody in: each coefficient, alone, moves its own thing, by
// how far the party is taken in.
func TestWhatSpeaksForInclusion(t *testing.T) {
	for seat, depth := range depths {
		at := "parties[G].seat=" + seat
		plain := put(t, at)
		credible := .3 // of G's own word, beside H's
		if seat == "excluded" {
			credible = 0
		}
		assert.InDelta(t, .8*(1-(1-credible)*.7), plain.Guarantee, 1e-12, seat)

		o := put(t, at, "parties[G].inclusion={legitimacy: 0.4}")
		assert.InDelta(t, .4*depth, o.Legitimacy, 1e-12, seat)
		assert.InDelta(t, plain.Hazard*math.Exp(-.4*.4*depth), o.Hazard, 1e-12, seat)
		assert.Equal(t, plain.Guarantee, o.Guarantee)

		o = put(t, at, "parties[G].inclusion={credibility: 0.4}")
		if seat != "excluded" {
			credible += .4 * depth
		}
		assert.InDelta(t, .8*(1-(1-credible)*.7), o.Guarantee, 1e-12, seat)
		assert.Zero(t, o.Legitimacy)

		// Half support, and a tenth more for who is taken in: Φ(depth) of the texts pass.
		passed, runs := 0, 1000
		e := talks.NewEngine(mediated(caseFrom(t, parley, at, "parties[A].fallback.base=0.2", "parties[B].fallback.base=0.2",
			"parties[G].inclusion={ratification: 0.1}", "ratifiers=[{name: house, of: A, kind: parliament, support: {base: 0.5, spread: 0.1}}]"),
			once(gather(deal(14, 6, 2)))))
		for i := range runs {
			if o := e.Play(talksSeed(i), nil); o.Ratified {
				passed++
			}
		}
		assert.InDelta(t, .5*math.Erfc(-depth/math.Sqrt2), float64(passed)/float64(runs), .06, seat)
	}
}

// A party that is taken in helps to carry out what was signed: fewer texts break while
// their steps are under way.
func TestInclusionHelpsImplementation(t *testing.T) {
	broken := func(patch string) (n int) {
		c := mediated(caseFrom(t, parley, "parties[A].fallback.base=0.2", "parties[B].fallback.base=0.2", "parties[G].seat=seated", patch,
			"implementation={issue: shield, steps: [{name: withdraw, by: all, days: 700, temptation: 1}], orders: {none: [withdraw], some: [withdraw], strong: [withdraw]}, reference: none}"),
			once(gather(deal(14, 6, 2))))
		e := talks.NewEngine(c)
		for i := range 1000 {
			if e.Play(talksSeed(i), nil).Class == talks.Collapsed {
				n++
			}
		}
		return n
	}
	assert.Less(t, broken("parties[G].inclusion={implementation: 0.9}"), broken("parties[G].inclusion={implementation: 0}")-30)
}

// What speaks against it: rounds last longer, others may leave, and the first text has
// the wishes of one more.
func TestWhatSpeaksAgainstInclusion(t *testing.T) {
	for seat, depth := range depths {
		at := "parties[G].seat=" + seat
		o := played(caseFrom(t, parley, never, at, "formats.apart.days=3", "parties[G].inclusion={delay: 2}"), 1)
		for r := range o.Course {
			assert.InDelta(t, (3+2*depth)*float64(r+1), o.Course[r].Day, 1e-9, seat)
		}

		left, runs := 0, 1000
		e := talks.NewEngine(caseFrom(t, parley, never, at, "parties[G].inclusion={walkout: {B: 3}}"))
		for i := range runs {
			if o := e.Play(talksSeed(i), nil); o.Class == talks.Escalation {
				left++
				assert.Equal(t, "B left over the part of G", o.Reason)
			}
		}
		p := 1 - math.Exp(-3*depth*60/365.25)
		assert.InDelta(t, p, float64(left)/float64(runs), 4*math.Sqrt(p*(1-p)/float64(runs))+1e-9, seat)

		first := func(n string) agenda.Deal {
			return played(caseFrom(t, parley, at, "parties[G].inclusion={amendments: "+n+"}"), 1).History.Drafts[0].Deal
		}
		want := [3]agenda.Deal{deal(10, 10, 1), deal(10, 10, 1), deal(10, 10, 1)}
		if seat == "co-author" || seat == "seated" { // a rung of the shield is worth .25 to it, two of x .05
			want[1], want[2] = deal(10, 10, 0), deal(8, 10, 0)
		}
		assert.Equal(t, want, [3]agenda.Deal{first("0"), first("1"), first("2")}, seat)
	}
}

// Who sits at the table has a veto on every text; who is left out is not even asked
// where a rule says that it must be.
func TestASeatIsAVeto(t *testing.T) {
	const ruled = "consent=[{issue: shield, levels: [strong], needs: [G]}]"
	signs := func(patches ...string) bool {
		return put(t, append(patches, "parties[G].fallback.base=0.9")...).Signed
	}
	assert.True(t, signs("parties[G].seat=guarantor"))
	assert.False(t, signs("parties[G].seat=seated"))
	assert.False(t, signs("formats.apart.seats=[G]"), "the format seats it")
	assert.False(t, signs("formats.apart.seats=[G]", "parties[G].seat=excluded"))
	assert.True(t, signs("formats.table.seats=[G]"), "another format would")
	assert.False(t, signs(ruled))
	assert.False(t, signs(ruled, "parties[G].seat=consulted"))
	assert.True(t, signs(ruled, "parties[G].seat=excluded"))
	assert.False(t, signs(ruled, "parties[G].seat=excluded", "mechanisms={inclusion: false}"))

	// Strategies ask who sits at the table before they gather, and redraft.
	s := tallied(t, parley, 200, "parties[G].seat=seated", "parties[G].fallback.base=0.55", "formats.apart.days=1")
	free := tallied(t, parley, 200, "parties[G].fallback.base=0.55", "formats.apart.days=1")
	assert.Positive(t, s.signed)
	assert.Less(t, s.signed, free.signed)
}

// A format that seats a party takes it in for as long as the format lasts.
func TestAFormatSeats(t *testing.T) {
	patches := rising("formats.table.seats=[G]", "parties[G].seat=excluded", "parties[G].inclusion={legitimacy: 0.4, delay: 2}")
	o := played(caseFrom(t, parley, patches...), 1)
	assert.Equal(t, 2, o.Course[2].Format)
	assert.InDelta(t, 1+2, o.Course[3].Day-o.Course[2].Day, 1e-9)
	assert.Equal(t, .4, o.Legitimacy)
	assert.Zero(t, played(caseFrom(t, parley, append(patches, "talks.gates={exchanges: 1}")...), 1).Legitimacy)
}

// Whether it pays to seat somebody is not built in: with some coefficients it brings
// more agreements, sooner, that last longer, with others fewer, later, that do not.
func TestTheNetEffectOfASeatHasEitherSign(t *testing.T) {
	with := func(seat, coefficients string) tally {
		return tallied(t, parley, 1200, "formats.apart.days=6", "parties[G].guarantee.credibility=0",
			"parties[G].seat="+seat, "parties[G].inclusion="+coefficients)
	}
	const good, bad = "{legitimacy: 0.5, credibility: 0.5}", "{delay: 3, amendments: 2, walkout: {B: 2}}"
	out := with("excluded", good)
	require.Equal(t, out, with("excluded", bad), "left out, nothing of it counts")
	in := with("seated", good)
	assert.Greater(t, in.signed, out.signed+100)
	assert.Less(t, in.rounds, out.rounds)
	assert.Less(t, in.hazard, out.hazard-.2)
	in = with("seated", bad)
	assert.Less(t, in.signed, out.signed-100)
	in = with("seated", "{delay: 3, amendments: 2}") // where somebody may walk out, only what is signed soon is signed
	assert.Greater(t, in.days, out.days+5)
	assert.Greater(t, in.hazard, out.hazard)
}
