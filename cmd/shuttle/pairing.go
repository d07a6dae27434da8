package main

import (
	"math"

	"shuttle/sim/analysis"
	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// pairing compares runs of the same number on several sides: mediators, or design
// points. Runs wait, eight bytes each and measure, until their pairs are settled.
type pairing struct {
	estimates []measure.Estimate
	sides     []string                    // in the order in which they came
	waiting   map[string][][]float64      // by side, estimate and run; NaN where a run has none
	pairs     map[[2]int][]analysis.Pairs // by places of the sides, by estimate
	runs      int                         // of each side, settled
}

// newPairing compares by every measure, and by times of talks that last no longer than
// is said.
func newPairing(schema record.Schema, of spans) *pairing {
	estimates := append(measure.Estimates(schema), timeEstimates(schema, of)...)
	return &pairing{estimates: estimates, waiting: map[string][][]float64{}, pairs: map[[2]int][]analysis.Pairs{}}
}

// add takes in one run of a side. The runs of a side come in their order.
func (p *pairing) add(side string, row record.Row) {
	into := p.waiting[side]
	if into == nil {
		into = make([][]float64, len(p.estimates))
		p.waiting[side], p.sides = into, append(p.sides, side)
	}
	for i, e := range p.estimates {
		x, ok := e.Value(row)
		if !ok || math.IsInf(x, 0) {
			x = math.NaN()
		}
		into[i] = append(into[i], x)
	}
}

// settle pairs all runs that wait and forgets them. Every side is to have as many.
func (p *pairing) settle() error {
	for i := range p.sides {
		for j := i + 1; j < len(p.sides); j++ {
			if err := p.settlePair(i, j); err != nil {
				return err
			}
		}
	}
	if len(p.sides) > 0 && len(p.estimates) > 0 {
		p.runs += len(p.waiting[p.sides[0]][0])
	}
	for _, side := range p.sides {
		for i, values := range p.waiting[side] {
			p.waiting[side][i] = values[:0]
		}
	}
	return nil
}

// settlePair pairs the runs of two sides that have a measure under both.
func (p *pairing) settlePair(i, j int) error {
	pairs := p.pairs[[2]int{i, j}]
	if pairs == nil {
		pairs = make([]analysis.Pairs, len(p.estimates))
		for k, e := range p.estimates {
			pairs[k].Share = e.Share
		}
		p.pairs[[2]int{i, j}] = pairs
	}
	for k := range p.estimates {
		a, b := p.waiting[p.sides[i]][k], p.waiting[p.sides[j]][k]
		for r := range min(len(a), len(b)) {
			if math.IsNaN(a[r]) || math.IsNaN(b[r]) {
				continue
			}
			if err := pairs[k].Add(a[r], b[r]); err != nil {
				return err
			}
		}
	}
	return nil
}

// rows compares every two sides by every measure.
func (p *pairing) rows(point int) ([]comparisonRow, error) {
	if err := p.settle(); err != nil {
		return nil, err
	}
	var all []comparisonRow
	for k := range p.estimates {
		rows, err := p.family(point, k)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// family compares every two sides by one measure; p-values are adjusted over the
// pairs that have one.
func (p *pairing) family(point, measured int) ([]comparisonRow, error) {
	e := p.estimates[measured]
	var rows []comparisonRow
	for i, a := range p.sides {
		for j := i + 1; j < len(p.sides); j++ {
			d, err := p.pairs[[2]int{i, j}][measured].Difference(confidence)
			if err != nil {
				return nil, err
			}
			rows = append(rows, comparisonRow{point: point, measure: e.Name, share: e.Share, a: a, b: p.sides[j], runs: p.runs, Difference: d})
		}
	}
	return rows, adjust(rows)
}

// adjust fills in the p-values of a family.
func adjust(rows []comparisonRow) error {
	var ps []float64
	for i := range rows {
		if r := &rows[i]; r.Interval != nil {
			r.P = record.Significant(r.P)
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

// rival tells mediators that are compared: oracles are not.
func rival(mediator string) bool {
	m, ok := strategy(mediator)
	return !ok || !m.Oracle
}
