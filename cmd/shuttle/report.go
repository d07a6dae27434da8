package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"shuttle/cmd/shuttle/internal/store"
	reportpage "shuttle/sim/report/page"
)

func (p *program) reportCommand() *cobra.Command {
	r := reporting{program: p}
	cmd := &cobra.Command{
		Use:   "report RESULT",
		Short: "Write a result as one page to read, print and pass on",
		Long: `report writes a result as one HTML page that needs nothing else, no network and no
other file: question and answer, charts, tables, every assumption with its basis, what
was switched off, warnings, how to make it again. It never plays a run. With --pdf an
installed Chromium or Chrome also prints the page.`,
		Example: `  # The page to read, and the same on paper.
  shuttle report results/textbook --pdf`,
		Args: only("a result"),
		RunE: func(cmd *cobra.Command, args []string) error { return r.run(cmd.Context(), args[0]) },
	}
	to := cmd.Flags()
	to.StringVar(&r.out, "out", "", "file of the page (default report.html in the result)")
	to.BoolVar(&r.pdf, "pdf", false, "also print the page, as PDF beside it, with the Chromium or Chrome that is installed")
	r.addQuiet(to)
	return cmd
}

// reporting is one call of the report command.
type reporting struct {
	*program
	flags
	pdf bool
}

func (r *reporting) run(ctx context.Context, dir string) error {
	if r.out == "" {
		r.out = filepath.Join(dir, store.ReportName)
	}
	if err := checkPage(r.out); err != nil {
		return err
	}
	data, err := r.data(dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(r.out), 0o777); err != nil {
		return err
	}
	if err := store.WriteFile(r.out, func(w io.Writer) error { return reportpage.Write(w, data) }); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(r.stdout, r.out); err != nil || !r.pdf {
		return err
	}
	paper := strings.TrimSuffix(r.out, filepath.Ext(r.out)) + ".pdf"
	if err := printPage(ctx, r.out, paper); err != nil {
		return err
	}
	_, err = fmt.Fprintln(r.stdout, paper)
	return err
}

// checkPage refuses names that a page should not have.
func checkPage(name string) error {
	if ending := filepath.Ext(name); !strings.EqualFold(ending, ".html") {
		return misuse("--out %s: names the page, want a name that ends in .html", name)
	}
	if folder := filepath.Dir(name); store.Stands(folder) && filepath.Base(name) != store.ReportName {
		return misuse("--out %s: a result stands in %s, and other files among its own would keep it from being replaced: want %s or another folder",
			name, folder, store.ReportName)
	}
	return nil
}

// data is what the report says of a result.
func (r *reporting) data(dir string) (reportpage.Data, error) {
	result, err := open(dir)
	if err != nil {
		return reportpage.Data{}, unfinished(dir, err)
	}
	defer result.Close()
	if _, err := result.Reader(journalFile); err == nil {
		return reportpage.Data{}, misuse("%s: is part of a sweep, which says nothing by itself: join all parts with shuttle merge and report on what it writes", dir)
	}
	data, err := reportOf(result)
	if err != nil {
		return reportpage.Data{}, badInput{err}
	}
	return data, r.drawFigures(dir, &data)
}

// unfinished says of a folder that is no result what it may yet become.
func unfinished(dir string, err error) error {
	if _, at := os.Stat(journalOf(dir)); at != nil {
		return err
	}
	return badInput{errors.Join(err, fmt.Errorf("%s: holds the runs of a sweep that was stopped: the same sweep command continues it and writes the result", journalOf(dir)))}
}
