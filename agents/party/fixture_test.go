package party

import (
	"fmt"
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/clock"
	"shuttle/agents/message"
)

// plain is an agenda of one pillar with so many levels an issue.
func plain(levels ...int) *agenda.Agenda {
	a := &agenda.Agenda{Pillars: []string{agenda.Territory}, Documents: []string{"agreement"}}
	for k, n := range levels {
		is := agenda.Issue{Name: fmt.Sprintf("issue %d", k)}
		for l := range n {
			is.Levels = append(is.Levels, agenda.Plain(fmt.Sprint(l), float64(l)))
		}
		a.Issues = append(a.Issues, is)
	}
	return a
}

// additive is a party whose worth is the weighted sum of the scores.
func additive(weights []float64, scores [][]float64, floor float64) *Traits {
	return &Traits{
		Numbers:  Numbers{Weights: weights, Scores: scores, Rho: 1, Discount: .1},
		Fallback: Fallback{Base: floor, Weary: 1}, Near: .02,
	}
}

// seated is the party at place 0, facing others of whom it knows what is public.
func seated(a *agenda.Agenda, own *Traits, tables *clock.Tables, others ...*Traits) *Party {
	p := New(a, 0, Belligerent)
	p.Set(own, tables)
	var public, guess []*Estimate
	for i, o := range others {
		public = append(public, NewEstimate(a, i+1, o, tables, Outside{}))
		guess = append(guess, NewEstimate(a, i+1, o, tables, Outside{}))
	}
	p.Begin(climber{}, rand.New(rand.NewPCG(1, 1)), public, guess, false, Outside{})
	return p
}

// says is a party's answer to a message.
func says(p *Party, m message.Message) message.Reply {
	var r message.Reply
	p.Answer(&m, &r)
	return r
}

// set is a set of levels.
func set(levels ...int) (s Levels) {
	for _, l := range levels {
		s.Add(l)
	}
	return s
}

// all walks over every deal of an agenda.
func all(a *agenda.Agenda, visit func(d *agenda.Deal)) {
	var d agenda.Deal
	for more := true; more; more = a.Next(&d) {
		visit(&d)
	}
}

// opposed draws two parties that rank the levels of every issue in opposite order,
// by scores and weights of their own.
func opposed(r *rand.Rand, a *agenda.Agenda) (one, two *Traits) {
	var w, v []float64
	var up, down [][]float64
	for k := range a.Issues {
		n := len(a.Issues[k].Levels)
		w, v = append(w, .05+r.Float64()), append(v, .05+r.Float64())
		x, y := make([]float64, n), make([]float64, n)
		for l := 1; l < n; l++ {
			x[l] = x[l-1] + r.Float64()
			y[n-1-l] = y[n-l] + r.Float64()
		}
		for l := range n {
			x[l], y[l] = x[l]/max(x[n-1], 1e-9), y[l]/max(y[0], 1e-9)
		}
		up, down = append(up, x), append(down, y)
	}
	return additive(w, up, .2+.3*r.Float64()), additive(v, down, .2+.3*r.Float64())
}
