package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
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

// comparisonSchema is the columns of comparison.csv.
func comparisonSchema() record.Schema {
	const i, f, t = record.KindInt, record.KindFloat, record.KindText
	return record.Schema{
		{Name: "point", Doc: "design point, from 0", Kind: i},
		{Name: "measure", Doc: "what is measured", Kind: t},
		{Name: "a", Doc: "the first mediator", Kind: t},
		{Name: "b", Doc: "the second mediator", Kind: t},
		{Name: "n", Unit: "pairs", Doc: "pairs of runs that have the measure under both", Kind: i},
		{Name: "estimate", Doc: "mean of a less b over these pairs", Kind: f},
		{Name: "low", Doc: "lower end of the 95% interval, of this pair alone", Kind: f},
		{Name: "high", Doc: "upper end of the interval", Kind: f},
		{Name: "p", Doc: "two-sided p of no difference", Kind: f},
		{Name: "p_holm", Doc: "the same, adjusted over all pairs of the measure and point", Kind: f},
		{Name: "effect", Doc: "estimate in standard deviations of the differences; empty when they are all alike", Kind: f},
		{Name: "variance_ratio", Doc: "variance without pairing over variance with it: how many times the runs would be needed without", Kind: f},
		{Name: "method", Doc: "how interval and p were made", Kind: t},
		{Name: "verdict", Doc: "the same in words", Kind: t},
	}
}

func writeComparison(w io.Writer, rows []comparisonRow) error {
	c := record.NewCSV(w, comparisonSchema())
	for i := range rows {
		if err := c.Write(rows[i].cells()); err != nil {
			return err
		}
	}
	return c.Close()
}

func (r *comparisonRow) cells() record.Row {
	row := record.Row{
		record.Int(int64(r.point)), record.Text(r.measure), record.Text(r.a), record.Text(r.b), record.Int(int64(r.N)),
		record.Null(), record.Null(), record.Null(), record.Null(), record.Null(), record.Null(), record.Null(),
		record.Text(r.Method), record.Text(r.verdict()),
	}
	if r.N > 0 {
		row[5] = record.Float(r.Estimate)
	}
	if r.Interval != nil {
		row[6], row[7] = record.Float(r.Interval.Low), record.Float(r.Interval.High)
		row[8], row[9] = record.Float(r.P), record.Float(r.holm)
	}
	if r.SD > 0 {
		row[10], row[11] = record.Float(r.Effect), record.Float(r.Ratio)
	}
	return row
}

// apart tells whether the runs tell the two from each other, all pairs counted.
func (r *comparisonRow) apart() bool { return r.Interval != nil && r.holm <= 1-confidence }

// verdict says in words what a line means.
func (r *comparisonRow) verdict() string {
	switch {
	case r.Interval == nil:
		return fmt.Sprintf("%s and %s: too few pairs (%d) to compare %s", r.a, r.b, r.N, r.measure)
	case r.Estimate == 0:
		return fmt.Sprintf("%s and %s: no difference in %s was seen, 95%% interval %s, n = %s", r.a, r.b, r.measure, r.between(1), r.pairs())
	case !r.apart():
		return fmt.Sprintf("%s and %s: these runs cannot tell them apart in %s (difference %s, 95%% interval %s, n = %s); about %s would",
			r.a, r.b, r.measure, r.amount(r.Estimate), r.between(1), r.pairs(), r.needed())
	}
	sign, more, less := 1.0, r.a, r.b
	if r.Estimate < 0 {
		sign, more, less = -1, r.b, r.a
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
		return "has " + r.measure + " in " + amount + " more of the runs"
	}
	return "has " + r.measure + " higher by " + amount
}

// amount writes a difference: of shares in points of a hundred.
func (r *comparisonRow) amount(x float64) string {
	if r.share {
		return number(100*x) + " points"
	}
	return number(x)
}

// between writes the interval of sign times the difference.
func (r *comparisonRow) between(sign float64) string {
	low, high := sign*r.Interval.Low, sign*r.Interval.High
	if sign < 0 {
		low, high = high, low
	}
	if r.share {
		low, high = 100*low, 100*high
	}
	return number(low) + " to " + number(high)
}

func (r *comparisonRow) pairs() string { return plural(r.N, "pair", "pairs") }

// needed is about how many pairs would do, with all pairs counted.
func (r *comparisonRow) needed() string {
	n, err := r.Needed(1 - (1-confidence)/float64(r.family))
	if err != nil || n > 1e9 {
		return "more than 1,000,000,000"
	}
	return thousands(round2(max(int(n), r.N+1)))
}

// round2 rounds a count up to two digits: it is a guide, not a promise.
func round2(n int) int {
	unit := int(math.Pow10(max(0, int(math.Log10(float64(n)))-1)))
	return (n + unit - 1) / unit * unit
}
