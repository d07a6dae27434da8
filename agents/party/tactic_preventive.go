package party

import (
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Preventive is a side whose fallback falls and that knows what a deal is worth once
// it has: nothing keeps the other side, grown stronger, from asking again and leaving
// it no more than its fallback of that day. It signs what makes up today for what it
// loses then, and where nothing can, it would rather fight while it is strong (Fearon
// 1995, "Rationalist explanations for war", on commitment problems):
//
//	(1−δ)·Z + δ·W_later ≥ W_today
//
// δ is how much of the deal's life, as it counts today, lies after the fall, and
// W_later the fallback when all weariness has come.
type Preventive struct {
	After float64 // δ: share of the deal's life, as it counts today, that lies after the fall [share]
}

// Fields implements spec.Spec.
func (t *Preventive) Fields() []spec.Field {
	return []spec.Field{
		{Name: "after", Doc: "share of a deal's life, as it counts today, that lies after its fallback has fallen", Unit: "share", Number: &t.After, Min: 0, Max: .999, Source: "Fearon 1995; default own choice"},
	}
}

// New makes the player of one run.
func (t Preventive) New(*rand.Rand) Tactic { return &preventive{t} }

type preventive struct{ Preventive }

// Answer implements Tactic.
func (t *preventive) Answer(s *Self, m *message.Message, r *message.Reply) {
	s.Bargain(m, r, t.demand(s), false)
}

// demand is what a deal has to be worth until the fall.
func (t *Preventive) demand(s *Self) float64 {
	today := s.Floor()
	return (today - float64(t.After*s.Exhausted())) / (1 - t.After)
}
