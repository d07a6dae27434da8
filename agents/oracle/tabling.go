package oracle

import (
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// pace is the parameter all oracles share: rounds between two texts.
func pace(every *float64) []spec.Field {
	return []spec.Field{
		{Name: "every", Doc: "rounds between two texts; the sides' demands come down in between", Unit: "rounds", Number: every, Min: 1, Max: 1000, Source: "own choice"},
	}
}

// tabling is how an oracle works: every few rounds it finds its text by today's
// truth, shows it to every signatory apart, and gathers them when all would sign.
type tabling struct {
	search
	every int
	find  func(text *agenda.Deal) // moves the text to where it should be today
	text  agenda.Deal
	round int
	shown int
	asked bool
}

func newTabling(b *mediator.Brief, t Truth, every float64) *tabling {
	return &tabling{search: newSearch(b, t), every: int(every), text: b.Initial}
}

// to is the oracle that climbs on one objective.
func (s *tabling) to(by objective) *tabling {
	s.find = func(text *agenda.Deal) { s.climb(text, by) }
	return s
}

// Next implements mediator.Strategy.
func (s *tabling) Next(n *mediator.Notebook, move *mediator.Move) {
	*move = mediator.Move{}
	if n.Round != s.round {
		s.round, s.shown, s.asked = n.Round, 0, (n.Round-1)%s.every != 0
		if !s.asked {
			s.find(&s.text)
		}
	}
	if s.asked {
		return
	}
	if s.shown < len(s.signs) {
		*move = mediator.Move{Act: mediator.Visit, To: n.Turn(s.shown),
			Message: message.Message{Kind: message.Table, Author: agenda.Mediator, Text: s.text}}
		s.shown++
		return
	}
	s.asked = true
	for _, seat := range s.signs {
		if r, fresh := n.Last(seat, message.Table); !fresh || r.Verdict != message.Sign {
			return
		}
	}
	*move = mediator.Move{Act: mediator.Gather,
		Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: s.text}}
}
