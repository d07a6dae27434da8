package record

import "io"

// HalfRow is one line of halves.csv: an estimate of summary.csv over one half of the
// runs. What both halves find is more than chance.
type HalfRow struct {
	Point    int
	Mediator string
	Measure  string
	Half     int // 0: replicates of even number; 1: those of odd number
	N        int // runs that have the measure, at least 1
	Estimate float64
}

// HalvesSchema returns the columns of halves.csv.
func HalvesSchema() Schema {
	return Schema{
		{"point", "", "design point, from 0", KindInt},
		{"mediator", "", "mediation strategy", KindText},
		{"measure", "", "what is measured", KindText},
		{"half", "", "0: replicates of even number; 1: of odd number", KindInt},
		{"n", "runs", "runs of this half that have the measure", KindInt},
		{"estimate", "", "mean or share over these runs", KindFloat},
	}
}

// WriteHalves writes halves.csv.
func WriteHalves(w io.Writer, rows []HalfRow) error {
	return writeTable(w, HalvesSchema(), rows, func(r *HalfRow, row Row) {
		copy(row, Row{Int(int64(r.Point)), Text(r.Mediator), Text(r.Measure), Int(int64(r.Half)), Int(int64(r.N)), Float(r.Estimate)})
	})
}

// ReadHalves reads what [WriteHalves] wrote.
func ReadHalves(r io.Reader) ([]HalfRow, error) {
	return readTable(r, HalvesSchema(), func(c *cells) HalfRow {
		return HalfRow{Point: c.int(0), Mediator: c.text(1), Measure: c.text(2), Half: c.int(3), N: c.int(4), Estimate: c.float(5)}
	})
}
