package record

import "io"

// ComparisonRow is one line of comparison.csv: one measure under two mediators, run
// by run.
type ComparisonRow struct {
	Point    int
	Measure  string
	A, B     string    // the two mediators
	N        int       // pairs of runs that have the measure under both; at 0 the estimate is empty
	Estimate float64   // mean of A less B over these pairs
	Interval *Interval // of this pair alone; nil where the pairs are too few for one
	P        float64   // two-sided p of no difference; empty without an interval
	Holm     float64   // P adjusted over all pairs of the measure and point; empty without an interval
	Effect   float64   // Estimate in standard deviations of the differences; empty with Ratio
	Ratio    float64   // variance without pairing over variance with it; 0, and empty, when the differences are all alike
	Method   string    // how Interval and P were made
	Verdict  string    // the line in words
	Above    int       // pairs in which A is above B
	Below    int       // pairs in which it is below
}

// ComparisonSchema returns the columns of comparison.csv.
func ComparisonSchema() Schema {
	return Schema{
		{"point", "", "design point, from 0", KindInt},
		{"measure", "", "what is measured", KindText},
		{"a", "", "the first mediator", KindText},
		{"b", "", "the second mediator", KindText},
		{"n", "pairs", "pairs of runs that have the measure under both", KindInt},
		{"estimate", "", "mean of a less b over these pairs", KindFloat},
		{"low", "", "lower end of the 95% interval, of this pair alone", KindFloat},
		{"high", "", "upper end of the interval", KindFloat},
		{"p", "", "two-sided p of no difference", KindFloat},
		{"p_holm", "", "the same, adjusted over all pairs of the measure and point", KindFloat},
		{"effect", "", "estimate in standard deviations of the differences; empty when they are all alike", KindFloat},
		{"variance_ratio", "", "variance without pairing over variance with it: how many times the runs would be needed without", KindFloat},
		{"method", "", "how interval and p were made", KindText},
		{"verdict", "", "the same in words", KindText},
		{"above", "pairs", "pairs in which a is above b; of shares, in which only a has it", KindInt},
		{"below", "pairs", "pairs in which a is below b; of shares, in which only b has it", KindInt},
		{"dominance", "", "share of the pairs above less the share below, from -1 to 1: Cliff's delta within pairs", KindFloat},
		{"odds", "", "pairs above for each pair below; empty where none is below", KindFloat},
	}
}

// WriteComparison writes comparison.csv.
func WriteComparison(w io.Writer, rows []ComparisonRow) error {
	return writeTable(w, ComparisonSchema(), rows, encodeComparison)
}

// ReadComparison reads what [WriteComparison] wrote.
func ReadComparison(r io.Reader) ([]ComparisonRow, error) {
	return readTable(r, ComparisonSchema(), decodeComparison)
}

func encodeComparison(r *ComparisonRow, row Row) {
	copy(row, Row{Int(int64(r.Point)), Text(r.Measure), Text(r.A), Text(r.B), Int(int64(r.N))})
	if r.N > 0 {
		row[5] = Statistic(r.Estimate)
	}
	if r.Interval != nil {
		row[6], row[7] = Statistic(r.Interval.Low), Statistic(r.Interval.High)
		row[8], row[9] = Statistic(r.P), Statistic(r.Holm)
	}
	if r.Ratio > 0 {
		row[10], row[11] = Statistic(r.Effect), Statistic(r.Ratio)
	}
	row[12], row[13] = Text(r.Method), Text(r.Verdict)
	row[14], row[15] = Int(int64(r.Above)), Int(int64(r.Below))
	if r.N > 0 {
		row[16] = Float(float64(r.Above-r.Below) / float64(r.N))
	}
	if r.Below > 0 {
		row[17] = Float(float64(r.Above) / float64(r.Below))
	}
}

func decodeComparison(c *cells) ComparisonRow {
	r := ComparisonRow{
		Point: c.int(0), Measure: c.text(1), A: c.text(2), B: c.text(3), N: c.int(4),
		Method: c.text(12), Verdict: c.text(13), Above: c.int(14), Below: c.int(15),
	}
	if c.given(5) || r.N > 0 {
		r.Estimate = c.float(5)
	}
	if c.given(6, 7, 8, 9) {
		r.Interval = &Interval{c.float(6), c.float(7)}
		r.P, r.Holm = c.float(8), c.float(9)
	}
	if c.given(10, 11) {
		r.Effect, r.Ratio = c.float(10), c.float(11)
	}
	return r
}
