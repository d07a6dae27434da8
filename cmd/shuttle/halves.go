package main

import (
	"slices"

	"shuttle/sim/experiment"
	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// halves estimates every line of the summary twice, from the replicates of even number
// and from those of odd number: runs of different number share nothing, so that what
// both halves find is more than chance.
type halves struct {
	replicate int // column of the rows
	estimates []measure.Estimate
	spans     spans
	times     *summary
	of        [2]half
}

// half is one half of the runs under one mediator.
type half struct {
	n      []int // by estimate
	sum    []float64
	spells *spells
}

// halved tells whether a sweep's runs are also told by halves: where factors are ranked
// by the size of their effects, to which noise adds.
func halved(s *experiment.Sweep) bool { return len(s.Factors) >= 3 }

// newHalves makes room for the runs of one mediator.
func newHalves(schema record.Schema, of *summary) *halves {
	h := &halves{replicate: schema.Index("replicate"), estimates: of.estimates, spans: of.spans, times: of}
	for i := range h.of {
		h.of[i] = half{make([]int, len(of.estimates)), make([]float64, len(of.estimates)), newSpells()}
	}
	return h
}

// add takes in a run.
func (h *halves) add(row record.Row) error {
	of := &h.of[row[h.replicate].Int()%2]
	for i, e := range h.estimates {
		if x, ok := e.Value(row); ok && !infinite(x) {
			of.n[i]++
			of.sum[i] += x
		}
	}
	return h.times.followInto(of.spells, row)
}

// rows are the lines of halves.csv.
func (h *halves) rows(point int, mediator string) ([]record.HalfRow, error) {
	var all []record.HalfRow
	for k := range h.of {
		of := &h.of[k]
		for i, e := range h.estimates {
			if n := of.n[i]; n > 0 {
				all = append(all, record.HalfRow{Point: point, Mediator: mediator, Measure: e.Name, Half: k, N: n, Estimate: of.sum[i] / float64(n)})
			}
		}
		lines, err := of.spells.lines(h.spans, point, mediator)
		if err != nil {
			return nil, err
		}
		for _, l := range slices.DeleteFunc(lines, func(l record.SummaryRow) bool { return l.N == 0 }) {
			all = append(all, record.HalfRow{Point: point, Mediator: mediator, Measure: l.Measure, Half: k, N: l.N, Estimate: l.Estimate})
		}
	}
	return all, nil
}
