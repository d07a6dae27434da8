package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// near is the margin at which a side is taken to call a text near [worth]. Own
// choice, the default of scenarios.
const near = .02

// lies is the share of answers that a mediator takes to mean nothing. Own choice.
const lies = .05

// hears learns from what the side said of a text: its verdict, unless a line decided
// it, and the order of its wishes, unless it names what would be enough.
func (e *belief) hears(text *agenda.Deal, r *message.Reply) {
	first := 0
	if r.Crossed {
		first = 1 // the way off the line says nothing of weights
	} else {
		low, high := -endless, -near
		switch r.Verdict {
		case message.Sign:
			low, high = 0, endless
		case message.Near:
			low, high = -near, 0
		}
		e.learn(e.above(text), low, high, e.noise, 1./3)
	}
	for j := first; r.Verdict == message.Far && j+1 < int(r.N); j++ {
		e.prefers(text, r.Wishes[j], r.Wishes[j+1])
	}
}

// picks learns from which option the side minded least.
func (e *belief) picks(text *agenda.Deal, m *message.Message, choice int8) {
	for i := range m.N {
		if choice >= 0 && int8(i) != choice {
			e.prefers(text, m.Options[choice].Changes[0], m.Options[i].Changes[0])
		}
	}
}

// prefers learns that one change of a text is worth no less to the side than another.
// What it said before it does not learn again: asked twice a side is off the same way.
func (e *belief) prefers(text *agenda.Deal, one, other agenda.Change) {
	if !e.fresh(text, one, other) {
		return
	}
	clear(e.row)
	e.row[weights+int(one.Issue)] += e.per(text, one)
	e.row[weights+int(other.Issue)] -= e.per(text, other)
	e.learn(e.row, 0, endless, e.noise, 1./2)
}

// fresh notes a comparison and reports whether it is new. Of two that share a place in
// the notes the second counts as known.
func (e *belief) fresh(text *agenda.Deal, one, other agenda.Change) bool {
	said := agenda.Deal{one.Issue, text[one.Issue], one.Level, other.Issue, text[other.Issue], other.Level}
	at := code(&said) % (64 * uint64(len(e.told)))
	bit := uint64(1) << (at % 64)
	known := e.told[at/64]&bit != 0
	e.told[at/64] |= bit
	return !known
}
