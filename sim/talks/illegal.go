package talks

import (
	"fmt"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// illegal says what is wrong with a visit.
func (e *Engine) illegal(to int, m *message.Message) string {
	switch {
	case to < 0 || to >= len(e.seats):
		return fmt.Sprintf("the mediator visited party %d of %d", to, len(e.seats))
	case m.Kind < message.Table || m.Kind >= message.Conclude:
		return fmt.Sprintf("the mediator said verb %d on a visit", m.Kind)
	case m.Kind == message.Choose || m.Kind == message.Adopt:
		return e.illegalOptions(to, m)
	case m.Kind == message.Relay && m.Empty:
		return e.illegalRanking(m)
	case !e.c.Agenda.Legal(&m.Text):
		return "the mediator carried a text with levels that do not exist"
	}
	return e.illegalRanking(m)
}

func (e *Engine) illegalRanking(m *message.Message) string {
	if m.Named > message.MaxWishes {
		return fmt.Sprintf("the mediator passed on %d priorities", m.Named)
	}
	for _, k := range m.Ranking[:m.Named] {
		if int(k) >= len(e.c.Agenda.Issues) {
			return "the mediator passed on a priority for an issue that does not exist"
		}
	}
	return ""
}

func (e *Engine) illegalOptions(to int, m *message.Message) string {
	if m.N < 1 || m.N > message.MaxOptions || m.Whole && m.N != 1 {
		return fmt.Sprintf("the mediator gave %d options", m.N)
	}
	if m.Whole {
		if !e.c.Agenda.Legal(&m.Text) {
			return "the mediator gave a text with levels that do not exist"
		}
		return e.bare(to)
	}
	for i := range m.Options[:m.N] {
		o := &m.Options[i]
		if o.N > agenda.MaxChanges {
			return fmt.Sprintf("the mediator gave an option with %d changes", o.N)
		}
		for _, c := range o.Changes[:o.N] {
			if int(c.Issue) >= len(e.c.Agenda.Issues) || int(c.Level) >= len(e.c.Agenda.Issues[c.Issue].Levels) {
				return "the mediator gave an option with a level that does not exist"
			}
		}
	}
	return e.bare(to)
}

// bare says that there is no text on a party's table for options to amend.
func (e *Engine) bare(to int) string {
	if e.seats[to].shown {
		return ""
	}
	return fmt.Sprintf("the mediator gave options to party %d before it showed it a text", to)
}

// illegalReply says what is wrong with an answer: levels, clauses and options that do
// not exist.
func (e *Engine) illegalReply(m *message.Message, r *message.Reply) string {
	issues := e.c.Agenda.Issues
	switch {
	case r.N > message.MaxWishes:
		return fmt.Sprintf("a party named %d wishes", r.N)
	case r.Crossed && int(r.Line) >= len(issues):
		return "a party named a line on an issue that does not exist"
	case m.Kind == message.Choose && (r.Choice < -1 || r.Choice >= int8(m.N)):
		return fmt.Sprintf("a party picked option %d of %d", r.Choice+1, m.N)
	case r.Offered && (m.Kind != message.Relay || !e.c.Agenda.Legal(&r.Offer)):
		return "a party made an offer with levels that do not exist, or was not asked for one"
	}
	for _, c := range r.Wishes[:r.N] {
		if int(c.Issue) >= len(issues) || int(c.Level) >= len(issues[c.Issue].Levels) {
			return "a party wished for a level that does not exist"
		}
	}
	return ""
}
