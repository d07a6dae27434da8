package mediator

import (
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Mixed reads the situation and changes its style: facilitation first; a single text
// once a side is near, or offers alone have had their time; and levers, the soft ones
// first, only when the sides come no nearer. (The balance of styles that mediators
// describe; when to change is an own choice.)
type Mixed struct {
	SingleText
	Facilitation
	Offers   float64 // rounds that offers alone are given [rounds]
	Patience float64 // rounds in which the sides come no nearer before a lever is used [rounds]
}

// Fields implements spec.Spec.
func (s *Mixed) Fields() []spec.Field {
	fields := append(s.SingleText.Fields(), s.Facilitation.Fields()...)
	return append(fields,
		spec.Field{Name: "offers", Doc: "rounds that offers alone are given before there is a text", Unit: "rounds", Number: &s.Offers, Min: 0, Max: 1000, Source: "own choice"},
		spec.Field{Name: "patience", Doc: "rounds in which the sides come no nearer before a lever is used", Unit: "rounds", Number: &s.Patience, Min: 1, Max: 1000, Source: "own choice"},
	)
}

// New makes the player of one run.
func (s Mixed) New(b *Brief) Strategy {
	return &mixed{
		Mixed: s, relay: s.Facilitation.New(b),
		levered: levered{singleText: s.start(b), lever: &escalation{
			patience: int(s.Patience),
			soft:     [...]lever{Guarantor{Step: .25}.lever(b), Carrots{From: 1, Step: .25}.lever(b)},
			hard:     Sticks{From: 1, Step: .5}.lever(b),
		}},
	}
}

type mixed struct {
	Mixed
	levered
	relay  Strategy
	round  int
	drafts bool // there is a text
}

// Next implements Strategy.
func (s *mixed) Next(n *Notebook, move *Move) {
	if n.Round != s.round {
		s.round = n.Round
		s.drafts = s.drafts || n.Round > int(s.Offers) || s.near(n)
	}
	if s.drafts {
		s.levered.Next(n, move)
		return
	}
	s.relay.Next(n, move)
}

// near reports whether a side was near signing what it was last brought.
func (s *mixed) near(n *Notebook) bool {
	for i := range n.Sides() {
		if r, _ := n.Last(n.Signatory(i), message.Relay); r.Verdict >= message.Near {
			return true
		}
	}
	return false
}

// escalation goes from soft levers to the hard one while nothing moves: guarantees,
// payments, and after as much time again pressure.
type escalation struct {
	patience int
	still    standstill
	soft     [2]lever
	hard     lever
}

func (s *escalation) pull(n *Notebook, d *drafting) (Move, bool) {
	if s.still.note(d.nearer(n)); s.still.rounds < s.patience {
		return Move{}, false
	}
	for _, l := range s.soft {
		if move, ok := l.pull(n, d); ok {
			return move, true
		}
	}
	if s.still.rounds < 2*s.patience {
		return Move{}, false
	}
	return s.hard.pull(n, d)
}
