package talks

import (
	"math"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// dusk ends a round: how the text on the table stands with everybody.
func (e *Engine) dusk() {
	drafts := e.out.History.Drafts
	if len(drafts) == 0 {
		return
	}
	m := &e.out.Course[e.out.Round-1]
	m.Text, m.Gap = true, math.Inf(-1)
	text := &drafts[len(drafts)-1].Deal
	for i := range e.seats {
		p := e.seats[i].party
		m.Worth[i] = p.Worth(text)
		if p.Role() == party.Belligerent {
			m.Gap = max(m.Gap, p.Floor()-m.Worth[i])
		}
	}
}

// close says what the run came to.
func (e *Engine) close() {
	o := &e.out
	if n := len(o.History.Drafts); n > 0 && !o.Signed {
		o.Deal = o.History.Drafts[n-1].Deal
	}
	o.Tabled = len(o.History.Drafts) > 0
	for i := range e.seats {
		p := e.seats[i].party
		o.Floor[i] = p.Floor()
		if o.Tabled {
			o.Worth[i] = p.Worth(&o.Deal)
		}
	}
	if o.Tabled {
		o.Hazard = e.hazard(&o.Deal)
		p := e.c.Agenda.Promise(&o.Deal)
		o.Guarantee = p.Strength * p.Legal * e.shared.pooled()
	}
	o.Class = e.class()
	e.tell(Event{Kind: Ended})
}

// class sorts the run into its outcome class and lets the clock of a signed text
// run.
func (e *Engine) class() Class {
	o := &e.out
	switch {
	case o.Signed:
		years := math.Inf(1) // without the commitment mechanism peace is taken to hold
		if e.c.Tables != nil {
			years = e.c.Clock.Collapse(e.seed.Uniform(rng.Name("collapse")), o.Hazard)
		}
		o.Peace = min(years, e.shared.After)
		if years < e.shared.After {
			return Collapsed
		}
		return Holds
	case o.Class == MediatorLeft:
		return MediatorLeft
	case e.oneSided():
		return OneSided
	case o.Day-e.lastMove >= e.shared.Still:
		return Stalemate
	}
	return TalksGoOn
}

// oneSided reports whether some signatory would sign the mediator's last text and
// some other would not.
func (e *Engine) oneSided() bool {
	yes, no := false, false
	for i := range e.seats {
		if e.c.Parties[i].Role != party.Belligerent || !e.asked[i] {
			continue
		}
		if e.verdicts[i] == message.Sign {
			yes = true
		} else {
			no = true
		}
	}
	return yes && no
}

// hazard is m(d): the true relative hazard of a deal, 1 where it promises what the
// clock's own agreements did. Unlike what parties price it contains the ambiguity of
// the text.
func (e *Engine) hazard(d *agenda.Deal) float64 {
	p, ref := e.c.Agenda.Promise(d), e.shared.Reference
	effective := p.Strength * p.Legal * e.shared.pooled()
	return math.Exp(-float64(e.shared.Eta*(effective-ref.Guarantee)) -
		float64(e.shared.Verification*(p.Verification-ref.Verification)) + float64(e.shared.Ambiguity*p.Ambiguity))
}

// truth is what the engine lends an oracle.
type truth struct{ e *Engine }

// Worth implements oracle.Truth.
func (t truth) Worth(i int, d *agenda.Deal) float64 {
	return t.e.seats[i].party.Reading(d, agenda.Mediator)
}

// Floor implements oracle.Truth.
func (t truth) Floor(i int) float64 { return t.e.seats[i].party.Floor() }

// Inside implements oracle.Truth.
func (t truth) Inside(i int, d *agenda.Deal) bool {
	_, crossed := t.e.seats[i].party.Crossed(d)
	return !crossed
}
