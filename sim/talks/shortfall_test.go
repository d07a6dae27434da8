package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// A text is held up by a lever only as far as the lever makes up for what it lacks: .1
// of pressure that is withdrawn, on a side with .6 without it and x for a worth.
func TestShortfallByHand(t *testing.T) {
	c := caseFrom(t, sealed+"\npressure: [{name: squeeze, on: A, use: 1, effect: 0.1, withdrawn: true}]\n",
		"mechanisms.commitment=false", "parties[A].fallback={base: 0.6, foresight: myopic}")
	for _, row := range []struct {
		name string
		text agenda.Deal
		want float64
	}{
		{"x = .25 is .25 below even with it, .35 without", deal(1, 2, 1), .1},
		{"x = .5 is worth the .5 that are left", deal(2, 2, 1), .1},
		{"x = .75 is worth it by itself", deal(3, 2, 1), 0},
	} {
		o := played(mediated(c, once(shows(seat(t, c, "A"), row.text))), 1)
		assert.InDelta(t, row.want, o.Shortfall, 1e-12, row.name)
	}
	bare := caseFrom(t, sealed, "mechanisms.commitment=false", "parties[A].fallback={base: 0.6, foresight: myopic}")
	assert.Zero(t, played(mediated(bare, once(shows(0, deal(1, 2, 1)))), 1).Shortfall, "no lever holds up anything")
}
