package party

import (
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// HillClimber votes for every amendment that makes the text on its table better
// for it, and signs whatever is worth its fallback (Klein, Faratin, Sayama and
// Bar-Yam 2003, "Protocols for negotiating complex contracts").
type HillClimber struct {
	Ties bool // it also votes for what is as good for it as the text on its table
}

// Fields implements spec.Spec.
func (t *HillClimber) Fields() []spec.Field {
	return []spec.Field{
		{Name: "ties", Doc: "whether it also votes for what is as good for it as the text on its table", Flag: &t.Ties, Source: "off in Klein, Faratin, Sayama and Bar-Yam 2003, on in GENIUS"},
	}
}

// New makes the player of one run.
func (t HillClimber) New(*rand.Rand) Tactic { return climber{t.Ties} }

type climber struct{ ties bool }

// Answer implements Tactic.
func (t climber) Answer(s *Self, m *message.Message, r *message.Reply) {
	s.Bargain(m, r, s.Floor(), false)
	if !t.ties || m.Kind != message.Choose || r.Choice >= 0 {
		return
	}
	for i := range int(m.N) {
		if s.amended(m, i) >= -minGain {
			r.Choice = int8(i)
			return
		}
	}
}

// Consent is how a guarantor or another party whose agreement is asked answers: it
// consents to whatever is worth its fallback and names what it would move.
type Consent struct{}

// Fields implements spec.Spec: it has none.
func (*Consent) Fields() []spec.Field { return nil }

// New makes the player of one run.
func (Consent) New(*rand.Rand) Tactic { return climber{} }
