package main

import (
	"math"
	"slices"

	"shuttle/agents"
	"shuttle/sim/analysis"
	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// pairing keeps what the runs of one design point measured, mediator by mediator,
// until they are compared pair by pair: eight bytes a run, measure and mediator.
// Oracles are left out.
type pairing struct {
	point, replicate, mediator int // columns of the rows
	estimates                  []measure.Estimate
	at                         int // the design point
	mediators                  []string
	values                     map[string][][]float64 // by mediator, estimate and replicate; NaN where a run has none
}

func newPairing(schema record.Schema) *pairing {
	return &pairing{
		point: schema.Index("point"), replicate: schema.Index("replicate"), mediator: schema.Index("mediator"),
		estimates: measure.Estimates(schema), values: map[string][][]float64{},
	}
}

// add takes in one run. The runs of a mediator come in their order.
func (p *pairing) add(row record.Row) {
	name := row[p.mediator].Text()
	if m, ok := agents.FindMediator(name); ok && m.Oracle {
		return
	}
	p.at = int(row[p.point].Int())
	into := p.values[name]
	if into == nil {
		into = make([][]float64, len(p.estimates))
		p.values[name], p.mediators = into, append(p.mediators, name)
	}
	for i, e := range p.estimates {
		x, ok := e.Value(row)
		if !ok || math.IsInf(x, 0) {
			x = math.NaN()
		}
		into[i] = append(into[i], x)
	}
}

// rows compares every two mediators by every measure and forgets the runs.
func (p *pairing) rows() ([]comparisonRow, error) {
	var all []comparisonRow
	for i := range p.estimates {
		rows, err := p.family(i)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	p.mediators, p.values = nil, map[string][][]float64{}
	return all, nil
}

// family compares every two mediators by one measure; p-values are adjusted over
// the pairs that have one.
func (p *pairing) family(measured int) ([]comparisonRow, error) {
	e := p.estimates[measured]
	var rows []comparisonRow
	for i, a := range p.mediators {
		for _, b := range p.mediators[i+1:] {
			x, y := complete(p.values[a][measured], p.values[b][measured])
			d, err := analysis.Differ(x, y, e.Share, confidence)
			if err != nil {
				return nil, err
			}
			rows = append(rows, comparisonRow{point: p.at, measure: e.Name, share: e.Share, a: a, b: b, Difference: d})
		}
	}
	return rows, adjust(rows)
}

// adjust fills in the p-values of a family.
func adjust(rows []comparisonRow) error {
	var ps []float64
	for _, r := range rows {
		if r.Interval != nil {
			ps = append(ps, r.P)
		}
	}
	holm, err := analysis.Holm(ps)
	if err != nil {
		return err
	}
	for i := range rows {
		if rows[i].family = len(ps); rows[i].Interval != nil {
			rows[i].holm, holm = holm[0], holm[1:]
		}
	}
	return nil
}

// complete keeps the pairs that have the measure under both.
func complete(a, b []float64) (x, y []float64) {
	x, y = slices.Clone(a), slices.Clone(b)
	n := 0
	for i := range min(len(a), len(b)) {
		if !math.IsNaN(a[i]) && !math.IsNaN(b[i]) {
			x[n], y[n] = a[i], b[i]
			n++
		}
	}
	return x[:n], y[:n]
}
