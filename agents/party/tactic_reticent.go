package party

import (
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Reticent lets on nothing of what it could live with: it offers nothing of its own,
// calls far whatever it is shown or brought and would not sign, and says so of a text
// that it is only asked about even where it would. It signs by its fallback: an offer
// that is brought to it, or a text put to it for signature. Where a mediator asks only in order
// to tell the other side, this is what every type of a side does best to answer (Fey
// and Ramsay 2010, "When is shuttle diplomacy worth the commute?", World Politics 62).
type Reticent struct{}

// Fields implements spec.Spec: it has none.
func (*Reticent) Fields() []spec.Field { return nil }

// New makes the player of one run.
func (Reticent) New(*rand.Rand) Tactic { return reticent{} }

type reticent struct{}

// Answer implements Tactic.
func (reticent) Answer(s *Self, m *message.Message, r *message.Reply) {
	switch {
	case m.Kind != message.Relay:
		s.Bargain(m, r, s.Floor(), false)
	case !m.Empty:
		s.Judge(m, r, s.Floor())
	}
	switch {
	case m.Kind == message.Table && r.Verdict == message.Sign:
		r.Verdict = message.Far
		s.Wish(r)
	case r.Verdict == message.Near:
		r.Verdict = message.Far
	}
}
