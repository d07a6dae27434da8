package main

import (
	"context"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"shuttle/agents"
	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/document"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/scenario"
)

func (p *program) compareCommand() *cobra.Command {
	c := comparing{running: running{program: p}}
	cmd := &cobra.Command{
		Use:   "compare SCENARIO",
		Short: "Play a scenario under several mediators and say how they differ",
		Long: `compare plays a scenario under several mediators. Runs of the same number share
their parties and all that happens around the talks, so that what differs is the
mediator's doing. It prints how the talks came out under each, which differences
the runs can tell from none, and writes a result as run does, with comparison.csv
beside it. Oracles see the truth: they are a line to look at, never compared. With
--robust it plays the comparison again under drawn sets of assumptions, each with
some parts of the model switched, and says how often each difference keeps its sign.
With --split it says how much of each gain over no mediator is contact, authorship,
information, formulation, and the strategy's own lever. With --adapt it finds the
tactic that serves each side best against each strategy, lying and stalling among
them, and shows the comparison at that answer too.`,
		Example: `  # Does one text do more than carrying offers? 2,000 runs of each.
  shuttle compare configs/textbook.yaml --mediators facilitation,single-text --runs 2000 --out results/two-ways

  # What of carrots is payment, and what would be reached without? split.csv has every step.
  shuttle compare configs/miami.yaml --mediators none,single-text,carrots --split

  # Does the single text still lead once a side lies or stalls where that pays?
  shuttle compare configs/textbook.yaml --mediators facilitation,single-text --adapt`,
		Args: only("a scenario"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.check(cmd.Flags()); err != nil {
				return err
			}
			return c.compare(cmd.Context(), args[0])
		},
	}
	to := cmd.Flags()
	to.StringSliceVar(&c.mediators, "mediators", usualMediators(), "mediators to compare, with parameters as in 'carrots(step=0.5)' (see shuttle list mediators)")
	to.StringVar(&c.rank, "rank", "", "also rank by weights of measures, `measure=weight,…`, e.g. joint_gain=1,peace=0.02")
	to.IntVar(&c.robust, "robust", 0, "also play so many drawn sets of assumptions, and say in how many each difference keeps its sign")
	to.BoolVar(&c.split, "split", false, "also split each gain over none into contact, authorship, information, formulation and the strategy's own lever")
	to.BoolVar(&c.adapt, "adapt", false, "also find the tactic that serves each side best against each strategy, and compare at that answer; needs 4 runs or more")
	c.addRuns(to, "how many runs to play under each mediator; each takes about a kilobyte of memory")
	c.addSeed(to)
	c.addWorkers(to)
	to.StringVar(&c.out, "out", "", "folder of the result (default results/ and the scenario's name)")
	c.addSet(to)
	c.addJSON(to)
	c.addQuiet(to)
	c.drawing.addTo(to)
	return cmd
}

// usualMediators are those that are compared when none are named, as far as the
// catalog has them.
func usualMediators() []string {
	names := []string{"none", "facilitation", "single-text", "learner", "carrots", "sticks", "guarantor", "mixed", "oracle/nash"}
	return slices.DeleteFunc(names, func(name string) bool {
		_, ok := agents.FindMediator(name)
		return !ok
	})
}

// comparing is one call of the compare command.
type comparing struct {
	running
	mediators []string
	rank      string // as it was written
	robust    int    // sets of assumptions
	split     bool   // where gains come from
	adapt     bool   // what sides do best to answer
	scale     ranking
}

func (c *comparing) compare(ctx context.Context, name string) error {
	if _, _, err := c.drawing.charts(); err != nil {
		return err
	}
	if c.robust < 0 || c.robust > mostSets {
		return misuse("--robust must be from 0 to %d, have %d", mostSets, c.robust)
	}
	if c.adapt && c.runs < leastToAdapt {
		return misuse("--adapt needs --runs of at least %d, have %d: one half chooses, the other is reported", leastToAdapt, c.runs)
	}
	if err := checkMediators(c.mediators); err != nil {
		return err
	}
	if i := slices.IndexFunc(c.mediators, func(m string) bool { return m != experiment.Strategy(m) }); i >= 0 && (c.split || c.adapt) {
		return misuse("--split and --adapt take strategies apart as the scenario has them: no parameters, have %s", c.mediators[i])
	}
	doc, err := parseAs(aScenario, name)
	if err != nil {
		return err
	}
	if err := patch(doc, c.set); err != nil {
		return err
	}
	s, err := scenario.Compile(doc)
	if err != nil {
		return err
	}
	if c.scale, err = parseRanking(c.rank, s); err != nil {
		return err
	}
	arms, err := armsOf(doc, s, c.mediators)
	if err != nil {
		return err
	}
	if c.out == "" {
		c.out = filepath.Join("results", s.Name)
	}
	return c.result(ctx, s, arms)
}

// result plays the arms, puts the result in place and tells it.
func (c *comparing) result(ctx context.Context, s *scenario.Scenario, arms []experiment.Arm) error {
	stage, err := begin(c.out, "compare")
	if err != nil {
		return err
	}
	defer stage.Discard()
	defer c.limit()()
	found, err := c.contrast(ctx, s, arms, stage)
	if err != nil {
		return err
	}
	if err := c.draw(ctx, &found.finding, stage); err != nil {
		return err
	}
	if err := stage.Commit(found.manifest); err != nil {
		return err
	}
	if c.asJSON {
		return found.writeJSON(c.stdout)
	}
	if err := found.write(c.stdout); err != nil {
		return err
	}
	c.say("The result is in %s.", c.out)
	return nil
}

// contrast plays the arms and compares them.
func (c *comparing) contrast(ctx context.Context, s *scenario.Scenario, arms []experiment.Arm, stage *store.Stage) (*contrast, error) {
	plan := experiment.Plan{Arms: arms}
	pairs := newPairing(plan.Schema(), spansOf(s))
	mediator := plan.Schema().Index("mediator")
	found, err := c.play(ctx, s, arms, stage, func(row record.Row) {
		if name := row[mediator].Text(); rival(name) {
			pairs.add(name, row)
		}
	})
	if err != nil {
		return nil, err
	}
	order, err := c.scale.order(pairs, found.manifest.Mediators, s.Live)
	if err != nil {
		return nil, err
	}
	rows, err := await(ctx, func() ([]comparisonRow, error) { return pairs.rows(0) })
	if err != nil {
		return nil, err
	}
	for i := range rows {
		found.files.Comparison = append(found.files.Comparison, rows[i].line())
	}
	of := &contrast{finding: *found, pairs: rows, scale: c.scale, ranking: order}
	if err := c.deepen(ctx, s, of, stage); err != nil {
		return nil, err
	}
	return of, put(stage, "comparison.csv", func(w io.Writer) error { return writeComparison(w, rows) })
}

// deepen plays on for what was asked beside the comparison.
func (c *comparing) deepen(ctx context.Context, s *scenario.Scenario, of *contrast, stage *store.Stage) (err error) {
	if of.robust, err = c.judge(ctx, s, of.pairs, stage); err != nil {
		return err
	}
	if of.split, err = c.takeApart(ctx, s, stage); err != nil {
		return err
	}
	of.adaptation, err = c.answer(ctx, s, stage)
	return err
}

// checkMediators reports names that cannot be compared.
func checkMediators(names []string) error {
	var few string
	if len(names) < 2 {
		few = "name at least two to compare"
	}
	var known []string
	for _, m := range agents.Mediators() {
		known = append(known, m.Name)
	}
	for i, name := range names {
		if of := experiment.Strategy(name); !slices.Contains(known, of) {
			if few != "" {
				few = "; and " + few
			}
			return misuse("--mediators %s: %s%s", name, oneOf(of, known), few)
		}
		if slices.Contains(names[:i], name) {
			return misuse("--mediators: %s is named twice", name)
		}
	}
	if few != "" {
		return misuse("--mediators: %s", few)
	}
	return nil
}

// armsOf compiles a scenario under each mediator: its own with the parameters that
// the document gives, others at their defaults.
func armsOf(doc *document.Document, s *scenario.Scenario, mediators []string) ([]experiment.Arm, error) {
	arms := make([]experiment.Arm, len(mediators))
	for i, name := range mediators {
		arms[i].Scenario, arms[i].Mediator = s, name
		if name == s.Case.Mediator.Name {
			continue
		}
		other := doc.Clone()
		if err := other.Patch("talks.mediator", experiment.Played(name)); err != nil {
			return nil, err
		}
		var err error
		if arms[i].Scenario, err = scenario.Compile(other, s); err != nil {
			return nil, err
		}
	}
	return arms, nil
}

// partyNames are the parties of a scenario, in the order of the file.
func partyNames(s *scenario.Scenario) []string {
	names := make([]string, len(s.Order))
	for i, p := range s.Order {
		names[i] = s.Case.Parties[p].Name
	}
	return names
}
