package measure

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/talks"
	"shuttle/sim/world"
)

const minsk = "minsk-2015"

// carriedOut reports whether every step of a signed text was taken and no part of it
// refused.
func carriedOut(c *talks.Case, o *talks.Outcome) bool {
	for d := range c.Agenda.Documents {
		if o.Documents[d] != talks.DocumentInForce {
			return false
		}
	}
	return o.Signed
}

// The text is signed often and carried out rarely; fighting is renewed within months,
// after prisoners came home.
func TestMinskIsSignedAndNotCarriedOut(t *testing.T) {
	var signed, done, early, home flags
	playedCase(t, minsk, func(c *talks.Case, o *talks.Outcome) {
		if signed.add(o.Signed); !o.Signed {
			return
		}
		done.add(carriedOut(c, o))
		early.add(o.Class == talks.Collapsed && o.Peace < 1)
		home.add(!carriedOut(c, o) && o.Peace*world.Year >= 30) // the days of the exchange
	})
	t.Logf("signed %.3f; of these carried out %.3f, broken within a year %.3f, prisoners home and not carried out %.3f",
		signed.share(), done.share(), early.share(), home.share())
	assert.Greater(t, signed.share(), .6)
	assert.Less(t, done.share(), .25)
	assert.Greater(t, early.share(), .55)
	assert.Greater(t, home.share(), .4, "partial humanitarian progress")
}

// A guarantee worth the name, and a clear order of steps, would have had more of it
// carried out: of all talks with the guarantee, which also has more signed; with the
// order of those that are signed either way, for a choice of who goes first is harder
// to sign.
func TestMinskWouldHaveBeenCarriedOut(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const open = "levels: [left-open]}]"
	run := func(patches ...string) (signed, done flags) {
		playedCase(t, minsk, func(c *talks.Case, o *talks.Outcome) {
			signed.add(o.Signed)
			done.add(carriedOut(c, o))
		}, patches...)
		return signed, done
	}
	signed, done := run()
	_, guaranteed := run("issues[monitoring].levels[unarmed-observers].strength=0.8", "issues[monitoring].levels[observers-promised-access].strength=0.8",
		"parties[GUA].guarantee.credibility=0.9")
	more(t, guaranteed, done, .05, "carried out with a strong guarantee and as it was")

	clear, ordered := run("parties[UKR].lines=[{issue: sequencing, "+open, "parties[RUS].lines=[{issue: sequencing, "+open)
	var both flags
	for r := range signed {
		both.add(signed[r] && clear[r])
	}
	more(t, ordered.among(both), done.among(both), .05, "of what is signed either way, carried out with a clear order and as it was")
	more(t, signed, clear, 0, "signed with the order left open and with a clear one")
}

// The file takes no side: a peace that collapses is broken by either alike.
func TestMinskBlamesNobody(t *testing.T) {
	var first flags
	playedCase(t, minsk, func(c *talks.Case, o *talks.Outcome) {
		if o.Broke >= 0 {
			first.add(c.Parties[o.Broke].Name == "UKR")
		}
	})
	t.Logf("broken by one of the two %.3f of %d", first.share(), len(first))
	assert.InDelta(t, .5, first.share(), 4*.5/math.Sqrt(float64(len(first))))
}
