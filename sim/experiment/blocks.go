package experiment

import (
	"context"
	"errors"
	"fmt"

	"shuttle/sim/record"
)

// Blocks is a sweep cut into blocks, each a few neighbouring runs of one arm. They
// are played in turns: the first runs of every arm, then the next of every arm, so
// that a sweep that is cut short knows a little of each point.
type Blocks struct {
	sweep *Sweep
	slots slots
}

// blockRuns is the most runs in a block: enough that compiling the arm costs little
// beside playing them, few enough that little is lost when a sweep is stopped.
const blockRuns = 200

// Blocks cuts the sweep. The cut depends on nothing but the sweep.
func (s *Sweep) Blocks() Blocks {
	return Blocks{sweep: s, slots: slots{runs: s.Runs, inBatch: min(blockRuns, s.Runs)}}
}

// Len is how many blocks there are.
func (b Blocks) Len() int { return b.sweep.Arms() * b.slots.perArm() }

// Of is the arm of a block, its first replicate, and how many runs it has.
func (b Blocks) Of(block int) (arm, first, n int) {
	turn := block / b.sweep.Arms()
	arm = block % b.sweep.Arms()
	_, first, n = b.slots.of(turn)
	return arm, first, n
}

// InOrder lists the blocks of an arm in the order of its runs.
func (b Blocks) InOrder(arm int) []int {
	blocks := make([]int, b.slots.perArm())
	for turn := range blocks {
		blocks[turn] = turn*b.sweep.Arms() + arm
	}
	return blocks
}

// Play plays the blocks first, first + stride, … on so many workers, and hands their
// rows to take, block by block in this order, with the courses of the runs packed for
// [Following.Add] if the sweep is followed; both hold until take returns. It ends early with an error of take or the context's. A run that fails is a row
// with its fault.
func (b Blocks) Play(ctx context.Context, first, stride, workers int, take func(block int, rows []record.Row, courses []byte) error) error {
	if first < 0 || stride < 1 || workers < 1 {
		return fmt.Errorf("first, stride and workers must be at least 0, 1 and 1, have %d, %d and %d", first, stride, workers)
	}
	n := max(0, (b.Len()-first+stride-1)/stride)
	schema := b.sweep.Schema()
	if err := schema.Validate(); err != nil {
		return err
	}
	buffers := make([]*batch, 2*workers+1)
	for i := range buffers {
		buffers[i] = newBatch(b.slots.inBatch, len(schema))
	}
	fills := make([]func(context.Context, int, *batch) error, workers)
	followed, _ := b.sweep.Followed()
	for i := range fills {
		p := &blockPlayer{blocks: b, first: first, stride: stride, at: -1, followed: followed}
		fills[i] = p.fill
	}
	rows := make([]record.Row, 0, b.slots.inBatch)
	return InOrder(ctx, n, buffers, fills, func(i int, filled *batch) error {
		rows = rows[:0]
		for k := range filled.runs[:filled.n] {
			rows = append(rows, filled.runs[k].row)
		}
		return take(first+i*stride, rows, filled.courses)
	})
}

// Rehearse returns a function that plays a run of an arm and forgets it: to see how
// long runs take. It is for one goroutine.
func (b Blocks) Rehearse(arm int) (play func(replicate int), err error) {
	p := &blockPlayer{blocks: b, at: -1}
	if err := p.move(arm); err != nil {
		return nil, err
	}
	into := newBatch(1, len(b.sweep.Schema()))
	return func(replicate int) { p.worker.play(0, replicate, &into.runs[0]) }, nil
}

// blockPlayer is a worker that compiles the arm it is at.
type blockPlayer struct {
	blocks        Blocks
	first, stride int
	at            int // the arm, -1: none
	followed      bool
	worker        worker
}

// fill plays a block, and stops early when the context ends.
func (p *blockPlayer) fill(ctx context.Context, i int, into *batch) error {
	arm, first, n := p.blocks.Of(p.first + i*p.stride)
	if err := p.move(arm); err != nil {
		return err
	}
	into.n, into.courses = n, into.courses[:0]
	width := len(series(p.worker.plan.Arms[0].parties()))
	for k := range n {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.worker.play(0, first+k, &into.runs[k])
		if p.followed {
			into.courses = into.runs[k].course.pack(into.courses, width)
		}
	}
	return nil
}

// move compiles another arm. All were compiled when the sweep was read.
func (p *blockPlayer) move(arm int) error {
	if p.at == arm {
		return nil
	}
	a, err := p.blocks.sweep.Arm(arm)
	if err != nil {
		return errors.Join(fmt.Errorf("arm %d does not compile any more", arm), err)
	}
	s := p.blocks.sweep
	p.worker = worker{plan: &Plan{Arms: []Arm{a}, Runs: s.Runs, Seed: s.Seed}, slots: p.blocks.slots, arm: -1}
	p.at = arm
	return nil
}
