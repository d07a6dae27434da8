package experiment

import (
	"context"
	"errors"
	"fmt"

	"shuttle/sim/record"
)

// Blocks is a sweep cut into blocks, each a few neighbouring runs of one arm. They
// are played in turns: the first runs of every arm, then the next of every arm, so
// that a sweep that is cut short knows about as much of each point. Each turn begins
// with another arm, and each point with another mediator, so that no part of a sweep
// whose blocks are dealt out one by one gets the same arms again and again.
type Blocks struct {
	sweep *Sweep
	slots slots
}

// A sweep is played in about so many turns, of blocks of no more runs than these: few
// enough that little is lost when it is stopped. Own choices.
const (
	turns     = 20
	blockRuns = 200
)

// Blocks cuts the sweep. The cut depends on nothing but the sweep. Where its arms are
// too many to be kept compiled, blocks are as long as they may be: compiling an arm
// would cost more than playing a few runs of it.
func (s *Sweep) Blocks() Blocks {
	inBlock := min(max(s.Runs/turns, 1), blockRuns)
	if s.Arms() > mostKept {
		inBlock = min(blockRuns, s.Runs)
	}
	return Blocks{sweep: s, slots: slots{runs: s.Runs, inBatch: inBlock}}
}

// Len is how many blocks there are.
func (b Blocks) Len() int { return b.sweep.Arms() * b.slots.perArm() }

// Of is the arm of a block, its first replicate, and how many runs it has.
func (b Blocks) Of(block int) (arm, first, n int) {
	arms, mediators := b.sweep.Arms(), len(b.sweep.Mediators)
	turn := block / arms
	at := (block + turn) % arms
	point := at / mediators
	_, first, n = b.slots.of(turn)
	return point*mediators + (at+point)%mediators, first, n
}

// Turns is how many blocks each arm has.
func (b Blocks) Turns() int { return b.slots.perArm() }

// At is the block of an arm in a turn; those of all turns are its runs in order.
func (b Blocks) At(arm, turn int) int {
	arms, mediators := b.sweep.Arms(), len(b.sweep.Mediators)
	point := arm / mediators
	at := point*mediators + modulo(arm-point, mediators)
	return turn*arms + modulo(at-turn, arms)
}

func modulo(x, n int) int { return (x%n + n) % n }

// Play plays the blocks first, first + stride, … on so many workers, and hands their
// rows to take, block by block in this order, with the courses of the runs packed for
// [Following.Add] if the sweep is followed; both hold until take returns. It ends early
// with an error of take or the context's. A run that fails is a row with its fault.
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

// Rehearse returns a function that plays a run of an arm, to see how long runs take and
// what they look like. The row holds until the next. It is for one goroutine.
func (b Blocks) Rehearse(arm int) (play func(replicate int) record.Row, err error) {
	p := &blockPlayer{blocks: b, at: -1}
	if err := p.move(arm); err != nil {
		return nil, err
	}
	into := newBatch(1, len(b.sweep.Schema()))
	return func(replicate int) record.Row {
		p.worker.play(0, replicate, &into.runs[0])
		return into.runs[0].row
	}, nil
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
