package talks

import (
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/party"
)

// publish writes into the brief what everybody can know of the signatories: their
// base values and the ranges they are drawn from, never a draw.
func (e *Engine) publish() {
	for i := range e.seats {
		if e.c.Parties[i].Role != party.Belligerent {
			continue
		}
		var b Binder
		t := e.public(i, &b)
		p := party.New(e.c.Agenda, i, party.Belligerent)
		p.Set(t, e.c.Tables)
		p.Observe(0, 0, e.outside(i, 0, e.shared.Momentum.Start, t))
		worth := p.Worth(&e.brief.Initial)
		public := &mediator.Public{Worth: worth, Fallback: b.around(p.Floor(), &t.Fallback.Base)}
		for k := range e.c.Agenda.Issues {
			var gains []float64
			for l := range e.c.Agenda.Issues[k].Levels {
				gains = append(gains, p.Gain(&e.brief.Initial, agenda.Change{Issue: uint8(k), Level: uint8(l)}, worth))
			}
			public.Weights = append(public.Weights, b.around(t.Weights[k], &t.Weights[k]))
			public.Gains = append(public.Gains, gains)
		}
		e.brief.Seats[i].Public = public
	}
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
