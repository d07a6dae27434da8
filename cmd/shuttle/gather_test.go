package main

import (
	"context"
	"math"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// rowOf is a run of a made-up pair of parties that was signed on a day.
func rowOf(s record.Schema, replicate int, outcome string, day float64) record.Row {
	row := make(record.Row, len(s))
	measure.Fault(row, &measure.ID{Experiment: "e", Replicate: replicate, Mediator: "m"}, "")
	row[s.Index("fault")] = record.Null()
	row[s.Index("outcome")] = record.Text(outcome)
	row[s.Index("agreement")] = record.Flag(outcome == "holds")
	row[s.Index("day")] = record.Float(day)
	return row
}

func TestGatheringCountsFaultsApart(t *testing.T) {
	s := measure.Schema([]string{"A", "B"}, nil)
	stage, err := store.Begin(filepath.Join(t.TempDir(), "r"), "run")
	require.NoError(t, err)
	defer stage.Discard()
	g, err := newGathering(stage, s, spans{horizon: 60, watch: 5})
	require.NoError(t, err)
	broken := make(record.Row, len(s))
	measure.Fault(broken, &measure.ID{Experiment: "e", Replicate: 2, Mediator: "m"}, "broke off: why")
	for _, row := range []record.Row{rowOf(s, 0, "holds", 7), rowOf(s, 1, "stalemate", 9), broken, rowOf(s, 3, "holds", math.Inf(1))} {
		require.NoError(t, g.row(row))
	}
	assert.Equal(t, 4, g.rows)
	assert.Equal(t, map[string]int{"holds": 2, "stalemate": 1}, g.counts)
	assert.Equal(t, map[string]string{"m": "holds"}, g.first)
	assert.Equal(t, []string{"1 of 4 runs could not be played to their end and count in no measure; the first: broke off: why; to see it: shuttle trace results/e --replicate 2 --mediator m"}, g.warnings("results/e"))

	files, thin, err := g.files(context.Background(), stage, record.Case{Name: "e"}, 1)
	require.NoError(t, err)
	found := map[string]record.SummaryRow{}
	for _, r := range files.Summary {
		found[r.Measure] = r
	}
	assert.Equal(t, 3, found["agreement"].N)
	assert.InDelta(t, 2./3, found["outcome.holds"].Estimate, 1e-12)
	assert.Equal(t, 3, found["outcome.holds"].N, "a run with a fault has no outcome")
	assert.Equal(t, 2, found["day"].N, "a number that is not finite is left out")
	assert.Equal(t, 8.0, found["day"].Estimate)
	assert.Contains(t, thin, "1 number was not finite and is left out of the summary")
}

func TestFaultsSayHowToPlayThemAgain(t *testing.T) {
	s := measure.Schema([]string{"A", "B"}, nil)
	g := newCount(s)
	row := make(record.Row, len(s))
	measure.Fault(row, &measure.ID{Point: 12, Replicate: 7, Mediator: "M"}, "broke off")
	g.explain(row)
	assert.Equal(t, "broke off; to see it: shuttle trace RESULT --point 12 --replicate 7 --mediator M", row[g.fault].Text())
	sound := rowOf(s, 0, "holds", 3)
	g.explain(sound)
	assert.True(t, sound[g.fault].IsNull())
}

func TestAwaitEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	block := make(chan struct{})
	defer close(block)
	_, err := await(ctx, func() (int, error) { <-block; return 1, nil })
	require.ErrorIs(t, err, context.Canceled)
	x, err := await(context.Background(), func() (int, error) { return 2, nil })
	require.NoError(t, err)
	assert.Equal(t, 2, x)
}
