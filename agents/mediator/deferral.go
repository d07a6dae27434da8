package mediator

import (
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Deferral is a single text that leaves open what it cannot settle: late in the talks
// the clause that sides asked most often to move is put to the level at which it is
// deferred, where the agenda has one, and stays there. It helps where one question
// stands between the sides; what it costs is in that level (constructive ambiguity).
type Deferral struct {
	SingleText
	At    float64 // from when a clause may be deferred [share of the rounds]
	Every float64 // rounds until the next one may be [rounds]
}

// Fields implements spec.Spec.
func (s *Deferral) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "at", Doc: "share of the rounds after which a clause may be deferred", Unit: "share", Number: &s.At, Min: 0, Max: 1, Source: "own choice: near the end"},
		spec.Field{Name: "every", Doc: "rounds until the next clause may be deferred", Unit: "rounds", Number: &s.Every, Min: 1, Max: 1000, Source: "own choice"},
	)
}

// New makes the player of one run.
func (s Deferral) New(b *Brief) Strategy {
	t := &deferral{Deferral: s, singleText: s.start(b)}
	t.wishes, t.open = make([]int, len(b.Agenda.Issues)), make([]int, len(b.Agenda.Issues))
	for k := range b.Agenda.Issues {
		t.open[k] = -1
		for l := range b.Agenda.Issues[k].Levels {
			if b.Agenda.Issues[k].Levels[l].Features.Deferred {
				t.open[k] = l
			}
		}
	}
	t.deferred = make([]bool, len(t.open))
	return t
}

type deferral struct {
	Deferral
	*singleText
	wishes   []int  // by issue: how often a side asked for another level
	open     []int  // by issue: the level that defers it; -1 where there is none
	deferred []bool // by issue
	last     int    // round of the last deferral
	ended    int    // round whose end was seen
}

// Next implements Strategy.
func (s *deferral) Next(n *Notebook, move *Move) {
	s.singleText.Next(n, move)
	if move.Act != Rest || s.ended == n.Round {
		return
	}
	s.ended = n.Round
	s.hear(n)
	if _, refused := s.refuser(n); refused && s.due(n) {
		s.put(n)
	}
	s.keep()
}

// hear counts what was asked for this round.
func (s *deferral) hear(n *Notebook) {
	for i := range n.Sides() {
		r, _ := n.Last(n.Signatory(i), message.Table)
		if r.Verdict == message.Sign {
			continue
		}
		for _, c := range r.Wishes[:r.N] {
			s.wishes[c.Issue]++
		}
	}
}

// due reports whether a clause may be deferred now.
func (s *deferral) due(n *Notebook) bool {
	return float64(n.Round) >= s.At*float64(s.brief.Rounds) && (s.last == 0 || n.Round >= s.last+int(s.Every))
}

// put defers the clause asked for most, if there is one to defer.
func (s *deferral) put(n *Notebook) {
	most := -1
	for k, l := range s.open {
		if l >= 0 && !s.deferred[k] && s.wishes[k] > 0 && (most < 0 || s.wishes[k] > s.wishes[most]) {
			most = k
		}
	}
	if most >= 0 {
		s.deferred[most], s.last = true, n.Round
	}
}

// keep has the text say what is deferred, whatever was written into it.
func (s *deferral) keep() {
	was := s.text
	for k, l := range s.open {
		if s.deferred[k] {
			s.text[k] = uint8(l)
		}
	}
	if s.text != was {
		s.settle()
	}
}
