package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
)

// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// facilitation's gain vanishes when the        Touval and Zartman 1985 on  contact of direct talks, devaluation,       TestFacilitationMendsWhatAilsDirectTalks
//   frictions of direct talks are off            the communicator            fixed_pie: one left on at a time, then none
// with all of them off no mediator beats       own formulation; Fey and    the same, and leverage and steps, which     TestWithoutFrictionsNobodyBeatsDirectTalks
//   direct talks of two sides                    Ramsay 2010 on talk alone   bring something from outside
// of three sides one that learns still does,   own formulation             the third side's signature                  TestAmongThreeAMediatorHelpsWithoutFrictions
//   since offers go round one by one

const (
	meeting   = "talks.mediator={name: none, contact: 1}" // the sides meet whenever a mediator would have come
	anonymous = "mechanisms.devaluation=false"            // nobody minds who wrote a text
	candid    = "mechanisms.fixed_pie=false"              // what is public of the other's priorities is known
)

func TestFacilitationMendsWhatAilsDirectTalks(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 500
	text := read(t, "miami")
	arms := func(direct string, patches ...string) (with, without []ending) {
		patches = append([]string{calm()}, patches...)
		return endings(t, runs, text, append(patches, "talks.mediator=facilitation")...), endings(t, runs, text, append(patches, direct)...)
	}
	helps := func(what, direct string, patches ...string) series {
		with, without := arms(direct, patches...)
		s := change(with, without, hasSigned)
		s.more(t, what)
		return s
	}
	all := helps("all three", "talks.mediator=none")
	contact := helps("rare contact alone", "talks.mediator=none", anonymous, candid)
	helps("known authors alone", meeting, candid)
	helps("the fixed pie alone", meeting, anonymous)
	all.less(contact).more(t, "all three less contact alone")

	with, without := arms(meeting, anonymous, candid)
	require.Equal(t, without, with, "nothing left to mend, run by run")
}

// A mediator may cost something, and where all that ails direct talks is off it brings
// nothing to make up for it: at most one agreement in twenty more, and a tenth of the
// joint gain.
func TestWithoutFrictionsNobodyBeatsDirectTalks(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for name, runs := range map[string]int{"textbook": 40, "miami": 250, "camp-david-1978": 200} {
		t.Run(name, func(t *testing.T) {
			text, frictionless := read(t, name), []string{anonymous, candid, "mechanisms.leverage=false", "mechanisms.steps=false"}
			direct := endings(t, runs, text, append(frictionless, meeting)...)
			most, _ := change(direct, make([]ending, runs), gain).estimate(t, "joint gain of direct talks")
			for _, m := range agents.Mediators() {
				if m.Oracle || m.Nobody {
					continue
				}
				with := endings(t, runs, text, append(frictionless, "talks.mediator="+m.Name)...)
				_, agreed := change(with, direct, hasSigned).estimate(t, m.Name+", agreement")
				_, gained := change(with, direct, gain).estimate(t, m.Name+", joint gain")
				assert.LessOrEqual(t, agreed.High, .05, m.Name)
				assert.LessOrEqual(t, gained.High, most/10, m.Name)
			}
		})
	}
}

// Among three an offer is answered by one side after the other, and what the next one
// makes of it may be no good to the last: there a mediator that asks all of them helps,
// and where two have to sign it does not.
func TestAmongThreeAMediatorHelpsWithoutFrictions(t *testing.T) {
	const runs = 250
	text := read(t, "dayton-1995")
	helps := func(patches ...string) series {
		patches = append(patches, anonymous, candid, "mechanisms.leverage=false", "mechanisms.steps=false")
		return change(endings(t, runs, text, append(patches, "talks.mediator=learner")...), endings(t, runs, text, append(patches, meeting)...), hasSigned)
	}
	three := helps()
	three.more(t, "three signatures")
	two := helps("parties[HRV].role=stakeholder", "parties[HRV].tactic=consent")
	two.nothing(t, .03, "two signatures")
	three.less(two).more(t, "three less two")
}
