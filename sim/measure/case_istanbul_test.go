package measure

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/talks"
)

const istanbul = "istanbul-2025"

// Prisoners come home while the core is stuck: most runs end with humanitarian
// results and no text, and the last text is as far from a side's fallback as the
// first.
func TestIstanbulBringsPrisonersHomeAndNoText(t *testing.T) {
	var partial, signed, short flags
	var exchanges, closed []float64
	playedCase(t, istanbul, func(_ *talks.Case, o *talks.Outcome) {
		partial.add(o.Class == talks.Partial)
		signed.add(o.Signed)
		exchanges = append(exchanges, float64(o.Exchanges))
		first, last := &o.Course[0], &o.Course[len(o.Course)-1]
		if !o.Signed && first.Text && last.Text {
			short.add(last.Gap > 0)
			closed = append(closed, first.Gap-last.Gap)
		}
	})
	t.Logf("partial %.3f, signed %.3f, exchanges %.2f; last text below a fallback %.3f, gap closed by %.3f",
		partial.share(), signed.share(), mean(exchanges), short.share(), mean(closed))
	assert.Greater(t, partial.share(), .6)
	assert.Less(t, signed.share(), .1)
	assert.Greater(t, mean(exchanges), 3.)
	assert.Greater(t, short.share(), .8)
	assert.InDelta(t, 0, mean(closed), .03)
}

// The humanitarian track lives beside the core: without it nothing is left to show,
// and the core does not move either.
func TestIstanbulCoreIsStuckWithoutItToo(t *testing.T) {
	var signed, partial flags
	playedCase(t, istanbul, func(_ *talks.Case, o *talks.Outcome) {
		signed.add(o.Signed)
		partial.add(o.Class == talks.Partial)
	}, "mechanisms.exchanges=false")
	assert.Zero(t, partial.share())
	assert.Less(t, signed.share(), .1)
}
