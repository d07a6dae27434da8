package talks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// single text's gain over direct talks grows   Fisher 1978; own            fixed_pie: what many issues cost direct      TestSingleTextGainsWithTheNumberOfIssues
//   with the number of issues                    formulation                 talks is taking the others' for one's own;
//                                                                          length of rounds: time for all the redrafts
// package beats issue by issue where there     Fatima, Wooldridge and      weights of the sides alike: nothing to       TestPackageBeatsIssueByIssueOnTrades
//   are trades between issues                    Jennings 2006               trade
// a second reading trades what issues settled  Fatima, Wooldridge and      reopens: what is settled stays settled, or   TestASecondReadingTrades
//   one by one could not                         Jennings 2006               not
// the more of what is settled binds, the less  own formulation             binds: nothing settled does, or all of it    TestWhatBindsIsNotTraded
//   a second reading trades
// the hardest issues first help where time is  own formulation             rounds: there is no time for all, or there   TestHardFirstHelpsWhereTimeIsShort
//   short                                                                    is
// a list to choose from beats a bare text      own formulation             length of the list, down to one             TestAListBeatsAVote
//   to vote on

// many is a case of two sides and so many issues, each a share: what one gets of it the
// other does not. Every second issue is worth more to the one than to the other by a
// factor, which differs from run to run; by a factor of one all are worth the same, and
// there is nothing to trade. Two rounds a day leave time for redrafts.
func many(issues int, factor float64) string {
	var b strings.Builder
	b.WriteString(`name: many
weights: as_given
talks: {mediator: none, text: middle, format: apart, horizon: 60, rounds: 200, still: 60}
formats: {apart: {days: 0.5}}
mechanisms: {commitment: false}
issues:
`)
	for k := range issues {
		fmt.Fprintf(&b, "  - {name: c%d, kind: share, steps: 8, pillar: p}\n", k)
	}
	b.WriteString("parties:\n")
	for side, name := range []string{"A", "B"} {
		fmt.Fprintf(&b, `  - name: %s
    role: belligerent
    fallback: {base: {lo: 0.35, base: 0.45, hi: 0.55}}
    devaluation: {size: 0.03, adversary: 0.5, unnamed: 0.3, mediator: 0.1}
    tactic: {name: time-dependent, haste: {lo: 0.3, base: 0.6, hi: 1.2}, horizon: {lo: 40, base: 50, hi: 60}}
`, name)
		b.WriteString("    weights: {")
		for k := range issues {
			w := 2 / (1 + factor) / float64(issues)
			if k%2 == side {
				w *= factor
			}
			spread := w * (factor - 1) / 5
			fmt.Fprintf(&b, "c%d: {lo: %.5f, base: %.5f, hi: %.5f}, ", k, w-spread, w, w+spread)
		}
		b.WriteString("}\n    scores: {")
		for k := range issues {
			fmt.Fprintf(&b, "c%d: {curve: linear, worst: %d, best: %d}, ", k, side, 1-side)
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// What a deal can bring both is about the same for any even number of issues.
func TestSingleTextGainsWithTheNumberOfIssues(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 200
	gains := func(issues int, patches ...string) series {
		text := many(issues, 3)
		if issues == 1 {
			text = many(1, 1) // there is nothing to trade for
		}
		s := change(endings(t, runs, text, append(patches, "talks.mediator=single-text")...), endings(t, runs, text, patches...), gain)
		s.estimate(t, fmt.Sprint(issues, " issues ", patches))
		return s
	}
	gains(1).fewer(t, "one issue")
	two, four, eight, sixteen := gains(2), gains(4), gains(8), gains(16)
	two.more(t, "two issues")
	four.less(two).more(t, "four less two")
	eight.less(four).more(t, "eight less four")
	sixteen.less(eight).more(t, "sixteen less eight")

	known := gains(8, candid)
	known.fewer(t, "where direct talks know what is public, at eight issues")
	eight.less(two).less(known.less(gains(2, candid))).more(t, "growth less growth there")

	const slow = "formats.apart.days=3"
	gains(32, slow).less(gains(8, slow)).fewer(t, "thirty-two less eight, in twenty rounds")
}

func TestPackageBeatsIssueByIssueOnTrades(t *testing.T) {
	const runs = 300
	better := func(factor float64) series {
		text := many(6, factor)
		return ofBoth(endings(t, runs, text, "talks.mediator=package"), endings(t, runs, text, "talks.mediator=issue-by-issue"), gain)
	}
	better(3).more(t, "joint gain of what is signed either way, where weights differ")
	better(1).nothing(t, .001, "where they are alike")
}

func TestASecondReadingTrades(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 200
	for _, name := range []string{"miami", "camp-david-1978", "dayton-1995"} {
		arm := func(reopens string) []ending {
			return endings(t, runs, read(t, name), "talks.mediator={name: issue-by-issue, reopens: "+reopens+"}")
		}
		change(arm("true"), arm("false"), hasSigned).more(t, name+": agreement, with a second reading less without")
	}
}

// A second reading that can come back to nothing is none.
func TestWhatBindsIsNotTraded(t *testing.T) {
	const runs = 400
	text := read(t, "camp-david-1978")
	arm := func(parameters string) []ending {
		return endings(t, runs, text, "talks.mediator={name: issue-by-issue, "+parameters+"}")
	}
	none, some, all := arm("reopens: true, binds: 0"), arm("reopens: true, binds: 0.7"), arm("reopens: true, binds: 1")
	change(none, some, hasSigned).more(t, "agreement, with nothing that binds less with most that does")
	change(some, all, hasSigned).more(t, "with most less with all")
	require.Equal(t, arm("reopens: false"), all)
}

func TestHardFirstHelpsWhereTimeIsShort(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 800
	text := read(t, "minsk-2015")
	helps := func(rounds string) series {
		arm := func(first string) []ending {
			return endings(t, runs, text, "talks.rounds="+rounds, "talks.mediator={name: issue-by-issue, reopens: true, pace: 1, first: "+first+"}")
		}
		return change(arm("hard"), arm("easy"), hasSigned)
	}
	helps("8").more(t, "agreement within eight rounds, the hardest first less the easiest")
	helps("18").nothing(t, .06, "within eighteen")
}

// How long a list should be depends on the case: among three sides, what two of them mind
// least is seldom what stands between them. One wish alone is too short everywhere.
func TestAListBeatsAVote(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 400
	for _, name := range []string{"miami", "camp-david-1978", "dayton-1995", "minsk-2015"} {
		text := read(t, name)
		of := func(mediator string) []ending { return endings(t, runs, text, "talks.mediator="+mediator) }
		list := of("single-text")
		change(list, of("{name: single-text, options: 1}"), hasSigned).more(t, name+": five to choose from, not one")
		change(list, of("peer/veto"), hasSigned).more(t, name+": a list, not a hundred whole texts to vote on")
		change(list, of("peer/hill-climbing"), hasSigned).more(t, name+": a list, not a hundred changes to vote on")
	}
}
