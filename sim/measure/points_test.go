package measure

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// In the textbook case all three points are the trade, x = 1 and y = 0, worth .8 to
// each side; from a text worth (.5, .5) it is .3·√2 away.
func TestDistancesToTheSolutionPoints(t *testing.T) {
	s := shipped(t, "textbook", "points=true")
	o := signed()
	o.Deal, o.Worth = agenda.Deal{40, 40}, []float64{.5, .5}
	got := cells(t, s, o)
	for _, name := range []string{"nash_distance", "kalai_smorodinsky_distance", "egalitarian_distance"} {
		x, ok := got[name].Number()
		assert.True(t, ok, name)
		assert.InDelta(t, .3*math.Sqrt2, x, 1e-9, name)
		assert.True(t, cells(t, shipped(t, "textbook"), o)[name].IsNull(), "unless they are asked for")
	}
	o.Deal, o.Worth = agenda.Deal{80, 0}, []float64{.8, .8}
	x, _ := cells(t, s, o)["nash_distance"].Number()
	assert.InDelta(t, 0, x, 1e-9)
}
