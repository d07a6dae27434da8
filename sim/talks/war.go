package talks

import (
	"math"

	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// War may end without the talks: a side that the front favours prevails, or a side
// that is worn out cannot go on. Both are absorbing, each at a hazard of its own.
type War struct {
	Victory    rng.Param // rate at which the favoured side prevails at full momentum [per year]
	From       rng.Param // momentum below which nobody can [momentum]
	Exhaustion rng.Param // rate at which a wholly worn out side gives up [per year]
}

// ending is one way in which the war may end: the hazard so far, and the hazard at
// which it does.
type ending struct {
	key          rng.Key
	reason       string
	spent, limit float64
}

func (w *ending) begin(e *Engine) { w.spent, w.limit = 0, -math.Log(1-e.seed.Uniform(w.key)) }

// spend adds hazard and ends the talks where it comes to its limit.
func (w *ending) spend(e *Engine, hazard float64) {
	if w.spent += hazard; w.spent >= w.limit {
		e.scene.stop(Victory, w.reason)
	}
}

func (m War) join(e *Engine) {
	var victory, from, exhaustion float64
	e.binder.Number(m.Victory, &victory)
	e.binder.Number(m.From, &from)
	e.binder.Number(m.Exhaustion, &exhaustion)
	wins, tires := make([]ending, len(e.seats)), make([]ending, len(e.seats))
	for i := range e.seats {
		p := &e.c.Parties[i]
		wins[i] = ending{key: p.Key.And(rng.Name("victory")), reason: p.Name + " prevailed"}
		tires[i] = ending{key: p.Key.And(rng.Name("exhaustion")), reason: p.Name + " could not go on"}
	}
	e.around.opening = append(e.around.opening, func() {
		for i := range e.seats {
			wins[i].begin(e)
			tires[i].begin(e)
		}
	})
	e.around.morning = append(e.around.morning, func() {
		years := e.elapsed / world.Year
		momentum := e.front.At(e.out.Day)
		for i := range e.seats {
			if e.c.Parties[i].Role != party.Belligerent {
				continue
			}
			f := &e.seats[i].traits.Fallback
			if over := (math.Abs(momentum) - from) / max(1-from, smallest); over > 0 && float64(f.Momentum*momentum) > 0 {
				wins[i].spend(e, float64(victory*over*years))
			}
			if f.Weariness > 0 {
				tires[i].spend(e, float64(exhaustion*(1-math.Exp(-e.out.Day/world.Year/f.Weary))*years))
			}
		}
	})
}
