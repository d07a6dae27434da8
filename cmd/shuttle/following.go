package main

import (
	"context"
	"fmt"
	"io"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/record"
)

// followed is what went on round by round in every arm of a sweep.
type followed struct {
	rounds  []record.RoundRow
	clauses []record.ClauseRow
}

// follow reads the courses of the runs, arm by arm; of each, one block is in memory.
// Nothing is read where they are not kept.
func (e *ending) follow(ctx context.Context) (f followed, err error) {
	s := e.files.sweep
	if !e.kept {
		return f, nil
	}
	blocks, read := s.Blocks(), unpacker{columns: len(s.Schema())}
	for arm := range s.Arms() {
		if err := ctx.Err(); err != nil {
			return f, err
		}
		one, err := s.Follow(arm)
		if err != nil {
			return f, err
		}
		for turn := range blocks.Turns() {
			block := blocks.At(arm, turn)
			rows, err := e.block(&read, block)
			if err != nil {
				return f, err
			}
			if err := one.Add(read.courses, len(rows)); err != nil {
				return f, fmt.Errorf("block %d: %w", block, err)
			}
		}
		rounds, clauses := one.Rows()
		f.rounds, f.clauses = append(f.rounds, rounds...), append(f.clauses, clauses...)
	}
	return f, nil
}

// put writes rounds.csv and clauses.csv, where there are any.
func (f followed) put(stage *store.Stage) error {
	if f.rounds == nil {
		return nil
	}
	if err := put(stage, "rounds.csv", func(w io.Writer) error { return record.WriteRounds(w, f.rounds) }); err != nil {
		return err
	}
	return put(stage, "clauses.csv", func(w io.Writer) error { return record.WriteClauses(w, f.clauses) })
}

// courses reads what a sweep says round by round; older results and large sweeps say
// nothing.
func (f *finding) courses(r *store.Result) (err error) {
	if _, absent := r.Reader("rounds.csv"); absent != nil {
		return nil
	}
	if f.files.Rounds, err = r.Rounds(); err != nil {
		return err
	}
	f.files.Clauses, err = r.Clauses()
	return err
}
