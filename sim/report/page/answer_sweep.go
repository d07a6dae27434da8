package page

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/report/words"
)

// sweepAnswer names the points at which agreement is least and most frequent, what each
// factor changes, and how many points keep a difference between mediators. It names no
// best point: what is swept is taken as given, not to be optimised.
func (b *builder) sweepAnswer() []part {
	parts := []part{{
		Text: []string{
			b.extremes(b.rivals()...),
			fmt.Sprintf("These are two of the %d points of the design, with %s under each mediator at each; they are read off estimates, so that noise sets them further apart than they are.",
				b.points, words.Plural(b.Runs, "run", "runs")),
		},
		List: b.byRival(),
	}}
	if lines := b.changes(); len(lines) > 0 {
		parts = append(parts, part{Head: "What each factor changes", List: lines,
			Text: []string{fmt.Sprintf("Each by itself, from one end of its levels to the other, all else as at the first point (%s), run by run:", b.at(0))}})
	}
	parts = append(parts, part{Text: []string{words.Noise}})
	if t := b.keptTally(); len(t.order) > 0 {
		parts = append(parts, part{Head: "Does the difference between mediators keep its sign?", List: t.lines(b.points),
			Table: b.tallyTable("Points of the design at which one mediator has more than the other", &t)})
	}
	if t := b.movedTally(); len(t.order) > 0 {
		parts = append(parts, part{Head: "Does what is varied matter?", Table: b.tallyTable(
			fmt.Sprintf("Points of the design that differ from the first (%s), run by run", b.at(0)), &t)})
	}
	return parts
}

// at says which levels a point of the design has.
func (b *builder) at(point int) string {
	var levels []string
	for i, f := range b.Design.Factors {
		levels = append(levels, f.Name+" "+b.level(point, i))
	}
	return strings.Join(levels, ", ")
}

// level is the level of a factor at a point, with its unit where that is no share.
func (b *builder) level(point, factor int) string {
	level, unit := cut(b.Design.Points[point][factor], 40), b.Design.Factors[factor].Unit
	if unit == "" || unit == "-" || unit == "share" {
		return level
	}
	return level + " " + unit
}

// spot is where in a design something was seen.
type spot struct {
	point    int
	mediator string
}

// extremes says where agreement is least and where it is most frequent under some
// mediators, and what texts are worth there and how long they hold.
func (b *builder) extremes(mediators ...string) string {
	var least, most *spot
	share := func(p *spot) float64 { return b.row(p.point, p.mediator, "agreement").Estimate }
	for point := range b.points {
		for _, m := range mediators {
			if b.row(point, m, "agreement").N == 0 {
				continue
			}
			here := &spot{point, m}
			if least == nil || share(here) < share(least) {
				least = here
			}
			if most == nil || share(here) > share(most) {
				most = here
			}
		}
	}
	switch {
	case least == nil:
		return "No run could be played to its end."
	case share(least) == share(most):
		return fmt.Sprintf("Agreement is as frequent everywhere: in %s of %s.", estimate(b.row(least.point, least.mediator, "agreement")), words.Plural(b.Runs, "run", "runs"))
	}
	seen := func(p *spot) string {
		under := ""
		if len(mediators) > 1 {
			under = "under " + words.Named(p.mediator) + " "
		}
		return fmt.Sprintf("%sat %s: %s", under, b.at(p.point), estimate(b.row(p.point, p.mediator, "agreement")))
	}
	s := fmt.Sprintf("Agreement is least frequent %s. It is most frequent %s.", seen(least), seen(most))
	for _, measure := range []string{"joint_gain", "expected_peace_5y"} {
		low, high := b.row(least.point, least.mediator, measure), b.row(most.point, most.mediator, measure)
		if low.N > 0 && high.N > 0 {
			s += fmt.Sprintf(" %s of signed texts: %s at the first, %s at the second.", words.Capital(words.Label(measure)), estimate(low), estimate(high))
		}
	}
	return s
}

// byRival says the same of each mediator alone, where there are several.
func (b *builder) byRival() []string {
	if len(b.Mediators) < 2 {
		return nil
	}
	var lines []string
	for _, m := range b.Mediators {
		name := words.Named(m.Name)
		if m.Oracle {
			name += " (sees the truth: a line, no rival)"
		}
		lines = append(lines, words.Capital(name)+": "+lowerFirst(b.extremes(m.Name)))
	}
	return lines
}

// lowerFirst takes a sentence into another.
func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// mostChanges is up to how many changes are told; points.csv holds all.
const mostChanges = 12

// changes says what each factor changes by itself, run by run.
func (b *builder) changes() []string {
	var lines []string
	for i, f := range b.Design.Factors {
		point, found := b.across(i)
		for _, m := range b.rivals() {
			var parts []string
			for _, r := range b.Points {
				if !found || r.Point != point || r.Mediator != m || r.Interval == nil || !slices.Contains(words.Told()[:3], r.Measure) {
					continue
				}
				parts = append(parts, words.Label(r.Measure)+" "+words.Change(r.ComparisonRow, b.unit(r.Measure)))
			}
			if len(parts) > 0 {
				under := ""
				if len(b.rivals()) > 1 {
					under = ", under " + words.Named(m)
				}
				lines = append(lines, fmt.Sprintf("%s %s instead of %s%s: %s.", f.Name, b.level(point, i), b.level(0, i), under, strings.Join(parts, "; ")))
			}
		}
	}
	if more := len(lines) - mostChanges; more > 0 {
		lines = append(lines[:mostChanges], words.Plural(more, "more change stands", "more changes stand")+" in points.csv.")
	}
	return lines
}

// across is the last point that differs from the first in one factor alone.
func (b *builder) across(factor int) (point int, found bool) {
	first := b.Design.Points[0]
	for p, levels := range b.Design.Points {
		only := levels[factor] != first[factor]
		for i := range levels {
			only = only && (i == factor || levels[i] == first[i])
		}
		if only {
			point, found = p, true
		}
	}
	return point, found
}

// keptTally counts, for every pair of mediators, the points at which one has more.
func (b *builder) keptTally() tally {
	var t tally
	for _, measure := range words.Told()[:3] {
		for _, r := range b.Comparison {
			if r.Measure == measure {
				t.add(measure, words.Named(r.A)+" more than "+words.Named(r.B), r)
			}
		}
	}
	return t
}

// movedTally counts, for every mediator, the points that differ from the first.
func (b *builder) movedTally() tally {
	var t tally
	for _, measure := range words.Told()[:3] {
		for _, r := range b.Points {
			if r.Measure == measure {
				t.add(measure, "more than there, under "+words.Named(r.Mediator), r.ComparisonRow)
			}
		}
	}
	return t
}
