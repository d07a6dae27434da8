package talks

import (
	"math"

	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Building is steps that build confidence (Osgood 1962 on graduated, reciprocated
// steps): the mediator asks for one, the sides take it if each trusts the others enough,
// and after some time it is seen who kept it. A side that plays for time keeps fewer, so
// that steps tell the types apart: each one kept makes the others suspect it less, each
// one broken more, by Bayes' rule (Kydd 2005). There is no stake that grows from step to
// step: all are alike, and what is at stake in one is what trust can be lost by it.
type Building struct {
	Chance   rng.Param // that all sides keep a step, where none plays for time [share]
	Tactical rng.Param // of the steps that a side would else keep, those that it keeps while it plays for time [share]
	Trust    rng.Param // least trust in each other signatory with which a side takes a step [share]
	Gain     rng.Param // trust that each gains in the others by a step that all kept [share]
	Loss     rng.Param // trust that the others lose in a side that did not [share]
	Lag      rng.Param // until that is seen [days]
}

// building is the steps of a run.
type building struct {
	chance, tactical, trust, gain, loss, lag float64

	due   float64 // when the step under way is seen to be kept or not [days]
	asked int
	kept  []bool // by party: of the step that was last seen
}

func (m Building) join(e *Engine) {
	s := &building{kept: make([]bool, len(e.seats))}
	for _, b := range []struct {
		p  rng.Param
		at *float64
	}{{m.Chance, &s.chance}, {m.Tactical, &s.tactical}, {m.Trust, &s.trust}, {m.Gain, &s.gain}, {m.Loss, &s.loss}, {m.Lag, &s.lag}} {
		e.binder.Number(b.p, b.at)
	}
	e.steps = s
	e.around.opening = append(e.around.opening, func() { s.asked, e.brief.Means.Steps = 0, true })
	e.around.morning = append(e.around.morning, func() { s.see(e) })
}

// take begins a step, unless one is under way or a side trusts another too little.
func (s *building) take(e *Engine) {
	seen := &e.notebook.Steps
	if seen.Pending {
		return
	}
	if trust, said := e.lowest(); said && trust < s.trust {
		seen.Refused++
		e.happened(e.out.Day, "a step is refused for lack of trust")
		return
	}
	s.asked++
	s.due, seen.Pending = e.out.Day+s.lag, true
}

// see says what came of the step under way, once it is time.
func (s *building) see(e *Engine) {
	seen := &e.notebook.Steps
	if !seen.Pending || e.out.Day < s.due {
		return
	}
	seen.Pending = false
	all := s.all(e)
	if e.types != nil {
		e.types.doubt(e)
	}
	if all {
		seen.Kept++
		e.estrange(-s.gain)
		e.happened(s.due, "a step is kept by all sides")
		return
	}
	seen.Broken++
	for j := range s.kept {
		for i := range s.kept {
			if !s.kept[j] && i != j && e.bargains(i) {
				e.scene.move(i, j, -s.loss)
			}
		}
	}
	e.happened(s.due, "a step is not kept")
}

// all draws who keeps the step, has the others learn from it, and reports whether all did.
func (s *building) all(e *Engine) bool {
	sides, every := 0, true
	for i := range s.kept {
		if e.bargains(i) {
			sides++
		}
	}
	sincere := math.Pow(s.chance, 1/float64(sides))
	for i := range s.kept {
		if s.kept[i] = true; !e.bargains(i) {
			continue
		}
		chance := sincere
		if e.types != nil && e.types.waits(e, i) {
			chance *= s.tactical
		}
		s.kept[i] = e.happens(chance, rng.Name("step").And(e.c.Parties[i].Key), s.asked)
		if every = every && s.kept[i]; e.types == nil || !e.favoured(i) {
			continue // it shows nothing of a side that the war does not favour
		}
		if s.kept[i] {
			e.types.weigh(i, s.tactical)
		} else {
			e.types.weigh(i, (1-float64(sincere*s.tactical))/max(1-sincere, smallest))
		}
	}
	return every
}

// bargains reports whether a party is one whose signature makes an agreement.
func (e *Engine) bargains(i int) bool { return e.c.Parties[i].Role == party.Belligerent }
