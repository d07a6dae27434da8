package main

import (
	"fmt"
	"io"
	"math"

	"shuttle/sim/record"
)

// pointRow is a line of points.csv: one measure at a design point against the first,
// under the same mediator.
type pointRow struct {
	mediator string
	comparisonRow
}

func infinite(x float64) bool { return math.IsInf(x, 0) || math.IsNaN(x) }

// againstFirst compares the point with the first of the design.
func (p *pointStudy) againstFirst() ([]pointRow, error) {
	if p.point == 0 {
		return nil, nil
	}
	var rows []pointRow
	for i, mediator := range p.files.sweep.Mediators {
		if !rival(mediator) {
			continue
		}
		for k, e := range p.mediators.estimates {
			d, err := p.first[i][k].Difference(confidence)
			if err != nil {
				return nil, err
			}
			rows = append(rows, pointRow{mediator, comparisonRow{
				point: p.point, measure: e.Name, share: e.Share, a: fmt.Sprintf("point %d", p.point), b: "point 0", runs: p.files.sweep.Runs, Difference: d,
			}})
		}
	}
	return rows, nil
}

// adjustPoints fills in the p-values, adjusted over all points of a mediator and
// measure.
func adjustPoints(rows []pointRow) error {
	type key struct{ mediator, measure string }
	families := map[key][]comparisonRow{}
	for _, r := range rows {
		k := key{r.mediator, r.measure}
		families[k] = append(families[k], r.comparisonRow)
	}
	for k := range families {
		if err := adjust(families[k]); err != nil {
			return err
		}
	}
	for i := range rows {
		k := key{rows[i].mediator, rows[i].measure}
		rows[i].comparisonRow, families[k] = families[k][0], families[k][1:]
	}
	return nil
}

// pointLines are the lines of points.csv.
func pointLines(rows []pointRow) []record.PointRow {
	lines := make([]record.PointRow, len(rows))
	for i := range rows {
		lines[i] = record.PointRow{Mediator: rows[i].mediator, ComparisonRow: rows[i].line()}
	}
	return lines
}

// writePoints writes points.csv.
func writePoints(w io.Writer, rows []pointRow) error { return record.WritePoints(w, pointLines(rows)) }
