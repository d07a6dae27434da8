package mediator

import "shuttle/agents/spec"

// Sticks is manipulation by pressure (Touval and Zartman 1985): a single text, and
// pressure on the side furthest from signing, more every round that it refuses. It is
// kept up until a text is signed and ends then, and with it what held the text up
// (Werner and Yuen 2005; Beardsley 2008).
type Sticks struct {
	SingleText
	From float64 // first round in which a side is pressed [round]
	Step float64 // by which pressure grows in a round [share of the pressure there is]
}

// Fields implements spec.Spec.
func (s *Sticks) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "from", Doc: "first round in which a side is pressed", Unit: "round", Number: &s.From, Min: 1, Max: 1000, Source: "own choice: the text has its chance first"},
		spec.Field{Name: "step", Doc: "by which pressure on whoever refuses grows in a round, of the pressure there is", Unit: "share", Number: &s.Step, Min: .1, Max: 1, Source: "own choice: a half"},
	)
}

// New makes the player of one run.
func (s Sticks) New(b *Brief) Strategy {
	return withLever(s.start(b), s.lever(b))
}

func (s Sticks) lever(b *Brief) *sticks {
	return &sticks{Sticks: s, brief: b, pressed: make([]float64, len(b.Seats))}
}

type sticks struct {
	Sticks
	brief   *Brief
	pressed []float64 // by seat
}

func (s *sticks) pull(n *Notebook, d *drafting) (Move, bool) {
	if !s.brief.Means.Press.There() || n.Round < int(s.From) {
		return Move{}, false
	}
	seat, ok := d.refuser(n)
	if !ok || s.pressed[seat] >= 1 {
		return Move{}, false
	}
	s.pressed[seat] = min(s.pressed[seat]+s.Step, 1)
	return Move{Act: Press, To: seat, Size: s.pressed[seat]}, true
}
