package talks_test

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/clock"
	"shuttle/sim/talks"
)

// sealed is a case in which everybody signs what they are shown. A strong guarantee by
// G, promised in a document of its own, is worth 0.8·0.8 and makes the hazard that of
// the reference.
const sealed = `
name: sealed
talks: {mediator: none, text: middle, horizon: 20, rounds: 20, still: 10}
formats: {table: {days: 1}}
mechanisms: {commitment: true}
front: {start: 0}
durability: {guarantee: 1.8, verification: 0.5, watch: 10, reference: {guarantee: 0.64}}
documents: [frame, pledge]
issues:
  - {name: x, kind: share, steps: 4, pillar: territory, document: frame}
  - name: shield
    pillar: guarantees
    document: pledge
    levels: [{name: none}, {name: weak, strength: 0.4}, {name: strong, strength: 0.8}]
  - name: order
    pillar: process
    levels: [{name: guarantees-first}, {name: simultaneous}, {name: withdrawal-first}]
parties:
  - name: A
    role: belligerent
    weights: {x: 1}
    scores: {x: {curve: linear}}
    fallback: {base: 0.3}
    tactic: hill-climber
  - name: B
    role: belligerent
    weights: {x: 1}
    scores: {x: {curve: linear, worst: 1, best: 0}}
    fallback: {base: 0.3}
    tactic: hill-climber
  - name: G
    role: guarantor
    weights: {x: 1}
    scores: {x: {curve: linear}}
    guarantee: {credibility: 0.8}
    fallback: {base: 0.1}
`

// Blocks of what follows a signature, as they stand at the end of a case.
const (
	ratifiers = `
ratifiers:
  - {name: assembly, of: A, kind: parliament, document: frame, lag: 30, support: {base: 0.6, spread: 0.1}}
`
	congress = `
ratifiers:
  - {name: congress, of: G, kind: congress, document: pledge, fails: document, needed: {shield: [weak, strong]}, support: {base: 0, spread: 0.1}}
`
	carriedOut = `
implementation:
  issue: order
  reference: simultaneous
  steps:
    - {name: guarantee, by: G, days: 90, guarantee: true, temptation: 0.1}
    - {name: withdrawal, by: all, days: 120, temptation: 0.8}
  orders:
    guarantees-first: [guarantee, withdrawal]
    simultaneous: [[guarantee, withdrawal]]
    withdrawal-first: [withdrawal, guarantee]
`
)

// text is the deal that the tests have signed: x in the middle, a strong guarantee,
// and steps side by side.
var text = deal(2, 2, 1)

// after plays runs in which a text is signed at once, and has each looked at.
func after(t testing.TB, c *talks.Case, d agenda.Deal, runs int, look func(o *talks.Outcome)) {
	t.Helper()
	e := talks.NewEngine(mediated(c, once(gather(d))))
	for i := range runs {
		o := e.Play(talksSeed(i), nil)
		require.Empty(t, o.Fault)
		look(o)
	}
}

// one is one such run.
func one(t testing.TB, c *talks.Case, d agenda.Deal) *talks.Outcome {
	t.Helper()
	return played(mediated(c, once(gather(d))), 1)
}

// lasting is the share of signed runs that are at peace after some years.
func lasting(t testing.TB, c *talks.Case, d agenda.Deal, years float64) float64 {
	t.Helper()
	const runs = 2000
	n := 0
	after(t, c, d, runs, func(o *talks.Outcome) {
		require.True(t, o.Signed)
		if o.Peace >= years {
			n++
		}
	})
	return float64(n) / runs
}

// allOn is a case with every mechanism of the aftermath, and patches that have each do
// something.
func allOn(t *testing.T, patches ...string) *talks.Case {
	named := strings.Replace(sealed, "pledge]", "{name: pledge, signatories: [A, B, G]}]", 1)
	return caseFrom(t, named+carriedOut+ratifiers, append([]string{"durability.breach=endogenous", "parties[B].fallback.momentum=0.2",
		"front.spread=0.05", "parties[G].guarantee.change={rate: 1, keeps: 0.5}"}, patches...)...)
}

// A mechanism that is off, or of which a case says nothing, draws nothing and changes
// nothing; on, it does something.
func TestAftermathOffIsAbsent(t *testing.T) {
	unsigned := strings.Replace(sealed, "pledge]", "{name: pledge, signatories: [A, B]}]", 1)
	for mechanism, with := range map[string]*talks.Case{
		"documents":      caseFrom(t, unsigned, "mechanisms.documents=false"),
		"ratification":   caseFrom(t, sealed+ratifiers, "mechanisms.ratification=false", "parties[A].failure=0.5"),
		"implementation": caseFrom(t, sealed+carriedOut, "mechanisms.implementation=false"),
		"politics":       caseFrom(t, sealed, "mechanisms.politics=false", "parties[G].guarantee.change={rate: 1, keeps: 0.5}"),
		"breach":         caseFrom(t, sealed, "mechanisms.breach=false", "durability.breach=endogenous"),
	} {
		t.Run(mechanism, func(t *testing.T) {
			without := caseFrom(t, sealed, "mechanisms."+mechanism+"=false")
			on, off := allOn(t), allOn(t, "mechanisms."+mechanism+"=false")
			differ := 0
			for i := range 60 {
				require.Equal(t, digest(sealedRun(without, i)), digest(sealedRun(with, i)))
				if digest(sealedRun(on, i)) != digest(sealedRun(off, i)) {
					differ++
				}
			}
			assert.Positive(t, differ)
		})
	}
}

// sealedRun is one run in which the text of the tests is put up for signature.
func sealedRun(c *talks.Case, seed int) *talks.Outcome {
	return played(mediated(c, once(gather(text))), talksSeed(seed))
}

// With everything on, a text with the reference hazard whose steps are taken side by
// side survives as published: 77.1% after a year, 67.6% after five and 65.2% after
// ten, and most failures come in the first year.
func TestAftermathKeepsPublishedSurvival(t *testing.T) {
	c := caseFrom(t, strings.Replace(sealed, "pledge]", "{name: pledge, signatories: [A, B, G]}]", 1)+carriedOut+ratifiers, "ratifiers[assembly].support.base=1")
	const runs = 4000
	var failed, first float64
	at := map[float64]float64{}
	after(t, c, text, runs, func(o *talks.Outcome) {
		require.InDelta(t, 1, o.Hazard, 1e-12)
		for _, years := range []float64{1, 5, 10} {
			if o.Peace >= years {
				at[years] += 1. / runs
			}
		}
		if o.Class == talks.Collapsed {
			failed++
			if o.Peace < 1 {
				first++
			}
		}
	})
	for _, band := range []struct{ years, low, high float64 }{{1, .727, .817}, {5, .627, .728}, {10, .603, .706}} {
		assert.Greater(t, at[band.years], band.low, "%v years", band.years)
		assert.Less(t, at[band.years], band.high, "%v years", band.years)
		p := clock.Published().Survival(band.years, 1)
		assert.InDelta(t, p, at[band.years], 4*math.Sqrt(p*(1-p)/runs), "%v years", band.years)
	}
	assert.GreaterOrEqual(t, first/failed, .6)
}

// Once an engine has its room, a signature costs no allocation, whatever follows it.
func TestAftermathDoesNotAllocate(t *testing.T) {
	count := func(c *talks.Case) float64 {
		e := talks.NewEngine(mediated(c, once(gather(text))))
		e.Play(3, nil)
		return testing.AllocsPerRun(5, func() { e.Play(3, nil) })
	}
	plain := caseFrom(t, sealed, "mechanisms.breach=false")
	full := allOn(t, "ratifiers[assembly].support.guarantee=0.1", "ratifiers[assembly].support.momentum=0.1", "parties[A].failure=0.001")
	assert.Equal(t, count(plain), count(full))
}

// Names mean nothing: the sides exchange theirs while the keys of their draws stay with
// the numbers, and nothing but names differs.
func TestAftermathKnowsNoNames(t *testing.T) {
	head, parties, tail := blocks(t, sealed+"\ntexts: {}\n"+carriedOut+strings.Replace(ratifiers, "assembly", "A assembly", 1))
	for i, name := range []string{"A", "B"} {
		require.True(t, strings.HasPrefix(parties[i], name+"\n"))
		parties[i] = name + "\n    key: side-" + string(rune('1'+i)) + strings.TrimPrefix(parties[i], name)
	}
	was := join(head, parties, tail)
	turned := regexp.MustCompile(`\b[AB]\b`).ReplaceAllStringFunc(was, func(name string) string {
		return map[string]string{"A": "B", "B": "A"}[name]
	})
	c, d := caseFrom(t, was, "durability.breach=endogenous"), caseFrom(t, turned, "durability.breach=endogenous")
	require.Equal(t, seat(t, c, "A"), seat(t, d, "B"), "the numbers keep their place")
	for i := range 100 {
		a, b := sealedRun(c, i), sealedRun(d, i)
		a.Reason, b.Reason = "", "" // which name the sides
		require.Equal(t, digest(a), digest(b))
	}
}

// Exchanged in the file, the sides fare the same to the last bit: who breaks what is
// drawn by keys.
func TestAftermathKnowsNoOrder(t *testing.T) {
	head, parties, tail := blocks(t, sealed+"\ntexts: {}\n"+carriedOut+ratifiers)
	was := join(head, parties, tail)
	parties[0], parties[1] = parties[1], parties[0]
	turned := join(head, parties, tail)
	require.NotEqual(t, was, turned)
	for _, breach := range []string{"exogenous", "endogenous"} {
		patches := []string{"durability.breach=" + breach, "front.spread=0.05", "parties[B].fallback.momentum=0.2", "durability.guarantee=0"}
		a, b := caseFrom(t, was, patches...), caseFrom(t, turned, patches...)
		broke := map[int]int{}
		for i := range 100 {
			o := sealedRun(a, i)
			broke[o.Broke]++
			require.Equal(t, digest(o), digest(sealedRun(b, i)))
		}
		assert.Positive(t, broke[seat(t, a, "A")])
		assert.Positive(t, broke[seat(t, a, "B")])
	}
}

// With all of it on, runs of a mediator keep the rules of every run.
func TestAftermathConforms(t *testing.T) {
	conforms(t, allOn(t, "talks.mediator=single-text", "parties[A].failure=0.05"), 20)
}
