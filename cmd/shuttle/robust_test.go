package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/analysis"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
)

// differing is a line of a comparison with a difference and its interval.
func differing(estimate, low, high float64) comparisonRow {
	return comparisonRow{measure: "agreement", a: "X", b: "Y", Difference: analysis.Difference{
		N: 9, Estimate: estimate, Interval: &analysis.Interval{Low: low, High: high}}}
}

// Four sets, one switch, thrown in the last two: worked by hand.
func TestSignsAreCounted(t *testing.T) {
	still := differing(0, -.1, .1) // has no sign to keep
	counted := newSigns([]comparisonRow{differing(.2, .1, .3), still}, []experiment.Switch{{Name: "loss", Doc: "why"}})
	for i, d := range []comparisonRow{differing(.1, -.1, .3), differing(0, -.1, .1), differing(-.1, -.3, .1), differing(-.2, -.3, -.1)} {
		counted.add(&signs{thrown: []bool{i >= 2}, rows: []comparisonRow{d, still}})
	}
	lines, err := counted.lines()
	require.NoError(t, err)
	require.Len(t, lines, 3)
	for i, want := range []record.RobustRow{
		{Sets: 4, Keeps: 1, Turns: 2, Against: 1},
		{Switch: "loss", Sets: 2, Keeps: 1},
		{Switch: "loss", Thrown: true, Sets: 2, Turns: 2, Against: 1},
	} {
		at, err := analysis.Wilson(want.Keeps, want.Sets, confidence)
		require.NoError(t, err)
		want.Measure, want.A, want.B, want.Estimate, want.Interval = "agreement", "X", "Y", .2, &at
		assert.Equal(t, want, lines[i])
	}

	r := &robust{sets: 4, runs: 9, drawn: &experiment.Assumptions{Numbers: 7, Fixed: 3, Switches: counted.switches}, rows: lines}
	h := counted.headline[0]
	assert.Equal(t, "; over 4 drawn sets of assumptions the sign is kept in 1, turned in 2, none in 1", r.sign(&h))
	close := h
	close.holm = .4
	assert.Empty(t, r.sign(&close), "no sign to keep")
	assert.Empty(t, r.sign(&comparisonRow{measure: "peace"}))
	assert.Empty(t, (*robust)(nil).sign(&h), "not asked for")
	var b strings.Builder
	r.write(&b, []comparisonRow{h})
	assert.Contains(t, b.String(), "25.0%")
	assert.Contains(t, b.String(), "7 numbers that are ranges")
	assert.Contains(t, b.String(), "Not varied: 3 numbers given as one value")
	assert.Contains(t, b.String(), "1, 2, 1")
	b.Reset()
	r.write(&b, []comparisonRow{close})
	assert.Contains(t, b.String(), "1 difference is left out: the runs do not tell the two apart")
	assert.NotContains(t, b.String(), "25.0%")
}
