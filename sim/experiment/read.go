package experiment

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"shuttle/sim/document"
	"shuttle/sim/measure"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

// Bounds of a sweep. Own choices, far above what a study needs.
const (
	maxRuns   = 1_000_000
	maxPoints = 100_000
)

// Read reads an experiment and compiles every level of every factor, every point and
// every mediator once, so that what is wrong shows before the first run. Open finds
// the scenario by the name that the experiment gives. The error is document.Faults, of
// the experiment or of the scenario, whenever it is the files that are wrong.
func Read(doc *document.Document, open func(name string) (*document.Document, error)) (*Sweep, error) {
	r := &sweepReader{root: doc.Root()}
	s := r.header()
	r.open(s, open)
	r.design(s)
	r.clashes(s)
	if r.broken == nil {
		r.tryLevels(s)
		r.spare(s)
	}
	if err := errors.Join(doc.Done(), r.broken); err != nil {
		return nil, unjoin(err)
	}
	s.Resolved = doc.Resolved()
	sum := sha256.Sum256(append([]byte(s.Base.Hash), s.Resolved...))
	s.Hash = hex.EncodeToString(sum[:])
	r.tryArms(s)
	if err := doc.Done(); err != nil {
		return nil, err
	}
	return s, nil
}

// unjoin gives faults as such where they are all there is.
func unjoin(err error) error {
	var all document.Faults
	several, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return err
	}
	for _, e := range several.Unwrap() {
		faults, ok := e.(document.Faults)
		if !ok {
			return err
		}
		all = append(all, faults...)
	}
	return all
}

// sweepReader carries what one part of an experiment tells the next.
type sweepReader struct {
	root   *document.Map
	sets   []*document.Map
	broken error   // what is wrong with the scenario
	named  bool    // it is said who mediates, by a key or a factor
	cast   *Factor // that says who mediates; nil where none does
}

// header reads everything but the design.
func (r *sweepReader) header() *Sweep {
	s := &Sweep{Name: r.root.Text("name")}
	if strings.ContainsAny(s.Name, `/\`) || strings.HasPrefix(s.Name, ".") {
		r.root.Fault("name", "is the name of a folder of results and cannot contain / or \\ or begin with a dot", "", "")
	}
	s.Title = r.root.Text("title", s.Name)
	s.Question = r.root.Text("question", "")
	s.Charts, s.Measures = texts(r.root.List("charts")), texts(r.root.List("measures"))
	s.Runs = r.root.Int("replicates", 1, maxRuns)
	s.Seed = rng.Seed(r.root.Seed("seed", 1))
	return s
}

// texts are the items of a list.
func texts(list *document.List) []string {
	var all []string
	for _, v := range list.Values() {
		all = append(all, v.Text())
	}
	return all
}

// open reads the scenario, with the values that the experiment fixes, and who is to
// mediate.
func (r *sweepReader) open(s *Sweep, open func(string) (*document.Document, error)) {
	named := r.root.Value("scenario")
	s.contenders = contenders(r.root.Value("mediators").Variants().Values())
	r.named = len(s.contenders) > 0
	name, fixed := named.Text(), r.root.List("set").Maps()
	r.broken = document.Faults{} // until the scenario compiles
	if name == "" {
		return
	}
	doc, err := open(name)
	var faults document.Faults
	switch {
	case errors.As(err, &faults):
		r.broken = faults
		return
	case err != nil:
		named.Fault(err.Error(), "the name of a scenario's file, from this file's folder", "")
		return
	}
	s.scenario = doc.Clone()
	if s.Base, err = r.fix(s.scenario, fixed); err != nil {
		r.broken = err
		return
	}
	r.broken = nil
	if !r.named {
		own := s.Base.Case.Mediator.Name
		s.contenders = []contender{{name: own, strategy: own, yaml: own}}
	}
	s.Mediators = names(s.contenders)
}

// fix puts the values that the experiment fixes into the scenario and compiles it.
// Faults of these values are the experiment's, all others the scenario's.
func (r *sweepReader) fix(doc *document.Document, fixed []*document.Map) (*scenario.Scenario, error) {
	sound := true
	for _, m := range fixed {
		m.Text("note", "")
		path, value := m.Text("path"), m.Value("value")
		if !value.Present() {
			m.Fault("value", "is missing", "", "")
			sound = false
		} else if err := scenario.Patch(doc, path, value.YAML()); err != nil {
			r.explain(err, path, value.YAML(), m.Value("path"), value)
			sound = false
		}
	}
	s, err := scenario.Compile(doc)
	var faults document.Faults
	if !errors.As(err, &faults) {
		if !sound && err == nil {
			err = document.Faults{}
		}
		return s, err
	}
	for _, m := range fixed {
		path, value := m.Text("path"), m.Value("value")
		r.explain(err, path, value.YAML(), m.Value("path"), value)
		faults = slices.DeleteFunc(slices.Clone(faults), func(f document.Fault) bool { return f.File == "--set "+path+"="+value.YAML() })
	}
	return nil, faults
}

// design reads the sets of factors and crosses their points.
func (r *sweepReader) design(s *Sweep) {
	list := r.root.List("design")
	if list.Len() == 0 {
		r.root.Fault("design", "is empty", "a list of sets of factors, each with its kind", "")
		return
	}
	s.Points = [][]Level{nil}
	sound := true
	for _, m := range list.Maps() {
		one, points := r.set(s, m)
		s.Factors = append(s.Factors, one.factors...)
		if len(s.Points)*len(points) > maxPoints {
			m.Fault("", fmt.Sprintf("makes more than %d points", maxPoints), "", "")
			sound = false
		}
		if sound {
			s.Points = cross(s.Points, points)
		}
		r.sets = append(r.sets, m)
		if list.Len() == 1 && one.grid > 0 && len(points) > 0 {
			s.walk, s.step = len(one.factors)+1, float64(one.grid/2)/float64(one.grid-1)
		}
	}
	r.names(s)
}

// set reads one set of factors and makes its points, none after a fault.
func (r *sweepReader) set(s *Sweep, m *document.Map) (*set, [][]Level) {
	var names []string
	for _, d := range Designs() {
		names = append(names, d.Name)
	}
	kind := m.Choice("kind", names)
	one := &set{size: 1}
	factors := m.List("factors")
	for _, f := range factors.Maps() {
		one.factors = append(one.factors, factorOf(f))
	}
	if len(one.factors) == 0 {
		m.Fault("factors", "are missing: the design is empty", "a list of factors", "")
	}
	at := slices.IndexFunc(Designs(), func(d Design) bool { return d.Name == kind })
	if at < 0 {
		m.Skip()
		return one, nil
	}
	if kind != "list" { // whose levels go together, so that one may come again
		for i := range one.factors {
			one.factors[i].distinct()
		}
	}
	d := Designs()[at]
	if r.takeCast(s, one, kind); len(one.factors) == 0 && r.cast != nil {
		return one, [][]Level{nil}
	}
	if d.Sized {
		one.size = m.Int("points", 1, maxPoints)
	}
	if kind == "trajectories" {
		one.readTrajectories(m)
	}
	if kind == "random" || kind == "latin-hypercube" {
		one.seed = m.Seed("seed", 1)
	}
	if !one.fits(m, kind) {
		return one, nil
	}
	return one, d.points(one)
}

// fits reports what keeps a design from making its points.
func (s *set) fits(m *document.Map, kind string) bool {
	total := 1.0
	for i := range s.factors {
		f := &s.factors[i]
		if f.span() && (f.Lo >= f.Hi || f.Steps < 2) {
			return false // reported where it stands
		}
		if kind == "factorial" {
			total *= float64(len(f.all()))
		}
		if kind == "list" && len(f.Levels) != len(s.factors[0].Levels) {
			m.Fault("factors", fmt.Sprintf("must have equally many levels in a list: %s has %d, %s has %d",
				s.factors[0].Name, len(s.factors[0].Levels), f.Name, len(f.Levels)), "", "")
			return false
		}
	}
	switch {
	case len(s.factors) == 0 || s.size < 1:
		return false
	case kind == "trajectories" && s.grid%2 == 1:
		return false // reported where it stands
	case kind == "trajectories" && s.size*(len(s.factors)+1) > maxPoints:
		m.Fault("trajectories", fmt.Sprintf("make more than %d points", maxPoints), "", "")
		return false
	case total > maxPoints:
		m.Fault("factors", fmt.Sprintf("make more than %d points", maxPoints), "", "")
		return false
	case kind == "sobol" && len(s.factors) > maxSobol:
		m.Fault("factors", fmt.Sprintf("are too many for sobol, have %d", len(s.factors)), fmt.Sprintf("at most %d", maxSobol), "")
		return false
	case kind == "sobol" && bits.OnesCount(uint(s.size)) != 1:
		m.Fault("points", fmt.Sprintf("must be a power of 2 for sobol, have %d", s.size), fmt.Sprint(1<<bits.Len(uint(s.size))), "")
		return false
	case kind == "list" && len(s.factors[0].Levels) == 0:
		m.Fault("factors", "must list their levels", "", "")
		return false
	}
	return true
}

// names reports factors that cannot be columns of the rows.
func (r *sweepReader) names(s *Sweep) {
	taken := map[string]bool{}
	if s.Base != nil {
		a := Arm{Scenario: s.Base}
		for _, c := range measure.Schema(a.parties(), nil) {
			taken[c.Name] = true
		}
	}
	for _, m := range r.sets {
		for _, f := range m.List("factors").Maps() {
			name := f.Text("name")
			if !identifies(name) {
				f.Fault("name", strconv.Quote(name)+" is no name of a column", "letters, digits, -, _ and .", "")
			}
			if r.cast != nil && f.Path() == r.cast.said.Path() {
				continue // has no column of its own
			}
			if taken[name] {
				f.Fault("name", name+" is the name of another column", "a name of its own", "")
			}
			taken[name] = true
		}
	}
}

// identifies tells names of columns that every reader of tables takes as they are.
func identifies(name string) bool {
	return !strings.ContainsFunc(name, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsMark(c) && !unicode.IsDigit(c) && !strings.ContainsRune("-_.", c)
	})
}
