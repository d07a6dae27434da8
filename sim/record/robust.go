package record

import "io"

// RobustRow is one line of robust.csv: in how many of the drawn sets of assumptions
// the difference between two mediators keeps its sign.
type RobustRow struct {
	Measure  string
	A, B     string    // the two mediators
	Estimate float64   // mean of A less B under the scenario's own assumptions, not 0
	Switch   string    // which sets: "" for all, else those in which this switch stands so
	Thrown   bool      // how it stands; false without a switch
	Sets     int       // how many these are
	Keeps    int       // of these, sets with the same sign
	Turns    int       // sets with the other sign; the rest have neither
	Against  int       // of Turns, those whose 95% interval is all on the other side
	Interval *Interval // 95% interval of the share Keeps of Sets; nil without sets
}

// RobustSchema returns the columns of robust.csv.
func RobustSchema() Schema {
	return Schema{
		{"measure", "", "what is measured", KindText},
		{"a", "", "the first mediator", KindText},
		{"b", "", "the second mediator", KindText},
		{"estimate", "", "mean of a less b under the scenario's own assumptions", KindFloat},
		{"switch", "", "which sets: empty for all, else those in which this switch stands as the next column says", KindText},
		{"thrown", "", "whether the switch stands otherwise than in the scenario; empty for all sets", KindFlag},
		{"sets", "sets", "sets of assumptions", KindInt},
		{"keeps", "sets", "sets in which the difference has the same sign", KindInt},
		{"turns", "sets", "sets in which it has the other sign; in the rest it is 0 or unknown", KindInt},
		{"against", "sets", "of those that turn, sets whose 95% interval lies all on the other side", KindInt},
		{"share", "", "share of the sets that keep the sign", KindFloat},
		{"low", "", "lower end of its 95% interval (Wilson)", KindFloat},
		{"high", "", "upper end of the interval", KindFloat},
	}
}

// WriteRobust writes robust.csv.
func WriteRobust(w io.Writer, rows []RobustRow) error {
	return writeTable(w, RobustSchema(), rows, encodeRobust)
}

// ReadRobust reads what [WriteRobust] wrote.
func ReadRobust(r io.Reader) ([]RobustRow, error) {
	return readTable(r, RobustSchema(), decodeRobust)
}

func encodeRobust(r *RobustRow, row Row) {
	copy(row, Row{Text(r.Measure), Text(r.A), Text(r.B), Statistic(r.Estimate), Null(), Null(),
		Int(int64(r.Sets)), Int(int64(r.Keeps)), Int(int64(r.Turns)), Int(int64(r.Against))})
	if r.Switch != "" {
		row[4], row[5] = Text(r.Switch), Flag(r.Thrown)
	}
	if r.Interval != nil {
		row[10], row[11], row[12] = Float(float64(r.Keeps)/float64(r.Sets)), Statistic(r.Interval.Low), Statistic(r.Interval.High)
	}
}

func decodeRobust(c *cells) RobustRow {
	r := RobustRow{
		Measure: c.text(0), A: c.text(1), B: c.text(2), Estimate: c.float(3), Sets: c.int(6), Keeps: c.int(7), Turns: c.int(8), Against: c.int(9),
	}
	if c.given(4) {
		r.Switch, r.Thrown = c.text(4), c.row[5].Flag()
	}
	if c.given(11, 12) {
		r.Interval = &Interval{c.float(11), c.float(12)}
	}
	return r
}
