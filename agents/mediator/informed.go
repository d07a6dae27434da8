package mediator

import "shuttle/agents/spec"

// Informed tells each side what it found out by its own means of the other's fallback,
// and carries their offers; it says what its signal says. Its lever is information:
// where it has none, it is direct talks that take place every round (Fearon 1995 on
// why private information is a reason for war; Kydd 2003 and Savun 2008 on mediators
// that have some).
type Informed struct{}

// Fields implements spec.Spec: it has none. How much it knows is the scenario's.
func (*Informed) Fields() []spec.Field { return nil }

// New makes the player of one run.
func (Informed) New(b *Brief) Strategy { return &informed{informing: inform(b)} }

type informed struct {
	informing
	read bool // what the notebook says of signals
}

// Next implements Strategy.
func (s *informed) Next(n *Notebook, move *Move) {
	if !s.read {
		s.read = true
		for i := range n.Sides() {
			if x, ok := n.Signal(n.Signatory(i)); ok {
				s.say(n.Signatory(i), x.Low, x.High)
			}
		}
	}
	s.next(n, move)
}
