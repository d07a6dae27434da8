package experiment

import (
	"slices"
	"strings"
)

// coercive tells paths of a scenario that say how much force is used, by whomever.
func coercive(path string) bool {
	top, _, _ := strings.Cut(path, ".")
	top, _, _ = strings.Cut(top, "[")
	return slices.Contains([]string{"pressure", "strikes", "threats", "war", "levers"}, top)
}

// spare reports coercion that is declared a lever in a live case: there it is an
// uncertainty, swept and priced, and nobody's to optimise.
func (r *sweepReader) spare(s *Sweep) {
	if !s.Base.Live {
		return
	}
	at := 0
	for _, set := range r.sets {
		for _, m := range set.List("factors").Maps() {
			if f := &s.Factors[at]; f.Lever && slices.ContainsFunc(f.Paths, coercive) {
				m.Fault("role", "coercion is no lever in a live case", "uncertainty", "")
			}
			at++
		}
	}
}
