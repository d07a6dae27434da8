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

// turn is one change after the signature.
type turn struct {
	year float64
	who  int
}

func (m Politics) join(e *Engine) {
	n := len(e.seats)
	rate, keeps, left := make([]float64, n), make([]float64, n), make([]float64, n)
	changes, notes := make([]arrivals, n), make([]string, n)
	for i := range changes {
		e.binder.Number(m.Rate[i], &rate[i])
		e.binder.Number(m.Keeps[i], &keeps[i])
		changes[i].key = e.c.Parties[i].Key.And(rng.Name("political change"))
		notes[i] = "a political change wears down the guarantee of " + e.c.Parties[i].Name
	}
	turns := make([]turn, 0, usualTurns)
	stretches := make([]clock.Stretch, 0, usualTurns+1)
	e.course.reserve(usualTurns + 1)
	e.around.opening = append(e.around.opening, func() {
		for i := range changes {
			changes[i].begin(e, rate[i])
		}
	})
	e.around.morning = append(e.around.morning, func() {
		for i := range changes {
			for day, ok := changes[i].came(e, e.out.Day); ok; day, ok = changes[i].came(e, e.out.Day) {
				e.scene.credibility[i] *= keeps[i]
				e.happened(day, notes[i])
			}
		}
	})
	e.around.aftermath = append(e.around.aftermath, func() {
		copy(left, e.scene.credibility)
		turns, stretches = turns[:0], append(stretches[:0], clock.Stretch{Factor: 1})
		p := e.c.Agenda.Promise(&e.out.Deal)
		for {
			t := e.turn(changes)
			if t.who < 0 {
				break
			}
			left[t.who] *= keeps[t.who]
			lost := float64(p.Strength*p.Legal*pooled(left)) - e.out.Guarantee
			from := max(t.year, e.course.promised)
			turns = append(turns, t)
			stretches = append(stretches, clock.Stretch{From: from, Factor: math.Exp(-float64(e.shared.Eta * lost))})
		}
		e.course.multiply(stretches)
	})
	e.around.settled = append(e.around.settled, func() {
		for _, t := range turns {
			if t.year <= e.out.Peace {
				e.happened(e.out.Day+float64(t.year*world.Year), notes[t.who])
			}
		}
	})
}

// usualTurns is for how many changes an engine keeps room.
const usualTurns = 32

// turn takes the next change among all guarantors while peace is watched; nobody's
// when there is none.
func (e *Engine) turn(changes []arrivals) turn {
	next := turn{who: -1}
	for i := range changes {
		if e.scene.credibility[i] > 0 && (next.who < 0 || changes[i].next < changes[next.who].next) {
			next.who = i
		}
	}
	if next.who < 0 {
		return next
	}
	day, ok := changes[next.who].came(e, e.out.Day+float64(e.shared.After*world.Year))
	if !ok {
		return turn{who: -1}
	}
	next.year = max(0, day-e.out.Day) / world.Year
	return next
}
