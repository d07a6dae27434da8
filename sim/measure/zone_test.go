package measure

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/rng"
)

func TestZoneAgreesWithBruteForce(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	var yes, no int
	for seed := range uint64(90) {
		tab := table(t, small(t, seed))
		find, widen := NewFinder(tab, Search{}), NewFinder(tab, Search{Widest: true})
		for r := range 4 {
			tab.Draw(rng.Derive(rng.Seed(seed), r))
			b := force(tab, tab.Signatories())
			widest := b.best(func(i int) bool { return b.lawful[i] }, b.least)
			z, w := find.Find(), widen.Find()
			msg := fmt.Sprintf("seed %d, draw %d: %+v", seed, r, z)
			want := No
			if widest >= 0 {
				want = Yes
				yes++
				require.True(t, acceptable(tab, &z.Deal, tab.Signatories(), floors(tab)), msg)
			} else {
				no++
			}
			require.Equal(t, want, z.Exists, msg)
			require.Equal(t, want, w.Exists, msg)
			if !math.IsInf(widest, 0) {
				require.InDelta(t, widest, w.Slack, 1e-12, msg)
			}
		}
	}
	assert.Greater(t, min(yes, no), 50, "both answers are tried")
}

// On draws of a full-size case the search agrees with looking at every deal.
func TestZoneAgreesWithSolveOnMiami(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	s := shipped(t, "miami")
	tab := table(t, s)
	var yes, no int
	for r := range 50 {
		tab.Draw(rng.Derive(7, r))
		z := NewFinder(tab, Search{}).Find()
		full := Solve(tab, Options{Samples: -1})
		if full.Nash == nil {
			no++
			require.Equal(t, No, z.Exists, r)
			continue
		}
		yes++
		require.Equal(t, Yes, z.Exists, r)
		w := NewFinder(tab, Search{Widest: true}).Find()
		best := slack(full.Egalitarian.Utilities, []float64{tab.Parties[tab.Signatories()[0]].Floor(), tab.Parties[tab.Signatories()[1]].Floor()})
		require.InDelta(t, best, w.Slack, 1e-12)
	}
	assert.Greater(t, min(yes, no), 5, "both answers are tried")
}

func TestZoneSearchHasALimit(t *testing.T) {
	tab := table(t, shipped(t, "miami", "parties[UKR].fallback.base=0.75"))
	z := NewFinder(tab, Search{Nodes: 3}).Find()
	assert.Equal(t, Unproven, z.Exists)
	assert.Equal(t, No, NewFinder(tab, Search{}).Find().Exists)
}

func TestZoneShareIsKeyed(t *testing.T) {
	c := shipped(t, "miami").Case
	s := ZoneShare(c, 60, 1)
	assert.Equal(t, s, ZoneShare(c, 60, 1))
	assert.NotEqual(t, s, ZoneShare(c, 60, 2))
	assert.Equal(t, 60, s.N)
	assert.Less(t, s.Low, s.Share)
	assert.Greater(t, s.High, s.Share)
	assert.Equal(t, Share{High: 1}, ZoneShare(c, 0, 1))
}
