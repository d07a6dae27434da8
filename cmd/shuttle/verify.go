package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/document"
	"shuttle/sim/report/words"
	"shuttle/sim/rng"
	"shuttle/sim/verify"
)

func (p *program) verifyCommand() *cobra.Command {
	v := verifying{program: p}
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Hold the model against theory and published facts",
		Long: `verify plays the scenarios of configs/verify through the same engine, parties and
mediators as every other command, and sets what comes out beside what bargaining
theory says exactly, what was published, and what is on record of mediation. It
prints a table, writes verify.csv and a page, verify.md, and ends with exit code 1
when a row fails that has an exact answer. A fact that the model does not
reproduce is told as not reproduced.`,
		Example: `  # Two checks only, at full size.
  shuttle verify --check X2,X3 --full`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misuse("verify wants no argument, have %s", strings.Join(args, " "))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := v.check(cmd.Flags()); err != nil {
				return err
			}
			return v.verify(cmd.Context())
		},
	}
	to := cmd.Flags()
	to.BoolVar(&v.full, "full", false, "play all that is drawn five times as often")
	to.StringSliceVar(&v.only, "check", nil, "checks to play (default all)")
	to.StringVar(&v.configs, "configs", filepath.Join("configs", "verify"), "folder of the scenarios")
	to.StringVar(&v.out, "out", filepath.Join("results", "verify"), "folder of the result")
	v.addSeed(to)
	v.addWorkers(to)
	v.addJSON(to)
	v.addQuiet(to)
	cmd.AddCommand(p.verifySpeedCommand())
	return cmd
}

// verifying is one call of the verify command.
type verifying struct {
	*program
	flags
	full    bool
	only    []string
	configs string
}

func (v *verifying) verify(ctx context.Context) error {
	checks, err := v.chosen()
	if err != nil {
		return err
	}
	if _, err := os.Stat(v.configs); err != nil {
		return misuse("--configs %s: there is no such folder: run shuttle in its source folder, or name the folder", v.configs)
	}
	stage, err := begin(v.out, "verify")
	if err != nil {
		return err
	}
	defer stage.Discard()
	defer v.limit()()
	lab := verify.NewLab(v.open, v.size(), rng.Seed(v.seed))
	rows, err := await(ctx, func() ([]verify.Row, error) { return v.play(ctx, lab, checks) })
	if err != nil {
		return err
	}
	if err := v.result(stage, lab, rows); err != nil {
		return err
	}
	if err := v.print(rows); err != nil {
		return err
	}
	if verify.Failed(rows) {
		return errors.New("the model does not do what theory says it must: see the rows that fail")
	}
	return nil
}

// chosen are the checks to play.
func (v *verifying) chosen() ([]verify.Check, error) {
	all := verify.Checks()
	if len(v.only) == 0 {
		return all, nil
	}
	var names []string
	for _, c := range all {
		if !slices.Contains(names, c.ID) {
			names = append(names, c.ID)
		}
	}
	for _, name := range v.only {
		if !slices.Contains(names, name) {
			return nil, misuse("--check %s: %s", name, oneOf(name, names))
		}
	}
	return slices.DeleteFunc(all, func(c verify.Check) bool { return !slices.Contains(v.only, c.ID) }), nil
}

// size is how much is played.
func (v *verifying) size() float64 {
	if v.full {
		return verify.Full
	}
	return 1
}

// play plays the checks side by side and keeps the rows in their order.
func (v *verifying) play(ctx context.Context, lab *verify.Lab, checks []verify.Check) ([]verify.Row, error) {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(v.workers)
	var parts []*[]verify.Row
	for i := range checks {
		for part := range checks[i].Trials() {
			rows := new([]verify.Row)
			parts = append(parts, rows)
			group.Go(func() (err error) {
				if err := ctx.Err(); err != nil {
					return err
				}
				*rows, err = checks[i].Play(lab, part)
				return err
			})
		}
	}
	if err := group.Wait(); err != nil {
		return nil, faulty(err)
	}
	var all []verify.Row
	for _, rows := range parts {
		all = append(all, *rows...)
	}
	return all, nil
}

// open reads a scenario of the checks.
func (v *verifying) open(name string) ([]byte, error) {
	path := filepath.Join(v.configs, name)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, badInput{plain(path, err)}
	}
	return text, nil
}

// faulty tells faults of a file, which the user can put right, from other failures.
func faulty(err error) error {
	var faults document.Faults
	if errors.As(err, &faults) || errors.Is(err, fs.ErrNotExist) {
		return badInput{err}
	}
	return err
}

// result writes the rows and the page.
func (v *verifying) result(stage *store.Stage, lab *verify.Lab, rows []verify.Row) error {
	assumed, err := lab.Assumed()
	if err != nil {
		assumed = "The case in which facts are looked for does not lie beside the scenarios of the checks."
	}
	err = put(stage, "verify.csv", func(w io.Writer) error { return verify.WriteCSV(w, rows) })
	if err != nil {
		return err
	}
	err = put(stage, "verify.md", func(w io.Writer) error { return verify.WritePage(w, rows, assumed) })
	if err != nil {
		return err
	}
	number, revision := build()
	runs := 0
	for i := range rows {
		runs += rows[i].Runs
	}
	return stage.Commit(store.Manifest{Version: number, Revision: revision, Program: executable(), Experiment: "verify", Seed: v.seed, Runs: runs})
}

// print tells the rows on standard output.
func (v *verifying) print(rows []verify.Row) error {
	if v.asJSON {
		return verify.WriteJSON(v.stdout, rows)
	}
	t := newTable("check", "class", "what", "expected", "simulated", "interval", "verdict")
	for i := range rows {
		r := &rows[i]
		t.AppendRow(row(r.Check, string(r.Class), r.What, r.Wanted(), r.Got(), r.Interval(), r.Told()))
	}
	if _, err := fmt.Fprintf(v.stdout, "%s\n\n%s\n%s\n", t.Render(), sources(rows), verify.Summary(rows)); err != nil {
		return err
	}
	if !v.quiet {
		fmt.Fprintf(v.stderr, "The table and a page are in %s (%s).\n", v.out, words.Plural(len(rows), "row", "rows"))
	}
	return nil
}

// sources says what each check tries and who says what must come out.
func sources(rows []verify.Row) string {
	t := newTable("check", "mechanism", "source")
	last := ""
	for i := range rows {
		r := &rows[i]
		if key := r.Check + r.Mechanism + r.Source; key != last {
			last = key
			t.AppendRow(row(r.Check, r.Mechanism, r.Source))
		}
	}
	return t.Render() + "\n"
}
