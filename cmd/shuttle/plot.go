package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report"
)

func (p *program) plotCommand() *cobra.Command {
	d := plotting{program: p}
	cmd := &cobra.Command{
		Use:   "plot RESULT",
		Short: "Draw the charts of a result again",
		Long: `plot draws charts from the files of a result, each with its caption in a text file
beside it. It never plays a run.`,
		Example: `  # One chart at the width of a journal's column.
  shuttle plot results/textbook --chart outcomes --size column --out figures`,
		Args: only("a result"),
		RunE: func(cmd *cobra.Command, args []string) error {
			d.one = cmd.Flags().Changed("point")
			return d.run(cmd.Context(), args[0])
		},
	}
	to := cmd.Flags()
	d.drawing.strict = true
	to.StringSliceVar(&d.drawing.only, "chart", nil, "charts to draw (default the usual of this kind of result, or those that its experiment names; see shuttle list charts)")
	to.StringSliceVar(&d.drawing.formats, "format", []string{"svg", "png"}, "formats: svg, png")
	to.StringVar(&d.drawing.size, "size", report.TextWidth.Name, "place the charts are for: column, text or slide")
	to.StringVar(&d.drawing.mediator, "mediator", "", "mediator of the charts that show one (default the last that does not see the truth)")
	to.StringSliceVar(&d.drawing.measures, "measure", nil, "measures to show, where a chart has a choice (default the usual; see shuttle list measures)")
	to.Float64Var(&d.drawing.threshold, "contour", 0.5, "share of runs at which heat maps draw their line, above 0 and below 1")
	to.IntVar(&d.point, "point", 0, "design point of a sweep whose charts to draw, as those of a run (default all points together)")
	to.StringVar(&d.out, "out", "", "folder of the charts (default charts in the result)")
	d.addQuiet(to)
	return cmd
}

// plotting is one call of the plot command.
type plotting struct {
	*program
	flags
	drawing drawing
	point   int
	one     bool // draw that point only
}

func (d *plotting) run(ctx context.Context, dir string) error {
	if _, _, err := d.drawing.charts(); err != nil {
		return err
	}
	if !(d.drawing.threshold > 0 && d.drawing.threshold < 1) {
		return misuse("--contour must be above 0 and below 1, have %g", d.drawing.threshold)
	}
	found, err := readFinding(dir)
	if err != nil {
		return err
	}
	if points := len(found.files.Design.Points); d.one && (d.point < 0 || d.point >= points) {
		return misuse("--point %d: want one of the sweep's points, from 0 to %d; runs and comparisons have none", d.point, max(0, points-1))
	} else if d.one {
		found.point = &d.point
	}
	data, err := found.data()
	if err != nil {
		return badInput{fmt.Errorf("%s: %w", dir, err)}
	}
	if d.out == "" && d.one {
		return misuse("--point %d: name another folder with --out: the charts of the whole sweep have the same names", d.point)
	} else if d.out == "" {
		d.out = filepath.Join(dir, "charts")
	}
	if !d.one {
		d.drawing.usual = found.charts
	}
	notes, err := d.drawing.to(ctx, data, d.out, func(at string) error {
		_, err := fmt.Fprintln(d.stdout, at)
		return err
	})
	for _, note := range notes {
		d.warn(d.quiet, "%s", note)
	}
	return err
}

// to draws the charts of data into a folder; drawn is told of every file.
func (d drawing) to(ctx context.Context, data report.Data, folder string, drawn func(at string) error) (notes []string, err error) {
	if store.Stands(folder) {
		return nil, misuse("--out %s: a result stands there, and charts among its files would keep it from being replaced: want %s or another folder",
			folder, filepath.Join(folder, "charts"))
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, err
	}
	return d.draw(ctx, data, func(name string, write func(io.Writer) error) error {
		at := filepath.Join(folder, name)
		if err := store.WriteFile(at, write); err != nil {
			return err
		}
		return drawn(at)
	})
}

// readFinding reads what charts and reports need of a result.
func readFinding(dir string) (*finding, error) {
	r, err := open(dir)
	if err != nil {
		return nil, unfinished(dir, err)
	}
	defer r.Close()
	if _, err := r.Reader(journalFile); err == nil {
		return nil, misuse("%s: is part of a sweep, which has no charts by itself: join all parts with shuttle merge", dir)
	}
	f := &finding{manifest: r.Manifest, seed: r.Manifest.Seed, dir: dir, warnings: r.Manifest.Warnings}
	if err := f.read(r); err != nil {
		return nil, badInput{err}
	}
	return f, nil
}

// read reads the files that this kind of result has.
func (f *finding) read(r *store.Result) error {
	var faults [5]error
	f.files.Case, faults[0] = r.Case()
	f.files.Summary, faults[1] = r.Summary()
	faults[2] = f.readRows(r)
	if f.manifest.Command != "run" {
		f.files.Comparison, faults[3] = r.Comparison()
	}
	if f.manifest.Command == "sweep" {
		files, err := experimentOf(r)
		if err != nil {
			return errors.Join(append(faults[:], err)...)
		}
		f.files.Design = designFor(files.sweep)
		f.charts, f.measures = files.sweep.Charts, files.sweep.Measures
		if holds(r, "halves.csv") { // not in results of earlier programs
			if err := take(&f.files.Halves, r.Halves); err != nil {
				return errors.Join(append(faults[:], err)...)
			}
		}
		if holds(r, "points.csv") {
			if err := take(&f.files.Points, r.Points); err != nil {
				return errors.Join(append(faults[:], err)...)
			}
		}
		return errors.Join(append(faults[:], f.courses(r))...)
	}
	var more [2]error
	f.files.Rounds, more[0] = r.Rounds()
	f.files.Clauses, more[1] = r.Clauses()
	return errors.Join(append(faults[:], more[:]...)...)
}

// designFor is a sweep's design as charts want it.
func designFor(s *experiment.Sweep) report.Design {
	var g report.Design
	g.Walk, g.Step = s.Trajectory()
	for _, f := range s.Factors {
		g.Factors = append(g.Factors, report.Factor{
			Name: f.Name, Label: f.Label, Unit: f.Unit, Note: f.Note, Lever: f.Lever, Coercive: f.Coercive(), Deadline: slices.Contains(f.Paths, "talks.deadline.day"),
		})
	}
	for _, levels := range s.Points {
		point := make([]record.Value, len(levels))
		for i, l := range levels {
			point[i] = l.Value
		}
		g.Points = append(g.Points, point)
	}
	return g
}

// readRows reads from the rows what became of the runs, and how replicate 0 ended
// under each mediator.
func (f *finding) readRows(r *store.Result) error {
	from, err := r.Reader("runs.csv")
	if err != nil {
		return err
	}
	rows, err := record.ReadCSV(from, nil)
	if err != nil {
		return fmt.Errorf("%s: runs.csv: %w", r.Dir(), err)
	}
	column := map[string]int{}
	for i, name := range rows.Names() {
		column[name] = i
	}
	ends := report.NewGatherer(rows.Names())
	f.endings = map[string]string{}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			f.files.Ends = ends.Ends()
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: runs.csv: %w", r.Dir(), err)
		}
		ends.Add(row)
		if row[column["replicate"]].Int() == 0 {
			f.endings[row[column["mediator"]].Text()] = row[column["outcome"]].Text()
		}
	}
}
