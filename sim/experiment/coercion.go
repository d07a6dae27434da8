package experiment

import (
	"slices"
	"strings"

	"shuttle/agents"
)

// Coercive tells whether the factor says how much force is used, by whomever: by a
// path of the scenario, or by naming mediators that press.
func (f *Factor) Coercive() bool {
	return slices.ContainsFunc(f.Paths, coercive) || slices.ContainsFunc(f.Paths, namesMediator) && slices.ContainsFunc(f.Levels, presses)
}

// coercive tells paths of a scenario that say how much force is used.
func coercive(path string) bool {
	steps := strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' })
	if len(steps) > 1 && steps[0] == "talks" && steps[1] == "leverage" {
		return len(steps) == 2 || steps[2] == "press"
	}
	if len(steps) > 1 && steps[0] == "mechanisms" {
		steps = steps[1:]
	}
	return len(steps) > 0 && slices.Contains([]string{"pressure", "strikes", "threats", "war", "war_end", "levers", "leverage"}, steps[0])
}

func namesMediator(path string) bool {
	return path == "talks.mediator" || path == "talks.mediator.name"
}

// presses tells levels that name a mediator with pressure among its levers, alone or
// with its parameters.
func presses(l Level) bool {
	words := strings.FieldsFunc(l.YAML, func(r rune) bool { return strings.ContainsRune("{}:, ", r) })
	return slices.ContainsFunc(agents.Mediators(), func(m agents.Mediator) bool { return m.Presses && slices.Contains(words, m.Name) })
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
			if f := &s.Factors[at]; f.Lever && f.Coercive() {
				m.Fault("role", "coercion is no lever in a live case", "uncertainty", "")
			}
			at++
		}
	}
}
