package page

import (
	"fmt"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// mostPairs is up to how many pairs all are told; of more, those with the first
// mediator.
const mostPairs = 10

// compareAnswer says who signs most and least and at what price, then how mediators
// differ, measure by measure.
func (b *builder) compareAnswer() []part {
	parts := []part{{Text: append(b.leading(), b.existed(words.Noise)...)}}
	pairs := "Runs of the same number share their parties and all that happens around the talks, so that what differs is the mediator’s doing."
	if n := b.family("agreement"); n > 0 {
		pairs += " " + words.Family(n)
	}
	if base := b.base(); base != "" {
		pairs += fmt.Sprintf(" Told below are the pairs with %s, the first in the list; all others stand in the table of differences.", words.Named(base))
	}
	parts = append(parts, part{Head: "Pair by pair, run by run", Text: []string{pairs}})
	for _, measure := range words.Told() {
		if lines := b.verdicts(measure); len(lines) > 0 {
			parts = append(parts, part{Head: words.Capital(words.Label(measure)), List: lines})
		}
	}
	if lines := b.oracles(); len(lines) > 0 {
		parts = append(parts, part{Head: "What a mediator that sees the truth would reach", List: lines})
	}
	if len(b.Comparison) > 0 {
		parts = append(parts, part{Head: "Does it hold under other assumptions?", Text: []string{b.outlasts()}})
	}
	return parts
}

// leading is the answer in two or three sentences.
func (b *builder) leading() []string {
	return words.Rivals{Names: b.rivals(), Summary: b.Summary, Pairs: b.Comparison, Unit: b.unit}.Lead()
}

// rivals are the names of the mediators that do not see the truth.
func (b *builder) rivals() []string {
	var names []string
	for _, m := range b.Mediators {
		if !m.Oracle {
			names = append(names, m.Name)
		}
	}
	return names
}

// oracles says what came of the runs under mediators that see the truth.
func (b *builder) oracles() []string {
	var lines []string
	for _, m := range b.Mediators {
		if m.Oracle {
			lines = append(lines, words.Sentence(words.Oracle(m.Name, b.row(0, m.Name, "agreement"), b.row(0, m.Name, "joint_gain"))))
		}
	}
	return lines
}

// verdicts are the sentences on a measure: a line for each pair that the runs tell
// apart, one for all that they do not.
func (b *builder) verdicts(measure string) []string {
	var lines, alike, few []string
	base := b.base()
	for _, r := range b.pairs(0, measure) {
		pair := words.Named(r.A) + " and " + words.Named(r.B)
		if base != "" {
			pair = words.Named(r.B)
		}
		switch {
		case base != "" && r.A != base:
		case r.Interval == nil:
			few = append(few, pair)
		case words.Apart(r):
			lines = append(lines, words.Sentence(r.Verdict+b.kept(r)))
		default:
			alike = append(alike, pair)
		}
	}
	from, both := "", ""
	if base != "" {
		from, both = " from "+words.Named(base), " "+words.Named(base)+" and"
	}
	if len(alike) > 0 {
		lines = append(lines, "Not told apart"+from+" by these runs: "+strings.Join(alike, "; ")+".")
	}
	if len(few) > 0 {
		lines = append(lines, "Too few pairs of runs have it under both"+both+": "+strings.Join(few, "; ")+".")
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
