package verify

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
)

// columns are those of verify.csv.
func columns() []string {
	return []string{"check", "mechanism", "source", "class", "fact", "what", "unit", "expected", "agrees_from", "agrees_to", "simulated", "low", "high", "runs", "verdict", "weak", "note"}
}

// WriteCSV writes the rows as a table; a number that does not exist is an empty cell.
func WriteCSV(w io.Writer, rows []Row) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns()); err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		err := out.Write([]string{
			r.Check, r.Mechanism, r.Source, string(r.Class), r.Fact, r.What, r.Unit, cell(r.Expected), cell(r.Least), cell(r.Most),
			cell(r.Simulated), cell(r.Low), cell(r.High), strconv.Itoa(r.Runs), r.Verdict(), r.Weak, r.Remark(),
		})
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// cell spells a number in full.
func cell(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}
