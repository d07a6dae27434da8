package party

import (
	"math/rand/v2"

	"shuttle/agents/credence"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Sceptic makes one demand like Ultimatum, and asks of every report whether the
// mediator would have said the same had it known the contrary: it believes a mediator
// that leans its way, but not so far that war is nothing to it, and nobody else (Kydd
// 2003).
type Sceptic struct {
	Ultimatum
	Bias  float64 // b: how far it takes the mediator to lean its way [-]
	Share float64 // p: what it would get without a deal, its costs left out [share]
}

// Fields implements spec.Spec.
func (t *Sceptic) Fields() []spec.Field {
	return append(t.Ultimatum.Fields(),
		spec.Field{Name: "bias", Doc: "what its share of the pie is taken to be worth to the mediator, per unit of what war costs that", Unit: "-", Number: &t.Bias, Min: 0, Max: 1000, Source: "Kydd 2003; default own choice"},
		spec.Field{Name: "share", Doc: "what it would get of the pie without a deal, its costs left out", Unit: "share", Number: &t.Share, Min: 0, Max: 1, Source: "own choice"})
}

// New makes the player of one run.
func (t Sceptic) New(*rand.Rand) Tactic {
	return &sceptic{ultimatum: ultimatum{Ultimatum: t.Ultimatum, round: -1}, Sceptic: t}
}

type sceptic struct {
	ultimatum
	Sceptic Sceptic
}

// Answer implements Tactic.
func (t *sceptic) Answer(s *Self, m *message.Message, r *message.Reply) {
	if !m.Report.Given || t.credible(s) {
		t.ultimatum.Answer(s, m, r)
		return
	}
	deaf := *m
	deaf.Report = message.Report{}
	t.ultimatum.Answer(s, &deaf, r)
}

// credible reports whether a mediator with that bias tells the truth when believed.
func (t *sceptic) credible(s *Self) bool {
	middle := s.Presumed()
	k := credence.Kydd{
		Bias: t.Sceptic.Bias, Share: t.Sceptic.Share,
		Weak: middle - t.Spread, Strong: middle + t.Spread, Chance: .5, Accuracy: t.Trust,
	}
	return k.Honest()
}
