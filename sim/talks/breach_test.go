package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/talks"
)

// broken counts who broke the peace, by party.
func broken(t *testing.T, c *talks.Case) (by map[string]int, collapsed int) {
	t.Helper()
	by = map[string]int{}
	after(t, c, text, 1500, func(o *talks.Outcome) {
		if o.Class == talks.Collapsed {
			collapsed++
			by[c.Parties[o.Broke].Name]++
		} else {
			assert.Equal(t, -1, o.Broke)
		}
	})
	return by, collapsed
}

// When the front moves after the signature, the side that it favours breaks the peace,
// and peace breaks more often; the labels do not matter. (Sides that look ahead have
// priced what is to be expected of the front: only surprises would move them.)
func TestBreachFollowsTheFront(t *testing.T) {
	moves := []string{"front={start: 0, level: 1, reversion: 4}"}
	fallback := func(party, momentum string) string {
		return "parties[" + party + "].fallback={base: 0.48, foresight: myopic, momentum: " + momentum + "}"
	}
	sides, against := []string{fallback("A", "-0.15"), fallback("B", "0.15")}, []string{fallback("A", "0.15"), fallback("B", "-0.15")}
	play := func(breach string, patches ...[]string) (map[string]int, int) {
		all := []string{"durability.breach=" + breach, "durability.slack_scale=0.1"}
		for _, p := range patches {
			all = append(all, p...)
		}
		return broken(t, caseFrom(t, sealed, all...))
	}
	plain, n := play("exogenous", moves, sides)
	assert.InDelta(t, plain["A"], plain["B"], 4*.5*float64(n)/11, "an even lot")
	by, more := play("endogenous", moves, sides)
	assert.Greater(t, more, n+n/10)
	assert.Greater(t, by["B"], 3*by["A"])
	turned, _ := play("endogenous", moves, against)
	assert.Greater(t, turned["A"], 3*turned["B"])
	still, same := play("endogenous", sides)
	assert.Equal(t, n, same, "at a standstill nothing drives it")
	assert.InDelta(t, still["A"], still["B"], 4*.5*float64(same)/11)
}

// A lever that is withdrawn after the signature leaves the side that it pressed with
// the better fallback: that side breaks the peace.
func TestBreachFollowsWithdrawnLevers(t *testing.T) {
	pressed := sealed + "\npressure: [{name: squeeze, on: A, use: 1, effect: 0.1, withdrawn: true}]\n"
	driven := []string{"durability.breach=endogenous", "parties[A].fallback.base=0.58"}
	by, n := broken(t, caseFrom(t, pressed, driven...))
	_, kept := broken(t, caseFrom(t, pressed, append(driven, "pressure[squeeze].withdrawn=false")...))
	assert.Greater(t, n, kept+kept/10)
	assert.Greater(t, by["A"], 3*by["B"])

	propped := []string{"pressure[squeeze].effect=0.2", "parties[A].fallback.base=0.6"}
	o := one(t, caseFrom(t, pressed, append(propped, "durability.breach=endogenous")...), text)
	assert.InDelta(t, .1, o.Shortfall, 1e-12)
	assert.InDelta(t, 1, o.Hazard, 1e-12, "what leverage held up is not counted twice")
	assert.Greater(t, one(t, caseFrom(t, pressed, propped...), text).Hazard, 1.)
}

// What a side had to spare when it signed has to be eaten up before it breaks the peace:
// the more it had, the safer is the text while the front moves its way, and at a
// standstill all are alike.
func TestSlackIsABuffer(t *testing.T) {
	collapsed := func(base, level string) int {
		_, n := broken(t, caseFrom(t, sealed, "durability.breach=endogenous", "front={start: 0, level: "+level+", reversion: 4}",
			"parties[B].fallback={base: "+base+", foresight: myopic, momentum: 0.15}"))
		return n
	}
	still := collapsed("0.3", "0")
	assert.Equal(t, still, collapsed("0.49", "0"))
	none, some, enough := collapsed("0.49", "1"), collapsed("0.43", "1"), collapsed("0.3", "1")
	assert.Greater(t, none, some+still/20)
	assert.Greater(t, some, enough+still/20)
	assert.Equal(t, still, enough, "the front never makes up for what it had to spare")
}

// Weariness heals in peace, at the pace at which it came.
func TestBreachFollowsHealedWeariness(t *testing.T) {
	worn := []string{"durability.breach=endogenous", "parties[A].fallback={base: 0.53, weariness: 0.15, weary: 0.01, foresight: myopic}"}
	by, n := broken(t, caseFrom(t, sealed, worn...))
	_, fresh := broken(t, caseFrom(t, sealed, "durability.breach=endogenous"))
	assert.Greater(t, n, fresh)
	assert.Greater(t, by["A"], by["B"])
}

// Political change wears down a guarantee: after the signature peace holds less often,
// and while talks go on the text is worth less when it is signed.
func TestPoliticalChange(t *testing.T) {
	change := func(rate, keeps string) *talks.Case {
		return caseFrom(t, sealed, "parties[G].guarantee.change={rate: "+rate+", keeps: "+keeps+"}")
	}
	steady := lasting(t, caseFrom(t, sealed), text, 8)
	assert.Equal(t, steady, lasting(t, change("0", "0.2"), text, 8), "no change comes")
	assert.Equal(t, steady, lasting(t, change("2", "1"), text, 8), "nothing is lost by one")
	some, more := lasting(t, change("0.5", "0.2"), text, 8), lasting(t, change("3", "0.2"), text, 8)
	assert.Less(t, some, steady)
	assert.Less(t, more, some)
	assert.Less(t, lasting(t, change("3", "0"), text, 8), more)
	assert.Equal(t, lasting(t, caseFrom(t, sealed), deal(2, 0, 1), 8), lasting(t, change("3", "0"), deal(2, 0, 1), 8), "nothing promised, nothing lost")

	o := one(t, caseFrom(t, sealed, "parties[G].guarantee.change={rate: 4, keeps: 0.5}", "formats.table.days=366", "talks.horizon=400"), text)
	assert.Less(t, o.Guarantee, .64, "a year of talks")
	assert.Greater(t, o.Hazard, 1.)
}

// A text like the case's reference has the clock's hazard, in what parties price
// and in what they do not: beside a vaguer, a more legitimate or a better paid reference
// the same text holds more, less and less often.
func TestTheHazardIsRelativeToTheReference(t *testing.T) {
	of := func(reference string) float64 {
		return one(t, caseFrom(t, sealed, "issues[order].levels[simultaneous].ambiguity=0.3", "issues[order].levels[simultaneous].dividend=0.4",
			"parties[G].seat=seated", "parties[G].inclusion={legitimacy: 0.5}", "durability.reference={guarantee: 0.64"+reference+"}"), text).Hazard
	}
	assert.InDelta(t, 1, of(", ambiguity: 0.3, legitimacy: 0.5, dividend: 0.4"), 1e-12)
	assert.Equal(t, of(""), of(", ambiguity: 0, legitimacy: 0, dividend: 0"), "the default")
	plain := of("")
	assert.InDelta(t, plain*math.Exp(-.6*.5), of(", ambiguity: 0.5"), 1e-12)
	assert.InDelta(t, plain*math.Exp(.4*.5), of(", legitimacy: 0.5"), 1e-12)
	assert.InDelta(t, plain*math.Exp(.3*.5), of(", dividend: 0.5"), 1e-12)
}

// What the true hazard of a text rests on, each apart.
func TestWhatMovesTheHazard(t *testing.T) {
	hazard := func(patches ...string) float64 { return one(t, caseFrom(t, sealed, patches...), text).Hazard }
	assert.InDelta(t, 1, hazard(), 1e-12)
	assert.Greater(t, hazard("issues[order].levels[simultaneous].ambiguity=0.3"), 1., "vague")
	assert.Less(t, hazard("parties[G].seat=seated", "parties[G].inclusion={legitimacy: 0.5}"), 1., "legitimate")
	assert.Less(t, hazard("issues[order].levels[simultaneous].dividend=0.5"), 1., "it pays")
	assert.Greater(t, hazard("parties[G].guarantee.credibility=0.5"), 1., "less credible")
	assert.Less(t, lasting(t, caseFrom(t, sealed, "parties[G].guarantee.credibility=0.3"), text, 5), lasting(t, caseFrom(t, sealed), text, 5))
	pressed := caseFrom(t, sealed+"\npressure: [{name: squeeze, on: A, use: 1, effect: 0.2, withdrawn: true}]\n", "parties[A].fallback.base=0.6")
	o := one(t, pressed, text)
	assert.InDelta(t, .1, o.Shortfall, 1e-12)
	assert.Greater(t, o.Hazard, 1., "held up by leverage alone")
}
