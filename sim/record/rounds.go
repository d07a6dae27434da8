package record

import "io"

// AllRuns is the Replicate of a [RoundRow] that speaks of all runs.
const AllRuns = -1

// RoundRow is one line of rounds.csv: a series at one round, over all runs of a
// point and mediator or in a single run.
//
// Series are "gap", "momentum", "closeness", "narrative", "trust", "load", and
// "belief_error", the most by which the mediator misjudges what a text gains a side over
// its fallback, where it states beliefs [worth]; "exchanges", the humanitarian exchanges
// so far; per party "worth.A",
// "floor.A", "trust.A", "pressure.A" with the party's name for A; "agreed", the
// cumulative share of runs signed by that round. For the path of the text of a
// single run: "draft", the number of a draft, and "base.A", what it is worth to a party
// at base values, for each draft that was put on the table in the round, in order, or
// where none was for the one that lay there. These rows name the draft and its author,
// so that no two rows of a round are of the same series, run and draft.
type RoundRow struct {
	Point     int
	Mediator  string
	Round     int     // from 1; 0 is the state before the first
	Day       float64 // days since the talks began
	Series    string
	Replicate int     // AllRuns, or the run this row speaks of
	N         int     // runs behind the row; at 0 the mean is empty
	Mean      float64 // for a single run its value
	Spread    *Spread // nil where not given, as for a single run
	Draft     int     // the draft this row speaks of; 0: of none, or an older result that does not say
	Author    string  // who wrote it: a party's name or [MediatorAuthor]; empty: not known
}

// MediatorAuthor is the Author of a draft that the mediator wrote.
const MediatorAuthor = "the mediator"

// lateRounds is how many of the last columns older results lack.
const lateRounds = 2

// Spread is where the middle and the tails of a distribution lie.
type Spread struct {
	Q05, Q25, Q50, Q75, Q95 float64
}

// RoundSchema returns the columns of rounds.csv.
func RoundSchema() Schema {
	return Schema{
		{"point", "", "design point, from 0", KindInt},
		{"mediator", "", "mediation strategy", KindText},
		{"round", "rounds", "round of the talks", KindInt},
		{"day", "days", "days since the talks began", KindFloat},
		{"series", "", "what is followed", KindText},
		{"replicate", "", "the run; empty: over all runs", KindInt},
		{"n", "runs", "runs behind the row", KindInt},
		{"mean", "", "mean over the runs, or the run's value", KindFloat},
		{"q05", "", "5% quantile over the runs", KindFloat},
		{"q25", "", "25% quantile over the runs", KindFloat},
		{"q50", "", "median over the runs", KindFloat},
		{"q75", "", "75% quantile over the runs", KindFloat},
		{"q95", "", "95% quantile over the runs", KindFloat},
		{"draft", "", "number of the draft that the row speaks of", KindInt},
		{"author", "", "who wrote that draft: a party or the mediator", KindText},
	}
}

// WriteRounds writes rounds.csv.
func WriteRounds(w io.Writer, rows []RoundRow) error {
	return writeTable(w, RoundSchema(), rows, encodeRound)
}

// ReadRounds reads what [WriteRounds] wrote, also before it named drafts and authors.
func ReadRounds(r io.Reader) ([]RoundRow, error) {
	return readLate(r, RoundSchema(), lateRounds, decodeRound)
}

func encodeRound(r *RoundRow, row Row) {
	copy(row, Row{
		Int(int64(r.Point)), Text(r.Mediator), Int(int64(r.Round)), Float(r.Day), Text(r.Series),
		Int(int64(r.Replicate)), Int(int64(r.N)), Float(r.Mean),
	})
	if r.Replicate == AllRuns {
		row[5] = Null()
	}
	if r.N == 0 {
		row[7] = Null()
	}
	if s := r.Spread; s != nil {
		copy(row[8:], Row{Float(s.Q05), Float(s.Q25), Float(s.Q50), Float(s.Q75), Float(s.Q95)})
	}
	if r.Draft > 0 {
		row[13] = Int(int64(r.Draft))
	}
	if r.Author != "" {
		row[14] = Text(r.Author)
	}
}

func decodeRound(c *cells) RoundRow {
	r := RoundRow{
		Point: c.int(0), Mediator: c.text(1), Round: c.int(2), Day: c.float(3), Series: c.text(4),
		Replicate: AllRuns, N: c.int(6),
	}
	if c.given(5) {
		r.Replicate = c.int(5)
	}
	if c.given(7) || r.N > 0 {
		r.Mean = c.float(7)
	}
	if c.given(8, 9, 10, 11, 12) {
		r.Spread = &Spread{c.float(8), c.float(9), c.float(10), c.float(11), c.float(12)}
	}
	if c.given(13) {
		r.Draft = c.int(13)
	}
	if c.given(14) {
		r.Author = c.text(14)
	}
	return r
}
