package mediator

import "shuttle/agents/spec"

// PlaceboHearsay does all that facilitation does, and says clauses drawn by lot in place
// of what a side would move first.
//
// An honest placebo of information keeps the visits, the offers, the names taken off
// them and how much is said, and takes out that it is true. Who believes that the other
// side wants what oneself wants is shaken by anything one is told; what facilitation does
// beyond this placebo is the effect of having been told right.
type PlaceboHearsay struct {
	Named float64 // share of offers that still bear their author's name [share]
}

// Fields implements spec.Spec.
func (s *PlaceboHearsay) Fields() []spec.Field {
	return []spec.Field{named(&s.Named)}
}

// New makes the player of one run.
func (s PlaceboHearsay) New(b *Brief) Strategy {
	return Facilitation{Tells: true, Named: s.Named}.New(b)
}
