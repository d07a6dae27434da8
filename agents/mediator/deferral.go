package mediator

import (
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Deferral is a single text that leaves open what it cannot settle: late in the talks
// the clause that sides asked most often to move is put to the level at which it is
// deferred, where the agenda has one. It stays there if the sides come nearer to signing
// for it. It helps where one question stands between the sides; what it costs
// is in that level (constructive ambiguity).
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
	t := &deferral{Deferral: s, singleText: s.start(b), trial: -1, clauses: make([]clause, len(b.Agenda.Issues))}
	for k := range b.Agenda.Issues {
		t.clauses[k].open = -1
		for l := range b.Agenda.Issues[k].Levels {
			if b.Agenda.Issues[k].Levels[l].Features.Deferred {
				t.clauses[k].open = l
			}
		}
	}
	return t
}

type deferral struct {
	Deferral
	*singleText
	clauses []clause // by issue
	last    int      // round of the last deferral
	trial   int      // issue deferred on trial; -1 none
	before  int      // how near the sides were without it
	ended   int      // round whose end was seen
}

// clause is what is known of one issue.
type clause struct {
	wishes   int   // how often a side asked for another level
	open     int   // the level that defers it; -1 where there is none
	was      uint8 // its level before it was deferred
	deferred bool
	tried    bool
}

// Next implements Strategy.
func (s *deferral) Next(n *Notebook, move *Move) {
	s.singleText.Next(n, move)
	if move.Act != Rest || s.ended == n.Round {
		return
	}
	s.ended = n.Round
	s.hear(n)
	was := s.text
	s.judge(n)
	if _, refused := s.refuser(n); refused && s.due(n) {
		s.put(n)
	}
	for k := range s.clauses { // whatever was written into it since
		if c := &s.clauses[k]; c.deferred {
			s.text[k] = uint8(c.open)
		}
	}
	if s.text != was {
		s.settle()
	}
}

// judge takes back what was deferred in vain: the sides are further from signing for it,
// or no nearer when the next clause may be deferred.
func (s *deferral) judge(n *Notebook) {
	if s.trial < 0 {
		return
	}
	nearer := s.nearer(n)
	ended := n.Round >= s.last+int(s.Every)
	if nearer < s.before || ended && nearer == s.before {
		c := &s.clauses[s.trial]
		c.deferred, s.text[s.trial], s.trial = false, c.was, -1
	}
	if ended {
		s.trial = -1
	}
}

// hear counts what was asked for this round.
func (s *deferral) hear(n *Notebook) {
	for i := range n.Sides() {
		r, _ := n.Last(n.Signatory(i), message.Table)
		if r.Verdict == message.Sign {
			continue
		}
		for _, c := range r.Wishes[:r.N] {
			s.clauses[c.Issue].wishes++
		}
	}
}

// due reports whether a clause may be deferred now.
func (s *deferral) due(n *Notebook) bool {
	return float64(n.Round) >= s.At*float64(s.brief.Rounds) && (s.last == 0 || n.Round >= s.last+int(s.Every))
}

// put defers on trial the clause asked for most, of those that can be and were not.
func (s *deferral) put(n *Notebook) {
	most := -1
	for k := range s.clauses {
		c := &s.clauses[k]
		if c.open >= 0 && !c.tried && c.wishes > 0 && (most < 0 || c.wishes > s.clauses[most].wishes) {
			most = k
		}
	}
	if most < 0 {
		return
	}
	c := &s.clauses[most]
	c.deferred, c.tried, c.was = true, true, s.text[most]
	s.last, s.trial, s.before = n.Round, most, s.nearer(n)
}
