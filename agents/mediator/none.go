package mediator

import "shuttle/agents/spec"

// None is talks without a mediator: the sides meet now and then, know who wrote
// what, and exchange offers but not priorities, so that the guess they came with
// (a fixed pie, where that mechanism is on) stays uncorrected. Each friction can be
// taken away; without them direct talks lack nothing a mediator could bring.
type None struct {
	Contact float64 // chance that the sides meet in a round [share]
	Named   float64 // share of offers known to be the other side's [share]
}

// Fields implements spec.Spec.
func (s *None) Fields() []spec.Field {
	return []spec.Field{
		{Name: "contact", Doc: "chance that the sides meet at all in a round", Unit: "share", Number: &s.Contact, Min: 0, Max: 1, Source: "own choice: about once in eight rounds, set so that sides without a mediator agree in 5 to 20% of the runs of the live case"},
		{Name: "named", Doc: "share of offers whose author is known to the reader", Unit: "share", Number: &s.Named, Min: 0, Max: 1, Source: "definition: direct offers bear their author's name"},
	}
}

// New makes the player of one run.
func (s None) New(b *Brief) Strategy {
	return &none{None: s, relaying: relaying{consenting: consenting{brief: b}, named: s.Named}}
}

type none struct {
	None
	relaying
	drawn int  // round for which contact was drawn
	met   bool // whether the sides met in it
}

// Next implements Strategy.
func (s *none) Next(n *Notebook, move *Move) {
	if n.Round != s.drawn {
		s.drawn, s.met = n.Round, s.Contact >= 1 || n.Rand.Float64() < s.Contact
	}
	if !s.met {
		*move = Move{}
		return
	}
	s.next(n, move)
}
