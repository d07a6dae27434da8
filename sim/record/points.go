package record

import "io"

// PointRow is one line of points.csv: one measure at a design point less the same at
// another, under one mediator, run by run. A and B name the two points.
type PointRow struct {
	Mediator string
	ComparisonRow
}

// PointsSchema returns the columns of points.csv.
func PointsSchema() Schema {
	s := append(Schema{{"mediator", "", "who mediated at both points", KindText}}, ComparisonSchema()...)
	for i := range s {
		switch s[i].Name {
		case "a":
			s[i].Doc = "the design point"
		case "b":
			s[i].Doc = "the design point that it is compared with"
		case "p_holm":
			s[i].Doc = "the same, adjusted over all points of the mediator and measure"
		}
	}
	return s
}

// WritePoints writes points.csv.
func WritePoints(w io.Writer, rows []PointRow) error {
	return writeTable(w, PointsSchema(), rows, func(r *PointRow, row Row) {
		row[0] = Text(r.Mediator)
		encodeComparison(&r.ComparisonRow, row[1:])
	})
}

// ReadPoints reads what [WritePoints] wrote.
func ReadPoints(r io.Reader) ([]PointRow, error) {
	return readTable(r, PointsSchema(), func(c *cells) PointRow {
		rest := cells{row: c.row[1:], schema: c.schema[1:]}
		p := PointRow{Mediator: c.text(0), ComparisonRow: decodeComparison(&rest)}
		c.err = rest.err
		return p
	})
}
