package page

import (
	"fmt"
	"math"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// sweepAnswer says over which range the results move, and how many points of the
// design keep a difference between mediators. It names no best point: what is swept
// is taken as given, not to be optimised.
func (b *builder) sweepAnswer() []part {
	parts := []part{{
		Text: []string{fmt.Sprintf("The scenario was played at %s of a design. Over these points, each figure an estimate of %s:",
			words.Plural(b.points, "point", "points"), words.Plural(b.Runs, "run", "runs"))},
		List: b.ranges(),
	}, {Text: []string{words.Noise}}}
	if lines := b.kept(); len(lines) > 0 {
		parts = append(parts, part{Head: "Does the difference between mediators keep its sign?", List: lines})
	}
	if lines := b.moved(); len(lines) > 0 {
		parts = append(parts, part{Head: "Does what is varied matter?", Text: []string{
			fmt.Sprintf("Each point against the first of the design (%s), under the same mediator and run by run:", b.first()),
		}, List: lines})
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

// kept counts, for every pair of mediators, the points at which one of them has more.
func (b *builder) kept() []string {
	var lines []string
	for _, measure := range told()[:3] {
		var t tally
		for _, r := range b.Comparison {
			if r.Measure == measure {
				t.add(r.A+" has more than "+r.B, r)
			}
		}
		lines = append(lines, t.lines(measure, b.points)...)
	}
	return lines
}

// moved counts, for every mediator, the points that differ from the first.
func (b *builder) moved() []string {
	var lines []string
	for _, measure := range told()[:3] {
		var t tally
		for _, r := range b.Points {
			if r.Measure == measure {
				t.add("under "+r.Mediator+" more than at the first", r.ComparisonRow)
			}
		}
		lines = append(lines, t.lines(measure, b.points-1)...)
	}
	return lines
}

// tally counts differences by what is compared, in the order of their first.
type tally struct {
	order  []string
	counts map[string]*[4]int // by side
}

func (t *tally) add(what string, r record.ComparisonRow) {
	if t.counts == nil {
		t.counts = map[string]*[4]int{}
	}
	if t.counts[what] == nil {
		t.counts[what] = new([4]int)
		t.order = append(t.order, what)
	}
	t.counts[what][side(r)]++
}

// lines says the counts, of so many points.
func (t *tally) lines(measure string, points int) []string {
	var lines []string
	for _, what := range t.order {
		n := t.counts[what]
		line := fmt.Sprintf("%s: %s at %d of %s, less at %d, not told apart at %d",
			label(measure), what, n[0], words.Plural(points, "point", "points"), n[1], n[2])
		if n[3] > 0 {
			line += fmt.Sprintf(", too few pairs of runs at %d", n[3])
		}
		lines = append(lines, words.Sentence(line))
	}
	return lines
}

// side tells which of two mediators has more: 0 the first, 1 the second, 2 the runs
// do not tell, 3 there are too few.
func side(r record.ComparisonRow) int {
	switch {
	case r.Interval == nil:
		return 3
	case !apart(r):
		return 2
	case r.Estimate > 0:
		return 0
	}
	return 1
}
