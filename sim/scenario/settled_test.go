package scenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// What is settled before talks begin stands in the first text and in every text that
// is signed, although the sides would trade it.
func TestWhatIsSettledStays(t *testing.T) {
	const north, south = "parties[North].tactic=hill-climber", "parties[South].tactic=hill-climber"
	c := compile(t, small, north, south, "talks.settled={land: 0.25}").Case
	land, _ := c.Agenda.Issue("land")
	quarter, _ := c.Agenda.Issues[land].Level("0.25")
	assert.EqualValues(t, quarter, c.Initial[land])
	free := compile(t, small, north, south).Case
	moved, signed := 0, 0
	e, f := talks.NewEngine(c), talks.NewEngine(free)
	for i := range 50 {
		o := e.Play(rng.Derive(1, i), nil)
		require.Empty(t, o.Fault)
		if o.Signed {
			signed++
			assert.EqualValues(t, quarter, o.Deal[land])
		}
		if o := f.Play(rng.Derive(1, i), nil); o.Signed && int(o.Deal[land]) != quarter {
			moved++
		}
	}
	assert.Positive(t, signed)
	assert.Positive(t, moved)
}
