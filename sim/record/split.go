package record

import "io"

// SplitRow is one line of split.csv: what one step towards a strategy adds to a measure.
type SplitRow struct {
	Mediator string
	Measure  string
	Adds     string // by the step; [WholeGain] for all steps together
	Strategy string // that plays with it added, as talks.mediator of a scenario
	N        int    // runs
	Estimate float64
	Interval *Interval // 95%; nil where the runs are too few
	Method   string
}

// WholeGain is what the line of all steps together says they add.
const WholeGain = "all"

// SplitSchema returns the columns of split.csv.
func SplitSchema() Schema {
	return Schema{
		{"mediator", "", "the strategy whose gain over talks without a mediator is split", KindText},
		{"measure", "", "what is measured, over all runs: without a signature a joint gain is 0", KindText},
		{"adds", "", "what the step adds to the one before: contact, authorship, information, formulation, own lever; all for the steps together", KindText},
		{"strategy", "", "who plays with it added, as talks.mediator of a scenario", KindText},
		{"n", "pairs", "runs that were played on every step", KindInt},
		{"estimate", "", "mean with it less mean without", KindFloat},
		{"low", "", "lower end of the 95% interval of the paired difference", KindFloat},
		{"high", "", "upper end of the interval", KindFloat},
		{"method", "", "how the interval was made", KindText},
	}
}

// WriteSplit writes split.csv.
func WriteSplit(w io.Writer, rows []SplitRow) error {
	return writeTable(w, SplitSchema(), rows, func(r *SplitRow, row Row) {
		copy(row, Row{Text(r.Mediator), Text(r.Measure), Text(r.Adds), Text(r.Strategy), Int(int64(r.N)), Null(), Null(), Null(), Text(r.Method)})
		if r.N > 0 {
			row[5] = Statistic(r.Estimate)
		}
		if r.Interval != nil {
			row[6], row[7] = Statistic(r.Interval.Low), Statistic(r.Interval.High)
		}
	})
}
