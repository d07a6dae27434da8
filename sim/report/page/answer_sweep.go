package page

import (
	"fmt"
	"math"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// sweepAnswer says over which range the results move, and how many points of the
// design keep a difference between mediators. It names no best point: what is swept
// is taken as given, not to be optimised.
func (b *builder) sweepAnswer() []part {
	parts := []part{{
		Text: []string{fmt.Sprintf("The scenario was played at %s of a design. Over these points, each figure an estimate of %s with its 95%% interval in the tables below:",
			words.Plural(b.points, "point", "points"), words.Plural(b.Runs, "run", "runs"))},
		List: b.ranges(),
	}, {Text: []string{words.Noise}}}
	if t := b.keptTally(); len(t.order) > 0 {
		parts = append(parts, part{Head: "Does the difference between mediators keep its sign?", List: t.lines(b.points),
			Table: b.tallyTable("Points of the design at which one mediator has more than the other", &t)})
	}
	if t := b.movedTally(); len(t.order) > 0 {
		parts = append(parts, part{Head: "Does what is varied matter?", Table: b.tallyTable(
			fmt.Sprintf("Points of the design that differ from the first (%s), run by run", b.first()), &t)})
	}
	return parts
}

// first says what the first point of the design is.
func (b *builder) first() string {
	var levels []string
	for i, f := range b.Design.Factors {
		levels = append(levels, f.Name+" "+cut(b.Design.Points[0][i], 40))
	}
	return strings.Join(levels, ", ")
}

// ranges says between which estimates each mediator's results lie.
func (b *builder) ranges() []string {
	var lines []string
	for _, m := range b.Mediators {
		line := ""
		for _, measure := range []string{"agreement", "joint_gain", "expected_peace_5y"} {
			if span := b.span(m.Name, measure); span != "" {
				line += "; " + label(measure) + " " + span
			}
		}
		if line == "" {
			continue
		}
		name := m.Name
		if m.Oracle {
			name += " (sees the truth: a line, no rival)"
		}
		lines = append(lines, name+": "+line[len("; "):]+".")
	}
	return lines
}

// span writes the least and the greatest estimate over the points.
func (b *builder) span(mediator, measure string) string {
	low, high := math.Inf(1), math.Inf(-1)
	write := words.Number
	n := 0
	for point := range b.points {
		r := b.row(point, mediator, measure)
		if r.N == 0 {
			continue
		}
		n++
		low, high = min(low, r.Estimate), max(high, r.Estimate)
		if r.Method == analysis.MethodWilson {
			write = words.Percent
		}
	}
	switch {
	case n == 0:
		return ""
	case low == high:
		return minus(write(low)) + " everywhere"
	}
	s := minus(write(low) + " to " + write(high))
	if n < b.points {
		s += fmt.Sprintf(" at the %s that have it", words.Plural(n, "point", "points"))
	}
	return s
}

// keptTally counts, for every pair of mediators, the points at which one has more.
func (b *builder) keptTally() tally {
	var t tally
	for _, measure := range told()[:3] {
		for _, r := range b.Comparison {
			if r.Measure == measure {
				t.add(measure, r.A+" more than "+r.B, r)
			}
		}
	}
	return t
}

// movedTally counts, for every mediator, the points that differ from the first.
func (b *builder) movedTally() tally {
	var t tally
	for _, measure := range told()[:3] {
		for _, r := range b.Points {
			if r.Measure == measure {
				t.add(measure, "more than there, under "+r.Mediator, r.ComparisonRow)
			}
		}
	}
	return t
}
