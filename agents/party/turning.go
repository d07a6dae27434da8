package party

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// turning concedes by the clock and has a way of its own to turn a text that it heard
// into an offer that is worth its demand.
type turning struct {
	timeDependent
	turn func(s *Self, text *agenda.Deal, demand float64) agenda.Deal
}

func newTurning(t TimeDependent, turn func(*Self, *agenda.Deal, float64) agenda.Deal) Tactic {
	return &turning{timeDependent{TimeDependent: t, round: -1}, turn}
}

// Answer implements Tactic.
func (t *turning) Answer(s *Self, m *message.Message, r *message.Reply) {
	s.bargainBy(m, r, t.ask(s, s.days), t.turn)
}

// turningFields are those of the clock but the last: how offers are made is what such a
// tactic is.
func turningFields(t *TimeDependent) []spec.Field {
	all := t.Fields()
	return all[:len(all)-1]
}
