package mediator

import "shuttle/agents/spec"

// Mixed reads the situation and changes its style: it carries offers; puts those that a
// side is near to forward as its own; and uses levers, the soft ones first, only when
// the sides come no nearer. (The balance of styles that mediators describe; when to
// change is an own choice.) In theory it would reach for levers where it estimates that
// no zone of agreement is left without them. It keeps no such estimate: that the sides
// stand still for as long as its patience lasts is what it takes for a sign of it, so
// that it also uses levers where a zone is there and was not found.
type Mixed struct {
	Bridging
	Patience float64 // rounds in which the sides come no nearer before a lever is used [rounds]
}

// Fields implements spec.Spec.
func (s *Mixed) Fields() []spec.Field {
	return append(s.Bridging.Fields(),
		spec.Field{Name: "patience", Doc: "rounds in which the sides come no nearer before a lever is used", Unit: "rounds", Number: &s.Patience, Min: 1, Max: 1000, Source: "own choice"},
	)
}

// New makes the player of one run.
func (s Mixed) New(b *Brief) Strategy {
	t := s.start(b)
	return &levered{Strategy: t, draft: &t.proposal, lever: &escalation{
		patience: int(s.Patience),
		soft:     [...]lever{Guarantor{Step: .25}.lever(b), Carrots{From: 1, Step: .25}.lever(b)},
		hard:     Sticks{From: 1, Step: .5}.lever(b),
	}}
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
