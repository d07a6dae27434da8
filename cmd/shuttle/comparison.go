package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// comparisonRow is one line of comparison.csv: one measure under two mediators.
type comparisonRow struct {
	point   int
	measure string
	share   bool
	a, b    string
	analysis.Difference
	holm   float64 // p adjusted over the pairs of the measure
	family int     // how many pairs these are
}

// writeComparison writes comparison.csv.
func writeComparison(w io.Writer, rows []comparisonRow) error {
	lines := make([]record.ComparisonRow, len(rows))
	for i := range rows {
		lines[i] = rows[i].line()
	}
	return record.WriteComparison(w, lines)
}

// line is the row as it is written.
func (r *comparisonRow) line() record.ComparisonRow {
	return record.ComparisonRow{
		Point: r.point, Measure: r.measure, A: r.a, B: r.b, N: r.N, Estimate: r.Estimate, Interval: r.Interval,
		P: r.P, Holm: r.holm, Effect: r.Effect, Ratio: r.Ratio, Method: r.Method, Verdict: r.verdict(),
	}
}

// apart tells whether the runs tell the two from each other, all pairs counted.
func (r *comparisonRow) apart() bool { return r.Interval != nil && r.holm <= 1-confidence }

// verdict says in words what a line means.
func (r *comparisonRow) verdict() string {
	a, b, label := words.Named(r.a), words.Named(r.b), words.Label(r.measure)
	switch {
	case r.Interval == nil:
		return fmt.Sprintf("%s and %s: too few pairs (%d) to compare %s", a, b, r.N, label)
	case r.Estimate == 0:
		return fmt.Sprintf("%s and %s: no difference in %s was seen, 95%% interval %s, n = %s", a, b, label, r.between(1), r.pairs())
	case !r.apart():
		return fmt.Sprintf("%s and %s: these runs cannot tell them apart in %s (difference %s, 95%% interval %s, n = %s); about %s would",
			a, b, label, r.amount(r.Estimate), r.between(1), r.pairs(), r.needed())
	}
	sign, more, less := 1.0, a, b
	if r.Estimate < 0 {
		sign, more, less = -1, b, a
	}
	return fmt.Sprintf("%s %s than %s, 95%% interval %s, n = %s", more, r.lead(r.amount(sign*r.Estimate)), less, r.between(sign), r.pairs())
}

// lead says what the one has more of.
func (r *comparisonRow) lead(amount string) string {
	ending, isOutcome := strings.CutPrefix(r.measure, "outcome.")
	switch {
	case r.measure == "agreement":
		return "reaches agreement in " + amount + " more of the runs"
	case isOutcome:
		return "ends as " + ending + " in " + amount + " more of the runs"
	case r.share:
		return "has " + words.Label(r.measure) + " in " + amount + " more of the runs"
	}
	return "has " + words.Label(r.measure) + " higher by " + amount
}

// written is how differences of the measure are written.
func (r *comparisonRow) written() words.Difference {
	return words.Difference{Share: r.share, Unit: unitOf(r.measure)}
}

// amount writes a difference with its unit.
func (r *comparisonRow) amount(x float64) string { return r.written().Amount(x) }

// between writes the interval of sign times the difference.
func (r *comparisonRow) between(sign float64) string { return r.written().Between(*r.Interval, sign) }

// unitOf is the unit of a measure.
func unitOf(name string) string {
	base, _, _ := strings.Cut(name, ".")
	for _, m := range measure.All() {
		if m.Name == base {
			return m.Unit
		}
	}
	return ""
}

func (r *comparisonRow) pairs() string { return words.Plural(r.N, "pair", "pairs") }

// needed is about how many pairs would do, with all pairs counted.
func (r *comparisonRow) needed() string {
	n, err := r.Needed(1 - (1-confidence)/float64(r.family))
	if err != nil || n > 1e9 {
		return "more than 1,000,000,000"
	}
	return words.Thousands(round2(max(int(n), r.N+1)))
}

// round2 rounds a count up to two digits: it is a guide, not a promise.
func round2(n int) int {
	unit := int(math.Pow10(max(0, int(math.Log10(float64(n)))-1)))
	return (n + unit - 1) / unit * unit
}
