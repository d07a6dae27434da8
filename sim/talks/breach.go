package talks

import (
	"math"

	"shuttle/agents/clock"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Breach is who breaks a peace that collapses, and why. Exogenous, it is any signatory
// alike. Endogenous, each drives its own part of the hazard: the further its fallback has
// risen since the signature above what the text is worth to it (the front moved on,
// levers were withdrawn, weariness healed), the larger; and whoever drives more breaks it
// more often. What a side had to spare when it signed is a buffer that a rise has to eat
// up first; a fallback that fell makes its part smaller. Where nothing moves, every part
// is 1: what agreements have to spare is in the clock that was fitted to them. What a
// text owed to levers alone shows in all that, and is not counted a second time.
type Breach struct {
	Endogenous bool
	Scale      rng.Param // by how much a fallback has to rise above what the text is worth for a part to grow e-fold [worth], > 0
}

// quarters of a year: how often the sides look at their fallbacks. Own choice.
const quarters = 4

// steepest bounds the logarithm of a part, so that no war fills the watched years with
// hazards beyond all measure. Own choice.
const steepest = 3

// drives are the signatories' parts of the hazard.
type drives struct {
	scale     float64
	parts     []float64 // by quarter and party, one quarter after the other; 0 for those who do not sign
	stretches []clock.Stretch
}

func (m Breach) join(e *Engine) {
	n := len(e.seats)
	d := &drives{parts: make([]float64, n)}
	for i := range d.parts {
		if e.c.Parties[i].Role == party.Belligerent {
			d.parts[i] = 1
		}
	}
	at := 0 // where the quarter of the collapse begins
	if m.Endogenous {
		e.binder.Number(m.Scale, &d.scale)
		room := int(e.shared.After*quarters) + 1
		d.parts, d.stretches = make([]float64, 0, room*n), make([]clock.Stretch, 0, room)
		e.course.reserve(room)
		e.around.aftermath = append(e.around.aftermath, func() { e.drive(d) })
	}
	e.around.settled = append(e.around.settled, func() {
		if e.out.Class != Collapsed || e.out.Broke >= 0 {
			return
		}
		if m.Endogenous {
			at = int(e.out.Peace*quarters) * n
		}
		e.out.Broke = e.lot(rng.Name("breaks"), func(i int) float64 { return d.parts[at+i] })
	})
}

// drive works out every signatory's part for each quarter in which peace is watched,
// and has the hazard follow their mean.
func (e *Engine) drive(d *drives) {
	e.out.Hazard *= math.Exp(-e.imposed())
	d.parts, d.stretches = d.parts[:0], d.stretches[:0]
	for q := 0; float64(q) < e.shared.After*quarters; q++ {
		sum, sides := 0.0, 0
		for i := range e.seats {
			part := 0.0
			if e.c.Parties[i].Role == party.Belligerent {
				part = math.Exp(min(max(e.drift(i, (float64(q)+.5)/quarters)/d.scale, -steepest), steepest))
				sides++
			}
			sum += part
			d.parts = append(d.parts, part)
		}
		d.stretches = append(d.stretches, clock.Stretch{From: float64(q) / quarters, Factor: sum / float64(sides)})
	}
	e.course.multiply(d.stretches)
}

// drift is by how much a party's fallback, years after the signature, is above what it
// signed for; below 0 by how much it fell since. Worth is read as on the day of the
// signature, with the mistrust of that day.
func (e *Engine) drift(i int, years float64) float64 {
	t := &e.seats[i].traits
	before := t.Fallback.At(e.outside(i, e.out.Day, e.front.At(e.out.Day), t), t.Discount)
	rise := e.later(i, years) - before
	if rise <= 0 {
		return rise
	}
	spare := max(e.seats[i].party.Worth(&e.out.Deal)-before, 0)
	return max(rise-spare, 0)
}

// later is a party's fallback years after the signature, without the levers that were
// withdrawn. The weariness of the war heals at the pace at which it came.
func (e *Engine) later(i int, years float64) float64 {
	t := &e.seats[i].traits
	f := &t.Fallback
	day := e.out.Day + float64(years*world.Year)
	o := e.outside(i, day, e.front.At(day), t)
	o.Years = e.out.Day / world.Year // no more is suffered
	suffered := f.Weariness * (1 - math.Exp(-o.Years/f.Weary))
	return f.At(o, t.Discount) + float64(suffered*(1-math.Exp(-years/f.Weary))) + e.withdrawn(i, day)
}
