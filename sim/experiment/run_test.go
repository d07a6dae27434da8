package experiment

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/mediator"
	"shuttle/agents/oracle"
	"shuttle/sim/document"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// compiled is a shipped scenario with patches.
func compiled(t testing.TB, name string, patches ...string) *scenario.Scenario {
	t.Helper()
	src, err := os.ReadFile("../../configs/" + name + ".yaml")
	require.NoError(t, err)
	doc, err := document.Parse(name+".yaml", src)
	require.NoError(t, err)
	for i := 0; i+1 < len(patches); i += 2 {
		require.NoError(t, doc.Patch(patches[i], patches[i+1]))
	}
	s, err := scenario.Compile(doc)
	require.NoError(t, err)
	return s
}

// one is an arm without factors.
func one(s *scenario.Scenario) Arm { return Arm{Scenario: s} }

// bytesOf is everything a plan yields, as bytes.
func bytesOf(t testing.TB, p Plan, workers int) (rows, rounds, clauses string) {
	t.Helper()
	var r, o, c bytes.Buffer
	csv := record.NewCSV(&r, p.Schema())
	err := Run(context.Background(), p, workers, Sink{
		Row: csv.Write,
		Arm: func(_ Arm, rr []record.RoundRow, cr []record.ClauseRow) error {
			return errors.Join(record.WriteRounds(&o, rr), record.WriteClauses(&c, cr))
		},
	})
	require.NoError(t, err)
	require.NoError(t, csv.Close())
	return r.String(), o.String(), c.String()
}

func TestBytesDoNotDependOnWorkers(t *testing.T) {
	p := Plan{Runs: 150, Seed: 7, Arms: []Arm{
		one(compiled(t, "miami")), one(compiled(t, "miami", "talks.mediator", "none")),
	}}
	rows, rounds, clauses := bytesOf(t, p, 1)
	for _, workers := range []int{2, 16} {
		r, o, c := bytesOf(t, p, workers)
		assert.Equal(t, rows, r, "rows with %d workers", workers)
		assert.Equal(t, rounds, o, "rounds with %d workers", workers)
		assert.Equal(t, clauses, c, "clauses with %d workers", workers)
	}
	assert.Len(t, bytes.Split([]byte(rows), []byte("\n")), 2*150+2, "a row a run, a header, the end")
}

// brittle is a scenario whose mediator breaks when it is called for the n-th time,
// from 0.
func brittle(t testing.TB, n int64) *scenario.Scenario {
	s := compiled(t, "textbook")
	sound := s.Case.Mediator.Make
	var called atomic.Int64
	s.Case.Mediator.Make = func(b *talks.Binder) agents.MediatorMaker {
		maker := sound(b)
		return agents.MediatorMaker{Spec: maker.Spec, New: func(brief *mediator.Brief, truth oracle.Truth) mediator.Strategy {
			if called.Add(1) == n+1 {
				panic("a broken invariant")
			}
			return maker.New(brief, truth)
		}}
	}
	return s
}

func TestPanicIsAFaultOfItsRun(t *testing.T) {
	p := Plan{Arms: []Arm{one(brittle(t, 70))}, Runs: 200, Seed: 3}
	fault, outcome := p.Schema().Index("fault"), p.Schema().Index("outcome")
	n, agreed := 0, 0
	err := Run(context.Background(), p, 1, Sink{
		Row: func(row record.Row) error {
			require.Equal(t, int64(n), row[2].Int(), "rows come in order")
			require.Equal(t, n == 70, row[outcome].IsNull(), "replicate %d", n)
			require.Equal(t, n == 70, !row[fault].IsNull())
			if n == 70 {
				assert.Equal(t, "broke off: a broken invariant (master seed 3, replicate 70)", row[fault].Text())
				assert.Equal(t, int64(rng.Derive(3, 70)), row[3].Int())
			}
			n++
			return nil
		},
		Arm: func(_ Arm, rounds []record.RoundRow, _ []record.ClauseRow) error {
			agreed = find(t, rounds, "agreed", 1, record.AllRuns).N
			return nil
		},
	})
	require.NoError(t, err)
	assert.Equal(t, 200, n)
	assert.Equal(t, 199, agreed, "the run counts in its row only")
}

func TestCancelIsQuick(t *testing.T) {
	s := compiled(t, "miami")
	ctx, cancel := context.WithCancel(context.Background())
	rows := 0
	err := Run(ctx, Plan{Arms: []Arm{one(s)}, Runs: 10_000_000}, 2, Sink{Row: func(record.Row) error {
		if rows++; rows == 100 {
			cancel()
		}
		return nil
	}})
	require.ErrorIs(t, err, context.Canceled)
	assert.Less(t, rows, 10_000)
}

func TestSinkErrorEndsThePlan(t *testing.T) {
	s := compiled(t, "textbook")
	full := errors.New("disk full")
	err := Run(context.Background(), Plan{Arms: []Arm{one(s)}, Runs: 10_000_000}, 2,
		Sink{Row: func(record.Row) error { return full }})
	require.ErrorIs(t, err, full)
}

func TestPlansThatCannotBePlayed(t *testing.T) {
	a := one(compiled(t, "textbook"))
	for _, tt := range []struct {
		name    string
		plan    Plan
		workers int
		want    string
	}{
		{"no runs", Plan{Arms: []Arm{a}}, 1, "runs must be at least 1, have 0"},
		{"no workers", Plan{Arms: []Arm{a}, Runs: 1}, 0, "workers must be at least 1, have 0"},
		{"no arms", Plan{Runs: 1}, 1, "the plan has nothing to play"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.EqualError(t, Run(context.Background(), tt.plan, tt.workers, Sink{}), tt.want)
		})
	}
}

func TestSlotsCoverEveryRunOnce(t *testing.T) {
	for _, tt := range []struct{ runs, inBatch, arms int }{{1, 1, 1}, {64, 64, 2}, {65, 64, 3}, {130, 64, 1}, {7, 3, 4}} {
		t.Run(fmt.Sprint(tt), func(t *testing.T) {
			s := slots{runs: tt.runs, inBatch: tt.inBatch}
			arm, next := 0, 0
			for b := range tt.arms * s.perArm() {
				a, first, n := s.of(b)
				if next == tt.runs {
					arm, next = arm+1, 0
				}
				require.Equal(t, arm, a)
				require.Equal(t, next, first)
				require.Positive(t, n)
				next += n
			}
			assert.Equal(t, tt.arms-1, arm)
			assert.Equal(t, tt.runs, next)
		})
	}
}
