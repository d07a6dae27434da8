package experiment

import (
	"slices"
	"strings"

	"shuttle/agents"
	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// forces are the parts of a scenario, and the mechanisms of the same names, that say how
// much force is used.
func forces() []string {
	return []string{"pressure", "strikes", "threats", "war", "war_end", "levers", "leverage"}
}

// Coercive tells whether the factor says how much force is used, by whomever: by a path
// of the scenario, by naming mediators that press, or by what its levels come to.
func (f *Factor) Coercive() bool { return f.forceful || slices.ContainsFunc(f.Paths, coercive) }

// coercive tells paths of a scenario that say how much force is used.
func coercive(path string) bool {
	steps := strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(`.[]"`, r) })
	if len(steps) > 1 && steps[0] == "talks" && steps[1] == "leverage" {
		return len(steps) == 2 || steps[2] == "press"
	}
	if len(steps) > 1 && steps[0] == "mechanisms" {
		steps = steps[1:]
	}
	return len(steps) > 0 && slices.Contains(forces(), steps[0])
}

// Presses tells mediators of results that have pressure among their levers.
func Presses(mediator string) bool {
	m, _ := agents.FindMediator(Strategy(mediator))
	return m.Presses
}

// force is how much of it a compiled scenario has, as text that differs where it does:
// whatever path a value came by, here it shows. What a mediator that presses may press
// with is part of it.
func force(s *scenario.Scenario) (string, error) {
	doc, err := document.Parse(s.Name+".yaml", s.Resolved)
	if err != nil {
		return "", err
	}
	root := doc.Root()
	talks, mechanisms := root.Map("talks"), root.Map("mechanisms")
	var parts []string
	for _, name := range forces() {
		parts = append(parts, name, root.Value(name).YAML(), mechanisms.Value(name).YAML())
	}
	parts = append(parts, talks.Map("leverage").Value("press").YAML())
	if Presses(s.Case.Mediator.Name) {
		parts = append(parts, talks.Value("mediator").YAML(), talks.Value("leverage").YAML())
	}
	return strings.Join(parts, "\n"), nil
}

// weigh marks a factor of a live case as coercive when a level of it has another force
// than the scenario.
func (s *Sweep) weigh(f *Factor, at *scenario.Scenario) {
	if !s.Base.Live || f.forceful {
		return
	}
	base, err := force(s.Base)
	if err != nil {
		return // what was compiled can be read
	}
	level, err := force(at)
	f.forceful = err == nil && level != base
}

// spare reports coercion that is declared a lever in a live case: there it is an
// uncertainty, swept and priced, and nobody's to optimise.
func (r *sweepReader) spare(s *Sweep) {
	if !s.Base.Live {
		return
	}
	if r.cast != nil {
		r.cast.forceful = slices.ContainsFunc(s.Mediators, Presses)
	}
	for _, f := range r.factors(s) {
		if f.Lever && f.Coercive() {
			f.said.Fault("role", "coercion is no lever in a live case", "uncertainty", "")
		}
	}
}
