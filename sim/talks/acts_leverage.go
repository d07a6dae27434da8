package talks

import (
	"shuttle/agents/mediator"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Leverage is what the mediator may use beside words: pressure on a side's fallback,
// payments to a side that signs, credibility added to a guarantee, a last day of its
// own, and the time between rounds. The first three come out of one budget, whatever
// its strategy. Pressure
// and payments end with the signature: what held a text up by them alone is missing
// from then on.
type Leverage struct {
	Budget rng.Param // [worth·years]
	Press  Lever     // effect on the fallback [worth]
	Lag    rng.Param // until pressure bites [days]
	Belief rng.Param // share of it that is counted on before [share]
	Faith  rng.Param // faith in the mediator that a side loses by full pressure [share]
	Pay    Lever     // effect on what signing is worth [worth]
	Commit Lever     // effect on credibility [share]
	Of     int       // whose guarantee Commit makes more credible
	Last   Deadline  // what a day that the mediator announces is like; Day is its own choice
	Hurry  rng.Param // of a round's days that it can do without [share], < 1
}

// Lever is the numbers of one of them.
type Lever struct {
	Effect rng.Param // of full use
	Cost   rng.Param // of full use [worth·years]
}

func (l Lever) bind(b *Binder, to *mediator.Lever) {
	b.Number(l.Effect, &to.Effect)
	b.Number(l.Cost, &to.Cost)
}

// leverage is what the mediator of a run has, and how far it uses it.
type leverage struct {
	means              mediator.Means
	lag, belief, faith float64
	of                 int

	spent   float64            // on pressure and guarantees [worth·years]
	raises  []world.Instrument // of pressure, each with a lag of its own
	pressed []float64          // by party [share of full use]
	paid    []float64          // by party, on offer [share of full use]
	pledged float64            // [share of full use]
	last    limit
	notes   notes
}

// notes are what stories say of the levers: written once, so that no run does.
type notes struct {
	press, ease, pay []string // by party
	commit           string
}

func (m Leverage) join(e *Engine) {
	n := len(e.seats)
	l := &leverage{of: m.Of, pressed: make([]float64, n), paid: make([]float64, n), raises: make([]world.Instrument, 0, mostRaises*n)}
	l.last.key = rng.Name("mediator").And(rng.Name("deadline"))
	l.name(e)
	b := &e.binder
	b.Number(m.Budget, &l.means.Budget)
	m.Press.bind(b, &l.means.Press)
	b.Number(m.Lag, &l.lag)
	b.Number(m.Belief, &l.belief)
	b.Number(m.Faith, &l.faith)
	m.Pay.bind(b, &l.means.Pay)
	if e.c.Tables != nil { // where nobody doubts that peace holds there is nothing to pledge
		m.Commit.bind(b, &l.means.Commit)
	}
	b.Number(m.Last.Hardness, &l.means.Hardness)
	b.Number(m.Hurry, &l.means.Hurry)
	b.Number(m.Last.Ramp, &l.last.ramp)
	b.Number(m.Last.Haste, &l.last.haste)
	e.leverage = l
	e.around.opening = append(e.around.opening, func() { l.begin(e) })
	e.around.morning = append(e.around.morning, func() {
		if l.last.hardness > 0 && l.last.ends(e) {
			e.scene.stop(MediatorLeft, "the mediator left on the day it had named")
		}
	})
	e.around.shaping = append(e.around.shaping, func(i int, o *party.Outside) {
		o.Pressure += l.pressing(e, i, float64(o.Years*world.Year))
		o.Events -= l.paying(i)
	})
	e.around.signing = append(e.around.signing, func() {
		l.last.hurry(e)
		for _, share := range l.paid {
			e.out.Leverage += float64(share * l.means.Pay.Cost)
		}
	})
}

// name writes the notes.
func (l *leverage) name(e *Engine) {
	for i := range e.c.Parties {
		name := e.c.Parties[i].Name
		l.notes.press = append(l.notes.press, "the mediator presses "+name)
		l.notes.ease = append(l.notes.ease, "the mediator eases its pressure on "+name)
		l.notes.pay = append(l.notes.pay, "the mediator changes what it would pay "+name+" for a signature")
	}
	l.notes.commit = "the mediator pledges more for the guarantee of " + e.c.Parties[l.of].Name
}

// begin is a new run.
func (l *leverage) begin(e *Engine) {
	l.means.Steps = e.steps != nil
	e.brief.Means = l.means
	l.spent, l.pledged, l.raises = 0, 0, l.raises[:0]
	clear(l.pressed)
	clear(l.paid)
	l.last.begin()
	l.last.hardness = 0
	e.notebook.Left = l.left()
}

// pressing is what the mediator's pressure takes off a party's fallback on a day [worth].
func (l *leverage) pressing(e *Engine, i int, day float64) float64 {
	pressure, _ := world.Force(l.raises, i, day, e.seats[i].traits.Foresight())
	return pressure
}

// paying is what a party would be paid for signing [worth]. Whoever compares signing
// with not signing compares the same whether that is added to the one or taken from
// the other; the books keep it with the fallback, which every strategy's levers move.
func (l *leverage) paying(i int) float64 { return float64(l.paid[i] * l.means.Pay.Effect) }

// left is what the budget still pays for: payments on offer are set aside.
func (l *leverage) left() float64 {
	left := l.means.Budget - l.spent
	for _, share := range l.paid {
		left -= float64(share * l.means.Pay.Cost)
	}
	return max(left, 0)
}

// affords is how far the use of a lever goes when it is to go from one share to
// another.
func (l *leverage) affords(lever mediator.Lever, from, to float64) float64 {
	if !lever.There() {
		return from
	}
	if dear := lever.Cost * (to - from); dear > l.left() {
		to = from + l.left()/lever.Cost
	}
	return to
}

// withdrawn is how much of what moves a party's fallback goes with a signature: the
// standing levers that do, and those of the mediator [worth].
func (e *Engine) withdrawn(i int, day float64) float64 {
	r := e.seats[i].traits.Foresight()
	sum := world.Transient(e.shared.Instruments, i, day, r)
	if l := e.leverage; l != nil {
		sum += world.Transient(l.raises, i, day, r) + l.paying(i)
	}
	return sum
}
