package main

import (
	"io"

	"shuttle/sim/experiment"
	"shuttle/sim/record"
)

// designSchema is the columns of design.csv.
func designSchema(factors []record.Column) record.Schema {
	return append(record.Schema{{Name: "point", Doc: "design point, from 0", Kind: record.KindInt}}, factors...)
}

// writeDesign writes design.csv: what the numbers of points in the other tables stand for.
func writeDesign(w io.Writer, s *experiment.Sweep) error {
	out := record.NewCSV(w, designSchema(s.Columns()))
	row := make(record.Row, 1+len(s.Factors))
	for point, levels := range s.Points {
		row[0] = record.Int(int64(point))
		for i, l := range levels {
			row[1+i] = l.Value
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return out.Close()
}
