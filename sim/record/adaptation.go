package record

import "io"

// AdaptationRow is one line of adaptation.csv: one measure under a strategy when one
// party bargains otherwise.
type AdaptationRow struct {
	Mediator, Party, Tactic string

	Best    bool    // of all tactics, by the first half of the runs
	Gain    float64 // in the party's worth over its own tactic, mean over the first half
	Measure string
	N       int     // runs of the second half
	Own     float64 // mean under the party's own tactic
	With    float64 // mean under Tactic

	Estimate float64   // With less Own
	Interval *Interval // 95%, of Estimate; nil where the runs are too few
	Method   string
}

// AdaptationSchema returns the columns of adaptation.csv.
func AdaptationSchema() Schema {
	return Schema{
		{"mediator", "", "mediation strategy", KindText},
		{"party", "", "the party that bargains otherwise; all others are as in the scenario", KindText},
		{"tactic", "", "how it bargains; its own comes first", KindText},
		{"best", "", "whether this serves it best, by the first half of the runs", KindFlag},
		{"gain", "worth", "what it brings the party over its own tactic, in worth at the end, mean over the first half", KindFloat},
		{"measure", "", "what is measured in the second half, over all runs; end_worth is the worth of what was signed, else of no deal on the last day, to the party", KindText},
		{"n", "pairs", "runs of the second half", KindInt},
		{"own", "", "mean under the party's own tactic", KindFloat},
		{"with", "", "mean under this tactic", KindFloat},
		{"difference", "", "the second less the first", KindFloat},
		{"low", "", "lower end of the 95% interval of the paired difference", KindFloat},
		{"high", "", "upper end of the interval", KindFloat},
		{"method", "", "how the interval was made", KindText},
	}
}

// WriteAdaptation writes adaptation.csv.
func WriteAdaptation(w io.Writer, rows []AdaptationRow) error {
	return writeTable(w, AdaptationSchema(), rows, func(r *AdaptationRow, row Row) {
		copy(row, Row{Text(r.Mediator), Text(r.Party), Text(r.Tactic), Flag(r.Best), Float(r.Gain), Text(r.Measure), Int(int64(r.N))})
		if r.N > 0 {
			row[7], row[8], row[9] = Float(r.Own), Float(r.With), Statistic(r.Estimate)
		}
		if r.Interval != nil {
			row[10], row[11] = Statistic(r.Interval.Low), Statistic(r.Interval.High)
		}
		row[12] = Text(r.Method)
	})
}
