package experiment

import (
	"context"
	"fmt"

	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// batch is a few neighbouring runs of one arm, on their way from a worker to
// whoever counts them.
type batch struct {
	runs    []played
	n       int    // of them in use
	courses []byte // packed, where they are to be kept
}

// played is one run: its row and its course.
type played struct {
	row    record.Row
	course course
}

func newBatch(runs, columns int) *batch {
	b := &batch{runs: make([]played, runs)}
	for i := range b.runs {
		b.runs[i].row = make(record.Row, columns)
	}
	return b
}

// worker plays runs. It keeps an engine and a ledger for the arm it is at.
type worker struct {
	plan   *Plan
	slots  slots
	arm    int // -1: none
	engine *talks.Engine
	ledger *measure.Ledger
}

// slots divides a plan into batches; no batch reaches across arms.
type slots struct{ runs, inBatch int }

func (s slots) perArm() int { return (s.runs + s.inBatch - 1) / s.inBatch }

// of is what a batch holds: an arm, its first replicate, and how many.
func (s slots) of(batch int) (arm, first, n int) {
	arm, first = batch/s.perArm(), batch%s.perArm()*s.inBatch
	return arm, first, min(s.inBatch, s.runs-first)
}

// fill plays a batch, and stops early when the context ends.
func (w *worker) fill(ctx context.Context, number int, b *batch) error {
	arm, first, n := w.slots.of(number)
	b.n = n
	for i := range n {
		if err := ctx.Err(); err != nil {
			return err
		}
		w.play(arm, first+i, &b.runs[i])
	}
	return nil
}

// play plays one run. A panic becomes the run's fault, and the worker starts over
// with a new engine: who knows what the old one holds.
func (w *worker) play(arm, replicate int, into *played) {
	a := &w.plan.Arms[arm]
	id := measure.ID{
		Experiment: a.Scenario.Name, Point: a.Point, Mediator: a.mediator(), Factors: a.Factors,
		Replicate: replicate, Seed: rng.Derive(w.plan.Seed, replicate),
	}
	defer func() {
		if cause := recover(); cause != nil {
			w.arm = -1
			into.course = course{fault: true}
			measure.Fault(into.row, &id, fmt.Sprintf("broke off: %v (master seed %d, replicate %d)", cause, w.plan.Seed, replicate))
		}
	}()
	if w.arm != arm {
		w.engine, w.ledger = talks.NewEngine(a.Scenario.Case), measure.NewLedger(a.Scenario)
		w.arm = arm
	}
	o := w.engine.Play(id.Seed, nil)
	w.ledger.Fill(into.row, &id, o)
	into.course.copyFrom(o, a.Scenario.Order)
	if replicate == 0 {
		into.course.follow(o, talks.NewTable(a.Scenario.Case), a.Scenario.Order)
	}
}
