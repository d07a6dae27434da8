package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/analysis"
)

// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// carrots need budget                          Touval and Zartman 1985     budget: none, a little, enough              TestCarrotsNeedABudget
// sticks raise agreement and lose durability   Werner and Yuen 2005;       durability.imposed: what is held up by      TestSticksGetTextsSignedThatDoNotLast
//   when the pressure is withdrawn               Beardsley 2008              pressure alone fails sooner
// the guarantor's gain vanishes without the    Walter 1997                 commitment                                  TestAGuarantorHelpsWherePeaceIsInDoubt
//   commitment problem
// gradualism's gain vanishes at high trust     Osgood 1962                 trust between the sides; steps              TestStepsHelpWhereTrustIsMissing
// gradualism's gain shrinks where a side       Kydd 2005                   type; steps.tactical                        TestStepsHelpLessWhereASidePlaysForTime
//   plays for time
// a deadline moves agreements late             Pinfari 2011                hardness of the day                         TestADeadlineMovesAgreementsLate
//
// Without their lever these strategies are the single text that they are built on, run
// by run (TestWithoutItsLeverAStrategyIsItsBase).

// leverRuns is how many replicates a claim about levers rests on.
const leverRuns = 800

// under plays the parley near by under a mediator.
func under(t testing.TB, mediator string, patches ...string) []ending {
	t.Helper()
	return endings(t, leverRuns, parley, near(mediator, patches...)...)
}

func TestCarrotsNeedABudget(t *testing.T) {
	base := under(t, "single-text")
	none, little, enough := under(t, "carrots", "talks.leverage.budget=0"), under(t, "carrots", "talks.leverage.budget=0.01"), under(t, "carrots")
	require.Equal(t, base, none, "nothing to give")
	change(little, base, hasSigned).more(t, "a little less none")
	change(enough, little, hasSigned).more(t, "enough less a little")
}

// Of what is signed either way the pressed text fails sooner, and no sooner where nothing
// is made of what it was short of without the pressure; signed it is as often.
func TestSticksGetTextsSignedThatDoNotLast(t *testing.T) {
	base, with := under(t, "single-text"), under(t, "sticks")
	change(with, base, hasSigned).more(t, "agreement")
	worse := ofBoth(with, base, hazard)
	worse.more(t, "log hazard of what is signed either way")
	const forgiven = "durability={imposed: 0}"
	free := under(t, "sticks", forgiven)
	worse.less(ofBoth(free, under(t, "single-text", forgiven), hazard)).more(t, "less the same where nothing is made of it")
	for i := range free {
		require.Equal(t, with[i].signed, free[i].signed)
	}
}

func TestAGuarantorHelpsWherePeaceIsInDoubt(t *testing.T) {
	base, with := under(t, "single-text"), under(t, "guarantor")
	change(with, base, hasSigned).more(t, "agreement")
	ofBoth(with, base, hazard).fewer(t, "log hazard of what is signed either way")
	const sure = "mechanisms={commitment: false}"
	require.Equal(t, under(t, "single-text", sure), under(t, "guarantor", sure), "nothing to guarantee")
}

func TestStepsHelpWhereTrustIsMissing(t *testing.T) {
	gain := func(trust string) (agreed, later series) {
		trusting := []string{"parties[A].trust.B=" + trust, "parties[B].trust.A=" + trust}
		base, with := under(t, "single-text", trusting...), under(t, "gradual", trusting...)
		return change(with, base, hasSigned), ofBoth(with, base, day)
	}
	low, _ := gain("0.3")
	low.more(t, "agreement at a trust of .3")
	high, later := gain("1")
	high.nothing(t, .01, "at full trust")
	later.more(t, "days that steps cost there")
	low.less(high).more(t, "at low trust less at full")
}

// Where the side that the war favours plays for time, steps are broken: the same steps win
// fewer agreements than where it keeps them as the other type does.
func TestStepsHelpLessWhereASidePlaysForTime(t *testing.T) {
	gain := func(keeps string) series {
		waiting := []string{"parties[A].fallback.momentum=0.05", "front={start: 0.2, level: 0.2}", "parties[A].type={tactical: 1}",
			"types={renews: 1, signal: 0}", "talks.steps={chance: 0.9, gain: 0.1, loss: 0.1, lag: 3, tactical: " + keeps + "}"}
		return change(under(t, "gradual", waiting...), under(t, "single-text", waiting...), hasSigned)
	}
	sincere, tactical := gain("1"), gain("0.1")
	sincere.more(t, "agreement where it keeps its steps")
	tactical.less(sincere).fewer(t, "where it does not, less where it does")
}

// Sides that hold out for months sign when the last day comes near. Until it is announced
// nothing is different, and so it stays where nobody believes in it.
func TestADeadlineMovesAgreementsLate(t *testing.T) {
	const announced = 45 // three quarters of sixty days
	patient := []string{"parties[A].tactic={name: time-dependent, horizon: 120}", "parties[B].tactic={name: time-dependent, horizon: 120}"}
	arm := func(mediator, hardness string) []ending {
		return under(t, mediator, append(patient, "talks.leverage.deadline.hardness="+hardness)...)
	}
	late := func(runs []ending) (late, signed int) {
		for i := range runs {
			if runs[i].signed == 1 {
				if signed++; runs[i].day > announced {
					late++
				}
			}
		}
		return late, signed
	}
	const deadline = "{name: deadline, at: 0.75, until: 0.9, hardness: 1}"
	base, with := arm("single-text", "0.9"), arm(deadline, "0.9")
	for i := range base {
		if base[i].signed == 1 && base[i].day <= announced {
			require.Equal(t, base[i], with[i])
		}
	}
	n, of := late(with)
	m, ofBase := late(base)
	at, err := analysis.Newcombe(n, of, m, ofBase, .95)
	require.NoError(t, err)
	t.Logf("late: %d of %d, %d of %d without a last day (difference %.3f to %.3f)", n, of, m, ofBase, at.Low, at.High)
	assert.Positive(t, at.Low)
	require.Equal(t, arm("single-text", "0"), arm(deadline, "0"))
}
