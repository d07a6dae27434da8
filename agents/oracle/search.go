package oracle

import (
	"math"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
)

// objective says how good a text that nobody would refuse is, by the signatories'
// gains over their fallbacks; all gains are at least 0 [worth].
type objective func(gains []float64) float64

// search climbs from text to text with the truth in hand: first until nobody
// loses, then on an objective. It is all that the oracles share, and the objective
// is all in which they differ.
type search struct {
	brief   *mediator.Brief
	truth   Truth
	signs   []int
	floors  []float64 // of the signatories, today [worth]
	gains   []float64
	changes []agenda.Change
	trial   agenda.Deal // a step away from the text
	best    agenda.Deal // of the steps tried
	height  float64     // value of best
}

func newSearch(b *mediator.Brief, t Truth) search {
	s := search{brief: b, truth: t, signs: b.Signatories()}
	s.floors, s.gains = make([]float64, len(s.signs)), make([]float64, len(s.signs))
	for k := range b.Agenda.Issues {
		for l := range b.Agenda.Issues[k].Levels {
			s.changes = append(s.changes, agenda.Change{Issue: uint8(k), Level: uint8(l)})
		}
	}
	return s
}

// climb moves a text by single changes and exchanges of two while that helps, and
// is the value it comes to.
func (s *search) climb(text *agenda.Deal, by objective) float64 {
	for i, seat := range s.signs {
		s.floors[i] = s.truth.Floor(seat)
	}
	s.height = math.Inf(-1)
	for value := s.value(text, by); ; {
		s.best, s.height = *text, value
		for i, a := range s.changes {
			s.try(text, a, a, by)
			for _, b := range s.changes[:i] {
				if b.Issue != a.Issue {
					s.try(text, a, b, by)
				}
			}
		}
		if s.height <= value+1e-12 {
			return value
		}
		*text, value = s.best, s.height
	}
}

// try looks at the text with two changes, which may be one.
func (s *search) try(text *agenda.Deal, a, b agenda.Change, by objective) {
	s.trial = *text
	s.trial[a.Issue], s.trial[b.Issue] = a.Level, b.Level
	if v := s.value(&s.trial, by); v > s.height {
		s.best, s.height = s.trial, v
	}
}

// value is the objective where nobody loses, and minus the worst loss where
// somebody does; a line crossed or a consent refused is a loss of the whole scale.
// It stops at a loss that is no better than what was found already.
func (s *search) value(d *agenda.Deal, by objective) float64 {
	worst := 0.0
	for i, seat := range s.signs {
		gain := s.truth.Worth(seat, d) - s.floors[i]
		if !s.truth.Inside(seat, d) {
			gain = min(gain, 0) - 1
		}
		s.gains[i] = gain
		if worst = min(worst, gain); worst < 0 && worst <= s.height {
			return worst
		}
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
	return by(s.gains)
}
