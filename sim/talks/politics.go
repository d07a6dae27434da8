package talks

import (
	"math"

	"shuttle/agents/clock"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Politics is what elections and changes of government do to those who give
// guarantees: they come at random, and each leaves a share of the guarantor's
// credibility. While talks go on the parties see it; after the signature it takes from
// what protects the peace.
type Politics struct {
	Rate  []rng.Param // by party: changes [per year]
	Keeps []rng.Param // by party: credibility that is left by one [share]
}

// politics is the changes of a run.
type politics struct {
	keeps, left []float64  // by party
	changes     []arrivals // by party
	notes       []string   // by party
	turns       []turn     // after the signature, in order
	stretches   []clock.Stretch
}

// turn is one change after the signature.
type turn struct {
	year float64
	who  int
}

// usualTurns is for how many changes an engine keeps room.
const usualTurns = 32

func (m Politics) join(e *Engine) {
	n := len(e.seats)
	rate := make([]float64, n)
	p := &politics{keeps: make([]float64, n), left: make([]float64, n), changes: make([]arrivals, n), notes: make([]string, n),
		turns: make([]turn, 0, usualTurns), stretches: make([]clock.Stretch, 0, usualTurns+1)}
	for i := range e.seats {
		e.binder.Number(m.Rate[i], &rate[i])
		e.binder.Number(m.Keeps[i], &p.keeps[i])
		p.changes[i].key = e.c.Parties[i].Key.And(rng.Name("political change"))
		p.notes[i] = "a political change wears down the guarantee of " + e.c.Parties[i].Name
	}
	e.course.reserve(usualTurns + 1)
	e.around.opening = append(e.around.opening, func() {
		p.turns = p.turns[:0]
		for i := range p.changes {
			p.changes[i].begin(e, rate[i])
		}
	})
	e.around.morning = append(e.around.morning, func() { e.wear(p) })
	e.around.aftermath = append(e.around.aftermath, func() { e.wearOn(p) })
	e.around.settled = append(e.around.settled, func() {
		for _, t := range p.turns {
			if t.year <= e.out.Peace {
				e.happened(e.out.Day+float64(t.year*world.Year), p.notes[t.who])
			}
		}
	})
}

// wear is what changed since the last round.
func (e *Engine) wear(p *politics) {
	for i := range p.changes {
		for day := range p.changes[i].came(e, e.out.Day) {
			e.scene.worn[i] *= p.keeps[i]
			e.happened(day, p.notes[i])
		}
	}
}

// wearOn is what the changes of the watched years take from the protection of the
// peace, once that is in force.
func (e *Engine) wearOn(p *politics) {
	copy(p.left, e.scene.worn)
	p.turns, p.stretches = p.turns[:0], append(p.stretches[:0], clock.Stretch{Factor: 1})
	promise := e.c.Agenda.Promise(&e.out.Deal)
	for {
		t, ok := e.turn(p.changes)
		if !ok {
			break
		}
		p.turns = append(p.turns, t)
		p.left[t.who] *= p.keeps[t.who]
		left := promise.Strength * promise.Legal * pooled(e.scene.credibility, p.left)
		p.stretches = append(p.stretches, clock.Stretch{From: max(t.year, e.course.promised),
			Factor: math.Exp(float64(e.shared.Eta * (e.out.Guarantee - left)))})
	}
	e.course.multiply(p.stretches)
}

// turn takes the next change among those whose guarantee counts; ok is false when none
// comes while peace is watched.
func (e *Engine) turn(changes []arrivals) (t turn, ok bool) {
	t.who = -1
	for i := range changes {
		if e.scene.credibility[i] > 0 && (t.who < 0 || changes[i].next < changes[t.who].next) {
			t.who = i
		}
	}
	if t.who < 0 {
		return t, false
	}
	a := &changes[t.who]
	if a.next > e.out.Day+float64(e.shared.After*world.Year) {
		return t, false
	}
	t.year = max(0, a.take(e)-e.out.Day) / world.Year
	return t, true
}
