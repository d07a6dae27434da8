package measure

import (
	"fmt"

	"shuttle/agents/agenda"
	"shuttle/sim/rng"
)

// cloud is n deals drawn evenly, the same ones every time; all deals when there are
// no more.
func (s *space) cloud(n int, outcomes float64) []Point {
	var points []Point
	if outcomes <= float64(n) {
		var d agenda.Deal
		for more := true; more; more = s.table.Agenda.Next(&d) {
			points = append(points, s.point(d))
		}
		return points
	}
	stream := rng.NewStream()
	stream.Reset(rng.Seed(rng.Name("cloud")))
	for range n {
		points = append(points, s.point(s.random(stream)))
	}
	return points
}

// random draws one deal evenly.
func (s *space) random(stream *rng.Stream) (d agenda.Deal) {
	for k := range s.table.Agenda.Issues {
		d[k] = uint8(stream.IntN(len(s.table.Agenda.Issues[k].Levels)))
	}
	return d
}

// point is a deal with what it is worth to those who sign.
func (s *space) point(d agenda.Deal) Point {
	p := Point{Deal: d}
	for seat := range s.signs {
		p.Utilities = append(p.Utilities, s.party(seat).Worth(&d))
	}
	return p
}

// Sizes of a search by sampling.
const (
	climbs  = 400    // for different weights of those who sign
	evenly  = 20_000 // deals drawn for the share of acceptable ones
	refusal = 1e3    // what a refusal costs in a climb [worth]; more than any deal is worth
)

// sample maps a space that is too large to be looked at as a whole: climbs from drawn
// deals, each for other weights of those who sign.
func (s *space) sample(out *Solutions) {
	var frontier, outline front
	stream := rng.NewStream()
	stream.Reset(rng.Seed(rng.Name("climbs")))
	weights := make([]float64, s.signs)
	for i := range climbs {
		s.weigh(weights, i, stream)
		d := s.random(stream)
		s.climb(d, func(_ *agenda.Deal, worth []float64) float64 { return weighted(weights, worth) }, &outline, nil)
		s.climb(d, func(d *agenda.Deal, worth []float64) float64 {
			return weighted(weights, worth) - float64(refusal*s.offence(d, worth))
		}, &outline, &frontier)
	}
	strict := 0
	for range evenly {
		d := s.random(stream)
		if worth := s.worths(&d); s.offence(&d, worth) == 0 && slack(worth[:s.signs], s.floors[:s.signs]) > 0 {
			strict++
		}
	}
	out.draw(&frontier, &outline)
	out.RationalFraction = float64(strict) / evenly
	out.Warnings = append(out.Warnings, fmt.Sprintf(
		"%.3g deals are too many, or too entangled, to look at each: frontier, outline and solution points are the best of %d climbs, the rational fraction is from %d drawn deals",
		out.Outcomes, climbs, evenly))
}

// weigh sets the weights of a climb: each signatory alone first, then drawn evenly
// from all weightings.
func (s *space) weigh(weights []float64, i int, stream *rng.Stream) {
	for j := range weights {
		switch {
		case i >= len(weights):
			weights[j] = stream.ExpFloat64()
		case i == j:
			weights[j] = 1
		default:
			weights[j] = 1e-6 // of equal deals the better one
		}
	}
}
