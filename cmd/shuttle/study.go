package main

import (
	"context"
	"fmt"
	"slices"

	"shuttle/sim/analysis"
	"shuttle/sim/experiment"
	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// studied is what the runs of one design point say, or of all.
type studied struct {
	summary []record.SummaryRow
	thin    []string         // lines that too few runs speak for
	pairs   []comparisonRow  // mediators at the same point
	points  []pointRow       // the point against the first, under the same mediator
	halves  []record.HalfRow // the summary of each half of the runs, where it is told
}

// study reads the rows of every point and says what they say. Points are studied by
// several hands at once; of each, only a few runs are in memory.
func (e *ending) study(ctx context.Context) (*studied, error) {
	s := e.files.sweep
	all := &studied{}
	fill := func(ctx context.Context, point int, into *studied) error {
		p, err := newPointStudy(e, point)
		if err != nil {
			return err
		}
		*into, err = p.study(ctx)
		return err
	}
	buffers := make([]*studied, 2*e.hands()+1)
	for i := range buffers {
		buffers[i] = &studied{}
	}
	err := experiment.InOrder(ctx, len(s.Points), buffers, slices.Repeat([]func(context.Context, int, *studied) error{fill}, e.hands()),
		func(_ int, one *studied) error {
			all.summary, all.thin = append(all.summary, one.summary...), append(all.thin, one.thin...)
			all.pairs, all.points = append(all.pairs, one.pairs...), append(all.points, one.points...)
			all.halves = append(all.halves, one.halves...)
			return nil
		})
	if err != nil {
		return nil, err
	}
	return all, adjustPoints(all.points)
}

// pointStudy studies one point.
type pointStudy struct {
	*ending
	point     int
	summary   *summary
	mediators *pairing
	first     []pointPairs // this point against the first, by mediator
	halves    []*halves    // by mediator; none where they are not told
	read      [2]unpacker
}

// pointPairs are the pairs of one mediator at two points, by estimate.
type pointPairs []analysis.Pairs

func newPointStudy(e *ending, point int) (*pointStudy, error) {
	s := e.files.sweep
	schema := s.Schema()
	sum, err := newSummary(schema, spansOf(s.Base))
	p := &pointStudy{ending: e, point: point, summary: sum, mediators: newPairing(schema, spansOf(s.Base))}
	p.read = [2]unpacker{{columns: len(schema)}, {columns: len(schema)}}
	for range s.Mediators {
		pairs := make(pointPairs, len(p.mediators.estimates))
		for i, estimate := range p.mediators.estimates {
			pairs[i].Share = estimate.Share
		}
		p.first = append(p.first, pairs)
		if err == nil && halved(s) {
			p.halves = append(p.halves, newHalves(schema, sum))
		}
	}
	return p, err
}

func (p *pointStudy) study(ctx context.Context) (studied, error) {
	s := p.files.sweep
	for turn := range s.Blocks().Turns() {
		for i := range s.Mediators {
			if err := ctx.Err(); err != nil {
				return studied{}, err
			}
			if err := p.take(turn, i); err != nil {
				return studied{}, err
			}
		}
		if err := p.mediators.settle(); err != nil {
			return studied{}, err
		}
	}
	var of studied
	var err error
	if of.summary, of.thin, err = p.summary.rows(uint64(s.Seed)); err != nil {
		return of, err
	}
	if of.pairs, err = p.mediators.rows(p.point); err != nil {
		return of, err
	}
	if of.points, err = p.againstFirst(); err != nil {
		return of, err
	}
	for i, h := range p.halves {
		rows, err := h.rows(p.point, s.Mediators[i])
		if err != nil {
			return of, err
		}
		of.halves = append(of.halves, rows...)
	}
	return of, nil
}

// take takes in the runs of a turn under one mediator.
func (p *pointStudy) take(turn, mediator int) error {
	s := p.files.sweep
	name := s.Mediators[mediator]
	compared := rival(name)
	rows, err := p.block(&p.read[0], s.Blocks().At(p.point*len(s.Mediators)+mediator, turn))
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := p.summary.add(row); err != nil {
			return err
		}
		if p.halves != nil {
			if err := p.halves[mediator].add(row); err != nil {
				return err
			}
		}
		if compared {
			p.mediators.add(name, row)
		}
	}
	if p.point == 0 || !compared {
		return nil
	}
	before, err := p.block(&p.read[1], s.Blocks().At(mediator, turn))
	if err != nil {
		return err
	}
	return p.first[mediator].add(p.mediators.estimates, rows, before)
}

// add takes in pairs of runs that have a measure at both points.
func (p pointPairs) add(estimates []measure.Estimate, here, first []record.Row) error {
	for r := range here {
		for i, e := range estimates {
			a, known := e.Value(here[r])
			b, too := e.Value(first[r])
			if known && too && !infinite(a) && !infinite(b) {
				if err := p[i].Add(a, b); err != nil {
					return fmt.Errorf("%s: %w", e.Name, err)
				}
			}
		}
	}
	return nil
}
