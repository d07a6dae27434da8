package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Bridging carries offers, and puts an offer that a side was near to taking, or took
// in vain, forward as its own: nobody then takes the text from an adversary
// (formulation on top of facilitation; Touval and Zartman 1985 on the formulator, Ross
// and Stillinger 1991 on why a proposal of a third party is read otherwise).
type Bridging struct {
	Facilitation
	Proposes bool // put offers forward as its own
}

// Fields implements spec.Spec.
func (s *Bridging) Fields() []spec.Field {
	return append(s.Facilitation.Fields(),
		spec.Field{Name: "proposes", Doc: "put offers that a side was near to forward as the mediator's own", Flag: &s.Proposes, Source: "definition: without it this is facilitation"})
}

// New makes the player of one run.
func (s Bridging) New(b *Brief) Strategy { return s.start(b) }

func (s Bridging) start(b *Brief) *bridging {
	return &bridging{
		relaying: s.Facilitation.relaying(b),
		proposes: s.Proposes,
		proposal: newDrafting(b),
		brought:  make([]agenda.Deal, len(b.Seats)),
	}
}

type bridging struct {
	relaying
	proposes bool
	proposal drafting
	brought  []agenda.Deal // by seat: the offer it was last brought

	begun int  // round whose proposals have begun
	turn  int  // whose offer is next to be made a proposal
	made  bool // it is one
}

// Next implements Strategy.
func (s *bridging) Next(n *Notebook, move *Move) {
	if s.begun != n.Round {
		s.relaying.next(n, move)
		if move.Act == Visit && move.Message.Kind == message.Relay {
			s.brought[move.To] = move.Message.Text
		}
		if move.Act != Rest || !s.proposes {
			return
		}
		s.begun, s.turn, s.made = n.Round, 0, false
	}
	for ; s.turn < n.Sides(); s.turn, s.made = s.turn+1, false {
		if s.propose(n, move) {
			return
		}
	}
	*move = Move{}
}

// propose names the next visit for the offer that one side was brought: it is shown to
// each side in turn while nobody refuses, and then to those who must consent. It is
// false when the side was far from taking the offer, or somebody refused.
func (s *bridging) propose(n *Notebook, move *Move) bool {
	p := &s.proposal
	if !s.made {
		seat := n.Turn(s.turn)
		if r, fresh := n.Last(seat, message.Relay); !fresh || r.Verdict == message.Far {
			return false
		}
		p.text, s.made = s.brought[seat], true
		p.again()
	}
	if p.shown > 0 && p.verdict(n, n.Turn(p.shown-1)) != message.Sign {
		return false
	}
	next, more := p.show(n)
	if !more {
		if next, more = p.askConsent(n); !more {
			s.turn = n.Sides()
		}
	}
	*move = next
	return next.Act != Rest
}
