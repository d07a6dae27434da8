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
	Named float64 // share of offers that bear their author's name [share]
}

// Fields implements spec.Spec.
func (s *Biased) Fields() []spec.Field {
	return []spec.Field{
		{Name: "bias", Doc: "what the share of the side it leans to is worth to it, per unit of what war costs it", Unit: "-", Number: &s.Bias, Min: 0, Max: 1000, Source: "Kydd 2003; default own choice"},
		{Name: "share", Doc: "what that side would get of the pie without a deal, its costs left out", Unit: "share", Number: &s.Share, Min: 0, Max: 1, Source: "own choice"},
		{Name: "leans", Doc: "to which signatory it leans, in the order of their keys", Choice: &s.Leans, Options: []string{"first", "second"}, Source: "own choice"},
		{Name: "named", Doc: "share of relayed offers that still bear their author's name", Unit: "share", Number: &s.Named, Min: 0, Max: 1, Source: "definition: information alone is its lever"},
	}
}

// New makes the player of one run.
func (s Biased) New(b *Brief) Strategy {
	t := &biased{Biased: s, informing: inform(b)}
	t.named = s.Named
	return t
}

type biased struct {
	Biased
	informing
	decided bool
}

// Next implements Strategy.
func (s *biased) Next(n *Notebook, move *Move) {
	if !s.decided {
		s.decided = true
		s.decide(n, n.Signatory(1-s.favourite()))
	}
	s.next(n, move)
}

// favourite is the place among the signatories of the side that it leans to.
func (s *biased) favourite() int {
	if s.Leans == "second" {
		return 1
	}
	return 0
}

// Leaning implements Leaner: everybody knows which side it leans to.
func (s *biased) Leaning() (favourite int, share float64) {
	return s.favourite(), s.Bias / (1 + s.Bias)
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
