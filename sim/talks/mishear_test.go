package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/message"
	"shuttle/sim/talks"
)

// Past its capacity a mediator mishears, under every way of mediating, and it is counted;
// what a side signs is never in doubt, so that nothing is signed that a side refused.
func TestAnOverloadedMediatorMishears(t *testing.T) {
	text := read(t, "miami")
	for _, m := range []string{"single-text", "learner", "package", "peer/veto"} {
		errors := func(burden string) (n int) {
			e := talks.NewEngine(caseFrom(t, text, "talks.mediator="+m, "talks.burden="+burden))
			for i := range 20 {
				willing := true
				o := e.Play(talksSeed(i), func(ev talks.Event) {
					if ev.Kind == talks.Signing {
						willing = ev.Reply.Verdict == message.Sign
					}
				})
				require.Empty(t, o.Fault)
				require.True(t, !o.Signed || willing)
				n += o.Garbled
			}
			return n
		}
		assert.Zero(t, errors("{capacity: 100000, noise: 0.2}"), m)
		assert.Positive(t, errors("{capacity: 1, noise: 0.2}"), m)
	}
}
