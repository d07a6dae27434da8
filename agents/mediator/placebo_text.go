package mediator

import "shuttle/agents/spec"

// PlaceboText shows each side the initial text every round, and changes nothing in it
// whatever is said. When all would sign, as time runs out for them, it has it signed.
//
// An honest placebo of all who work on a text keeps the visits, the calendar and the
// mediator's name on the text, and takes out that the text is ever redrafted: whatever a
// strategy with a text of its own does beyond it is the effect of its drafting.
type PlaceboText struct{}

// Fields implements spec.Spec: it has none.
func (*PlaceboText) Fields() []spec.Field { return nil }

// New makes the player of one run.
func (PlaceboText) New(b *Brief) Strategy { return &placeboText{drafting: newDrafting(b)} }

type placeboText struct {
	drafting
	round   int
	resting bool
}

// Next implements Strategy.
func (s *placeboText) Next(n *Notebook, move *Move) {
	if n.Round != s.round {
		s.round, s.resting = n.Round, false
		s.again()
	}
	if next, more := s.show(n); more {
		*move = next
		return
	}
	*move = Move{}
	if s.resting || !s.allSign(n) {
		return
	}
	next, more := s.askConsent(n)
	s.text, s.resting = s.brief.Initial, !more
	*move = next
}
