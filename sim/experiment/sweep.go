package experiment

import (
	"slices"

	"shuttle/sim/document"
	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

// Sweep is an experiment that was read and found sound: a design over a scenario,
// under one or several mediators.
type Sweep struct {
	Name      string // of the result's folder and of the column `experiment`
	Title     string
	Question  string   // what the experiment is to answer, in plain words
	Charts    []string // that answer it; empty: all that are for its design
	Measures  []string // that charts show where they have a choice; empty: the usual
	Mediators []string // in the order compared
	Chance    bool     // who mediates is an uncertainty of the design, and nobody's to choose
	Runs      int      // of each point under each mediator
	Seed      rng.Seed // master seed
	Factors   []Factor
	Points    [][]Level // by point, a level a factor
	Base      *scenario.Scenario
	Resolved  []byte // the experiment with every default written out
	Hash      string // of what it says and of what its scenario says

	walk       int     // see Trajectory
	step       float64 // see Trajectory
	scenario   *document.Document
	contenders []contender // by place in Mediators
	setters    []setter    // all that sets a place of the scenario
	compiled   shelf
}

// Columns are the factors' columns in the rows.
func (s *Sweep) Columns() []record.Column {
	columns := make([]record.Column, len(s.Factors))
	for i := range s.Factors {
		columns[i] = s.Factors[i].column()
	}
	return columns
}

// Schema is the columns of the rows.
func (s *Sweep) Schema() record.Schema {
	a := Arm{Scenario: s.Base}
	return measure.Schema(a.parties(), s.Columns())
}

// Arms is how many arms there are: every mediator at every point, mediators within
// points.
func (s *Sweep) Arms() int { return len(s.Points) * len(s.Mediators) }

// Document is the scenario as it is played at a point under a mediator of the sweep.
func (s *Sweep) Document(point int, mediator string) (*document.Document, error) {
	doc, err := under(s.scenario, s.contender(mediator).yaml, s.Base.Case.Mediator.Name)
	if err != nil {
		return nil, err
	}
	for i := range s.Factors {
		if err := s.Factors[i].apply(doc, s.Points[point][i]); err != nil {
			return nil, err
		}
	}
	return doc, nil
}

// Arm compiles an arm, or gives one that was compiled before. It may be called by
// several goroutines at once; arms are for reading only.
func (s *Sweep) Arm(i int) (Arm, error) {
	return s.compiled.arm(i, s.compile)
}

// compile compiles an arm.
func (s *Sweep) compile(i int) (Arm, error) {
	point, mediator := i/len(s.Mediators), s.Mediators[i%len(s.Mediators)]
	doc, err := s.Document(point, mediator)
	if err != nil {
		return Arm{}, err
	}
	compiled, err := scenario.Compile(doc, s.Base)
	if err != nil {
		return Arm{}, err
	}
	compiled.Name = s.Name
	values := make([]record.Value, len(s.Factors))
	for k, l := range s.Points[point] {
		values[k] = l.Value
	}
	return Arm{Point: point, Mediator: mediator, Scenario: compiled, Factors: values}, nil
}

// SetBy is what of the experiment sets a place of the scenario, by itself or as part of
// more, so that whatever stood there does not count; "" where nothing does.
func (s *Sweep) SetBy(path string) string {
	path = s.scenario.Canonical(path)
	for _, by := range s.setters {
		if document.Within(path, by.path) {
			return by.what
		}
	}
	return ""
}

// contender is the one of a name.
func (s *Sweep) contender(name string) contender {
	i := slices.IndexFunc(s.contenders, func(c contender) bool { return c.name == name })
	return s.contenders[max(0, i)]
}

// under is a copy of a scenario with another mediator, in YAML, or with its own as it
// stands.
func under(doc *document.Document, mediator, own string) (*document.Document, error) {
	other := doc.Clone()
	if mediator == own {
		return other, nil
	}
	return other, other.Patch("talks.mediator", mediator)
}

// apply puts a level in all places of the factor.
func (f *Factor) apply(doc *document.Document, l Level) error {
	for _, path := range f.Paths {
		if err := scenario.Patch(doc, path, l.YAML); err != nil {
			return err
		}
	}
	return nil
}
