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
	weights []float64
	at      float64 // worth of the deal last surveyed
}

// NewEstimate makes the public picture of the party at a place of the case.
func NewEstimate(a *agenda.Agenda, index int, public *Traits, tables *clock.Tables, o Outside) *Estimate {
	e := &Estimate{agenda: a, index: index, public: public, tables: tables, utility: utility.New(a),
		weights: make([]float64, len(a.Issues))}
	e.utility.Set(a, index, &public.Numbers, tables)
	e.floor = public.Fallback.At(o, public.Discount)
	return e
}

// FixedPie rebuilds the picture with the weights of whoever holds it: the other
// side is taken to want the same things as much (the fixed-pie bias,
// Thompson and Hastie 1990).
func (e *Estimate) FixedPie(own *Traits) {
	n := e.public.Numbers
	copy(e.weights, own.Weights)
	n.Weights = e.weights
	e.utility.Set(e.agenda, e.index, &n, e.tables)
}

// Public takes the picture back to the public midpoints.
func (e *Estimate) Public() { e.utility.Set(e.agenda, e.index, &e.public.Numbers, e.tables) }

// Floor is the public guess of the other's fallback [worth].
func (e *Estimate) Floor() float64 { return e.floor }
