package experiment

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

const small = `name: small
scenario: textbook.yaml
replicates: 450
mediators: [none, single-text]
design:
  - kind: factorial
    factors:
      - {name: floor, role: uncertainty, paths: ["parties[A].fallback.base", "parties[B].fallback.base"], levels: [0.3, 0.85]}
`

// playedBlocks is the rows of the blocks first, first + stride, …, and the blocks in order.
func playedBlocks(t *testing.T, s *Sweep, first, stride, workers int) (rows map[int]string, order []int) {
	t.Helper()
	rows = map[int]string{}
	err := s.Blocks().Play(context.Background(), first, stride, workers, func(block int, batch []record.Row, _ []byte) error {
		var b bytes.Buffer
		c := record.NewCSV(&b, s.Schema())
		for _, row := range batch {
			if err := c.Write(row); err != nil {
				return err
			}
		}
		order = append(order, block)
		if err := c.Close(); err != nil {
			return err
		}
		rows[block] = b.String()
		return nil
	})
	require.NoError(t, err)
	return rows, order
}

func TestBlocksDoNotDependOnWorkersNorOnWhereTheyBegin(t *testing.T) {
	s, err := read(t, small)
	require.NoError(t, err)
	n := s.Blocks().Len()
	all, order := playedBlocks(t, s, 0, 1, 1)
	assert.Equal(t, 84, n, "21 turns of 22 runs, the last of 10, of four arms")
	for i, b := range order {
		require.Equal(t, i, b)
	}
	many, _ := playedBlocks(t, s, 0, 1, 16)
	assert.Equal(t, all, many)
	for _, part := range [][2]int{{5, 1}, {0, 3}, {1, 3}, {2, 3}, {n - 1, 1}, {n, 1}} {
		some, order := playedBlocks(t, s, part[0], part[1], 2)
		for _, b := range order {
			require.Equal(t, all[b], some[b], "block %d from %d by %d", b, part[0], part[1])
		}
		assert.Len(t, order, (n-part[0]+part[1]-1)/part[1])
	}
}

// In turn the blocks hold the first runs of every arm, then the next; arm by arm
// they hold every run once, in order.
func TestBlocksCoverEveryRunOnce(t *testing.T) {
	s, err := read(t, small)
	require.NoError(t, err)
	b := s.Blocks()
	for i, want := range []string{"0 0 22", "1 0 22", "3 0 22", "2 0 22", "1 22 22", "3 22 22", "2 22 22", "0 22 22"} {
		arm, first, n := b.Of(i)
		assert.Equal(t, want, fmt.Sprint(arm, first, n), i)
	}
	seen := 0
	for arm := range s.Arms() {
		next := 0
		for turn := range b.Turns() {
			at, first, n := b.Of(b.At(arm, turn))
			require.Equal(t, arm, at)
			require.Equal(t, next, first)
			next += n
			seen++
		}
		assert.Equal(t, s.Runs, next)
	}
	assert.Equal(t, b.Len(), seen)
}

// However a sweep is cut short or dealt out, its arms are played about as often: nobody
// is left with one mediator only.
func TestPartsOfASweepAreBalanced(t *testing.T) {
	s, err := read(t, strings.Replace(small, "levels: [0.3, 0.85]", "lo: 0.2, hi: 0.8, steps: 6", 1))
	require.NoError(t, err)
	b := s.Blocks()
	played := func(from, to, stride int) (byMediator map[string]int, byArm map[int]int) {
		byMediator, byArm = map[string]int{}, map[int]int{}
		for i := from; i < to; i += stride {
			arm, _, n := b.Of(i)
			byMediator[s.Mediators[arm%2]] += n
			byArm[arm] += n
		}
		return byMediator, byArm
	}
	_, byArm := played(0, b.Len()/3, 1)
	least, most := s.Runs, 0
	for arm := range s.Arms() {
		least, most = min(least, byArm[arm]), max(most, byArm[arm])
	}
	assert.LessOrEqual(t, most-least, 22, "one block, where a third was played")
	assert.Greater(t, least, 100)
	for _, parts := range []int{2, 3, 4, 6} {
		for k := range parts {
			byMediator, _ := played(k, b.Len(), parts)
			share := float64(byMediator["none"]) / float64(byMediator["none"]+byMediator["single-text"])
			assert.InDelta(t, .5, share, .06, "part %d of %d", k+1, parts)
		}
	}
}

// With fallbacks at 0.85 each there is nothing to agree on, at 0.3 there is a lot;
// replicates share their seed at every point.
func TestKnownAnswersOfASweep(t *testing.T) {
	s, err := read(t, small)
	require.NoError(t, err)
	schema := s.Schema()
	agreed, seeds := map[float64]int{}, map[int64]int64{}
	err = s.Blocks().Play(context.Background(), 0, 1, 2, func(_ int, rows []record.Row, _ []byte) error {
		for _, row := range rows {
			floor, _ := row[schema.Index("floor")].Number()
			if row[schema.Index("mediator")].Text() == "single-text" && row[schema.Index("agreement")].Flag() {
				agreed[floor]++
			}
			r, seed := row[schema.Index("replicate")].Int(), row[schema.Index("seed")].Int()
			if earlier, ok := seeds[r]; ok {
				require.Equal(t, earlier, seed)
			}
			seeds[r] = seed
		}
		return nil
	})
	require.NoError(t, err)
	assert.Equal(t, map[float64]int{.3: 450}, agreed)
	assert.Len(t, seeds, 450)
}

func TestBlocksEndEarly(t *testing.T) {
	s, err := read(t, small)
	require.NoError(t, err)
	full := errors.New("disk full")
	err = s.Blocks().Play(context.Background(), 0, 1, 2, func(int, []record.Row, []byte) error { return full })
	require.ErrorIs(t, err, full)
	ctx, cancel := context.WithCancel(context.Background())
	err = s.Blocks().Play(ctx, 0, 1, 2, func(block int, _ []record.Row, _ []byte) error { cancel(); return nil })
	require.ErrorIs(t, err, context.Canceled)
	require.Error(t, s.Blocks().Play(context.Background(), 0, 0, 1, nil))
}
