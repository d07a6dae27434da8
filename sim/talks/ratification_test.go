package talks_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"shuttle/sim/talks"
)

// refused is the share of signed texts that are refused at home.
func refused(t *testing.T, c *talks.Case, runs int) float64 {
	t.Helper()
	n := 0.
	after(t, c, text, runs, func(o *talks.Outcome) {
		require.True(t, o.Signed)
		require.Equal(t, o.Class == talks.NotRatified, !o.Ratified)
		if o.Class == talks.NotRatified {
			n++
			require.False(t, o.InForce)
			require.Zero(t, o.Peace, "no years of peace without it")
			require.Equal(t, "refused by assembly", o.Reason)
			require.Equal(t, talks.DocumentRejected, o.Documents[0])
			require.Equal(t, talks.DocumentSigned, o.Documents[1])
		} else {
			require.Equal(t, talks.DocumentInForce, o.Documents[0])
		}
	})
	return n / float64(runs)
}

// A text passes with chance Φ((support − threshold)/spread), support being what the
// case says of its levels, of its guarantee and of the front.
func TestSupportDecidesRatification(t *testing.T) {
	const runs = 2000
	for name, c := range map[string]struct {
		margin  float64
		patches []string
	}{
		"support":     {.1, nil},
		"low support": {-.15, []string{"ratifiers[assembly].support.base=0.35"}},
		"threshold":   {-.06, []string{"ratifiers[assembly].threshold=0.66"}},
		"levels":      {-.1, []string{"ratifiers[assembly].support.issues={order: {values: [0, -0.2, 0.1]}}"}},
		"weight":      {.1 - .25*.2, []string{"ratifiers[assembly].support={base: 0.6, spread: 0.1, issues: {order: {values: [0, -0.2, 0.1]}}, weight: 0.25}"}},
		"guarantee":   {.1 - .2*.64, []string{"ratifiers[assembly].support.guarantee=-0.2"}},
		"front":       {.1 - .5*.3, []string{"ratifiers[assembly].support.momentum=-0.5", "front={start: 0.3, level: 0.3}"}},
		"inclusion":   {.25, []string{"parties[G].seat=seated", "parties[G].inclusion={ratification: 0.15}"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := distuv.UnitNormal.CDF(-c.margin / .1)
			assert.InDelta(t, p, refused(t, caseFrom(t, sealed+ratifiers, c.patches...), runs), 4*math.Sqrt(p*(1-p)/runs))
		})
	}
}

// The world goes on between the signature and the vote.
func TestTheFrontMovesBeforeTheVote(t *testing.T) {
	moved := []string{"ratifiers[assembly].support.momentum=-0.5", "front={start: 0, level: 0.8, reversion: 4}"}
	soon := refused(t, caseFrom(t, sealed+ratifiers, append(moved, "ratifiers[assembly].lag=0")...), 500)
	late := refused(t, caseFrom(t, sealed+ratifiers, append(moved, "ratifiers[assembly].lag=180")...), 500)
	assert.Greater(t, late, soon+.3)
}

// Nobody is asked for what it need not pass.
func TestRatifiersAreAskedWhenNeeded(t *testing.T) {
	hopeless := "ratifiers[assembly].support.base=0"
	asked := caseFrom(t, sealed+ratifiers, hopeless, "ratifiers[assembly].needed={shield: [weak, strong]}")
	assert.Equal(t, 1., refused(t, asked, 20))
	unasked := caseFrom(t, sealed+ratifiers, hopeless, "ratifiers[assembly].needed={shield: [none]}")
	o := one(t, unasked, text)
	assert.True(t, o.Ratified)
	assert.Contains(t, []talks.Class{talks.Holds, talks.Collapsed}, o.Class)
}

// Of several refusals the first to come is why a text fails.
func TestTheFirstRefusalCounts(t *testing.T) {
	c := caseFrom(t, sealed+`
ratifiers:
  - {name: late, of: A, kind: parliament, lag: 60, support: {base: 0, spread: 0.01}}
  - {name: soon, of: B, kind: elite, lag: 10, support: {base: 0, spread: 0.01}}
  - {name: last, of: B, kind: parliament, lag: 90, support: {base: 0, spread: 0.01}}
`)
	assert.Equal(t, "refused by soon", one(t, c, text).Reason)
}

// Whoever would lose by a failure at home does not sign what would fail there: with
// chance π a text has to be worth F·(1−π)/π more than the fallback. Here x = 0.5 is
// worth 0.2 more, and F = 0.3: signed down to π = 0.6.
func TestSigningLooksAhead(t *testing.T) {
	for _, row := range []struct {
		base, failure string
		signs         bool
	}{
		{"0.6", "0.3", true},      // π = .84
		{"0.53", "0.3", true},     // π = .618
		{"0.52", "0.3", false},    // π = .579
		{"0.3", "0.3", false},     // π = .02
		{"0.3", "0", true},        // nothing to lose
		{"0.3", "0.000001", true}, // next to nothing
	} {
		for _, party := range []string{"A", "B"} { // it fails for all who signed, whoever refuses it
			c := caseFrom(t, sealed+ratifiers, "ratifiers[assembly].support.base="+row.base, "parties["+party+"].failure="+row.failure)
			assert.Equal(t, row.signs, one(t, c, text).Signed, "%s %+v", party, row)
			unasked := caseFrom(t, sealed+ratifiers, "ratifiers[assembly].support.base="+row.base, "parties["+party+"].failure="+row.failure,
				"ratifiers[assembly].needed={shield: [none]}")
			assert.True(t, one(t, unasked, text).Signed)
		}
	}
}

// A refusal that undoes one document only leaves the text, without the promise.
func TestARefusedGuaranteeDoesNotCount(t *testing.T) {
	c := caseFrom(t, sealed+congress)
	o := one(t, c, text)
	require.True(t, o.Ratified)
	assert.NotEqual(t, talks.NotRatified, o.Class)
	assert.Zero(t, o.Guarantee)
	assert.InDelta(t, math.Exp(1.8*.64), o.Hazard, 1e-12)
	assert.Equal(t, talks.DocumentRejected, o.Documents[1])
	assert.Equal(t, talks.DocumentInForce, o.Documents[0])

	passed := one(t, caseFrom(t, sealed+congress, "ratifiers[congress].support.base=1"), text)
	assert.InDelta(t, .64, passed.Guarantee, 1e-12)
	assert.Equal(t, talks.DocumentInForce, passed.Documents[1])
	assert.Less(t, lasting(t, c, text, 2), lasting(t, caseFrom(t, sealed), text, 2)-.1)
	assert.True(t, one(t, caseFrom(t, sealed+congress, "parties[A].failure=0.5"), text).Signed, "the text itself does not fail by it")
}

// A referendum that needs the fighting to have stopped is not held when it goes on.
func TestAVoteUnderATruce(t *testing.T) {
	vote := `
ratifiers:
  - {name: people, of: A, kind: referendum, truce: true, lag: 90, support: {base: 1, spread: 0.01}}
`
	over := caseFrom(t, sealed+vote, "durability={clock: constant, rate: 1000}")
	o := one(t, over, text)
	assert.Equal(t, talks.Collapsed, o.Class)
	assert.Equal(t, "the fighting went on before people could vote", o.Reason)
	assert.False(t, o.Ratified)
	assert.False(t, o.InForce)

	free := one(t, caseFrom(t, sealed+vote, "durability={clock: constant, rate: 1000}", "ratifiers[people].truce=false"), text)
	assert.Equal(t, "the peace collapsed", free.Reason)
	assert.True(t, free.Ratified)
	held := one(t, caseFrom(t, sealed+vote, "durability={clock: constant, rate: 0}"), text)
	assert.Equal(t, talks.Holds, held.Class)
	assert.True(t, held.Ratified)
}

// What is said of a signed text: who passed it and when, unless the vote was not held,
// and how far each document came.
func TestVotesAreTold(t *testing.T) {
	vote := sealed + `
ratifiers:
  - {name: people, of: A, kind: referendum, truce: true, lag: 90, support: {base: 1, spread: 0.01}}
  - {name: elite, of: B, kind: elite, lag: 10, document: pledge, fails: document, support: {base: 0, spread: 0.01}}
`
	told := func(rate string) (notes []string) {
		c := caseFrom(t, vote, "durability.clock=constant", "durability.rate="+rate)
		talks.NewEngine(mediated(c, once(gather(text)))).Play(1, func(ev talks.Event) {
			if ev.Kind == talks.Happened {
				notes = append(notes, fmt.Sprintf("%g %s", ev.Day, ev.Note))
			}
		})
		return notes
	}
	assert.Equal(t, []string{"91 people passes it", "11 elite refuses it", "1 frame: in force", "1 pledge: rejected"}, told("0"))
	assert.Equal(t, []string{"11 elite refuses it", "1 frame: signed", "1 pledge: rejected"}, told("1000"), "war came first")
}
