package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/experiment"
	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/report"
	"shuttle/sim/report/words"
)

// ending turns the blocks of a finished sweep into its result, in the order of the
// jobs, whatever the order in which they were played.
type ending struct {
	*program
	flags
	files   *experimentFiles
	read    func(block int) *io.SectionReader
	drawing drawing
	kept    bool // blocks hold the courses of their runs
}

// write writes the result, puts it in place and tells it.
func (e *ending) write(ctx context.Context, stage *store.Stage) error {
	kept, why := e.files.sweep.Followed()
	e.kept = kept
	s := e.files.sweep
	counts, found, err := e.gather(ctx, stage)
	if err != nil {
		return err
	}
	courses, err := e.follow(ctx)
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
	warnings := slices.Concat([]string{}, c.Warnings, counts.warnings(e.out))
	if why != "" {
		warnings = append(warnings, why)
	}
	number, revision := build()
	told := &survey{sweep: s, points: found.points, contrast: contrast{pairs: found.pairs, finding: finding{
		files: e.chartFiles(c, found, counts, courses), seed: uint64(s.Seed), dir: e.out, warnings: warnings, measures: s.Measures,
		manifest: store.Manifest{
			Version: number, Revision: revision, Program: executable(), Experiment: s.Name, ConfigHash: s.Hash, Seed: uint64(s.Seed), Runs: counts.rows,
			Mediators: s.Mediators, Counts: counts.counts, Faults: counts.faults, Warnings: slices.Concat(warnings, found.thin),
		},
	}}}
	if err := errors.Join(told.put(stage, e.files), courses.put(stage)); err != nil {
		return err
	}
	if err := e.draw(ctx, &told.finding, stage); err != nil {
		return err
	}
	return e.tell(told, stage)
}

// gather writes the rows, and studies them.
func (e *ending) gather(ctx context.Context, stage *store.Stage) (counts *count, found *studied, err error) {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return e.columnar(ctx, stage) })
	group.Go(func() (err error) {
		if counts, err = e.tabulate(ctx, stage); err == nil {
			found, err = e.study(ctx)
		}
		return err
	})
	err = group.Wait()
	return counts, found, err
}

// chartFiles are what charts are drawn from.
func (e *ending) chartFiles(c record.Case, found *studied, counts *count, courses followed) report.Files {
	f := report.Files{Case: c, Rounds: courses.rounds, Clauses: courses.clauses, Summary: found.summary, Halves: found.halves, Ends: counts.ends.Ends(), Design: designFor(e.files.sweep)}
	for i := range found.pairs {
		f.Comparison = append(f.Comparison, found.pairs[i].line())
	}
	f.Points = pointLines(found.points)
	return f
}

// draw stages the charts.
func (e *ending) draw(ctx context.Context, f *finding, stage *store.Stage) error {
	e.drawing.usual = e.files.sweep.Charts
	notes, err := e.drawing.into(ctx, f, stage)
	for _, note := range notes {
		e.warn(e.quiet, "%s", note)
	}
	return err
}

// tell puts the result in place and tells it.
func (e *ending) tell(found *survey, stage *store.Stage) error {
	if err := stage.Commit(found.manifest); err != nil {
		return err
	}
	if e.asJSON {
		return found.writeJSON(e.stdout)
	}
	if err := found.write(e.stdout); err != nil {
		return err
	}
	if e.quiet {
		return nil
	}
	_, err := fmt.Fprintf(e.stderr, "The result is in %s.\n", e.out)
	return err
}

// hands is how many processors may be used.
func (e *ending) hands() int { return max(1, min(e.workers, runtime.NumCPU())) }

// page is a block on its way into the files of rows.
type page struct {
	unpacker
	rows  []record.Row
	lines []byte
}

// tabulate writes the rows of all arms to runs.csv, one after the other, and counts them.
// Blocks are read and put into words by several hands, and written by one.
func (e *ending) tabulate(ctx context.Context, stage *store.Stage) (*count, error) {
	s := e.files.sweep
	schema, blocks := s.Schema(), s.Blocks()
	file, err := stage.Create("runs.csv")
	if err != nil {
		return nil, err
	}
	counts, out := newCount(schema), record.NewCSV(file, schema)
	perArm := blocks.Turns()
	fill := func(_ context.Context, i int, p *page) error {
		var err error
		if p.rows, err = e.block(&p.unpacker, blocks.At(i/perArm, i%perArm)); err != nil {
			return err
		}
		p.lines = p.lines[:0]
		for _, row := range p.rows {
			counts.explain(row)
			p.lines = record.AppendLine(p.lines, row)
		}
		return nil
	}
	err = experiment.InOrder(ctx, blocks.Len(), e.pages(len(schema)), slices.Repeat([]func(context.Context, int, *page) error{fill}, e.hands()),
		func(_ int, p *page) error {
			for _, row := range p.rows {
				counts.add(row)
			}
			return out.Lines(p.lines)
		})
	if err != nil {
		return nil, err
	}
	return counts, errors.Join(out.Close(), file.Close())
}

func (e *ending) pages(columns int) []*page {
	pages := make([]*page, 2*e.hands()+1)
	for i := range pages {
		pages[i] = &page{unpacker: unpacker{columns: columns}}
	}
	return pages
}

// block reads the rows of a block.
func (e *ending) block(into *unpacker, block int) ([]record.Row, error) {
	_, _, n := e.files.sweep.Blocks().Of(block)
	rows, err := into.rows(e.read(block), n)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", block, err)
	}
	if len(into.courses) > 0 && !e.kept {
		return nil, fmt.Errorf("block %d: holds more than %s", block, words.Plural(n, "run", "runs"))
	}
	return rows, nil
}
