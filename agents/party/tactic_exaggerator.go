package party

import (
	"math/rand/v2"

	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Exaggerator concedes by the clock and says that it has not: what it says of a text
// is said of a demand that lies higher by a margin, what it would move first it calls
// a red line as long as the text is far, and it minds a good deal what it minds at
// all. Put to it for signature, a text is judged by the demand it really has. Own
// formulation of what makes mediation by votes hard.
type Exaggerator struct {
	TimeDependent
	Margin float64 // between the demand it claims and the one it has [worth]
	Lines  bool    // call the first wish a red line
}

// Fields implements spec.Spec.
func (t *Exaggerator) Fields() []spec.Field {
	return append(t.TimeDependent.Fields(),
		spec.Field{Name: "margin", Doc: "how far the demand it claims lies above the one it has", Unit: "worth", Number: &t.Margin, Min: 0, Max: 1, Source: "own choice: the margin called near"},
		spec.Field{Name: "lines", Doc: "while a text is far, call the clause it would move first a red line", Flag: &t.Lines, Source: "own choice"})
}

// New makes the player of one run.
func (t Exaggerator) New(*rand.Rand) Tactic {
	return &exaggerator{timeDependent: timeDependent{TimeDependent: t.TimeDependent, round: -1}, margin: t.Margin, lines: t.Lines}
}

type exaggerator struct {
	timeDependent
	margin float64
	lines  bool
}

// Answer implements Tactic.
func (t *exaggerator) Answer(s *Self, m *message.Message, r *message.Reply) {
	demand := t.ask(s, s.days)
	if m.Kind == message.Conclude {
		s.Bargain(m, r, demand, false)
		return
	}
	s.Bargain(m, r, demand+t.margin, t.Offers == "nearest")
	switch {
	case m.Kind == message.Choose && !m.Free && r.Choice >= 0 && t.margin > 0:
		r.Strong = s.amended(m, int(r.Choice)) < 0
	case t.lines && t.margin > 0 && r.Verdict == message.Far && !r.Crossed && r.N > 0:
		r.Crossed, r.Line = true, r.Wishes[0].Issue
	}
}
