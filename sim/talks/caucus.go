package talks

import (
	"shuttle/agents/agenda"
	"shuttle/sim/rng"
)

// Caucus is a camp that settles what it wants before the talks begin: a side and those
// who stand by it write their joint wishes into the text that lies on the table first.
// It takes its time.
type Caucus struct {
	Members []int     // the side first
	Weights []float64 // of each member's worth in what they want together [share]
	Wishes  int       // that they write into the text
	Days    rng.Param // that it takes [days]
}

func (m Caucus) join(e *Engine) {
	var days float64
	e.binder.Number(m.Days, &days)
	e.around.drafting = append(e.around.drafting, func(text *agenda.Deal) {
		e.camp(m.Members, m.Weights).write(text, m.Wishes)
	})
	e.around.opening = append(e.around.opening, func() { e.scene.delay += days })
}
