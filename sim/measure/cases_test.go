package measure

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// The shipped historical cases show the qualitative results that their files claim,
// through the same engine as any run. The bounds leave room for the numbers to move;
// what a case claims is a direction and a margin, not a number.

// caseRuns is how many runs each claim rests on.
const caseRuns = 500

// playedCase plays a shipped case and hands over every outcome, in the order of the
// replicates: equal replicates share parties and world whatever the patches.
func playedCase(t *testing.T, name string, each func(c *talks.Case, o *talks.Outcome), patches ...string) {
	t.Helper()
	c := shipped(t, name, patches...).Case
	e := talks.NewEngine(c)
	for r := range caseRuns {
		o := e.Play(rng.Derive(1, r), nil)
		require.Empty(t, o.Fault)
		each(c, o)
	}
}

// flags is whether something was so, by replicate.
type flags []bool

func (f *flags) add(x bool) { *f = append(*f, x) }

func (f flags) share() float64 {
	n := 0
	for _, x := range f {
		if x {
			n++
		}
	}
	return float64(n) / float64(max(1, len(f)))
}

// among is the flags of those replicates for which another holds.
func (f flags) among(other flags) (g flags) {
	for r := range f {
		if other[r] {
			g.add(f[r])
		}
	}
	return g
}

// more asserts that something is so more often in one set of runs than in another of
// the same replicates: by a margin, and by three standard errors of the paired
// difference.
func more(t *testing.T, often, seldom flags, margin float64, what string) {
	t.Helper()
	only, other := 0., 0.
	for r := range often {
		switch {
		case often[r] && !seldom[r]:
			only++
		case seldom[r] && !often[r]:
			other++
		}
	}
	n := float64(len(often))
	t.Logf("%s: %.3f against %.3f", what, often.share(), seldom.share())
	assert.Greater(t, (only-other)/n, max(margin, 3*math.Sqrt(only+other)/n), what)
}

// signedIn is the replicates in which a shipped case ends with every signature.
func signedIn(t *testing.T, name string, patches ...string) (f flags) {
	t.Helper()
	playedCase(t, name, func(_ *talks.Case, o *talks.Outcome) { f.add(o.Signed) }, patches...)
	return f
}

// reads is the label of an issue's level in the deal of a run; empty where no issue is
// called so.
func reads(c *talks.Case, o *talks.Outcome, issue string) string {
	if k, ok := c.Agenda.Issue(issue); ok {
		return c.Agenda.Issues[k].Levels[o.Deal[k]].Label
	}
	return ""
}

// gainOf is what the deal of a run brings a party above its fallback.
func gainOf(c *talks.Case, o *talks.Outcome, name string) float64 {
	for i := range c.Parties {
		if c.Parties[i].Name == name {
			return o.Worth[i] - o.Floor[i]
		}
	}
	return math.NaN()
}

func mean(x []float64) float64 {
	sum := 0.
	for _, v := range x {
		sum += v
	}
	return sum / float64(max(1, len(x)))
}

func median(x []float64) float64 {
	x = slices.Sorted(slices.Values(x))
	return x[len(x)/2]
}

// Every shipped case runs under every strategy of the catalog.
func TestCasesRunUnderEveryMediator(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, name := range []string{"camp-david-1978", "dayton-1995", "minsk-2015", "istanbul-2025"} {
		for _, m := range agents.Mediators() {
			t.Run(name+"/"+m.Name, func(t *testing.T) {
				e := talks.NewEngine(shipped(t, name, "talks.mediator="+m.Name).Case)
				for r := range 5 {
					o := e.Play(rng.Derive(1, r), nil)
					require.Empty(t, o.Fault)
					require.NotEmpty(t, o.Reason)
				}
			})
		}
	}
}
