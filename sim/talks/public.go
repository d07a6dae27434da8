package talks

import (
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// publish writes into the brief what everybody can know of the signatories: their
// base values, the ranges they are drawn from, and parties that these could have
// given, never a draw of a run.
func (e *Engine) publish() {
	c := e.c
	var drawn [][]mediator.Like
	likes := func(n int) []mediator.Like {
		if drawn == nil {
			drawn = NewEngine(c).likes()
		}
		return drawn[n]
	}
	for n, i := range e.brief.Signatories() {
		p := e.picture(i)
		public := &mediator.Public{Worth: p.base.Worth, Gains: p.base.Gains, Likes: func() []mediator.Like { return likes(n) }}
		public.Fallback = p.binder.around(p.base.Fallback, &p.traits.Fallback.Base)
		for k := range p.traits.Weights {
			public.Weights = append(public.Weights, p.binder.around(p.traits.Weights[k], &p.traits.Weights[k]))
		}
		e.brief.Seats[i].Public = public
	}
}

// picture is a party as everybody can draw it.
type picture struct {
	party  *party.Party
	traits party.Traits
	binder Binder
	base   mediator.Like
}

func (e *Engine) picture(i int) *picture {
	p := &picture{party: party.New(e.c.Agenda, i, party.Belligerent)}
	e.public(i, &p.traits, &p.binder)
	p.base = e.like(p)
	return p
}

// mostLikes is how many parties like each signatory a mediator can look at. Own choice.
const mostLikes = 128

// likes draws parties like each signatory, all of one world together. The engine is
// not to be played afterwards: its numbers have moved.
func (e *Engine) likes() [][]mediator.Like {
	var pictures []*picture
	for _, i := range e.brief.Signatories() {
		pictures = append(pictures, e.picture(i))
	}
	out := make([][]mediator.Like, len(pictures))
	for draw := range mostLikes {
		e.seed = rng.Seed(rng.Name("public").With(draw))
		e.binder.draw(e.seed, 0, false)
		e.set()
		for n, p := range pictures {
			p.binder.draw(e.seed, e.shared.Jitter, e.shared.Jitter > 0)
			e.share(&p.traits, p.party.Index())
			out[n] = append(out[n], e.like(p))
		}
	}
	return out
}

// like is what a mediator would know of a party if it had these traits, on the first
// day.
func (e *Engine) like(p *picture) mediator.Like {
	p.party.Set(&p.traits, e.c.Tables)
	p.party.Observe(0, 0, e.outside(p.party.Index(), 0, e.shared.Momentum.Start, &p.traits))
	l := mediator.Like{Fallback: p.party.Floor(), Worth: p.party.Worth(&e.brief.Initial)}
	for k := range e.c.Agenda.Issues {
		var gains []float64
		for level := range e.c.Agenda.Issues[k].Levels {
			gains = append(gains, p.party.Gain(&e.brief.Initial, agenda.Change{Issue: uint8(k), Level: uint8(level)}, l.Worth))
		}
		l.Weights, l.Gains = append(l.Weights, p.party.Weight(k)), append(l.Gains, gains)
	}
	return l
}

// around is a value with the range that the number at a place is drawn from, moved
// to where the value is.
func (b *Binder) around(base float64, at *float64) mediator.Range {
	r := mediator.Range{Low: base, Base: base, High: base}
	for i := range b.numbers {
		if n := &b.numbers[i]; n.at == at {
			r.Low += n.param.Low - n.param.Base
			r.High += n.param.High - n.param.Base
		}
	}
	return r
}
