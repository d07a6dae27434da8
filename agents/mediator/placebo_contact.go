package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// PlaceboContact calls on every side every round and brings nothing: it shows each
// side the initial text once, which everybody knows, and from then on tells it that
// its text stands as it stood. What the sides do by themselves, meeting now and then
// as without a mediator, goes on at the same chance and with the same draws.
//
// An honest placebo has all of a mediator that can be counted, rooms entered and
// messages said, and nothing that could help: no offer is carried, no name taken
// off, no wish passed on, no text drafted. With honest parties its runs end as
// those of None do, one by one, and whatever a strategy does beyond it is not the
// effect of being visited. Only a party that reads meaning into being shown the
// initial text can tell the two apart.
type PlaceboContact struct {
	None
	Calls float64 // on each side in a round [count]
}

// Fields implements spec.Spec.
func (s *PlaceboContact) Fields() []spec.Field {
	return append(s.None.Fields(),
		spec.Field{Name: "calls", Doc: "calls on each side in a round; with none this is talks without a mediator", Unit: "count", Number: &s.Calls, Min: 0, Max: 100, Source: "definition: facilitation enters each room once a round"})
}

// New makes the player of one run.
func (s PlaceboContact) New(b *Brief) Strategy {
	return &placeboContact{
		none:  none{None: s.None, relaying: relaying{consenting: consenting{brief: b}, named: s.Named}},
		calls: int(s.Calls), initial: b.Initial,
	}
}

type placeboContact struct {
	none
	initial agenda.Deal
	calls   int
	showing int // sides that have seen the initial text
	round   int // in which made counts
	made    int // calls made
}

// Next implements Strategy.
func (s *placeboContact) Next(n *Notebook, move *Move) {
	if n.Round != s.round {
		s.round, s.made = n.Round, 0
	}
	if s.made == s.calls*n.Sides() {
		s.none.Next(n, move)
		return
	}
	*move = Move{Act: Visit, To: n.Signatory(s.made % n.Sides())}
	s.made++
	if s.showing < n.Sides() {
		s.showing++
		move.Message = tabled(&s.initial)
		return
	}
	move.Message = message.Message{Kind: message.Adopt, Author: agenda.Mediator, N: 1} // amended by nothing
}
