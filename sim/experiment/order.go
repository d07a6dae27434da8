package experiment

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// InOrder has batches 0 to n−1 filled by several workers at once and taken one
// after the other, in order. A fill belongs to one worker; a buffer is handed from
// fill to take and back, so memory is that of the buffers, whatever n is. The first
// error ends it all, as does the end of the context.
func InOrder[B any](ctx context.Context, n int, buffers []B, fills []func(context.Context, int, B) error, take func(int, B) error) error {
	l := line[B]{
		free:  make(chan B, len(buffers)),
		jobs:  make(chan job[B]),
		queue: make(chan job[B], len(buffers)),
	}
	for _, b := range buffers {
		l.free <- b
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return l.hand(ctx, n) })
	for _, fill := range fills {
		group.Go(func() error { return l.fill(ctx, fill) })
	}
	group.Go(func() error { return l.take(ctx, take) })
	return group.Wait()
}

// line is where batches wait.
type line[B any] struct {
	free  chan B      // buffers in nobody's hands
	jobs  chan job[B] // to be filled by whoever is ready
	queue chan job[B] // the same jobs in order, to be taken; never more than there are buffers
}

// job is one batch.
type job[B any] struct {
	batch  int
	buffer B
	filled chan B
}

// hand hands out the batches in order, as buffers come free.
func (l *line[B]) hand(ctx context.Context, n int) error {
	defer close(l.jobs)
	defer close(l.queue)
	for i := range n {
		j := job[B]{batch: i, filled: make(chan B, 1)}
		select {
		case j.buffer = <-l.free:
		case <-ctx.Done():
			return ctx.Err()
		}
		l.queue <- j
		select {
		case l.jobs <- j:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// fill is one worker.
func (l *line[B]) fill(ctx context.Context, fill func(context.Context, int, B) error) error {
	for j := range l.jobs {
		if err := fill(ctx, j.batch, j.buffer); err != nil {
			return err
		}
		j.filled <- j.buffer
	}
	return nil
}

// take waits for each batch in turn.
func (l *line[B]) take(ctx context.Context, take func(int, B) error) error {
	for j := range l.queue {
		select {
		case b := <-j.filled:
			if err := take(j.batch, b); err != nil {
				return err
			}
			l.free <- b
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
