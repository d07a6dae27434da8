package talks_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/sim/talks"
)

// Trust that strikes moved in one run does not reach the next, where no number is drawn
// anew either: what a side hoped for at the end of a run it had to find out again.
func TestMovedTrustStaysInItsRun(t *testing.T) {
	for _, m := range []string{"none", "single-text", "facilitation"} {
		c := caseFrom(t, parley, "parties[A].fallback.base=0.55", "parties[B].fallback.base=0.55", "formats.apart.days=6",
			"parties[A].tactic=time-dependent", "parties[B].tactic=time-dependent", "parties[A].trust.B=0.9", "parties[B].trust.A=0.9",
			"strikes=[{by: A, on: B, rate: 40, trust: 0.2}, {by: B, on: A, rate: 40, trust: 0.2}]", "talks.mediator="+m)
		e := talks.NewEngine(c)
		for i := range 10 {
			require.Equal(t, digest(played(c, talksSeed(i))), digest(e.Play(talksSeed(i), nil)), "%s, run %d", m, i)
		}
	}
}
