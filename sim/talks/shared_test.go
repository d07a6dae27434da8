package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/sync/errgroup"

	"shuttle/agents"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// A case is shared by all engines and none of them writes to it: engines made and
// played side by side come to what one does alone. The race detector watches.
func TestEnginesShareACase(t *testing.T) {
	for _, m := range agents.Mediators() {
		c := caseOf(t, "miami", "talks.mediator="+m.Name)
		want := digest(played(c, rng.Derive(1, 0)))
		var group errgroup.Group
		got := make([]string, 4)
		for i := range got {
			group.Go(func() error {
				talks.NewTable(c).Draw(rng.Derive(2, i))
				got[i] = digest(played(c, rng.Derive(1, 0)))
				return nil
			})
		}
		assert.NoError(t, group.Wait())
		for i := range got {
			assert.Equal(t, want, got[i], m.Name)
		}
	}
}
