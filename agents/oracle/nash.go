package oracle

import (
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Nash tables the text with the highest product of the sides' true gains over
// their fallbacks (Nash 1950), found by climbing from the initial text: first until
// nobody loses, then on the product. Nash's point rewards a strong fallback; it is
// not a standard of fairness.
type Nash struct {
	Every float64 // rounds between two texts [rounds]
}

// Fields implements spec.Spec.
func (s *Nash) Fields() []spec.Field {
	return []spec.Field{
		{Name: "every", Doc: "rounds between two texts; the sides' demands come down in between", Unit: "rounds", Number: &s.Every, Min: 1, Max: 1000, Source: "own choice"},
	}
}

// New makes the player of one run.
func (s Nash) New(b *mediator.Brief, t Truth) mediator.Strategy {
	o := &nash{Nash: s, brief: b, truth: t, signs: b.Signatories(), text: b.Initial}
	for k := range b.Agenda.Issues {
		for l := range b.Agenda.Issues[k].Levels {
			o.changes = append(o.changes, agenda.Change{Issue: uint8(k), Level: uint8(l)})
		}
	}
	return o
}

type nash struct {
	Nash
	brief   *mediator.Brief
	truth   Truth
	signs   []int
	changes []agenda.Change
	text    agenda.Deal
	trial   agenda.Deal // a step away from text
	best    agenda.Deal // of the steps tried
	height  float64     // value of best
	round   int
	shown   int
	asked   bool
}

// Next implements mediator.Strategy.
func (s *nash) Next(n *mediator.Notebook, move *mediator.Move) { *move = s.next(n) }

func (s *nash) next(n *mediator.Notebook) mediator.Move {
	if n.Round != s.round {
		s.round, s.shown, s.asked = n.Round, 0, false
		if (n.Round-1)%int(s.Every) != 0 {
			s.asked, s.shown = true, len(s.signs)
		} else {
			s.climb()
		}
	}
	if s.shown < len(s.signs) {
		to := n.Turn(s.shown)
		s.shown++
		return mediator.Move{Act: mediator.Visit, To: to,
			Message: message.Message{Kind: message.Table, Author: agenda.Mediator, Text: s.text}}
	}
	if s.asked {
		return mediator.Move{}
	}
	s.asked = true
	for _, seat := range s.signs {
		if r, fresh := n.Last(seat, message.Table); !fresh || r.Verdict != message.Sign {
			return mediator.Move{}
		}
	}
	return mediator.Move{Act: mediator.Gather,
		Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: s.text}}
}

// climb moves the text by single changes and exchanges of two while that helps.
func (s *nash) climb() {
	for value := s.value(&s.text); ; {
		s.best, s.height = s.text, value
		for i, a := range s.changes {
			s.try(a, a)
			for _, b := range s.changes[:i] {
				if b.Issue != a.Issue {
					s.try(a, b)
				}
			}
		}
		if s.height <= value+1e-12 {
			return
		}
		s.text, value = s.best, s.height
	}
}

// try looks at the text with two changes, which may be one.
func (s *nash) try(a, b agenda.Change) {
	s.trial = s.text
	s.trial[a.Issue], s.trial[b.Issue] = a.Level, b.Level
	if v := s.value(&s.trial); v > s.height {
		s.best, s.height = s.trial, v
	}
}

// value is the product of gains where nobody loses, and minus the worst loss where
// somebody does; a line crossed or a consent refused is a loss of the whole scale.
func (s *nash) value(d *agenda.Deal) float64 {
	product, worst := 1.0, 0.0
	for _, seat := range s.signs {
		gain := s.truth.Worth(seat, d) - s.truth.Floor(seat)
		if !s.truth.Inside(seat, d) {
			gain = min(gain, 0) - 1
		}
		product *= max(gain, 0)
		worst = min(worst, gain)
	}
	for i := range s.brief.Consent {
		c := &s.brief.Consent[i]
		if c.Needs(d) && (s.truth.Worth(c.Party, d) < s.truth.Floor(c.Party) || !s.truth.Inside(c.Party, d)) {
			worst--
		}
	}
	if worst < 0 {
		return worst
	}
	return product
}
