package experiment

import (
	"errors"
	"strings"

	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// tryLevels compiles the scenario at every level of every factor, all others left as
// they are, and reports each fault where the experiment says what caused it.
func (r *sweepReader) tryLevels(s *Sweep) {
	for i := range s.Factors {
		f := &s.Factors[i]
		for _, l := range append(f.ranged(), f.Base) {
			if l.YAML == "" { // already reported
				continue
			}
			doc := s.scenario.Clone()
			for k, path := range f.Paths {
				if err := doc.Patch(path, l.YAML); err != nil {
					r.explain(err, path, l.YAML, f.paths[k], l.said)
				}
			}
			_, err := scenario.Compile(doc, s.Base)
			for k, path := range f.Paths {
				r.explain(err, path, l.YAML, f.paths[k], l.said)
			}
		}
	}
}

// ranged are the levels that show whether the factor keeps the scenario's bounds.
func (f *Factor) ranged() []Level {
	if f.span() && f.Lo < f.Hi {
		return []Level{f.number(f.Lo), f.number(f.Hi)}
	}
	return f.Levels
}

// explain reports faults of a patched value at its place in the experiment: at the
// path when there is no such place, else at the level.
func (r *sweepReader) explain(err error, path, yaml string, at, level document.Value) {
	var faults document.Faults
	if !errors.As(err, &faults) {
		return
	}
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
	}
}

// tryArms compiles every point under the first mediator, and the first point under
// every other, and reports the faults of the first arm that has any.
func (r *sweepReader) tryArms(s *Sweep) {
	for i := range s.Arms() {
		if i >= len(s.Mediators) && i%len(s.Mediators) > 0 {
			continue
		}
		_, err := s.Arm(i)
		var faults document.Faults
		if !errors.As(err, &faults) {
			continue
		}
		point := i / len(s.Mediators)
		var values []string
		for k := range s.Factors {
			values = append(values, s.Factors[k].Name+" = "+s.Points[point][k].Label())
		}
		for _, f := range faults {
			r.root.Fault("design", "at the point "+strings.Join(values, ", ")+" under "+s.Mediators[i%len(s.Mediators)]+
				": in the scenario, "+strings.TrimSpace(f.Path+" "+f.Problem), f.Allowed, f.Nearest)
		}
		return
	}
}
