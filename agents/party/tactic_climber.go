package party

import (
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// HillClimber votes for every amendment that makes the text on its table better
// for it, and signs whatever is worth its fallback (Klein, Faratin, Sayama and
// Bar-Yam 2003, "Protocols for negotiating complex contracts").
type HillClimber struct{}

// Fields implements spec.Spec: it has none.
func (*HillClimber) Fields() []spec.Field { return nil }

// New makes the player of one run.
func (HillClimber) New(*rand.Rand) Tactic { return climber{} }

type climber struct{}

// Answer implements Tactic.
func (climber) Answer(s *Self, m *message.Message, r *message.Reply) {
	s.Bargain(m, r, s.Floor(), false)
}

// Consent is how a guarantor or another party whose agreement is asked answers: it
// consents to whatever is worth its fallback and names what it would move.
type Consent struct{}

// Fields implements spec.Spec: it has none.
func (*Consent) Fields() []spec.Field { return nil }

// New makes the player of one run.
func (Consent) New(*rand.Rand) Tactic { return climber{} }
