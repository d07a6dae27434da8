package talks

import (
	"math"
	"slices"

	"shuttle/agents/clock"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Implementation is the steps by which a signed text comes into force, in the order
// that one of its clauses says. A guarantee protects nobody before its step is taken,
// and every step tempts those who have to take it to defect instead, the less the more
// a guarantee in force deters them. Published
// survival already contains such failures: what counts is how an order differs from
// the one that is taken to be in it.
type Implementation struct {
	Issue     int       // whose level says the order
	Steps     []Step    // at least one
	Orders    [][]Stage // by level of Issue; every step once in each
	Reference int       // level whose order published survival contains
}

// Stage is the places of steps that are taken side by side; the next stage begins when
// all are done.
type Stage []int

// Step is one of them.
type Step struct {
	Name         string
	By           []int     // parties that take it
	Days         rng.Param // that it takes [days]
	Temptation   rng.Param // log hazard while it is under way [-], ≥ 0
	Guarantee    bool      // the guarantee is in force when it is taken
	Verification bool      // so is verification
}

// steps is an implementation with its numbers in the run.
type steps struct {
	*Implementation
	days, temptation []float64
	ours, reference  plan
	edges            []float64
	stretches        []clock.Stretch
	reasons          [][]string // by step and party that takes it
}

// plan is when each step is under way [years].
type plan struct{ from, to []float64 }

func (m Implementation) join(e *Engine) {
	n := len(m.Steps)
	room := func() []float64 { return make([]float64, n) }
	s := &steps{Implementation: &m, days: room(), temptation: room(), ours: plan{room(), room()}, reference: plan{room(), room()}}
	for k := range m.Steps {
		step := &m.Steps[k]
		e.binder.Number(step.Days, &s.days[k])
		e.binder.Number(step.Temptation, &s.temptation[k])
		var reasons []string
		for _, i := range step.By {
			reasons = append(reasons, e.c.Parties[i].Name+" defected at "+step.Name)
		}
		s.reasons = append(s.reasons, reasons)
	}
	s.edges = make([]float64, 0, 4*n+1)
	s.stretches = make([]clock.Stretch, 0, 4*n+1)
	e.course.reserve(4*n + 1)
	e.around.aftermath = append(e.around.aftermath, func() { e.implement(s) })
	e.around.settled = append(e.around.settled, func() { e.defect(s) })
}

// implement lays out the steps of the signed text and how the hazard changes with
// them.
func (e *Engine) implement(s *steps) {
	s.lay(&s.ours, s.Orders[e.out.Deal[s.Issue]])
	s.lay(&s.reference, s.Orders[s.Reference])
	s.edges = append(s.edges[:0], 0)
	for _, p := range []*plan{&s.ours, &s.reference} {
		s.edges = append(append(s.edges, p.from...), p.to...)
	}
	slices.Sort(s.edges)
	s.edges = slices.Compact(s.edges)
	s.stretches = s.stretches[:0]
	for _, t := range s.edges {
		x := s.exposed(e, &s.ours, t, e.scene.capacity) - s.exposed(e, &s.reference, t, 0)
		s.stretches = append(s.stretches, clock.Stretch{From: t, Factor: math.Exp(x)})
	}
	e.course.multiply(s.stretches)
	e.course.done = slices.Max(s.ours.to)
	for k := range s.Steps {
		if s.Steps[k].Guarantee {
			e.course.promised = max(e.course.promised, s.ours.to[k])
		}
	}
}

// lay works out when each step of an order is under way.
func (s *steps) lay(p *plan, order []Stage) {
	begin := 0.0
	for _, stage := range order {
		end := begin
		for _, k := range stage {
			p.from[k], p.to[k] = begin, begin+s.days[k]/world.Year
			end = max(end, p.to[k])
		}
		begin = end
	}
}

// exposed is what is added to the log hazard of the whole text in year t: protection
// not yet in force, and the greatest temptation of the steps under way, less what a
// guarantee in force deters and less the capacity to implement.
func (s *steps) exposed(e *Engine, p *plan, t, capacity float64) float64 {
	worst, guarantee, verification := 0.0, true, true
	for k := range s.Steps {
		if p.under(k, t) {
			worst = max(worst, s.temptation[k])
		}
		if t < p.to[k] {
			guarantee = guarantee && !s.Steps[k].Guarantee
			verification = verification && !s.Steps[k].Verification
		}
	}
	x, deterred := 0.0, e.out.Guarantee
	if !guarantee {
		x, deterred = float64(e.shared.Eta*e.out.Guarantee), 0
	}
	if !verification {
		x += float64(e.shared.Verification * e.c.Agenda.Promise(&e.out.Deal).Verification)
	}
	return x + max(float64(worst*(1-deterred))-capacity, 0)
}

// under reports whether a step is under way in year t.
func (p *plan) under(k int, t float64) bool { return p.from[k] <= t && t < p.to[k] }

// defect says by whom, and at which step, a peace broke before its last step.
func (e *Engine) defect(s *steps) {
	o := &e.out
	if o.Class != Collapsed || o.Peace >= e.course.done {
		return
	}
	o.Broke = e.lot(rng.Name("defects"), func(i int) float64 {
		if k, _ := s.tempted(i, o.Peace); k >= 0 {
			return 1
		}
		return 0
	})
	if o.Broke >= 0 {
		k, j := s.tempted(o.Broke, o.Peace)
		o.Reason = s.reasons[k][j]
	}
}

// tempted is the step under way in year t that a party has to take, with the party's
// place in it; -1 where there is none.
func (s *steps) tempted(i int, t float64) (step, place int) {
	for k := range s.Steps {
		if j := slices.Index(s.Steps[k].By, i); j >= 0 && s.ours.under(k, t) {
			return k, j
		}
	}
	return -1, -1
}
