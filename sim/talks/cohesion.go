package talks

import (
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Cohesion is how far the guarantors stand together. It wears while they differ over
// the text on the table and heals while they do not; what is left of it counts on the
// credibility of every guarantee and on support at home.
type Cohesion struct {
	Start   rng.Param // when talks begin [share]
	Strain  rng.Param // lost in a year of differing, and won in a year of agreeing [share per year]
	Weight  rng.Param // share of a guarantee's credibility that rests on it [share]
	Support rng.Param // of every ratifier, lost where there is none of it [share]
}

func (m Cohesion) join(e *Engine) {
	var start, strain, weight, support, now float64
	e.binder.Number(m.Start, &start)
	e.binder.Number(m.Strain, &strain)
	e.binder.Number(m.Weight, &weight)
	e.binder.Number(m.Support, &support)
	counted := 1.0 // of it, in what is left of the guarantees
	apply := func(to float64) {
		left := 1 - float64(weight*(1-to))
		for j := range e.scene.worn {
			e.scene.worn[j] *= left / counted
		}
		e.scene.support += float64(support * (to - now))
		now, counted = to, left
	}
	e.around.setting = append(e.around.setting, func() {
		now, counted = 1, 1
		apply(start)
	})
	e.around.evening = append(e.around.evening, func() {
		years := e.elapsed / world.Year
		if e.differ() {
			years = -years
		}
		apply(min(max(now+float64(strain*years), 0), 1))
	})
}

// differ reports whether, of the guarantors who have a part in the talks, one would
// have the text on the table and another would not.
func (e *Engine) differ() bool {
	m := &e.out.Course[e.out.Round-1]
	yes, no := false, false
	for i := range e.seats {
		if e.c.Parties[i].Role == party.Guarantor && !e.scene.away[i] && m.Text {
			if m.Worth[i] >= m.Floor[i] {
				yes = true
			} else {
				no = true
			}
		}
	}
	return yes && no
}
