package experiment

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// inOrder has batches 0 to n−1 filled by several workers at once and taken one
// after the other, in order. A fill belongs to one worker; a buffer is handed from
// fill to take and back, so memory is that of the buffers, whatever n is. The first
// error ends it all, as does the end of the context.
func inOrder[B any](ctx context.Context, n int, buffers []B, fills []func(context.Context, int, B) error, take func(int, B) error) error {
	type job struct {
		batch  int
		buffer B
		filled chan B
	}
	free := make(chan B, len(buffers))
	for _, b := range buffers {
		free <- b
	}
	jobs := make(chan job)
	queue := make(chan job, len(buffers)) // in order; as long as there are buffers
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(jobs)
		defer close(queue)
		for i := range n {
			j := job{batch: i, filled: make(chan B, 1)}
			select {
			case j.buffer = <-free:
			case <-ctx.Done():
				return ctx.Err()
			}
			queue <- j
			select {
			case jobs <- j:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	for _, fill := range fills {
		group.Go(func() error {
			for j := range jobs {
				if err := fill(ctx, j.batch, j.buffer); err != nil {
					return err
				}
				j.filled <- j.buffer
			}
			return nil
		})
	}
	group.Go(func() error {
		for j := range queue {
			select {
			case b := <-j.filled:
				if err := take(j.batch, b); err != nil {
					return err
				}
				free <- b
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return group.Wait()
}
