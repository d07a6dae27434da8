package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

func (p *program) sweepCommand() *cobra.Command {
	w := sweeping{program: p}
	cmd := &cobra.Command{
		Use:   "sweep EXPERIMENT",
		Short: "Play a design: factors, mediators, replicates",
		Long: `sweep plays an experiment: a scenario at every point of a design, under one or
several mediators. Runs of the same number share their parties and all that happens
around the talks, at every point. Everything is checked before the first run.

A sweep that is stopped, by Ctrl-C or by force, continues where it was when the same
command is given again, and ends with the same bytes. One that is finished says so.`,
		Example: `  # The first half here, the second elsewhere; shuttle merge joins them.
  shuttle sweep configs/experiments/strategies.yaml --runs 100 --shard 1/2`,
		Args: only("an experiment"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := w.check(cmd.Flags()); err != nil {
				return err
			}
			return w.run(cmd.Context(), args[0], cmd.Flags())
		},
	}
	to := cmd.Flags()
	to.IntVar(&w.runs, "runs", 0, "replicates of each point under each mediator (default the experiment's)")
	to.Uint64Var(&w.seed, "seed", 0, "master seed (default the experiment's)")
	w.addWorkers(to)
	to.StringVar(&w.out, "out", "", "folder of the result (default results/ and the experiment's name)")
	w.addSet(to)
	w.addJSON(to)
	w.addQuiet(to)
	w.drawing.addTo(to)
	to.BoolVar(&w.fresh, "fresh", false, "start over: drop what an earlier sweep left in this folder")
	to.StringVar(&w.shardText, "shard", "1/1", "play the k-th of K parts, `k/K`")
	return cmd
}

// sweeping is one call of the sweep command.
type sweeping struct {
	*program
	flags
	drawing   drawing
	fresh     bool
	shardText string
	shard     shard
}

// check reports flags that make no sense.
func (w *sweeping) check(to *pflag.FlagSet) error {
	if !to.Changed("runs") {
		w.runs = 1 // the experiment's counts
	}
	if err := w.flags.check(to); err != nil {
		return err
	}
	var err error
	w.shard, err = parseShard(w.shardText)
	return err
}

func (w *sweeping) run(ctx context.Context, name string, given *pflag.FlagSet) error {
	if _, _, err := w.drawing.charts(); err != nil {
		return err
	}
	files, err := readExperiment(name, w.set, w.overrides(given))
	if err != nil {
		return err
	}
	s := files.sweep
	w.drawing.usual = s.Charts
	if _, _, err := w.drawing.charts(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if w.out == "" {
		w.out = filepath.Join("results", s.Name)
		if !w.shard.whole() {
			w.out += fmt.Sprintf("-%d-of-%d", w.shard.k+1, w.shard.of)
		}
	}
	if done, err := w.finished(files); err != nil || done {
		return err
	}
	stage, err := store.Begin(w.out, "sweep")
	if err != nil {
		return badInput{err}
	}
	defer stage.Discard()
	defer w.limit()()
	journal, err := w.journal(files)
	if err != nil {
		return err
	}
	defer journal.Close()
	if err := w.play(ctx, s, journal); err != nil {
		return w.stopped(err, s, journal)
	}
	if !w.shard.whole() {
		return w.stopped(w.keep(files, stage, journal), s, journal)
	}
	e := ending{program: w.program, flags: w.flags, files: files, read: journal.Block, drawing: w.drawing}
	if err := e.write(ctx, stage); err != nil {
		return w.stopped(err, s, journal)
	}
	return w.discard(journal)
}

// keep writes the result of a part: its blocks, for merge.
func (w *sweeping) keep(files *experimentFiles, stage *store.Stage, journal *store.Journal) error {
	err := errors.Join(files.put(stage), put(stage, journalFile, func(to io.Writer) error {
		_, err := journal.WriteTo(to)
		return err
	}))
	if err != nil {
		return err
	}
	number, revision := build()
	err = stage.Commit(store.Manifest{
		Version: number, Revision: revision, Program: executable(), Experiment: files.sweep.Name, ConfigHash: files.sweep.Hash, Seed: uint64(files.sweep.Seed),
		Mediators: files.sweep.Mediators, Counts: map[string]int{}, Warnings: []string{"part " + w.shard.String() + ": to be joined with the others by shuttle merge"},
	})
	if err != nil {
		return err
	}
	if !w.quiet {
		fmt.Fprintf(w.stderr, "Part %s is in %s: join the parts with shuttle merge.\n", w.shard, w.out)
	}
	return w.discard(journal)
}

// discard removes a journal whose blocks stand in a result; some systems keep files that
// are open.
func (w *sweeping) discard(journal *store.Journal) error {
	return errors.Join(journal.Close(), store.RemoveJournal(w.journalName()))
}

// overrides are the values of flags that the experiment gives as well.
func (w *sweeping) overrides(given *pflag.FlagSet) []string {
	var list []string
	if given.Changed("runs") {
		list = append(list, fmt.Sprintf("replicates=%d", w.runs))
	}
	if given.Changed("seed") {
		list = append(list, fmt.Sprintf("seed=%d", w.seed))
	}
	return list
}

// finished tells whether the folder holds the finished result of this sweep. That of
// another is refused, unless it is to be dropped; one that was damaged since it was
// written is to be made again.
func (w *sweeping) finished(files *experimentFiles) (bool, error) {
	if w.fresh || !store.Stands(w.out) {
		return false, nil // Begin says what is wrong with the folder
	}
	r, err := store.Open(w.out)
	if err != nil {
		w.warn(w.quiet, "%v: the sweep is played again", err)
		return false, nil
	}
	defer r.Close()
	if r.Manifest.Command != "sweep" {
		return false, nil
	}
	_, part := r.Reader(journalFile)
	if (part != nil) != w.shard.whole() {
		return false, misuse("%s: holds a finished sweep, or a part of one, that is not what is asked for: --fresh drops it, --out writes elsewhere", w.out)
	}
	if is, there := workOf(files, w.shard), workIn(r, w.shard); is.hash != there.hash || is.maker != there.maker {
		return false, misuse("%s: holds a finished sweep of another experiment or program: %s: --fresh drops it, --out writes elsewhere", w.out, is.against(there))
	}
	if err := r.Verify(); err != nil {
		w.warn(w.quiet, "%v: the sweep is played again", err)
		return false, nil
	}
	if !w.quiet {
		fmt.Fprintf(w.stderr, "%s: this sweep is finished: nothing to play. --fresh starts over.\n", w.out)
	}
	return true, w.tidy(files)
}

// tidy removes the journal of a sweep that was stopped right after it had finished.
func (w *sweeping) tidy(files *experimentFiles) error {
	if _, err := os.Stat(w.journalName()); err != nil {
		return nil
	}
	j, err := store.OpenJournal(w.journalName(), workOf(files, w.shard).String())
	if err != nil {
		return nil // it is not this sweep's
	}
	return w.discard(j)
}

// journal opens the journal of the sweep, beside the folder of its result.
func (w *sweeping) journal(files *experimentFiles) (*store.Journal, error) {
	name := w.journalName()
	if w.fresh {
		if err := store.RemoveJournal(name); err != nil {
			return nil, badInput{err}
		}
	}
	of := workOf(files, w.shard)
	j, err := store.OpenJournal(name, of.String())
	if errors.Is(err, store.ErrOtherWork) {
		return nil, otherWork(name, of)
	}
	if err == nil && j.Cut() > 0 {
		w.warn(w.quiet, "%s: its last %s are cut short or were changed: the runs in them are played again", name, words.Plural(int(j.Cut()), "byte", "bytes"))
	}
	return j, err
}

// journalName is where the blocks of an unfinished sweep lie.
func (w *sweeping) journalName() string { return filepath.Clean(w.out) + ".journal" }

// play plays the blocks that the journal lacks.
func (w *sweeping) play(ctx context.Context, s *experiment.Sweep, journal *store.Journal) error {
	blocks := s.Blocks()
	total, kept := w.runsOf(s, blocks.Len()), w.runsOf(s, journal.Len())
	if err := w.announce(ctx, s, total, kept); err != nil {
		return err
	}
	bar := progress(w.stderr, total, w.quiet)
	_ = bar.Add(kept)
	var buffer []byte
	err := blocks.Play(ctx, w.shard.k+journal.Len()*w.shard.of, w.shard.of, w.workers, func(_ int, rows []record.Row, courses []byte) error {
		_ = bar.Add(len(rows))
		buffer = append(pack(buffer, rows), courses...)
		return journal.Add(buffer)
	})
	_ = bar.Finish()
	return err
}

// stopped says of what ended a sweep early how much of it is kept.
func (w *sweeping) stopped(err error, s *experiment.Sweep, journal *store.Journal) error {
	if err == nil {
		return nil
	}
	kept, total := w.runsOf(s, journal.Len()), w.runsOf(s, s.Blocks().Len())
	what := fmt.Sprintf("%s of %s runs are kept in %s; the same command continues", words.Thousands(kept), words.Thousands(total), w.journalName())
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted: " + what)
	}
	return fmt.Errorf("%w: %s once that is put right", err, what)
}

// runsOf is how many runs the first so many blocks of the shard hold.
func (w *sweeping) runsOf(s *experiment.Sweep, most int) int {
	blocks, runs := s.Blocks(), 0
	for i, b := 0, w.shard.k; i < most && b < blocks.Len(); i, b = i+1, b+w.shard.of {
		_, _, n := blocks.Of(b)
		runs += n
	}
	return runs
}
