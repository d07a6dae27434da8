package mediator

import "shuttle/agents/spec"

// Handover is a first mediator with a single text and a second one who takes over,
// with a method of its own and what the first was told, once the sides have come no
// nearer for a while. It helps where the first way has run dry.
type Handover struct {
	SingleText
	After float64 // rounds in which the sides come no nearer [rounds]
	To    string  // how the second mediator works
}

// Fields implements spec.Spec.
func (s *Handover) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "after", Doc: "rounds in which the sides come no nearer before another mediator takes over", Unit: "rounds", Number: &s.After, Min: 1, Max: 1000, Source: "own choice"},
		spec.Field{Name: "to", Doc: "how the second mediator works", Choice: &s.To, Options: []string{"learner", "package", "facilitation"}, Source: "own choice"},
	)
}

// New makes the player of one run.
func (s Handover) New(b *Brief) Strategy {
	t := &handover{Handover: s, singleText: s.start(b)}
	switch s.To {
	case "package":
		t.second = Package{Pages: 1, Repeats: s.Repeats}.New(b)
	case "facilitation":
		t.second = Facilitation{Tells: true, Accuracy: .8, Named: .5}.New(b)
	default:
		t.second = Learner{Learns: true, Noise: .02, Gains: 1, Price: .02}.New(b)
	}
	return t
}

type handover struct {
	Handover
	*singleText
	second Strategy
	still  standstill
	ended  int  // round whose end was seen
	taken  bool // the second mediator is at work
}

// Next implements Strategy.
func (s *handover) Next(n *Notebook, move *Move) {
	if s.taken = s.taken || n.Round != s.ended && s.still.rounds >= int(s.After); s.taken {
		s.second.Next(n, move)
		return
	}
	s.singleText.Next(n, move)
	if move.Act == Rest && s.ended != n.Round {
		s.ended = n.Round
		s.still.note(s.nearer(n))
	}
}

// Believed implements Believer, once a mediator that believes something is at work.
func (s *handover) Believed(seat int, b *Belief) bool {
	second, ok := s.second.(Believer)
	return s.taken && ok && second.Believed(seat, b)
}
