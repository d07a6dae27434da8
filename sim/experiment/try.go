package experiment

import (
	"errors"
	"slices"
	"strings"

	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// tryLevels compiles the scenario under every mediator, and at every level of every
// factor, all others left as they are, and reports each fault where the experiment says
// what caused it.
func (r *sweepReader) tryLevels(s *Sweep) {
	for _, c := range s.contenders {
		if doc, err := under(s.scenario, c.yaml, s.Base.Case.Mediator.Name); err == nil && c.parameters != "" {
			_, err = scenario.Compile(doc, s.Base)
			r.explain(err, "talks.mediator", c.yaml, c.said, c.said)
		}
	}
	for i := range s.Factors {
		f := &s.Factors[i]
		for _, l := range append(f.ranged(), f.Base) {
			if l.YAML != "" { // else already reported
				r.tryLevel(s, f, l)
			}
		}
		r.recasts(s, f)
	}
}

func (r *sweepReader) tryLevel(s *Sweep, f *Factor, l Level) {
	doc := s.scenario.Clone()
	for k, path := range f.Paths {
		if err := scenario.Patch(doc, path, l.YAML); err != nil {
			r.explain(err, path, l.YAML, f.paths[k], l.said)
		}
	}
	compiled, err := scenario.Compile(doc, s.Base)
	if err == nil {
		s.weigh(f, compiled)
		return
	}
	for k, path := range f.Paths {
		r.explain(f.advised(err), path, l.YAML, f.paths[k], l.said)
	}
}

// ranged are the levels that show whether the factor keeps the scenario's bounds.
func (f *Factor) ranged() []Level {
	if f.span() && f.Lo < f.Hi {
		return []Level{f.number(f.Lo), f.number(f.Hi)}
	}
	return f.Levels
}

// recasts reports a factor that would change who mediates: rows would go by the name of
// somebody else.
func (r *sweepReader) recasts(s *Sweep, f *Factor) {
	for k, path := range f.Paths {
		path = s.scenario.Canonical(path)
		if !document.Within("talks.mediator.name", path) {
			continue
		}
		if namesMediator(path) && r.named {
			if r.cast == nil && !f.casts(s) { // else reported already
				f.paths[k].Fault("who mediates is said twice, here and under mediators", "one of the two", "")
			}
			continue
		}
		for _, l := range f.ranged() {
			if who := s.recast(f, l, !namesMediator(path)); who != "" {
				l.said.Fault("changes who mediates: under "+who+" it would be another", "the key mediators, or a factor over talks.mediator alone", "")
				break
			}
		}
	}
}

// recast names a mediator in whose place, or with whose parameters, another would play at
// a level.
func (s *Sweep) recast(f *Factor, l Level, whole bool) string {
	for _, c := range s.contenders {
		doc, err := under(s.scenario, c.yaml, s.Base.Case.Mediator.Name)
		if err != nil {
			continue
		}
		own, err := scenario.Compile(doc, s.Base)
		if err != nil || f.apply(doc, l) != nil {
			continue
		}
		at, err := scenario.Compile(doc, s.Base)
		if err == nil && (at.Case.Mediator.Name != own.Case.Mediator.Name || whole && c.parameters != "" && mediatorOf(at) != mediatorOf(own)) {
			return c.name
		}
	}
	return ""
}

// mediatorOf is who mediates in a compiled scenario, with every parameter.
func mediatorOf(s *scenario.Scenario) string {
	doc, err := document.Parse(s.Name+".yaml", s.Resolved)
	if err != nil {
		return ""
	}
	return doc.Root().Map("talks").Value("mediator").YAML()
}

// explain reports faults of a patched value at its place in the experiment: at the path
// when there is no such place, else at the level. It tells how many it reported.
func (r *sweepReader) explain(err error, path, yaml string, at, level document.Value) int {
	var faults document.Faults
	if !errors.As(err, &faults) {
		return 0
	}
	explained := 0
	for _, f := range faults {
		if f.File != "--set "+path+"="+yaml {
			continue
		}
		where, problem := level, f.Problem
		if strings.Contains(problem, "is not in the document") || strings.Contains(problem, "is not a known key") ||
			strings.Contains(problem, "is not a path") || strings.Contains(problem, "has no parts") {
			where = at
		}
		if f.Path != "" {
			problem = "in the scenario, " + f.Path + " " + problem
		}
		where.Fault(problem, f.Allowed, f.Nearest)
		explained++
	}
	return explained
}

// tryArms compiles every arm, and reports the faults of the first that has any: at the
// levels that caused them, or else at the design.
func (r *sweepReader) tryArms(s *Sweep) {
	for i := range s.Arms() {
		_, err := s.Arm(i)
		var faults document.Faults
		if !errors.As(err, &faults) {
			continue
		}
		point, mediator := i/len(s.Mediators), s.Mediators[i%len(s.Mediators)]
		explained := 0
		for k := range s.Factors {
			f, l := &s.Factors[k], s.Points[point][k]
			for n, path := range f.Paths {
				explained += r.explain(f.advised(err), path, l.YAML, f.paths[n], l.said)
			}
		}
		if explained == 0 {
			r.blameDesign(s, point, mediator, faults)
		}
		return
	}
}

// advised are faults of a value of the factor, with advice where a span should take whole
// numbers only.
func (f *Factor) advised(err error) error {
	var faults document.Faults
	if !f.span() || f.Whole || !errors.As(err, &faults) {
		return err
	}
	faults = slices.Clone(faults)
	for i := range faults {
		if strings.Contains(faults[i].Allowed, "whole number") {
			faults[i].Allowed += "; whole: true has the factor take no others"
		}
	}
	return faults
}

// blameDesign reports faults that no level caused alone.
func (r *sweepReader) blameDesign(s *Sweep, point int, mediator string, faults document.Faults) {
	var values []string
	for k := range s.Factors {
		values = append(values, s.Factors[k].Name+" = "+s.Points[point][k].Label())
	}
	for _, f := range faults {
		r.root.Fault("design", "at the point "+strings.Join(values, ", ")+" under "+mediator+
			": in the scenario, "+strings.TrimSpace(f.Path+" "+f.Problem), f.Allowed, f.Nearest)
	}
}
