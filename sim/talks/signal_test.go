package talks_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/mediator"
	"shuttle/agents/oracle"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// listening is the case with a mediator that notes what the notebook holds of B.
func listening(t *testing.T, c *talks.Case, heard *mediator.Signal, any *bool) *talks.Case {
	b := seat(t, c, "B")
	with := *c
	with.Mediator.Make = func(*talks.Binder) agents.MediatorMaker {
		return agents.MediatorMaker{New: func(*mediator.Brief, oracle.Truth) mediator.Strategy {
			return script(func(n *mediator.Notebook, move *mediator.Move) {
				*heard, *any = n.Signal(b)
				*move = mediator.Move{}
			})
		}}
	}
	return &with
}

// A signal names the part of the public range in which the fallback lies as often as
// its accuracy says, and each other part as often as the next.
func TestSignalsAreAsAccurateAsTheySay(t *testing.T) {
	const runs = 4000
	c := caseOf(t, "textbook", "parties[B].fallback.base={lo: 0.1, base: 0.3, hi: 0.5, shape: uniform}", "talks.rounds=1",
		"signals=[{of: B, cells: 4, accuracy: 0.7}]")
	var heard mediator.Signal
	var any bool
	e, b := talks.NewEngine(listening(t, c, &heard, &any)), seat(t, c, "B")
	right, off := 0, map[int]int{}
	for i := range runs {
		o := e.Play(rng.Derive(3, i), nil)
		require.True(t, any)
		require.Equal(t, 4, heard.Cells)
		require.Equal(t, .7, heard.Accuracy)
		require.InDelta(t, .1, heard.High-heard.Low, 1e-12)
		if o.Start[b] >= heard.Low && o.Start[b] < heard.High {
			right++
		} else {
			off[int(math.Round((heard.Low-.1)/.1))]++
		}
	}
	assert.InDelta(t, .7*runs, right, 4*math.Sqrt(runs*.7*.3))
	for cell := range 4 {
		assert.InDelta(t, .3*runs/4, off[cell], 4*math.Sqrt(runs*.075))
	}
}

// Without the mechanism, without a range, or of another side, there is no signal in the
// notebook.
func TestNoSignal(t *testing.T) {
	const signal, spread = "signals=[{of: B, cells: 2, accuracy: 1}]", "parties[B].fallback.base={lo: 0.1, base: 0.3, hi: 0.5}"
	for name, patches := range map[string][]string{
		"off": {signal, spread, "mechanisms.signals=false"}, "nothing to find out": {signal}, "none": {spread}, "of the other": {"signals=[{of: A, cells: 2, accuracy: 1}]", spread},
	} {
		var heard mediator.Signal
		any := true
		played(listening(t, caseOf(t, "textbook", patches...), &heard, &any), 1)
		assert.False(t, any, name)
	}
}
