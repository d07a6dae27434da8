package mediator

import (
	"shuttle/agents/credence"
	"shuttle/agents/spec"
)

// Biased leans to one side: that side's share of what there is to divide is worth
// something to it, and war costs it something. It carries offers, and tells the side
// it leans to whether the other is weak or strong: what it does best to say if it is
// believed, whatever its signal says (Kydd 2003). With little bias it always says
// strong, with much always weak, and only between is its word worth anything.
type Biased struct {
	Bias  float64 // b: worth of that side's share, per unit of what war costs [-]
	Share float64 // p: what that side would get without a deal, costs left out [share]
	Leans string  // to the first or the second signatory
}

// Fields implements spec.Spec.
func (s *Biased) Fields() []spec.Field {
	return []spec.Field{
		{Name: "bias", Doc: "what the share of the side it leans to is worth to it, per unit of what war costs it", Unit: "-", Number: &s.Bias, Min: 0, Max: 1000, Source: "Kydd 2003; default own choice"},
		{Name: "share", Doc: "what that side would get of the pie without a deal, its costs left out", Unit: "share", Number: &s.Share, Min: 0, Max: 1, Source: "own choice"},
		{Name: "leans", Doc: "to which signatory it leans, in the order of their keys", Choice: &s.Leans, Options: []string{"first", "second"}, Source: "own choice"},
	}
}

// New makes the player of one run.
func (s Biased) New(b *Brief) Strategy { return &biased{Biased: s, informing: inform(b)} }

type biased struct {
	Biased
	informing
	decided bool
}

// Next implements Strategy.
func (s *biased) Next(n *Notebook, move *Move) {
	if !s.decided {
		s.decided = true
		of := n.Signatory(1)
		if s.Leans == "second" {
			of = n.Signatory(0)
		}
		s.decide(n, of)
	}
	s.next(n, move)
}

// decide finds what to say of a side.
func (s *biased) decide(n *Notebook, of int) {
	signal, ok := n.Signal(of)
	public := s.brief.Seats[of].Public
	if !ok || public == nil || public.Fallback.High <= public.Fallback.Low {
		return
	}
	r := public.Fallback
	k := credence.Kydd{
		Bias: s.Bias, Share: s.Share, Weak: r.Low, Strong: r.High,
		Chance: (r.High - r.Base) / (r.High - r.Low), Accuracy: signal.Accuracy,
	}
	middle := (r.Low + r.High) / 2
	if k.Says((signal.Low+signal.High)/2 < middle) {
		s.say(of, r.Low, middle)
	} else {
		s.say(of, middle, r.High)
	}
}
