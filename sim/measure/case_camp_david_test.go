package measure

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

const campDavid = "camp-david-1978"

// Most runs agree, after many small redrafts. Sovereignty goes to the one side and the
// forces are bound as the other wants, and both gain by it.
func TestCampDavidAgreesByManySmallRedrafts(t *testing.T) {
	var signed, traded flags
	var drafts, moved []float64
	returned := []string{"full-return-over-many-years", "full-return-in-three-years"}
	bound := []string{"thinned-out-in-zones", "demilitarised-with-observers"}
	playedCase(t, campDavid, func(c *talks.Case, o *talks.Outcome) {
		if signed.add(o.Signed); !o.Signed {
			return
		}
		h := o.History.Drafts
		drafts = append(drafts, float64(len(h)))
		for i := 1; i < len(h); i++ {
			changed := agenda.Diff(&h[i-1].Deal, &h[i].Deal)
			moved = append(moved, float64(changed.Len()))
		}
		traded.add(slices.Contains(returned, reads(c, o, "sinai-sovereignty")) && slices.Contains(bound, reads(c, o, "sinai-forces")) &&
			gainOf(c, o, "EGY") > 0 && gainOf(c, o, "ISR") > 0)
	})
	t.Logf("signed %.3f, median of drafts %.0f, clauses moved by a redraft %.2f, traded %.3f", signed.share(), median(drafts), mean(moved), traded.share())
	assert.Greater(t, signed.share(), .55)
	assert.GreaterOrEqual(t, median(drafts), 10.)
	assert.LessOrEqual(t, median(drafts), 30.)
	assert.Less(t, mean(moved), 3., "of seven clauses")
	assert.Greater(t, traded.share(), .85)
}

// A peace that does not wait for the open question lasts longer than one that does.
func TestCampDavidIsDurableWhereItIsNotVague(t *testing.T) {
	by := map[string][]float64{}
	c := shipped(t, campDavid).Case
	playedCase(t, campDavid, func(_ *talks.Case, o *talks.Outcome) {
		if o.Signed {
			tied := reads(c, o, "linkage")
			by[tied] = append(by[tied], c.Clock.Survival(5, o.Hazard))
		}
	})
	clear, vague := by["de-linked"], by["tied-to-vague-autonomy"]
	t.Logf("five years: %.3f of %d without, %.3f of %d with", mean(clear), len(clear), mean(vague), len(vague))
	assert.NotEmpty(t, vague, "some are tied to the open question all the same")
	assert.Greater(t, mean(clear), mean(vague)+.08)
	assert.Greater(t, mean(clear), .7)
}

// Without the way out of the linkage, or without the mediator's money, the same
// parties agree less often.
func TestCampDavidNeedsTheWayOutAndTheMoney(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	base := signedIn(t, campDavid)
	more(t, base, signedIn(t, campDavid, "parties[USA].lines=[{issue: linkage, levels: [de-linked]}]"), .1, "with and without de-linking")
	more(t, base, signedIn(t, campDavid, "parties[USA].lines=[{issue: aid, levels: [loans, aid, large-aid]}]"), .2, "with and without the mediator's budget")
}
