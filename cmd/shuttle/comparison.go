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
	runs   int     // of each of the two, whether or not they have the measure
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
		P: max(r.P, leastP), Holm: max(r.holm, leastP), Effect: r.Effect, Ratio: r.Ratio, Method: r.Method, Verdict: r.verdict(),
		Above: r.Above, Below: r.Below,
	}
}

// leastP is what a p-value is written as that is too small for a number.
const leastP = 1e-300

// chance writes a p-value.
func chance(p float64) string {
	if p <= leastP {
		return "< 1e-300"
	}
	return words.Number(p)
}

// apart tells whether the runs tell the two from each other: by the interval of this
// pair, and by the test with all pairs counted. Both have to say so.
func (r *comparisonRow) apart() bool { return r.Interval != nil && r.tested() && r.clear() }

// tested tells whether the test, all pairs counted, calls them different.
func (r *comparisonRow) tested() bool { return r.holm <= 1-confidence }

// clear tells whether the interval leaves out that there is no difference.
func (r *comparisonRow) clear() bool { return r.Interval.Low > 0 || r.Interval.High < 0 }

// verdict says in words what a line means.
func (r *comparisonRow) verdict() string {
	a, b, label := words.Named(r.a), words.Named(r.b), words.Label(r.measure)
	switch {
	case r.Interval == nil:
		return fmt.Sprintf("%s and %s: too few pairs (%d) to compare %s", a, b, r.N, label)
	case r.Estimate == 0:
		return fmt.Sprintf("%s and %s: no difference in %s was seen, 95%% interval %s, n = %s", a, b, label, r.between(1), r.pairs())
	case !r.apart():
		return fmt.Sprintf("%s and %s: these runs cannot tell them apart in %s (difference %s, 95%% interval %s, n = %s%s); about %s of each would",
			a, b, label, r.amount(r.Estimate), r.between(1), r.pairs(), r.split(), r.needed())
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
	case strings.HasPrefix(r.measure, signedBy):
		return "has signed by day " + strings.TrimSuffix(strings.TrimPrefix(r.measure, signedBy), "d") + " in " + amount + " more of the runs"
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

// split says where the interval and the test do not agree, as they may at the bound.
func (r *comparisonRow) split() string {
	switch {
	case r.tested() && !r.clear():
		return ", though p = " + chance(r.holm)
	case r.clear() && r.family > 1:
		return fmt.Sprintf("; with all %d pairs counted p = %s", r.family, chance(r.holm))
	case r.clear():
		return ", but p = " + chance(r.holm)
	}
	return ""
}

// needed is about how many runs of each of the two would do, with all pairs counted. Where
// only some pairs have the measure, as many more runs are needed.
func (r *comparisonRow) needed() string {
	n, err := r.Needed(1 - (1-confidence)/float64(r.family))
	runs := max(n, float64(r.N+1)) * float64(max(r.runs, r.N)) / float64(max(r.N, 1))
	if err != nil || runs > 1e9 {
		return "more than 1,000,000,000 runs"
	}
	return words.Thousands(round2(int(math.Ceil(runs)))) + " runs"
}

// round2 rounds a count up to two digits: it is a guide, not a promise.
func round2(n int) int {
	unit := int(math.Pow10(max(0, int(math.Log10(float64(n)))-1)))
	return (n + unit - 1) / unit * unit
}
