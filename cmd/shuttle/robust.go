package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/analysis"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

// runsInSet is the most runs of each mediator under one set of assumptions: enough
// to see the sign of a difference that matters, so few that many sets can be played.
const runsInSet = 200

// mostSets bounds --robust. Own choice: more draws say no more than these.
const mostSets = 100_000

// robustness plays a comparison again under drawn sets of assumptions and counts
// in how many each difference keeps its sign.
type robustness struct {
	*comparing
	scenario  *scenario.Scenario
	mediators []string // without oracles
	drawn     *experiment.Assumptions
	runs      int
	headline  []comparisonRow // what is to keep its sign
}

// robust is how far the differences hold when assumptions change.
type robust struct {
	sets, runs int
	drawn      *experiment.Assumptions
	rows       []record.RobustRow
}

// signs are what one set of assumptions says of each headline.
type signs struct {
	thrown []bool
	rows   []comparisonRow
}

// judge plays so many sets of assumptions and writes robust.csv; without any it does
// nothing.
func (c *comparing) judge(ctx context.Context, s *scenario.Scenario, headline []comparisonRow, stage *store.Stage) (*robust, error) {
	if c.robust == 0 {
		return nil, nil
	}
	drawn, err := experiment.NewAssumptions(s)
	if err != nil {
		return nil, err
	}
	r := &robustness{
		comparing: c, scenario: s, drawn: drawn, runs: min(c.runs, runsInSet), headline: headline,
		mediators: rivals(c.mediators),
	}
	found := &robust{sets: c.robust, runs: r.runs, drawn: drawn}
	if found.rows, err = r.play(ctx); err != nil {
		return nil, err
	}
	return found, put(stage, "robust.csv", func(w io.Writer) error { return record.WriteRobust(w, found.rows) })
}

// play plays the sets, several at once, and counts their signs.
func (r *robustness) play(ctx context.Context) ([]record.RobustRow, error) {
	r.say("%d sets of assumptions × %d mediators × %d runs.", r.robust, len(r.mediators), r.runs)
	counted := newSigns(r.headline, r.drawn.Switches)
	bar := progress(r.stderr, r.robust*len(r.mediators)*r.runs, r.quiet)
	fill := func(ctx context.Context, number int, into *signs) (err error) {
		*into, err = r.set(ctx, number)
		return err
	}
	buffers := make([]*signs, 2*r.workers+1)
	for i := range buffers {
		buffers[i] = &signs{}
	}
	err := experiment.InOrder(ctx, r.robust, buffers, slices.Repeat([]func(context.Context, int, *signs) error{fill}, r.workers),
		func(_ int, s *signs) error {
			_ = bar.Add(len(r.mediators) * r.runs)
			counted.add(s)
			return nil
		})
	_ = bar.Finish()
	if err != nil {
		return nil, err
	}
	return counted.lines()
}

// set plays one set of assumptions.
func (r *robustness) set(ctx context.Context, number int) (signs, error) {
	set, err := r.drawn.Draw(rng.Seed(r.seed), number)
	if err != nil {
		return signs{}, err
	}
	plan := experiment.Plan{Runs: r.runs, Seed: rng.Seed(r.seed)}
	for _, m := range r.mediators {
		arm, err := set.Arm(m, r.scenario.Case.Mediator.Name)
		if err != nil {
			return signs{}, fmt.Errorf("assumption set %d under %s: %w", number, m, err)
		}
		plan.Arms = append(plan.Arms, arm)
	}
	schema := plan.Schema()
	mediator, pairs := schema.Index("mediator"), newPairing(schema, spansOf(r.scenario))
	err = experiment.Run(ctx, plan, 1, experiment.Sink{Row: func(row record.Row) error {
		pairs.add(row[mediator].Text(), row)
		return nil
	}})
	if err != nil {
		return signs{}, err
	}
	rows, err := pairs.rows(0)
	return signs{set.Thrown, rows}, err
}

// signCount counts the signs of each headline: over all sets, and over those in
// which a switch stands one way or the other.
type signCount struct {
	headline []comparisonRow
	switches []experiment.Switch
	rows     [][]record.RobustRow // by headline: all, then two a switch
}

func newSigns(headline []comparisonRow, switches []experiment.Switch) *signCount {
	c := &signCount{headline: headline, switches: switches}
	for _, h := range headline {
		line := record.RobustRow{Measure: h.measure, A: h.a, B: h.b, Estimate: h.Estimate}
		rows := []record.RobustRow{line}
		for _, s := range switches {
			line.Switch = s.Name
			for _, line.Thrown = range []bool{false, true} {
				rows = append(rows, line)
			}
		}
		c.rows = append(c.rows, rows)
	}
	return c
}

// add counts one set. Its lines stand in the order of the headlines.
func (c *signCount) add(s *signs) {
	for i := range c.headline {
		rows := c.rows[i]
		countSign(&rows[0], &s.rows[i])
		for k, thrown := range s.thrown {
			at := 1 + 2*k
			if thrown {
				at++
			}
			countSign(&rows[at], &s.rows[i])
		}
	}
}

func countSign(into *record.RobustRow, r *comparisonRow) {
	into.Sets++
	switch product := into.Estimate * r.Estimate; {
	case product > 0:
		into.Keeps++
	case product < 0:
		into.Turns++
		if r.Interval != nil && (r.Interval.Low > 0 || r.Interval.High < 0) {
			into.Against++
		}
	}
}

// lines are what was counted, without headlines that have no sign.
func (c *signCount) lines() ([]record.RobustRow, error) {
	var lines []record.RobustRow
	for i, h := range c.headline {
		if h.N == 0 || h.Estimate == 0 {
			continue
		}
		for _, line := range c.rows[i] {
			if line.Sets > 0 {
				at, err := analysis.Wilson(line.Keeps, line.Sets, confidence)
				if err != nil {
					return nil, err
				}
				line.Interval = &at
			}
			lines = append(lines, line)
		}
	}
	return lines, nil
}
