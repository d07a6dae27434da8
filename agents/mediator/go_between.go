package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// GoBetween knows nothing by itself. It asks each side whether it would sign a text
// that a side in the middle of its public range would just sign, tells the other side
// what that says of its fallback, and carries their offers. What it is told need not be
// so: where both sides think, the question changes nothing that they could not have
// told each other (Fey and Ramsay 2010, World Politics 62). Where answers are honest it
// is what an informed mediator would be.
type GoBetween struct {
	Asks bool // each side what it could live with
}

// Fields implements spec.Spec.
func (s *GoBetween) Fields() []spec.Field {
	return []spec.Field{{Name: "asks", Doc: "ask each side what it could live with, and tell the other", Flag: &s.Asks, Source: "definition: without it this is a carrier of offers"}}
}

// New makes the player of one run.
func (s GoBetween) New(b *Brief) Strategy {
	t := &goBetween{informing: inform(b), texts: make([]agenda.Deal, len(b.Seats)), worth: make([]float64, len(b.Seats))}
	for i := range b.Seats {
		if p := b.Seats[i].Public; p != nil {
			t.texts[i], t.worth[i] = p.nearest(&b.Initial, (p.Fallback.Low+p.Fallback.High)/2)
		}
	}
	if !s.Asks {
		t.asked = len(b.Seats) // nobody is left to ask
	}
	return t
}

type goBetween struct {
	informing
	texts []agenda.Deal // by seat: what it is asked about
	worth []float64     // to that seat, by what is public of it
	asked int           // signatories asked
}

// nearest is, of the texts that differ from one in at most one clause, the one whose
// public worth is nearest to a worth.
func (p *Public) nearest(from *agenda.Deal, worth float64) (text agenda.Deal, at float64) {
	off := func(x float64) float64 { return max(x-worth, worth-x) }
	text, at = *from, p.Worth
	for k := range p.Gains {
		for l, gain := range p.Gains[k] {
			if x := p.Worth + gain; off(x) < off(at) {
				text, at = *from, x
				text[k] = uint8(l)
			}
		}
	}
	return text, at
}

// Next implements Strategy.
func (s *goBetween) Next(n *Notebook, move *Move) {
	if s.asked > 0 && s.asked <= n.Sides() {
		s.hear(n, n.Signatory(s.asked-1))
	}
	for s.asked < n.Sides() {
		seat := n.Signatory(s.asked)
		s.asked++
		if p := s.brief.Seats[seat].Public; p != nil && p.Fallback.Low < p.Fallback.High {
			*move = Move{Act: Visit, To: seat, Message: tabled(&s.texts[seat])}
			return
		}
	}
	s.next(n, move)
}

// hear reads an answer.
func (s *goBetween) hear(n *Notebook, seat int) {
	r, fresh := n.Last(seat, message.Table)
	if !fresh || s.reports[seat].Given {
		return
	}
	f := s.brief.Seats[seat].Public.Fallback
	if at := min(max(s.worth[seat], f.Low), f.High); r.Verdict == message.Sign {
		s.say(seat, f.Low, at)
	} else {
		s.say(seat, at, f.High)
	}
}
