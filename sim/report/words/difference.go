package words

import (
	"fmt"
	"strings"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// Told are the measures that differences are told by: whether, how good, how lasting.
func Told() []string { return []string{"agreement", "joint_gain", "expected_peace_5y", "peace"} }

// Difference writes differences of a measure: shares in points of a hundred, all else
// in its unit.
type Difference struct {
	Share bool   // of runs
	Unit  string // as the measure's
}

// DifferenceOf writes what a row of a comparison says.
func DifferenceOf(r record.ComparisonRow, unit string) Difference {
	return Difference{r.Method == analysis.MethodPairedShare, unit}
}

// Number writes it without its unit.
func (d Difference) Number(x float64) string {
	if d.inPoints() {
		x *= 100
	}
	return Number(x)
}

// Amount writes it with its unit.
func (d Difference) Amount(x float64) string {
	return strings.TrimSuffix(d.Number(x)+" "+d.In(), " ")
}

// In is the unit in which it is written; "" of a pure number.
func (d Difference) In() string {
	switch {
	case d.inPoints():
		return "points"
	case d.Unit == "worth":
		return "units of worth"
	}
	return d.Unit
}

// Between writes the interval of sign times the difference.
func (d Difference) Between(i record.Interval, sign float64) string {
	low, high := sign*i.Low, sign*i.High
	if sign < 0 {
		low, high = high, low
	}
	return d.Number(low) + " to " + d.Number(high)
}

// Change says how much higher or lower a row's first has a measure than its second,
// and whether the runs tell that from no difference.
func Change(r record.ComparisonRow, unit string) string {
	d, how, sign := DifferenceOf(r, unit), " higher", 1.0
	switch {
	case r.Interval == nil:
		return fmt.Sprintf("not compared, with too few pairs (%d)", r.N)
	case r.Estimate == 0:
		how = ""
	case r.Estimate < 0:
		how, sign = " lower", -1
	}
	by, rest := d.Amount(sign*r.Estimate)+how, fmt.Sprintf("95%% interval %s, n = %s", d.Between(*r.Interval, sign), Plural(r.N, "pair", "pairs"))
	if !Apart(r) {
		return fmt.Sprintf("not told apart (%s, %s)", by, rest)
	}
	return fmt.Sprintf("%s (%s)", by, rest)
}

// Turned is a row with its first and second in each other's place.
func Turned(r record.ComparisonRow) record.ComparisonRow {
	r.A, r.B, r.Estimate = r.B, r.A, -r.Estimate
	if r.Interval != nil {
		r.Interval = &record.Interval{Low: -r.Interval.High, High: -r.Interval.Low}
	}
	return r
}

func (d Difference) inPoints() bool { return d.Share || d.Unit == "share" }

// Apart tells whether the runs tell the two from each other, all pairs of the measure
// counted, at a level of 5%.
func Apart(r record.ComparisonRow) bool { return r.Interval != nil && r.Holm <= 0.05 }
