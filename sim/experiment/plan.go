package experiment

import (
	"errors"
	"fmt"

	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// Plan is what to play: every arm, Runs times each.
type Plan struct {
	Arms    []Arm
	Runs    int      // replicates of each arm, ≥ 1
	Seed    rng.Seed // master seed; replicate r plays with rng.Derive(Seed, r) in every arm
	Columns int      // cells of a row
}

// Arm is one design point under one mediator.
type Arm struct {
	Point    int
	Mediator string // as results name it
	Case     *talks.Case
	Order    []int        // the parties' places in the case, in display order
	Gauge    func() Gauge // makes a worker's gauge
	// Failed writes the row of a run that has no outcome, for the cause given.
	Failed func(replicate int, seed rng.Seed, cause string, row record.Row)
}

// Gauge writes the row of a run from its outcome, which is the engine's.
type Gauge func(replicate int, seed rng.Seed, o *talks.Outcome, row record.Row)

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
	return nil
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
	for _, a := range p.Arms {
		cells := (3 + 3*len(a.Order)) * max(1, a.Case.Longest)
		n = min(n, max(1, batchCells/cells))
	}
	return n
}

func (a *Arm) parties() []string {
	names := make([]string, len(a.Order))
	for i, p := range a.Order {
		names[i] = a.Case.Parties[p].Name
	}
	return names
}
