package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// ending turns the blocks of a finished sweep into its result, in the order of the
// jobs, whatever the order in which they were played.
type ending struct {
	*program
	flags
	files *experimentFiles
	read  func(block int) *io.SectionReader
}

// write writes the result, puts it in place and tells it.
func (e *ending) write(ctx context.Context, stage *store.Stage) error {
	s := e.files.sweep
	g, err := newGathering(stage, s.Schema())
	if err != nil {
		return err
	}
	pairs, err := e.gather(ctx, g)
	if err != nil {
		return err
	}
	c, err := await(ctx, func() (record.Case, error) {
		return measure.CaseFile(s.Base, min(s.Runs, mostDraws), s.Seed), nil
	})
	if err != nil {
		return err
	}
	c.Name, c.Title = s.Name, s.Title
	files, thin, err := g.tabulate(ctx, stage, c, uint64(s.Seed))
	if err != nil {
		return err
	}
	if err := e.files.put(stage); err != nil {
		return err
	}
	if err := put(stage, "comparison.csv", func(w io.Writer) error { return writeComparison(w, pairs) }); err != nil {
		return err
	}
	warnings := slices.Concat([]string{}, c.Warnings, g.warnings())
	number, revision := build()
	found := &survey{sweep: s, contrast: contrast{pairs: pairs, finding: finding{
		files: files, seed: uint64(s.Seed), dir: e.out, warnings: warnings,
		manifest: store.Manifest{
			Version: number, Revision: revision, Experiment: s.Name, ConfigHash: s.Hash, Seed: uint64(s.Seed), Runs: g.rows,
			Mediators: s.Mediators, Counts: g.counts, Faults: g.faults, Warnings: slices.Concat(warnings, thin),
		},
	}}}
	if err := stage.Commit(found.manifest); err != nil {
		return err
	}
	if e.asJSON {
		return found.writeJSON(e.stdout)
	}
	if err := found.write(e.stdout); err != nil {
		return err
	}
	if !e.quiet {
		_, err = fmt.Fprintf(e.stderr, "The result is in %s.\n", e.out)
	}
	return err
}

// gather hands all rows on, arm by arm, and compares the mediators at each point.
func (e *ending) gather(ctx context.Context, g *gathering) ([]comparisonRow, error) {
	s := e.files.sweep
	blocks := s.Blocks()
	point := newPairing(s.Schema())
	var pairs []comparisonRow
	for arm := range s.Arms() {
		for _, block := range blocks.InOrder(arm) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			_, _, n := blocks.Of(block)
			err := unpack(e.read(block), s.Schema(), n, func(row record.Row) error {
				point.add(row)
				return g.row(row)
			})
			if err != nil {
				return nil, fmt.Errorf("block %d: %w", block, err)
			}
		}
		if (arm+1)%len(s.Mediators) == 0 {
			rows, err := point.rows()
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, rows...)
		}
	}
	return pairs, nil
}
