package record

import "io"

// RegretRow is one line of regret.csv: what a choice gives up at worst, over the
// scenarios of a design.
type RegretRow struct {
	Measure   string
	Mediator  string
	Levers    string  // the levels of the design's levers, "" where it has none
	Scenarios int     // combinations of the design's uncertainties
	Max       float64 // most that the choice gives up against the best choice of the same scenario, ≥ 0 [unit of the measure]
	Mean      float64 // the same on average over the scenarios
	Point     int     // design point where it gives up most
	Best      string  // the choice that is best in that scenario
}

// RegretSchema returns the columns of regret.csv.
func RegretSchema() Schema {
	return Schema{
		{"measure", "", "what is measured, a mean over all runs: a run without a signature gains nothing", KindText},
		{"mediator", "", "who mediates", KindText},
		{"levers", "", "the levels of the design's levers", KindText},
		{"scenarios", "scenarios", "combinations of the design's uncertainties", KindInt},
		{"max_regret", "", "most that the choice gives up against the best of the same scenario", KindFloat},
		{"mean_regret", "", "the same on average over the scenarios", KindFloat},
		{"point", "", "design point where it gives up most", KindInt},
		{"best", "", "the choice that is best there", KindText},
	}
}

// WriteRegret writes regret.csv.
func WriteRegret(w io.Writer, rows []RegretRow) error {
	return writeTable(w, RegretSchema(), rows, func(r *RegretRow, row Row) {
		copy(row, Row{Text(r.Measure), Text(r.Mediator), Text(r.Levers), Int(int64(r.Scenarios)),
			Float(r.Max), Float(r.Mean), Int(int64(r.Point)), Text(r.Best)})
	})
}

// ReadRegret reads what [WriteRegret] wrote.
func ReadRegret(r io.Reader) ([]RegretRow, error) {
	return readTable(r, RegretSchema(), func(c *cells) RegretRow {
		return RegretRow{Measure: c.text(0), Mediator: c.text(1), Levers: c.text(2), Scenarios: c.int(3),
			Max: c.float(4), Mean: c.float(5), Point: c.int(6), Best: c.text(7)}
	})
}
