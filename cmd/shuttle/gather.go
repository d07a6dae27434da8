package main

import (
	"context"
	"errors"
	"io"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report"
)

// gathering takes in what a plan yields: rows go to the files of the result as they
// come, the rest is kept until all runs are played.
type gathering struct {
	*count
	tables  *tables
	summary *summary
	rounds  []record.RoundRow
	clauses []record.ClauseRow
}

func newGathering(stage *store.Stage, schema record.Schema, spans spans) (*gathering, error) {
	s, err := newSummary(schema, spans)
	if err != nil {
		return nil, err
	}
	t, err := newTables(stage, schema)
	return &gathering{count: newCount(schema), tables: t, summary: s}, err
}

// sink is where a plan's yield goes; played is shown every row first.
func (g *gathering) sink(played func(record.Row)) experiment.Sink {
	return experiment.Sink{
		Row: func(row record.Row) error {
			played(row)
			return g.row(row)
		},
		Arm: func(_ experiment.Arm, rounds []record.RoundRow, clauses []record.ClauseRow) error {
			g.rounds, g.clauses = append(g.rounds, rounds...), append(g.clauses, clauses...)
			return nil
		},
	}
}

// row takes in one run.
func (g *gathering) row(row record.Row) error {
	g.explain(row)
	g.add(row)
	return errors.Join(g.tables.write(row), g.summary.add(row))
}

// files completes the files that charts are drawn from and writes them; warnings are of
// the lines of the summary that too few runs speak for.
func (g *gathering) files(ctx context.Context, stage *store.Stage, c record.Case, seed uint64) (f report.Files, warnings []string, err error) {
	if err := g.tables.close(); err != nil {
		return f, nil, err
	}
	type lines struct {
		rows []record.SummaryRow
		thin thin
	}
	found, err := await(ctx, func() (l lines, err error) {
		l.rows, l.thin, err = g.summary.rows(seed)
		return l, err
	})
	if err != nil {
		return f, nil, err
	}
	f = report.Files{Case: c, Summary: found.rows, Rounds: g.rounds, Clauses: g.clauses, Ends: g.ends.Ends()}
	return f, found.thin.sentences(), errors.Join(
		putSummary(stage, f),
		put(stage, "rounds.csv", func(w io.Writer) error { return record.WriteRounds(w, f.Rounds) }),
		put(stage, "clauses.csv", func(w io.Writer) error { return record.WriteClauses(w, f.Clauses) }),
	)
}

// putSummary writes what every result has beside its rows.
func putSummary(stage *store.Stage, f report.Files) error {
	return errors.Join(
		put(stage, "summary.csv", func(w io.Writer) error { return record.WriteSummary(w, f.Summary) }),
		put(stage, "case.json", func(w io.Writer) error { return record.WriteCase(w, f.Case) }),
	)
}

// put writes one file of a result.
func put(stage *store.Stage, name string, write func(io.Writer) error) error {
	w, err := stage.Create(name)
	if err != nil {
		return err
	}
	if err := write(w); err != nil {
		return err // says all; Discard gives the file up
	}
	return w.Close()
}

// await waits for work that cannot be stopped, no longer than the context lasts.
func await[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		value, err := work()
		done <- outcome{value, err}
	}()
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
