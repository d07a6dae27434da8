package talks

import (
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Narrative is what the sides say in public of how the talks go, against how close
// they are. It keeps a process alive, and what was promised and does not come costs
// the mediator the sides' faith.
type Narrative struct {
	Spin []rng.Param // by party: share of the way that is left which it says is done [share]
	Cost rng.Param   // faith in the mediator lost in a year of promising all and having nothing [share]
}

func (m Narrative) join(e *Engine) {
	var cost float64
	spin := make([]float64, len(m.Spin))
	for i := range m.Spin {
		e.binder.Number(m.Spin[i], &spin[i])
	}
	e.binder.Number(m.Cost, &cost)
	e.around.evening = append(e.around.evening, func() {
		s, said, sides := &e.scene, 0.0, 0
		for i := range e.seats {
			if e.c.Parties[i].Role == party.Belligerent {
				said += s.closeness + float64(spin[i]*(1-s.closeness))
				sides++
			}
		}
		s.narrative = said / float64(sides)
		e.out.Course[e.out.Round-1].Narrative = s.narrative
		gap := max(0, s.narrative-s.closeness)
		for i := range e.seats {
			s.disappoint(i, float64(cost*gap*(1+s.publicity)*e.elapsed/world.Year))
		}
	})
}
