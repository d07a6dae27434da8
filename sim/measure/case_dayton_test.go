package measure

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/talks"
)

const dayton = "dayton-1995"

// Agreements come late, and without a last day the same days bring few.
func TestDaytonAgreesAtTheDeadline(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	var signed, late flags
	playedCase(t, dayton, func(_ *talks.Case, o *talks.Outcome) {
		if signed.add(o.Signed); o.Signed {
			late.add(o.Day > 14)
		}
	})
	t.Logf("signed %.3f, of these in the last of three weeks %.3f", signed.share(), late.share())
	assert.Greater(t, signed.share(), .45)
	assert.Greater(t, late.share(), .8)
	more(t, signed, signedIn(t, dayton, "mechanisms.deadline=false"), .2, "with and without a deadline")
}

// All three must sign: whoever would never sign ends it, and what two find without the
// third it would refuse.
func TestDaytonNeedsAllThree(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, side := range []string{"BIH", "HRV", "FRY"} {
		assert.Zero(t, signedIn(t, dayton, "parties["+side+"].fallback.base=2").share(), side)
	}
	var signed, refused flags
	playedCase(t, dayton, func(c *talks.Case, o *talks.Outcome) {
		if signed.add(o.Signed); o.Signed {
			refused.add(gainOf(c, o, "HRV") < 0)
		}
	}, "parties[HRV].role=stakeholder", "parties[HRV].tactic=consent")
	t.Logf("two sign %.3f, the third would refuse %.3f of these", signed.share(), refused.share())
	assert.Greater(t, refused.share(), .9, "of the texts that two agree on")
	more(t, signed, signedIn(t, dayton), .1, "two and three signatures")
}

// Where the last district cannot be left to arbitration, fewer agree.
func TestDaytonIsRescuedByDeferral(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	var deferred flags
	playedCase(t, dayton, func(c *talks.Case, o *talks.Outcome) {
		if o.Signed {
			deferred.add(reads(c, o, "last-district") == "defer-to-arbitration")
		}
	})
	t.Logf("deferred %.3f", deferred.share())
	assert.Greater(t, deferred.share(), .6)
	more(t, signedIn(t, dayton), signedIn(t, dayton, "issues[last-district].levels=[{name: BIH-side}, {name: FRY-side}]",
		"parties[BIH].scores.last-district=[1, 0]", "parties[HRV].scores.last-district=[1, 0.1]", "parties[FRY].scores.last-district=[0, 1]"),
		.1, "with and without deferral")
}

// A force in which nobody believes makes for fewer agreements, and those that are
// signed all the same break sooner.
func TestDaytonRestsOnACredibleForce(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	var signed, doubted, held, broken flags
	playedCase(t, dayton, func(_ *talks.Case, o *talks.Outcome) {
		signed.add(o.Signed)
		held.add(o.Class == talks.Holds)
	})
	playedCase(t, dayton, func(_ *talks.Case, o *talks.Outcome) {
		doubted.add(o.Signed)
		broken.add(o.Class == talks.Holds)
	}, "parties[NATO].guarantee.credibility=0.1")
	more(t, signed, doubted, .1, "signed with a credible force and with another")
	var both flags
	for r := range signed {
		both.add(signed[r] && doubted[r])
	}
	more(t, held.among(both), broken.among(both), .05, "of what both sign, held for five years")
}
