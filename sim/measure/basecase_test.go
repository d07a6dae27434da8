package measure

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// The shipped live case stands where the way of mediating matters: middle ground is
// neither certain nor absent, and no level of territory is the answer to everything.
// The bounds are design choices of the scenario, stated in its notes.
func TestBaseCaseStaysWhereMediationMatters(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	s := shipped(t, "miami")
	assert.Len(t, s.Case.Agenda.Issues, 13)
	assert.Len(t, s.Case.Parties, 4)

	zone := ZoneShare(s.Case, 1000, 1)
	assert.Zero(t, zone.Unproven)
	assert.InDelta(t, .55, zone.Share, .15, "a zone of agreement at the start in 40 to 70% of draws")

	const runs = 1000
	agreed := map[string]float64{}
	for _, name := range []string{"none", "single-text", "oracle/nash"} {
		c := shipped(t, "miami", "talks.mediator="+name).Case
		e := talks.NewEngine(c)
		territory, _ := c.Agenda.Issue("territory")
		levels := map[uint8]float64{}
		for r := range runs {
			if o := e.Play(rng.Derive(1, r), nil); o.Signed {
				agreed[name] += 1. / runs
				levels[o.Deal[territory]] += 1. / runs
			}
		}
		for level, share := range levels {
			assert.Less(t, share/agreed[name], .75, "%s: territory %s", name, c.Agenda.Issues[territory].Levels[level].Label)
		}
	}
	assert.InDelta(t, .125, agreed["none"], .075, "without a mediator in 5 to 20% of runs")
	assert.InDelta(t, .35, agreed["single-text"], .15, "under single text in 20 to 50%")
	assert.Greater(t, agreed["oracle/nash"], agreed["single-text"], "knowing both sides' minds brings more than one text")
}
