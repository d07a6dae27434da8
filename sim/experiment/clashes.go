package experiment

import (
	"fmt"

	"shuttle/sim/document"
)

// setter is something of an experiment that sets a place of the scenario.
type setter struct {
	what string // as people call it
	path string // canonical
	said document.Value
	base bool // a fixed value, on which the factors build
}

// clashes reports places of the scenario that are set twice, as whole and part too: the
// later of the two would silently undo the earlier. And it reports who would set whether
// the conflict goes on, which is no experiment's to say. A factor may vary a part of what
// is fixed as a whole: both then count.
func (r *sweepReader) clashes(s *Sweep) {
	all := r.setters(s)
	s.setters = all
	for i, later := range all {
		if later.path == livePath {
			later.said.Fault("whether the conflict goes on is the scenario's to say", "", "")
		}
		for _, earlier := range all[:i] {
			part := later.path != earlier.path && document.Within(later.path, earlier.path) && earlier.base && !later.base
			if !part && (document.Within(later.path, earlier.path) || document.Within(earlier.path, later.path)) {
				later.said.Fault(twice(earlier, later), "each place of the scenario once", "")
				break
			}
		}
	}
}

// livePath is where a scenario says whether its conflict goes on.
const livePath = "live"

func twice(earlier, later setter) string {
	if earlier.path == later.path {
		return fmt.Sprintf("%s and %s both set %s", earlier.what, later.what, later.path)
	}
	return fmt.Sprintf("%s sets %s and %s sets %s, one inside the other", earlier.what, earlier.path, later.what, later.path)
}

// setters are the fixed values, then the factors.
func (r *sweepReader) setters(s *Sweep) []setter {
	var all []setter
	canonical := func(path string) string { return path }
	if s.scenario != nil {
		canonical = s.scenario.Canonical
	}
	for i, m := range r.root.List("set").Maps() {
		at := m.Value("path")
		if at.Kind() == "text" {
			all = append(all, setter{fmt.Sprintf("set[%d]", i), canonical(at.Text()), at, true})
		}
	}
	for _, f := range r.factors(s) {
		for k, path := range f.Paths {
			all = append(all, setter{"the factor " + f.Name, canonical(path), f.paths[k], false})
		}
	}
	return all
}

// factors are those of the design, and the one that became its mediators.
func (r *sweepReader) factors(s *Sweep) []*Factor {
	var all []*Factor
	if r.cast != nil {
		all = append(all, r.cast)
	}
	for i := range s.Factors {
		all = append(all, &s.Factors[i])
	}
	return all
}

// distinct reports levels that a factor has twice: their points would be the same, and
// count twice as much.
func (f *Factor) distinct() {
	for i, l := range f.Levels {
		for k, earlier := range f.Levels[:i] {
			x, number := l.Value.Number()
			y, too := earlier.Value.Number()
			if l.YAML == earlier.YAML || number && too && x == y {
				l.said.Fault(fmt.Sprintf("is level %d again", k), "each level once", "")
				break
			}
		}
	}
}
