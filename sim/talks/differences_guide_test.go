package talks_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// What the catalog says of when the other strategies help.
//
// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// bridging helps where texts are judged by     Ross and Stillinger 1991    devaluation                                 TestBridgingHelpsWhereNamesMatter
//   whose they are
// a learner lives by honest answers            own formulation             tactic of the sides, against carried        TestLiesHurtThoseWhoAsk
//                                                                            offers, which ask nothing
// annealing gets a text out of where no        Klein and others 2003       heat                                        TestAnnealingLeavesWhereOthersAreStuck
//   single change is better for all
// improving directions find joint gains        Ehtamo and others 1999      weights of the sides alike                  TestDirectionsFindJointGains
// competing texts help where the first draft   own formulation             the first draft; tilt                       TestCompetingTextsHelpWhereTheFirstDraftLeans
//   is far from one side
// procedure helps where time runs out          own formulation             days that can be saved; time               TestProcedureHelpsWhereTimeRunsOut
// a second mediator helps if its way is        own formulation             how it works                                TestASecondMediatorHelpsByItsWay
//   another that works better

func TestBridgingHelpsWhereNamesMatter(t *testing.T) {
	const runs = 500
	text := read(t, "camp-david-1978")
	helps := func(patches ...string) series {
		return change(endings(t, runs, text, append(patches, "talks.mediator=bridging")...), endings(t, runs, text, append(patches, "talks.mediator=facilitation")...), hasSigned)
	}
	helps().more(t, "agreement, bridging less facilitation")
	helps(anonymous).nothing(t, .01, "where nobody minds who wrote a text")
}

func TestLiesHurtThoseWhoAsk(t *testing.T) {
	const runs = 400
	text := read(t, "camp-david-1978")
	sides := func(tactic string) (patches []string) {
		for _, name := range []string{"EGY", "ISR"} {
			patches = append(patches, "parties["+name+"].tactic={"+tactic+", horizon: 13}")
		}
		return patches
	}
	costs := func(mediator string) series {
		arm := func(tactic string) []ending {
			return endings(t, runs, text, append(sides(tactic), "talks.mediator="+mediator)...)
		}
		return change(arm("name: exaggerator, margin: 0.05"), arm("name: time-dependent"), hasSigned)
	}
	learner, carried := costs("learner"), costs("facilitation")
	learner.fewer(t, "agreement, lies less honesty, under a learner")
	learner.less(carried).fewer(t, "less the same of carried offers")
}

func TestAnnealingLeavesWhereOthersAreStuck(t *testing.T) {
	const runs = 100
	text := many(6, 3)
	hot, cold := endings(t, runs, text, "talks.mediator=annealing"), endings(t, runs, text, "talks.mediator={name: annealing, heat: 0}")
	change(hot, cold, gain).more(t, "joint gain, with heat less without")
}

func TestDirectionsFindJointGains(t *testing.T) {
	const runs = 200
	of := func(factor float64) series {
		text := many(6, factor)
		return change(endings(t, runs, text, "talks.mediator=improving-directions"), endings(t, runs, text), gain)
	}
	of(3).more(t, "joint gain over direct talks, where weights differ")
	of(1).nothing(t, .001, "where they are alike")
}

func TestCompetingTextsHelpWhereTheFirstDraftLeans(t *testing.T) {
	const runs = 500
	helps := func(draft, tilt string) series {
		return change(endings(t, runs, parley, judged("competing-texts", draft, tilt)...), endings(t, runs, parley, judged("single-text", draft, tilt)...), hasSigned)
	}
	leaning := helps("mine", "0.5")
	leaning.more(t, "agreement, competing texts less one, from a draft that leans")
	leaning.less(helps("middle", "0.5")).more(t, "less the same from an even draft")
	helps("mine", "0").nothing(t, .02, "where no side minds")
}

func TestProcedureHelpsWhereTimeRunsOut(t *testing.T) {
	arm := func(mediator, days, saved string) []ending {
		return under(t, mediator, "talks.horizon="+days, "talks.leverage.hurry="+saved)
	}
	const unhurried = "{name: procedure, hurry: 0}"
	change(arm("procedure", "15", "0.4"), arm(unhurried, "15", "0.4"), hasSigned).more(t, "agreement within 15 days, in a hurry less without")
	long, slow := arm("procedure", "60", "0.4"), arm(unhurried, "60", "0.4")
	change(long, slow, hasSigned).nothing(t, .01, "within 60 days")
	ofBoth(long, slow, day).fewer(t, "days until then")
	require.Equal(t, arm(unhurried, "15", "0"), arm("procedure", "15", "0"), "no day can be saved")
}

func TestASecondMediatorHelpsByItsWay(t *testing.T) {
	const runs = 250
	text := read(t, "dayton-1995")
	base := endings(t, runs, text, "talks.mediator=single-text")
	helps := func(to string) series {
		return change(endings(t, runs, text, fmt.Sprintf("talks.mediator={name: handover, to: %s}", to)), base, hasSigned)
	}
	learner, bundles := helps("learner"), helps("package")
	learner.more(t, "agreement, a learner after the single text less the single text")
	bundles.estimate(t, "agreement, bundles after it")
	learner.less(bundles).more(t, "the one less the other")
}
