package scenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// vagueShield is the small scenario with a shield that can be read as weak or as strong.
const vagueShield = `issues=[{name: land, kind: share, steps: 4, pillar: territory}, {name: shield, pillar: status,
  levels: [{name: none}, {name: weak, strength: 0.3}, {name: either, between: [weak, strong], ambiguity: 0.5}, {name: strong, strength: 0.8}]}]`

// A vague level is worth to each side .7 of the reading that is better for it and .3 of
// the other, whichever of the two that is; the rest of its scores stand as they did.
func TestAVagueClauseIsReadEachSidesOwnWay(t *testing.T) {
	both := []string{vagueShield, "parties[South].weights={land: 0.5, shield: 0.5}", "parties[South].scores={land: {curve: linear, worst: 1, best: 0}, shield: [1, 0.9, 0.2]}"}
	scores := func(c *talks.Case, party string, run int) (s [4]float64) {
		table := talks.NewTable(c)
		table.Draw(rng.Derive(1, run))
		for i, p := range table.Parties {
			if c.Parties[i].Name == party {
				for l := range s {
					s[l] = p.Score(1, uint8(l)) / p.Weight(1)
				}
			}
		}
		return s
	}
	c := compile(t, small, both...).Case
	assert.InDeltaSlice(t, []float64{0, .5, .7*1 + .3*.5, 1}, slice(scores(c, "North", 0)), 1e-12)
	assert.InDeltaSlice(t, []float64{1, .9, .7*.9 + .3*.2, .2}, slice(scores(c, "South", 0)), 1e-12)

	even := compile(t, small, append(both, "own_reading=0.5")...).Case
	assert.InDelta(t, .55, scores(even, "South", 0)[2], 1e-12)

	shaken := compile(t, small, append(both, "jitter=0.1", "own_reading={lo: 0.6, base: 0.7, hi: 0.8}")...).Case
	seen := map[float64]bool{}
	for run := range 20 {
		north, south := scores(shaken, "North", run), scores(shaken, "South", run)
		own := (north[2] - north[1]) / (north[3] - north[1])
		require.True(t, own >= .6 && own <= .8, own)
		require.InDelta(t, own*south[1]+(1-own)*south[3], south[2], 1e-9, "one share for all")
		seen[own] = true
	}
	assert.Len(t, seen, 20, "drawn for each run")
}

func slice(s [4]float64) []float64 { return s[:] }
