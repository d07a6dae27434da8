package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// near is the margin at which a side is taken to call a text near [worth]. Own
// choice, the default of scenarios.
const near = .02

// How often answers come that mean nothing, over those that mean what they say: slips
// and lies, and verdicts on texts that cross a line, which are far for the line or, as
// often, for what the text is worth. Own choices.
const (
	lies  = .05
	lines = 1.
)

// hears learns from what the side said of a text: its verdict, and the order of its
// wishes unless it names what would be enough. The way off a line is no wish.
func (e *belief) hears(text *agenda.Deal, r *message.Reply) {
	low, high, void, first := -endless, -near, lies/3, 0
	switch {
	case r.Crossed:
		void, first = lines, 1
	case r.Verdict == message.Sign:
		low, high = 0, endless
	case r.Verdict == message.Near:
		low, high = -near, 0
	}
	e.learn(e.above(text), low, high, e.noise, void)
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

// doubt is how many standard deviations above zero the difference between two changes
// must be believed for an answer to be foreseen: in nine of ten cases. Own choice.
const doubt = 1.28

// wonders reports whether a choice would teach anything: whether there are two options
// that were not compared before and of which it cannot be told which is better.
func (e *belief) wonders(text *agenda.Deal, m *message.Message) bool {
	for i := range m.N {
		for j := range i {
			one, other := m.Options[i].Changes[0], m.Options[j].Changes[0]
			mean, variance := e.sum(e.better(text, one, other))
			if !e.known(text, one, other) && !e.known(text, other, one) && mean*mean < doubt*doubt*variance {
				return true
			}
		}
	}
	return false
}

// prefers learns that one change of a text is worth no less to the side than another.
// What it said before it does not learn again: asked twice a side is off the same way.
func (e *belief) prefers(text *agenda.Deal, one, other agenda.Change) {
	if e.known(text, one, other) {
		return
	}
	at, bit := note(text, one, other)
	e.told[at] |= bit
	e.learn(e.better(text, one, other), 0, endless, e.noise, lies/2)
}

// better is by how much one change of a text is worth more than another, as a sum over
// the numbers.
func (e *belief) better(text *agenda.Deal, one, other agenda.Change) []float64 {
	clear(e.row)
	e.row[weights+int(one.Issue)] += e.per(text, one)
	e.row[weights+int(other.Issue)] -= e.per(text, other)
	return e.row
}

// known reports whether a comparison was heard.
func (e *belief) known(text *agenda.Deal, one, other agenda.Change) bool {
	at, bit := note(text, one, other)
	return e.told[at]&bit != 0
}

// note is the place of a comparison among those that were heard. Of two that share one
// the second counts as known.
func note(text *agenda.Deal, one, other agenda.Change) (word int, bit uint64) {
	said := agenda.Deal{one.Issue, text[one.Issue], one.Level, other.Issue, text[other.Issue], other.Level}
	at := code(&said) % (64 * notes)
	return int(at / 64), 1 << (at % 64)
}
