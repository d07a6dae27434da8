package page

import (
	"fmt"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// told are the measures that comparisons are told by: whether, how good, how lasting.
func told() []string { return []string{"agreement", "joint_gain", "expected_peace_5y", "peace"} }

// mostPairs is up to how many pairs all are told; of more, those with the first
// mediator.
const mostPairs = 10

// compareAnswer says how mediators differ, measure by measure.
func (b *builder) compareAnswer() []part {
	family := ""
	if n := b.family("agreement"); n > 0 {
		family = words.Family(n)
	}
	if base := b.base(); base != "" {
		family += fmt.Sprintf(" Told below are the pairs with %s, the first in the list; all others stand in the table of differences.", base)
	}
	parts := []part{
		{Text: []string{"Runs of the same number share their parties and all that happens around the talks, so that what differs is the mediator's doing."},
			List: b.standings()},
		{Text: b.existed(family, words.Noise)},
	}
	for _, measure := range told() {
		if lines := b.verdicts(measure); len(lines) > 0 {
			parts = append(parts, part{Head: words.Capital(label(measure)), List: lines})
		}
	}
	if len(b.Comparison) > 0 {
		parts = append(parts, part{Head: "Does it hold under other assumptions?", Text: []string{b.outlasts()}})
	}
	return parts
}

// standings says what came of the runs under each mediator, and last of those that
// see the truth.
func (b *builder) standings() []string {
	var lines, oracles []string
	for _, m := range b.Mediators {
		r := b.row(0, m.Name, "agreement")
		if m.Oracle {
			oracles = append(oracles, minus(words.Oracle(m.Name, r, b.row(0, m.Name, "joint_gain")))+".")
		}
		if m.Oracle || r.N == 0 {
			continue
		}
		line := fmt.Sprintf("%s: agreement in %s of %s", m.Name, estimate(r), words.Plural(r.N, "run", "runs"))
		if peace := b.row(0, m.Name, "expected_peace_5y"); peace.N > 0 {
			line += "; a signed text still holds after five years with a chance of " + estimate(peace)
		}
		lines = append(lines, line+".")
	}
	return append(lines, oracles...)
}

// verdicts are the sentences on a measure: a line for each pair that the runs tell
// apart, one for all that they do not.
func (b *builder) verdicts(measure string) []string {
	var lines, alike, few []string
	base := b.base()
	for _, r := range b.pairs(0, measure) {
		pair := r.A + " and " + r.B
		switch {
		case base != "" && r.A != base:
		case r.Interval == nil:
			few = append(few, pair)
		case apart(r):
			lines = append(lines, words.Sentence(minus(strings.Replace(r.Verdict, measure, label(measure), 1))+b.kept(r)))
		default:
			alike = append(alike, pair)
		}
	}
	if len(alike) > 0 {
		lines = append(lines, "Not told apart by these runs: "+strings.Join(alike, "; ")+".")
	}
	if len(few) > 0 {
		lines = append(lines, "Too few pairs of runs have it under both: "+strings.Join(few, "; ")+".")
	}
	return lines
}

// base is the mediator whose pairs alone are told; "" where all are.
func (b *builder) base() string {
	if pairs := b.pairs(0, "agreement"); len(pairs) > mostPairs {
		return pairs[0].A
	}
	return ""
}

// pairs are the comparisons of a measure at a point.
func (b *builder) pairs(point int, measure string) []record.ComparisonRow {
	var rows []record.ComparisonRow
	for _, r := range b.Comparison {
		if r.Point == point && r.Measure == measure {
			rows = append(rows, r)
		}
	}
	return rows
}

// family is how many pairs of a measure are judged together.
func (b *builder) family(measure string) int {
	n := 0
	for _, r := range b.pairs(0, measure) {
		if r.Interval != nil {
			n++
		}
	}
	return n
}

// apart tells whether the runs tell the two from each other, all pairs of the
// measure counted, at a level of 5%.
func apart(r record.ComparisonRow) bool { return r.Interval != nil && r.Holm <= 0.05 }
