package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

// refusals is in what share of signed runs a ratifier refuses a text, whatever others
// say of it.
func refusals(t *testing.T, c *talks.Case, d agenda.Deal, ratifier string) float64 {
	t.Helper()
	const runs = 400
	e, n, all := talks.NewEngine(mediated(c, once(gather(d)))), 0, 0
	for i := range runs {
		refused := false
		o := e.Play(talksSeed(i), func(ev talks.Event) {
			refused = refused || ev.Kind == talks.Happened && ev.Note == ratifier+" refuses it"
		})
		if o.Signed {
			all++
		}
		if refused {
			n++
		}
	}
	require.Greater(t, all, runs/2)
	return float64(n) / float64(all)
}

// In the December case, with nothing left that keeps a side from signing, those at home
// of either side mind the terms: the text that is worst for it on a clause is refused
// more often than the one that is best.
func TestThoseAtHomeMindTheTermsOnBothSides(t *testing.T) {
	var willing []string
	for _, p := range []string{"UKR", "RUS", "EUR", "MED"} {
		willing = append(willing, "parties["+p+"].fallback.base=-2")
	}
	c := caseOf(t, "miami", append(willing, "parties[UKR].lines=[]", "parties[RUS].lines=[]", "parties[UKR].failure=0", "parties[RUS].failure=0",
		"parties[UKR].tactic=hill-climber", "parties[RUS].tactic=hill-climber")...)
	for issue, least := range map[string]float64{"territory": .1, "alliance-status": .03} {
		k, ok := c.Agenda.Issue(issue)
		require.True(t, ok)
		low, high := c.Initial, c.Initial // the ends of the ladder: best for UKR, and for RUS
		low[k], high[k] = 0, uint8(len(c.Agenda.Issues[k].Levels)-1)
		assert.Greater(t, refusals(t, c, high, "UKR parliament"), refusals(t, c, low, "UKR parliament")+least, issue)
		assert.Greater(t, refusals(t, c, low, "RUS elites"), refusals(t, c, high, "RUS elites")+least, issue)
	}
}

// What parliament and elites mind is mirrored in the December case: as nobody has
// measured it, neither side gets more of it than the other.
func TestOpinionsOfTheTwoSidesAreMirrored(t *testing.T) {
	list := ratifiersOf(t, caseOf(t, "miami"))
	us, them := list["UKR parliament"], list["RUS elites"]
	require.Len(t, us.Opinions, 2)
	require.Len(t, them.Opinions, 2)
	for i, o := range us.Opinions {
		other := them.Opinions[i]
		require.Equal(t, o.Issue, other.Issue)
		for l, x := range o.Levels {
			assert.Equal(t, x, other.Levels[len(o.Levels)-1-l])
		}
	}
	a, b := us.Weight, them.Weight
	a.Key = b.Key
	assert.Equal(t, a, b, "the same range")
}

func ratifiersOf(t *testing.T, c *talks.Case) map[string]talks.Ratifier {
	t.Helper()
	out := map[string]talks.Ratifier{}
	for _, m := range c.Around {
		if r, ok := m.(talks.Ratification); ok {
			for _, x := range r.Ratifiers {
				out[x.Name] = x
			}
		}
	}
	return out
}
