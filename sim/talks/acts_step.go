package talks

import "shuttle/sim/rng"

// Building is steps that build confidence: the mediator asks for one, and after some
// time it is seen whether both sides kept it (Osgood 1962 on graduated, reciprocated
// steps).
type Building struct {
	Chance rng.Param // that both sides keep a step [share]
	Gain   rng.Param // trust that each then gains in the other [share]
	Loss   rng.Param // trust that each loses otherwise [share]
	Lag    rng.Param // until that is seen [days]
}

// building is the steps of a run.
type building struct {
	chance, gain, loss, lag float64

	due   float64 // when the step under way is seen to be kept or not [days]
	asked int
}

func (m Building) join(e *Engine) {
	s := &building{}
	for _, b := range []struct {
		p  rng.Param
		at *float64
	}{{m.Chance, &s.chance}, {m.Gain, &s.gain}, {m.Loss, &s.loss}, {m.Lag, &s.lag}} {
		e.binder.Number(b.p, b.at)
	}
	e.steps = s
	e.around.opening = append(e.around.opening, func() { s.asked, e.brief.Means.Steps = 0, true })
	e.around.morning = append(e.around.morning, func() { s.see(e) })
}

// take begins a step, unless one is under way.
func (s *building) take(e *Engine) {
	if !e.notebook.Steps.Pending {
		s.asked++
		s.due, e.notebook.Steps.Pending = e.out.Day+s.lag, true
	}
}

// see says what came of the step under way, once it is time.
func (s *building) see(e *Engine) {
	seen := &e.notebook.Steps
	if !seen.Pending || e.out.Day < s.due {
		return
	}
	seen.Pending = false
	by, note := s.gain, "a step is kept by both sides"
	if e.happens(s.chance, rng.Name("step"), s.asked) {
		seen.Kept++
	} else {
		seen.Broken++
		by, note = -s.loss, "a step is not kept"
	}
	e.estrange(-by)
	e.happened(s.due, note)
}
