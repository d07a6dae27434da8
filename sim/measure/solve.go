package measure

import (
	"fmt"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

// Options say how a space of deals is to be mapped. The zero value is ready to use.
type Options struct {
	Signatories []int   // places of those who sign, in the order of Point.Utilities; nil: in the order of the case
	Limit       float64 // deals up to which every one is looked at; 0: 30 million
	Samples     int     // deals in the cloud; 0: 300, negative: none
}

// Point is a deal and what it is worth to those who sign.
type Point struct {
	Deal      agenda.Deal
	Utilities []float64 // in the order of Options.Signatories [worth]
}

// Solutions are who could have had what, at a table's present numbers. Points are
// nil when no deal is acceptable; equal points are the first in document order (the
// last issue runs fastest), equal meaning within 1e-12.
type Solutions struct {
	Outcomes float64 // size of the space of deals
	Frontier []Point // undominated among acceptable deals, best for the first signatory first; one deal a vector of utilities
	Outline  []Point // undominated among all deals, whatever the fallbacks and lines
	Samples  []Point // some deals, drawn evenly; the same ones every time

	Nash             *Point // largest product of gains over the fallbacks
	KalaiSmorodinsky *Point // largest least share of what each could gain at most in acceptable deals
	Egalitarian      *Point // largest least gain
	Welfare          *Point // largest sum of utilities

	Opposition       float64  // least distance of an acceptable deal from everybody's best, each on the scale of its best in the whole space; 0 when nothing is acceptable
	RationalFraction float64  // share of deals that are acceptable and leave every signatory more than its fallback [share]
	Warnings         []string // what was not exact, and why
}

// Solve maps the space of deals of a table at its present numbers.
func Solve(t *talks.Table, o Options) Solutions {
	o.complete(t)
	s := newSpace(t, o.Signatories)
	out := Solutions{Outcomes: t.Agenda.Size()}
	if out.Outcomes <= o.Limit && s.handy() {
		s.solve(&out)
	} else {
		s.sample(&out)
	}
	out.choose(s.floors[:s.signs])
	out.Samples = s.cloud(o.Samples, out.Outcomes)
	return out
}

// complete fills in what was left to default.
func (o *Options) complete(t *talks.Table) {
	if o.Signatories == nil {
		o.Signatories = t.Signatories()
	}
	if o.Limit == 0 {
		o.Limit = 30e6
	}
	if o.Samples == 0 {
		o.Samples = 300
	}
}

// solve looks at every deal.
func (s *space) solve(out *Solutions) {
	var frontier, outline front
	free := newWalk(s)
	free.free = true
	free.hopeless = func(most []float64, _ mask) bool { return outline.exceeds(most[:s.signs]) }
	free.leaf = func([]float64, mask) { outline.add(s.point(free.deal())) }
	strict := 0
	bound := newWalk(s)
	bound.hopeless = s.refused
	bound.leaf = func(worth []float64, needs mask) {
		ok, gains := s.verdict(worth, needs, bound)
		if ok && !frontier.exceeds(worth[:s.signs]) {
			frontier.add(s.point(bound.deal()))
		}
		if ok && gains {
			strict++
		}
	}
	for more := true; more; more = s.next() {
		s.enter()
		free.run()
		bound.run()
	}
	out.draw(&frontier, &outline)
	out.RationalFraction = float64(strict) / out.Outcomes
}

// draw takes over the fronts.
func (s *Solutions) draw(frontier, outline *front) {
	s.Frontier, s.Outline = frontier.list(), outline.list()
	if grain := max(frontier.grain, outline.grain); grain > 0 {
		s.Warnings = append(s.Warnings, fmt.Sprintf(
			"very many deals are undominated: frontier and outline keep those that differ by more than %.2g, and solution points are as exact as that", grain))
	}
}

// refused reports whether somebody whose word counts would refuse every deal worth no
// more than this.
func (s *space) refused(most []float64, needs mask) bool {
	for seat, x := range most {
		if (s.must|needs)&(1<<seat) != 0 && x < s.floors[seat]-same {
			return true
		}
	}
	return false
}

// verdict reports whether a deal that crosses no line and is not plainly refused is
// acceptable, and whether all who sign gain by it. Where a worth meets a fallback,
// the parties are asked instead of the sums.
func (s *space) verdict(worth []float64, needs mask, at *walk) (ok, gains bool) {
	gains = true
	for seat, x := range worth {
		if (s.must|needs)&(1<<seat) == 0 || x > s.floors[seat]+same {
			continue
		}
		d := at.deal()
		exact := s.party(seat).Worth(&d)
		if exact < s.floors[seat] {
			return false, false
		}
		gains = gains && (seat >= s.signs || exact > s.floors[seat])
	}
	return true, gains
}
