package main

import (
	"slices"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// thin is what of a summary too few runs speak for.
type thin struct {
	measures []analysis.Thin
	left     int // numbers left out because they were not finite
}

// add takes in what another point says, so that a measure is told once for all of them.
func (t *thin) add(more thin) {
	t.left += more.left
	for _, m := range more.measures {
		i := slices.IndexFunc(t.measures, func(o analysis.Thin) bool { return o.Measure == m.Measure })
		if i < 0 {
			t.measures = append(t.measures, m)
			continue
		}
		t.measures[i].Open += m.Open
		t.measures[i].Points += m.Points
	}
}

// sentences are the warnings, a measure each.
func (t *thin) sentences() []string {
	var all []string
	for _, m := range t.measures {
		all = append(all, m.String())
	}
	if t.left > 0 {
		all = append(all, words.Plural(t.left, "number was not finite and is", "numbers were not finite and are")+" left out of the summary")
	}
	return all
}
