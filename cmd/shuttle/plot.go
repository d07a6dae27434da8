package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"shuttle/cmd/shuttle/internal/store"
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
		RunE: func(cmd *cobra.Command, args []string) error { return d.run(cmd.Context(), args[0]) },
	}
	to := cmd.Flags()
	to.StringSliceVar(&d.drawing.only, "chart", nil, "charts to draw (default all; see shuttle list charts)")
	to.StringSliceVar(&d.drawing.formats, "format", []string{"svg", "png"}, "formats: svg, png")
	to.StringVar(&d.drawing.size, "size", report.TextWidth.Name, "place the charts are for: column, text or slide")
	to.StringVar(&d.out, "out", "", "folder of the charts (default charts in the result)")
	d.addQuiet(to)
	return cmd
}

// plotting is one call of the plot command.
type plotting struct {
	*program
	flags
	drawing drawing
}

func (d *plotting) run(ctx context.Context, dir string) error {
	if _, _, err := d.drawing.charts(); err != nil {
		return err
	}
	found, err := readFinding(dir)
	if err != nil {
		return err
	}
	data, err := found.data(0)
	if err != nil {
		return badInput{fmt.Errorf("%s: %w", dir, err)}
	}
	if d.out == "" {
		d.out = filepath.Join(dir, "charts")
	}
	if store.Stands(d.out) {
		return misuse("--out %s: a result stands there, and charts among its files would keep it from being replaced: want %s or another folder",
			d.out, filepath.Join(d.out, "charts"))
	}
	if err := os.MkdirAll(d.out, 0o777); err != nil {
		return err
	}
	notes, err := d.drawing.draw(ctx, data, func(name string, write func(io.Writer) error) error {
		at := filepath.Join(d.out, name)
		if err := store.WriteFile(at, write); err != nil {
			return err
		}
		_, err := fmt.Fprintln(d.stdout, at)
		return err
	})
	for _, note := range notes {
		d.warn(d.quiet, "%s", note)
	}
	return err
}

// readFinding reads what charts and reports need of a result.
func readFinding(dir string) (*finding, error) {
	r, err := open(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if r.Manifest.Command == "sweep" {
		return nil, misuse("%s: is a sweep: its charts of single runs are those of run and compare; its tables are summary.csv and comparison.csv", dir)
	}
	f := &finding{manifest: r.Manifest, seed: r.Manifest.Seed, dir: dir, warnings: r.Manifest.Warnings}
	var faults [5]error
	f.files.Case, faults[0] = r.Case()
	f.files.Rounds, faults[1] = r.Rounds()
	f.files.Clauses, faults[2] = r.Clauses()
	f.files.Summary, faults[3] = r.Summary()
	f.endings, faults[4] = endings(r)
	if err := errors.Join(faults[:]...); err != nil {
		return nil, badInput{err}
	}
	return f, nil
}

// endings reads how replicate 0 ended under each mediator.
func endings(r *store.Result) (map[string]string, error) {
	from, err := r.Reader("runs.csv")
	if err != nil {
		return nil, err
	}
	rows, err := record.ReadCSV(from, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: runs.csv: %w", r.Dir(), err)
	}
	column := map[string]int{}
	for i, name := range rows.Names() {
		column[name] = i
	}
	found := map[string]string{}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: runs.csv: %w", r.Dir(), err)
		}
		if row[column["replicate"]].Int() == 0 {
			found[row[column["mediator"]].Text()] = row[column["outcome"]].Text()
		}
	}
}
