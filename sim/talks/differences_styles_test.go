package talks_test

import (
	"testing"
)

// claim                                        source                      switch                                      test
// ----------------------------------------------------------------------------------------------------------------------------------------
// agreement rises from talks without a         International Crisis        devaluation; leverage                      TestStylesAddUp
//   mediator to facilitation and formulation,    Behavior data, 1918 to
//   each on top of the last, and where a         2001
//   mediator has levers to manipulation

// In four of the shipped wars facilitation signs more than direct talks do, and formulation
// more again, unless nobody minds who wrote a text. Manipulation signs more than formulation
// where a mediator has leverage, which of the shipped wars the December case alone gives it:
// without, it does what formulation does. The fifth, Istanbul, is not among the four: its
// sides hardly ever agree, and facilitation adds nothing there.
func TestStylesAddUp(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 1000
	for _, name := range []string{"miami", "camp-david-1978", "dayton-1995", "minsk-2015"} {
		text := read(t, name)
		arm := func(mediator string, patches ...string) []ending {
			return endings(t, runs, text, append(patches, "talks.mediator="+mediator)...)
		}
		offers, bridging := arm("facilitation"), arm("bridging")
		change(offers, arm("none"), hasSigned).more(t, name+": facilitation less none")
		change(bridging, offers, hasSigned).more(t, name+": formulation less facilitation")
		change(arm("bridging", anonymous), arm("facilitation", anonymous), hasSigned).nothing(t, .03, name+": the same where nobody minds who wrote a text")
	}
	text := read(t, "miami")
	arm := func(mediator string, patches ...string) []ending {
		return endings(t, runs, text, append(patches, "talks.mediator="+mediator)...)
	}
	change(arm("mixed"), arm("bridging"), hasSigned).more(t, "manipulation less formulation")
	const bare = "mechanisms.leverage=false"
	change(arm("mixed", bare), arm("bridging", bare), hasSigned).nothing(t, 1e-9, "the same without leverage")
}
