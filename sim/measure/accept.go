package measure

import (
	"slices"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

// acceptable reports whether nobody would refuse a deal: none of those who sign and
// none of those whose consent it needs. Floors are by party.
func acceptable(t *talks.Table, d *agenda.Deal, signs []int, floors []float64) bool {
	for _, i := range signs {
		if !accepts(t, i, d, floors[i]) {
			return false
		}
	}
	for i := range t.Consent {
		c := &t.Consent[i]
		if c.Needs(d) && !slices.Contains(signs, c.Party) && !accepts(t, c.Party, d, floors[c.Party]) {
			return false
		}
	}
	return true
}

// accepts reports whether a deal is worth its floor to a party and crosses none of
// its lines.
func accepts(t *talks.Table, i int, d *agenda.Deal, floor float64) bool {
	if t.Parties[i].Worth(d) < floor {
		return false
	}
	_, crossed := t.Parties[i].Crossed(d)
	return !crossed
}
