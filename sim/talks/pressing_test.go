package talks_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents"
	"shuttle/sim/talks"
)

// The catalog says of every strategy whether pressure is among its levers: given the
// means, those that it says so of press somebody, and no other does.
func TestWhoPressesSaysSo(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, m := range agents.Mediators() {
		t.Run(m.Name, func(t *testing.T) {
			e := talks.NewEngine(caseFrom(t, read(t, "miami"), append(allLevers("MED"), "talks.mediator="+m.Name)...))
			pressed := false
			for i := 0; i < 40 && !pressed; i++ {
				e.Play(talksSeed(i), func(ev talks.Event) {
					pressed = pressed || ev.Kind == talks.Happened && strings.HasPrefix(ev.Note, "the mediator presses")
				})
			}
			assert.Equal(t, m.Presses, pressed)
		})
	}
}
