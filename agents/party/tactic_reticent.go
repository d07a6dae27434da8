package party

import (
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Reticent never lets on that it could live with a text: whatever it is shown it calls
// far, and it names what it would move. It makes no difference to what it signs: an
// offer that is brought to it, or a text put to it for signature, is judged by its
// fallback. Where a mediator asks only in order to tell the other side, this is what
// every type of a side does best to answer (Fey and Ramsay 2010, "When is shuttle
// diplomacy worth the commute?", World Politics 62).
type Reticent struct{}

// Fields implements spec.Spec: it has none.
func (*Reticent) Fields() []spec.Field { return nil }

// New makes the player of one run.
func (Reticent) New(*rand.Rand) Tactic { return reticent{} }

type reticent struct{}

// Answer implements Tactic.
func (reticent) Answer(s *Self, m *message.Message, r *message.Reply) {
	s.Bargain(m, r, s.Floor(), false)
	if m.Kind == message.Table && r.Verdict != message.Far {
		r.Verdict = message.Far
		s.Wish(r)
	}
}
