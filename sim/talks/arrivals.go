package talks

import (
	"iter"
	"math"

	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// arrivals are events that come at random at a steady rate: the waiting times are
// exponential, one keyed draw each, so that neither the length of a round nor what is
// said in it moves them.
type arrivals struct {
	key  rng.Key
	rate float64 // per year
	n    int     // drawn so far
	next float64 // day of the next one
}

// begin draws the first arrival of a run.
func (a *arrivals) begin(e *Engine, rate float64) {
	a.rate, a.n, a.next = rate, 0, 0
	a.draw(e)
}

// came takes those that come by a day, one after the other: their days.
func (a *arrivals) came(e *Engine, by float64) iter.Seq[float64] {
	return func(yield func(day float64) bool) {
		for a.next <= by {
			if !yield(a.take(e)) {
				return
			}
		}
	}
}

// take takes the next one: its day.
func (a *arrivals) take(e *Engine) (day float64) {
	day = a.next
	a.draw(e)
	return day
}

func (a *arrivals) draw(e *Engine) {
	if a.rate <= 0 {
		a.next = math.Inf(1)
		return
	}
	a.next -= float64(math.Log(1-e.seed.Uniform(a.key.With(a.n))) / a.rate * world.Year)
	a.n++
}

// pulse is something that fades: what is left of it falls by two thirds in a time.
type pulse struct {
	size float64
	day  float64 // on which it had this size
}

// at is what is left on a day, with a fading time in days.
func (p *pulse) at(day, fade float64) float64 {
	if p.size == 0 {
		return 0
	}
	return p.size * math.Exp(-(day-p.day)/fade)
}

// add adds to what is left on a day.
func (p *pulse) add(day, size, fade float64) {
	p.size, p.day = p.at(day, fade)+size, day
}
