package experiment

import (
	"errors"
	"fmt"

	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

// Plan is what to play: every arm, Runs times each. The arms share their parties
// and factors, so that their rows share a schema.
type Plan struct {
	Arms    []Arm
	Factors []record.Column
	Runs    int      // replicates of each arm, ≥ 1
	Seed    rng.Seed // master seed; replicate r plays with rng.Derive(Seed, r) in every arm
}

// Arm is one design point under one mediator.
type Arm struct {
	Point    int
	Mediator string // as results name it; "" is the name of its strategy
	Scenario *scenario.Scenario
	Factors  []record.Value // one a factor of the plan
}

// Schema is the columns of the plan's rows.
func (p *Plan) Schema() record.Schema {
	return measure.Schema(p.Arms[0].parties(), p.Factors)
}

// Sink takes what a plan yields, in its order: arm by arm, run by run. Either
// function may be nil. An error ends the plan. The row holds until Row returns.
type Sink struct {
	Row func(record.Row) error
	// Arm comes after the last run of an arm.
	Arm func(Arm, []record.RoundRow, []record.ClauseRow) error
}

// validate reports what makes a plan unplayable.
func (p *Plan) validate(workers int) error {
	switch {
	case p.Runs < 1:
		return fmt.Errorf("runs must be at least 1, have %d", p.Runs)
	case workers < 1:
		return fmt.Errorf("workers must be at least 1, have %d", workers)
	case len(p.Arms) == 0:
		return errors.New("the plan has nothing to play")
	}
	return p.Schema().Validate()
}

// mostInBatch runs are handed on together, so that handing on costs next to
// nothing beside playing; fewer where runs are so long that a batch would not fit
// into batchCells numbers.
const (
	mostInBatch = 64
	batchCells  = 1 << 18
)

// inBatch is how many runs a batch holds.
func (p *Plan) inBatch() int {
	n := min(mostInBatch, p.Runs)
	for i := range p.Arms {
		s := p.Arms[i].Scenario
		cells := len(series(p.Arms[i].parties())) * max(1, s.Case.Longest)
		n = min(n, max(1, batchCells/cells))
	}
	return n
}

// mediator is the arm's mediator as results name it.
func (a *Arm) mediator() string {
	if a.Mediator != "" {
		return a.Mediator
	}
	return a.Scenario.Case.Mediator.Name
}

// parties are the names of the parties in the order of the file.
func (a *Arm) parties() []string {
	names := make([]string, len(a.Scenario.Order))
	for i, p := range a.Scenario.Order {
		names[i] = a.Scenario.Case.Parties[p].Name
	}
	return names
}
