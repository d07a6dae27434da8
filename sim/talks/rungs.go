package talks

import (
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Rungs are who speaks for the sides: envoys, advisers, leaders. Each rung may move
// more than the one below. Below the top a text is initialled only, and leaders
// confirm it some days later, in the world of that day. A meeting at the top while the
// sides are too far apart for one may fail in public.
type Rungs struct {
	List      []Rung
	First     int       // rung of the first day
	Confirm   rng.Param // days until leaders have looked at what was initialled [days]
	Premature rng.Param // chance a round that a meeting at the top fails below its gate [share]
	Cost      rng.Param // trust that every side loses in every other by that [share]
	Audience  rng.Param // added to every signatory's fallback by it: going back on words said in public [worth]
}

// Rung is one level at which the sides meet.
type Rung struct {
	Name    string
	Mandate int  // clauses that an offer may move; 0 is no bound
	Gate    Gate // of the way up to it; of the top also what a meeting there needs
}

// rungs are the rungs of a run.
type rungs struct {
	gates    []gate
	mandates []int
	moves    []string // what a story says of the way to each
	key      rng.Key

	confirm, premature, cost, audience float64

	shame float64 // what failures in public added to every signatory's fallback so far
}

func (m Rungs) join(e *Engine) {
	r := &rungs{gates: make([]gate, len(m.List)), key: rng.Name("summit")}
	for i := range m.List {
		m.List[i].Gate.bind(&e.binder, &r.gates[i])
		r.mandates = append(r.mandates, m.List[i].Mandate)
		r.moves = append(r.moves, "the sides now speak through: "+m.List[i].Name)
	}
	e.binder.Number(m.Confirm, &r.confirm)
	e.binder.Number(m.Premature, &r.premature)
	e.binder.Number(m.Cost, &r.cost)
	e.binder.Number(m.Audience, &r.audience)
	e.around.setting = append(e.around.setting, func() {
		r.shame = 0
		r.speak(e, m.First)
	})
	e.around.morning = append(e.around.morning, func() { r.remember(e) })
	e.around.shaping = append(e.around.shaping, func(i int, o *party.Outside) {
		if e.c.Parties[i].Role == party.Belligerent {
			o.Mandate = r.mandates[e.scene.rung]
		}
	})
	e.around.evening = append(e.around.evening, func() { r.evening(e) })
}

// speak puts a rung at the table.
func (r *rungs) speak(e *Engine, rung int) {
	e.scene.rung = rung
	if e.scene.confirm = r.confirm; rung == len(r.gates)-1 {
		e.scene.confirm = -1
	}
}

// remember has the failures of the past weigh on every signatory today.
func (r *rungs) remember(e *Engine) {
	for i := range e.seats {
		if e.c.Parties[i].Role == party.Belligerent {
			e.scene.events[i] += r.shame
		}
	}
}

// evening is a step up, or a meeting at the top that came too early and fails.
func (r *rungs) evening(e *Engine) {
	top, rung := len(r.gates)-1, e.scene.rung
	switch {
	case rung < top && r.gates[rung+1].open(e):
		r.speak(e, rung+1)
		e.happened(e.out.Day, r.moves[rung+1])
	case rung == top && e.scene.closeness < r.gates[top].closeness && e.happens(r.premature, r.key, e.out.Round):
		e.happened(e.out.Day, "a meeting at the top fails in public")
		e.estrange(r.cost)
		r.shame += float64(r.audience * (1 + e.scene.publicity))
		if rung > 0 {
			r.speak(e, rung-1)
			e.happened(e.out.Day, r.moves[rung-1])
		}
	}
}

// initial has a text initialled by those at the table. Leaders look at it some days
// later, in the world of that day.
func (e *Engine) initial(m *message.Message) {
	o := &e.out
	e.table(&m.Text, m.Author)
	o.Initialled++
	e.tell(Event{Kind: Initialled})
	o.Day += e.scene.confirm
	e.scene.pause += e.scene.confirm
	now := &o.Course[o.Round-1]
	now.Day, now.Momentum = o.Day, e.front.At(o.Day)
	e.observe()
}
