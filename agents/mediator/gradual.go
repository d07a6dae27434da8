package mediator

import (
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Gradual is gradualism (Osgood 1962; Kydd 2005): every second of the first rounds is a
// step that builds confidence, and the others, and all later ones, go on with a single
// text. It stops asking for steps once enough were kept or a side is near: trust is then
// not what is missing; and once a side refuses one, as it trusts the other too little to
// go on. A step takes the round, so that where trust was there already nothing is won by
// it; and where a side plays for time steps are broken, and less is won.
type Gradual struct {
	SingleText
	Until  float64 // last round for a step [round]
	Enough float64 // steps kept, less those broken, at which trust is taken to be there [steps]
}

// Fields implements spec.Spec.
func (s *Gradual) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "until", Doc: "last round in which a step is asked for", Unit: "round", Number: &s.Until, Min: 0, Max: 1000, Source: "own choice: ten rounds"},
		spec.Field{Name: "enough", Doc: "steps kept, less those broken, after which trust is taken to be there", Unit: "steps", Number: &s.Enough, Min: 1, Max: 1000, Source: "own choice"},
	)
}

// New makes the player of one run.
func (s Gradual) New(b *Brief) Strategy { return &gradual{Gradual: s, singleText: s.start(b)} }

type gradual struct {
	Gradual
	*singleText
	round    int
	stepping bool // the round is a step
}

// Next implements Strategy.
func (s *gradual) Next(n *Notebook, move *Move) {
	if n.Round != s.round {
		s.round = n.Round
		if s.stepping = s.due(n); s.stepping {
			*move = Move{Act: Step}
			return
		}
	}
	if s.stepping {
		*move = Move{}
		return
	}
	s.singleText.Next(n, move)
}

// due reports whether the round is for a step.
func (s *gradual) due(n *Notebook) bool {
	return s.brief.Means.Steps && n.Round%2 == 1 && n.Round <= int(s.Until) && !n.Steps.Pending &&
		n.Steps.Refused == 0 && n.Steps.Kept-n.Steps.Broken < int(s.Enough) && !s.near(n)
}

// near reports whether a side was near signing when it last saw the text.
func (s *gradual) near(n *Notebook) bool {
	for i := range n.Sides() {
		if s.verdict(n, n.Signatory(i)) >= message.Near {
			return true
		}
	}
	return false
}
