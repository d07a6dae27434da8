package mediator

import "shuttle/agents/spec"

// Deadline is procedural control: a single text, and late in the talks a day after
// which the mediator will be gone. Sides that believe it ask for less as the day comes
// near; what they change in haste is vague (Pinfari 2011).
type Deadline struct {
	SingleText
	At       float64 // when the day is announced [share of the rounds]
	Until    float64 // when the day comes, at the pace of the rounds so far [share of the rounds]
	Hardness float64 // [share of the hardness there is]
}

// Fields implements spec.Spec.
func (s *Deadline) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "at", Doc: "share of the rounds after which a last day is announced", Unit: "share", Number: &s.At, Min: 0, Max: 1, Source: "own choice: late"},
		spec.Field{Name: "until", Doc: "share of the rounds after which the last day comes, at their pace so far", Unit: "share", Number: &s.Until, Min: 0, Max: 1, Source: "own choice: before the time is up anyway"},
		spec.Field{Name: "hardness", Doc: "how hard the last day is, of the hardness there is", Unit: "share", Number: &s.Hardness, Min: 0, Max: 1, Source: "own choice: all there is"},
	)
}

// New makes the player of one run.
func (s Deadline) New(b *Brief) Strategy {
	return withLever(s.start(b), &lastDay{Deadline: s, brief: b})
}

type lastDay struct {
	Deadline
	brief     *Brief
	announced bool
}

func (s *lastDay) pull(n *Notebook, _ *drafting) (Move, bool) {
	if s.brief.Means.Hardness == 0 || s.announced || float64(n.Round) < s.At*float64(s.brief.Rounds) {
		return Move{}, false
	}
	s.announced = true
	pace := n.Day / float64(n.Round)
	return Move{Act: SetDeadline, Day: pace * s.Until * float64(s.brief.Rounds), Size: s.Hardness}, true
}
