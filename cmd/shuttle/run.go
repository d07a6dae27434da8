package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/experiment"
	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

// mostDraws is how many draws say whether a zone of agreement existed: enough for
// an interval of ±3 points.
const mostDraws = 1000

func (p *program) runCommand() *cobra.Command {
	r := running{program: p}
	cmd := &cobra.Command{
		Use:   "run SCENARIO",
		Short: "Play a scenario many times and write a result",
		Long: `run plays a scenario many times, each time with parties drawn from the
scenario's ranges, prints how the talks came out, and writes rows, summary and
charts to a folder. An earlier result there is replaced in one step. Playing the
folder's config.yaml with the same --runs and --seed gives the same data again.`,
		Example: `  # What if B had a better alternative? 2,000 runs into a folder of their own.
  shuttle run configs/textbook.yaml --runs 2000 --set parties[B].fallback.base=0.7 --out results/firm-b`,
		Args: only("a scenario"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.check(cmd.Flags()); err != nil {
				return err
			}
			return r.run(cmd.Context(), args[0])
		},
	}
	to := cmd.Flags()
	r.addRuns(to, "how many runs to play")
	r.addSeed(to)
	r.addWorkers(to)
	to.StringVar(&r.out, "out", "", "folder of the result (default results/ and the scenario's name)")
	r.addSet(to)
	r.addJSON(to)
	r.addQuiet(to)
	r.drawing.addTo(to)
	return cmd
}

// running is one call of the run command.
type running struct {
	*program
	flags
	drawing drawing
}

func (r *running) run(ctx context.Context, name string) error {
	if _, _, err := r.drawing.charts(); err != nil {
		return err
	}
	s, err := compile(name, r.set)
	if err != nil {
		return err
	}
	if r.out == "" {
		r.out = filepath.Join("results", s.Name)
	}
	stage, err := begin(r.out, "run")
	if err != nil {
		return err
	}
	defer stage.Discard()
	defer r.limit()()
	found, err := r.play(ctx, s, []experiment.Arm{{Scenario: s}}, stage, nil)
	if err != nil {
		return err
	}
	if err := r.draw(ctx, found, stage); err != nil {
		return err
	}
	if err := stage.Commit(found.manifest); err != nil {
		return err
	}
	if r.asJSON {
		return found.writeJSON(r.stdout)
	}
	if err := found.write(r.stdout); err != nil {
		return err
	}
	r.say("The result is in %s.", r.out)
	return nil
}

// say tells people something that is not the product.
func (r *running) say(format string, args ...any) {
	if !r.quiet {
		fmt.Fprintf(r.stderr, format+"\n", args...)
	}
}

// play plays the runs of a scenario's arms and stages every file of the result but
// the charts. Also, which may be nil, is shown every row.
func (r *running) play(ctx context.Context, s *scenario.Scenario, arms []experiment.Arm, stage *store.Stage, also func(record.Row)) (*finding, error) {
	plan := experiment.Plan{Arms: arms, Runs: r.runs, Seed: rng.Seed(r.seed)}
	g, err := newGathering(stage, plan.Schema(), spansOf(s))
	if err != nil {
		return nil, err
	}
	missed := newMissed(plan.Schema())
	bar := progress(r.stderr, r.runs*len(arms), r.quiet)
	err = experiment.Run(ctx, plan, r.workers, g.sink(func(row record.Row) {
		_ = bar.Add(1)
		missed.add(row)
		if also != nil {
			also(row)
		}
	}))
	_ = bar.Finish() // a terminal that cannot show progress is no failure
	if err != nil {
		return nil, err
	}
	c, err := await(ctx, func() (record.Case, error) {
		return measure.CaseFile(s, min(r.runs, mostDraws), plan.Seed), nil
	})
	if err != nil {
		return nil, err
	}
	files, thin, err := g.files(ctx, stage, c, r.seed)
	if err != nil {
		return nil, err
	}
	err = put(stage, "config.yaml", func(w io.Writer) error {
		_, err := w.Write(s.Resolved)
		return err
	})
	if err != nil {
		return nil, err
	}
	warnings := slices.Concat([]string{}, c.Warnings, g.warnings(r.out))
	found := &finding{files: files, seed: r.seed, dir: r.out, endings: g.first, warnings: warnings}
	if len(arms) == 1 {
		found.missed = missed
	}
	found.manifest = r.manifest(s, arms, g, slices.Concat(warnings, thin))
	found.times = g.summary.logRanks(found.manifest.Mediators)
	return found, nil
}

// draw stages the charts.
func (r *running) draw(ctx context.Context, f *finding, stage *store.Stage) error {
	notes, err := r.drawing.into(ctx, f, stage)
	for _, note := range notes {
		r.warn(r.quiet, "%s", note)
	}
	return err
}

func (r *running) manifest(s *scenario.Scenario, arms []experiment.Arm, g *gathering, warnings []string) store.Manifest {
	number, revision := build()
	var mediators []string
	for i := range arms {
		mediators = append(mediators, cmp.Or(arms[i].Mediator, arms[i].Scenario.Case.Mediator.Name))
	}
	return store.Manifest{
		Version: number, Revision: revision, Program: executable(), Experiment: s.Name, ConfigHash: s.Hash, Seed: r.seed, Runs: g.rows,
		Mediators: mediators, Counts: g.counts, Faults: g.faults, Warnings: warnings,
	}
}
