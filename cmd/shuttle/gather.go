package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report"
)

// gathering takes in what a plan yields: rows go to the files of the result as they
// come, the rest is kept until all runs are played.
type gathering struct {
	outcome, fault int // columns of the rows
	point          int
	replicate      int
	mediator       int

	tables  *tables
	summary *summary
	rounds  []record.RoundRow
	clauses []record.ClauseRow
	rows    int
	counts  map[string]int    // runs by outcome
	first   map[string]string // how replicate 0 ended, by mediator
	faults  int
	broken  string // the first fault, and which run it was
}

func newGathering(stage *store.Stage, schema record.Schema) (*gathering, error) {
	s, err := newSummary(schema)
	if err != nil {
		return nil, err
	}
	t, err := newTables(stage, schema)
	return &gathering{
		outcome: schema.Index("outcome"), fault: schema.Index("fault"), point: schema.Index("point"), replicate: schema.Index("replicate"),
		mediator: schema.Index("mediator"), tables: t, summary: s, counts: map[string]int{}, first: map[string]string{},
	}, err
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
	g.rows++
	g.explain(row)
	replicate, mediator, outcome := row[g.replicate].Int(), row[g.mediator].Text(), row[g.outcome].Text()
	if !row[g.fault].IsNull() {
		if g.faults++; g.faults == 1 {
			g.broken = "the first " + row[g.fault].Text()
		}
	} else {
		g.counts[outcome]++
	}
	if replicate == 0 {
		g.first[mediator] = outcome
	}
	return errors.Join(g.tables.write(row), g.summary.add(row))
}

// explain adds to a fault the command that plays its run again.
func (g *gathering) explain(row record.Row) {
	if row[g.fault].IsNull() {
		return
	}
	point := ""
	if at := row[g.point].Int(); at > 0 {
		point = fmt.Sprintf(" --point %d", at)
	}
	row[g.fault] = record.Text(fmt.Sprintf("%s; to see it: shuttle trace RESULT%s --replicate %d --mediator %s",
		row[g.fault].Text(), point, row[g.replicate].Int(), row[g.mediator].Text()))
}

// warnings are what is to be said beside every number.
func (g *gathering) warnings() []string {
	if g.faults == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d of %d runs could not be played to their end and count in no measure; %s", g.faults, g.rows, g.broken)}
}

// files completes the files that charts are drawn from and writes them; thin are
// the lines of the summary that too few runs speak for.
func (g *gathering) files(ctx context.Context, stage *store.Stage, c record.Case, seed uint64) (f report.Files, thin []string, err error) {
	f, thin, err = g.tabulate(ctx, stage, c, seed)
	if err != nil {
		return f, nil, err
	}
	f.Rounds, f.Clauses = g.rounds, g.clauses
	return f, thin, errors.Join(
		put(stage, "rounds.csv", func(w io.Writer) error { return record.WriteRounds(w, f.Rounds) }),
		put(stage, "clauses.csv", func(w io.Writer) error { return record.WriteClauses(w, f.Clauses) }),
	)
}

// tabulate writes what is known of rows alone: the rows, their summary, the case.
func (g *gathering) tabulate(ctx context.Context, stage *store.Stage, c record.Case, seed uint64) (f report.Files, thin []string, err error) {
	if err := g.tables.close(); err != nil {
		return f, nil, err
	}
	type lines struct {
		rows []record.SummaryRow
		thin []string
	}
	found, err := await(ctx, func() (l lines, err error) {
		l.rows, l.thin, err = g.summary.rows(seed)
		return l, err
	})
	if err != nil {
		return f, nil, err
	}
	f = report.Files{Case: c, Summary: found.rows}
	return f, found.thin, errors.Join(
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

// tables are runs.csv and runs.parquet, written side by side.
type tables struct {
	csv     *record.CSV
	parquet *record.Parquet
	files   [2]io.WriteCloser
}

func newTables(stage *store.Stage, schema record.Schema) (*tables, error) {
	t := &tables{}
	for i, name := range []string{"runs.csv", "runs.parquet"} {
		var err error
		if t.files[i], err = stage.Create(name); err != nil {
			return nil, err
		}
	}
	t.csv, t.parquet = record.NewCSV(t.files[0], schema), record.NewParquet(t.files[1], schema)
	return t, nil
}

func (t *tables) write(row record.Row) error {
	if err := t.csv.Write(row); err != nil {
		return err
	}
	return t.parquet.Write(row)
}

func (t *tables) close() error {
	return errors.Join(t.csv.Close(), t.parquet.Close(), t.files[0].Close(), t.files[1].Close())
}
