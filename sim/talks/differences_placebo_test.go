package talks_test

import (
	"testing"
)

// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// facilitation's news help because they are    own formulation             placebo/hearsay: clauses drawn by lot in    TestNewsHelpBecauseTheyAreTrue
//   true, and help nobody who knows              their place; fixed_pie
// whoever works on a text helps by redrafting  own formulation             placebo/text: the text as it stands         TestDraftingHelpsByRedrafting
// deferral helps by what is left open          own formulation             whether a level leaves the question open    TestDeferralHelpsByWhatIsLeftOpen

func TestNewsHelpBecauseTheyAreTrue(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 1000
	text := read(t, "miami")
	helps := func(patches ...string) series {
		patches = append([]string{calm()}, patches...)
		return change(endings(t, runs, text, append(patches, "talks.mediator={name: facilitation, accuracy: 1}")...), endings(t, runs, text, append(patches, "talks.mediator=placebo/hearsay")...), hasSigned)
	}
	helps().more(t, "agreement, told right less told by lot")
	helps(candid).nothing(t, .01, "where the other's priorities are known")
}

func TestDraftingHelpsByRedrafting(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 200
	for _, name := range []string{"miami", "camp-david-1978", "minsk-2015"} {
		text := read(t, name)
		stands := endings(t, runs, text, "talks.mediator=placebo/text")
		for _, m := range []string{"single-text", "learner"} {
			change(endings(t, runs, text, "talks.mediator="+m), stands, hasSigned).more(t, name+": agreement, "+m+" less a text that stands")
		}
	}
}

func TestDeferralHelpsByWhatIsLeftOpen(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 1600
	text := read(t, "dayton-1995")
	helps := func(open string) series {
		const level = "issues[last-district].levels[1].deferred="
		return change(endings(t, runs, text, level+open, "talks.mediator=deferral"), endings(t, runs, text, level+open, "talks.mediator=single-text"), hasSigned)
	}
	helps("true").more(t, "agreement, deferral less a single text")
	helps("false").nothing(t, 1e-9, "where no level leaves a question open")
}
