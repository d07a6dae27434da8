package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/analysis"
)

// A measure that is thin at many points is told once.
func TestThinMeasuresAreToldOnce(t *testing.T) {
	var all thin
	for range 3 {
		all.add(thin{[]analysis.Thin{{Measure: "day", Open: 2, Lines: 2, Points: 1}}, 1})
	}
	all.add(thin{[]analysis.Thin{{Measure: "tilt", Open: 1, Lines: 2, Points: 1}}, 0})
	for i := range all.measures {
		all.measures[i].Lines = 8
	}
	assert.Equal(t, []string{
		"day: too few runs have it for an interval, in 6 of 8 lines of the summary, at 3 points",
		"tilt: too few runs have it for an interval, in 1 of 8 lines of the summary",
		"3 numbers were not finite and are left out of the summary",
	}, all.sentences())
	assert.Empty(t, (&thin{}).sentences())
}
