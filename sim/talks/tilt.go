package talks

import (
	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Tilt is what a side makes of a mediator whose texts seem to favour the others, or who is
// known to lean to another: it loses faith, and reads what that mediator writes, and what
// it brings without a name, ever more like an adversary's.
type Tilt struct {
	Cost rng.Param // faith lost by a text that favours the others by a whole worth over the side itself, or to a mediator who has nothing at heart but another side [share per worth]
}

func (m Tilt) join(e *Engine) {
	var cost float64
	e.binder.Number(m.Cost, &cost)
	last := 0 // drafts seen
	e.around.opening = append(e.around.opening, func() { last = 0 })
	e.around.morning = append(e.around.morning, func() {
		if e.leaner == nil || e.out.Round > 1 {
			return
		}
		favourite, share := e.leaner.Leaning()
		for i := range e.notebook.Sides() {
			if i != favourite {
				e.scene.disappoint(e.notebook.Signatory(i), float64(cost*share))
			}
		}
	})
	e.around.evening = append(e.around.evening, func() {
		drafts := e.out.History.Drafts
		if len(drafts) == last {
			return
		}
		last = len(drafts)
		d := &drafts[last-1]
		if d.Author != agenda.Mediator {
			return
		}
		for i := range e.seats {
			if e.c.Parties[i].Role == party.Belligerent {
				e.scene.disappoint(i, float64(cost*max(0, e.seats[i].party.Tilt(&d.Deal))))
			}
		}
	})
}

// disappoint takes faith in the mediator from a party; where nothing is said of it,
// it stays unsaid.
func (s *scene) disappoint(i int, by float64) {
	if f := &s.faith[i]; *f >= 0 {
		*f = max(*f-by, 0)
	}
}
