package talks_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents"
)

// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// bias helps where information is the problem  Kydd 2003                   signals; how far the mediator leans         TestBiasHelpsWhereInformationIsTheProblem
// bias hurts where trust is the problem        Kydd 2006 on honest         tilt: what a side makes of a mediator       TestBiasHurtsWhereTrustIsTheProblem
//                                                brokers                     who leans, or whose texts do
// no strategy favours a side by its place      definition                  none: sides alike but for what is drawn     TestNobodyIsFavouredByPlace

// A side that has to guess whether the other is weak or strong believes a mediator that
// leans its way. One that wants nothing but peace is not believed, and one that leans too
// far neither; one that has found out nothing has nothing to say.
func TestBiasHelpsWhereInformationIsTheProblem(t *testing.T) {
	const runs = 400
	text := read(t, "verify/x5-biased")
	leaning := func(bias string, patches ...string) []ending {
		return endings(t, runs, text, append(patches, "talks.mediator.bias="+bias, "parties[A].tactic.bias="+bias)...)
	}
	direct, some := endings(t, runs, text, meeting), leaning("2")
	change(some, direct, hasSigned).more(t, "a mediator that leans less none")
	change(some, leaning("0"), hasSigned).more(t, "less one that does not lean")
	change(some, leaning("100"), hasSigned).more(t, "less one that leans too far")
	const blind = "mechanisms={commitment: false, signals: false}"
	change(leaning("2", blind), endings(t, runs, text, blind, meeting), hasSigned).nothing(t, .01, "without signals")
}

// judged is the parley where what a mediator writes is read by how far it is trusted, from
// an even first draft, "middle", or one that leans to a side, "mine".
func judged(mediator, draft, tilt string) []string {
	patches := []string{"talks.format=near", "texts={mine: {x: 1, \"y\": 1, shield: some}}", "talks.mediator=" + mediator, "talks.text=" + draft, "talks.tilt_cost=" + tilt}
	for _, side := range []string{"A", "B"} {
		patches = append(patches, "parties["+side+"].devaluation={size: 0.1, mediator: 0, adversary: 1}", "parties["+side+"].trust.mediator=0.5")
	}
	return patches
}

// A first draft that leans costs a mediator the other side's faith, and agreements; where
// no side minds, it costs none.
func TestBiasHurtsWhereTrustIsTheProblem(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 600
	costs := func(tilt string) series {
		return change(endings(t, runs, parley, judged("single-text", "mine", tilt)...), endings(t, runs, parley, judged("single-text", "middle", tilt)...), hasSigned)
	}
	minded, unminded := costs("0.5"), costs("0")
	minded.fewer(t, "agreement, a draft that leans less an even one, where a side minds")
	unminded.nothing(t, .01, "where none does")
	minded.less(unminded).fewer(t, "the one less the other")
	text := read(t, "miami")
	leans := func(tilt string) series {
		arm := func(bias string) []ending {
			return endings(t, runs, text, fmt.Sprintf("talks.mediator={name: biased, named: 0, bias: %s}", bias), "talks.tilt_cost="+tilt, "parties[UKR].devaluation={size: 0.1, adversary: 1, unnamed: 0.2}", "parties[RUS].devaluation={size: 0.1, adversary: 1, unnamed: 0.2}")
		}
		return change(arm("4"), arm("0"), hasSigned)
	}
	leans("0.5").fewer(t, "agreement, offers brought by a mediator that leans less by one that does not, where a side minds")
	leans("0").nothing(t, 1e-9, "where none does")
}

// Two sides that differ only in what is drawn for them from the same ranges fare alike
// under every strategy of the catalog: no clause, round or rung is taken up in an order
// that serves one of them.
func TestNobodyIsFavouredByPlace(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 250
	alike := []string{"formats.apart.days=2", "talks.steps={}"}
	for _, side := range []string{"A", "B"} {
		alike = append(alike, "parties["+side+"].fallback.base=0.4", "parties["+side+"].tactic={name: time-dependent, horizon: 50}")
	}
	for _, m := range agents.Mediators() {
		if m.Name == "peer/fixed-order-flipping" {
			continue // it draws the same in every run, so that chance is on one side for good
		}
		var lead series
		for _, run := range endings(t, runs, many(6, 1.5), append(alike, "talks.mediator="+m.Name)...) {
			if run.signed == 1 {
				lead = append(lead, run.lead)
			}
		}
		if len(lead) < 2 {
			t.Log(m.Name, "signs too little here")
			continue
		}
		mean, at := lead.estimate(t, m.Name)
		assert.LessOrEqual(t, math.Abs(mean), 2*(at.High-mean), "%s: four standard errors from none", m.Name)
	}
}
