package record

import "io"

// SummaryRow is one line of summary.csv: a measure over the runs of a point and
// mediator.
type SummaryRow struct {
	Point    int
	Mediator string
	Measure  string
	N        int       // runs that have the measure; at 0 the estimate is empty
	Estimate float64   // mean, or share
	Interval *Interval // nil where the runs are too few for one
	Method   string    // how the interval was made: "wilson", "bca", "t", "kaplan-meier", "restricted-mean"
}

// Interval is an interval of an estimate.
type Interval struct {
	Low, High float64
}

// SummarySchema returns the columns of summary.csv.
func SummarySchema() Schema {
	return Schema{
		{"point", "", "design point, from 0", KindInt},
		{"mediator", "", "mediation strategy", KindText},
		{"measure", "", "what is measured", KindText},
		{"n", "runs", "runs that have the measure", KindInt},
		{"estimate", "", "mean or share over these runs", KindFloat},
		{"low", "", "lower end of the interval", KindFloat},
		{"high", "", "upper end of the interval", KindFloat},
		{"method", "", "how the interval was made", KindText},
	}
}

// WriteSummary writes summary.csv.
func WriteSummary(w io.Writer, rows []SummaryRow) error {
	return writeTable(w, SummarySchema(), rows, encodeSummary)
}

// ReadSummary reads what [WriteSummary] wrote.
func ReadSummary(r io.Reader) ([]SummaryRow, error) {
	return readTable(r, SummarySchema(), decodeSummary)
}

func encodeSummary(r *SummaryRow, row Row) {
	copy(row, Row{
		Int(int64(r.Point)), Text(r.Mediator), Text(r.Measure), Int(int64(r.N)),
		Statistic(r.Estimate), Null(), Null(), Text(r.Method),
	})
	if r.N == 0 {
		row[4] = Null()
	}
	if r.Interval != nil {
		row[5], row[6] = Statistic(r.Interval.Low), Statistic(r.Interval.High)
	}
}

func decodeSummary(c *cells) SummaryRow {
	r := SummaryRow{
		Point: c.int(0), Mediator: c.text(1), Measure: c.text(2), N: c.int(3), Method: c.text(7),
	}
	if c.given(4) || r.N > 0 {
		r.Estimate = c.float(4)
	}
	if c.given(5, 6) {
		r.Interval = &Interval{c.float(5), c.float(6)}
	}
	return r
}
