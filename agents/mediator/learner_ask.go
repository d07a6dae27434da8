package mediator

import (
	"math"

	"shuttle/agents/agenda"
)

// pays reports whether an answer on the options put is expected to be worth its price:
// by how much knowing what an option is worth to the side would raise what the better of
// text and option promises, over choosing between them as believed (the value of
// information, Howard 1966).
func (s *learner) pays(e *belief) bool {
	for _, o := range s.put.Options[:s.put.N] {
		if s.enlightens(e, o.Changes[0]) >= s.Price {
			return true
		}
	}
	return false
}

// enlightens is the value of knowing what one change of the text is worth to a side.
func (s *learner) enlightens(e *belief, c agenda.Change) float64 {
	j := s.place(c)
	apart := s.shut[j]
	own := 0
	for i, other := range s.known {
		if other == e {
			own = i
			continue
		}
		apart += other.hopes(s.worth[i]+s.gain[i][j], s.Gains) - other.hopes(s.worth[i], s.Gains)
	}
	now := e.hopes(s.worth[own], s.Gains)
	blind, sighted := 0.0, 0.0
	off := math.Sqrt(3 * e.doubted(&s.text, c))
	for _, node := range [...][2]float64{{0, 2. / 3}, {-off, 1. / 6}, {off, 1. / 6}} { // Gauss and Hermite's rule of three
		rise := apart + e.hopes(s.worth[own]+s.gain[own][j]+node[0], s.Gains) - now
		blind += float64(node[1] * rise)
		sighted += float64(node[1] * max(rise, 0))
	}
	return sighted - max(blind, 0)
}

// place is the number of a change among all of them.
func (s *learner) place(c agenda.Change) int { return s.climb.first[c.Issue] + int(c.Level) }
