package party

import (
	"shuttle/agents/agenda"
	"shuttle/agents/clock"
	"shuttle/agents/party/internal/utility"
)

// Estimate is what one party believes another's worth to be: built from public
// midpoints, and under the fixed-pie guess with the believer's own weights.
type Estimate struct {
	agenda  *agenda.Agenda
	index   int
	public  *Traits
	tables  *clock.Tables
	utility *utility.Utility
	floor   float64
	prior   []float64 // weights before anything was passed on
	weights []float64
	at      utility.Point // the deal last surveyed
}

// NewEstimate makes the public picture of the party at a place of the case.
func NewEstimate(a *agenda.Agenda, index int, public *Traits, tables *clock.Tables, o Outside) *Estimate {
	e := &Estimate{agenda: a, index: index, public: public, tables: tables, utility: utility.New(a),
		prior: make([]float64, len(a.Issues)), weights: make([]float64, len(a.Issues))}
	e.utility.Set(a, index, &public.Numbers, tables)
	e.floor = public.Fallback.At(o, public.Discount)
	return e
}

// FixedPie rebuilds the picture with the weights of whoever holds it: the other
// side is taken to want the same things as much (the fixed-pie bias, Thompson and
// Hastie 1990).
func (e *Estimate) FixedPie(own *Traits) {
	total := 0.0
	for _, w := range own.Weights {
		total += w
	}
	for k, w := range own.Weights {
		e.prior[k] = w / max(total, minGain)
	}
	copy(e.weights, e.prior)
	e.rebuild()
}

// Learn moves the weights a step towards what a ranking of clauses that was passed on
// says: half of all weight on the clauses named, by rank-order centroids (Barron and
// Barrett 1996), the rest as believed before anything was passed on. To be told the
// same again and again leads there and no further.
func (e *Estimate) Learn(ranking []uint8, rate float64) {
	n := len(ranking)
	if n == 0 {
		return
	}
	for k := range e.weights {
		e.weights[k] += float64(rate * (float64((1-heard)*e.prior[k]) - e.weights[k]))
	}
	centroid := 0.0
	for i := n - 1; i >= 0; i-- {
		centroid += 1 / float64((i+1)*n)
		e.weights[ranking[i]] += float64(rate * heard * centroid)
	}
	e.rebuild()
}

// heard is the share of all weight that a ranking speaks of. Own choice.
const heard = .5

func (e *Estimate) rebuild() {
	n := e.public.Numbers
	n.Weights, n.AsGiven = e.weights, false
	e.utility.Set(e.agenda, e.index, &n, e.tables)
}

// Index is the place of the party pictured.
func (e *Estimate) Index() int { return e.index }
