package experiment

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Early batches take longest, so that later ones are ready before them.
func TestOrderIsKeptWhoeverIsFirst(t *testing.T) {
	const n, buffers = 40, 5
	var waiting, most atomic.Int32
	fill := func(_ context.Context, i int, b *int) error {
		if w := waiting.Add(1); w > most.Load() {
			most.Store(w)
		}
		time.Sleep(time.Duration((n-i)%4) * time.Millisecond)
		*b = i
		return nil
	}
	var taken []int
	fills := []func(context.Context, int, *int) error{fill, fill, fill}
	free := make([]*int, buffers)
	for i := range free {
		free[i] = new(int)
	}
	err := InOrder(context.Background(), n, free, fills, func(i int, b *int) error {
		waiting.Add(-1)
		require.Equal(t, i, *b)
		taken = append(taken, i)
		return nil
	})
	require.NoError(t, err)
	assert.Len(t, taken, n)
	assert.IsIncreasing(t, taken)
	assert.LessOrEqual(t, most.Load(), int32(buffers), "no more batches in flight than there are buffers")
}

func TestFillErrorEndsTheOrder(t *testing.T) {
	broken := errors.New("broken")
	fill := func(_ context.Context, i int, _ *int) error {
		if i == 3 {
			return broken
		}
		return nil
	}
	last := -1
	err := InOrder(context.Background(), 1000, []*int{new(int), new(int)}, []func(context.Context, int, *int) error{fill, fill},
		func(i int, _ *int) error { last = i; return nil })
	require.ErrorIs(t, err, broken)
	assert.Less(t, last, 3)
}
