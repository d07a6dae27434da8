package main

import (
	"cmp"
	"context"
	"io"
	"slices"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/analysis"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
	"shuttle/sim/scenario"
)

// split says where the gains of strategies over talks without a mediator come from.
type split struct{ rows []record.SplitRow }

// splitting climbs ladders on the seeds of a comparison.
type splitting struct {
	casting *experiment.Casting
	found   *replayed
}

// takeApart splits the gain of every strategy compared and writes split.csv; without
// --split it does nothing.
func (c *comparing) takeApart(ctx context.Context, s *scenario.Scenario, stage *store.Stage) (*split, error) {
	if !c.split {
		return nil, nil
	}
	casting, err := experiment.NewCasting(s)
	if err != nil {
		return nil, err
	}
	casts := []experiment.Cast{casting.Mediator("none")}
	for _, name := range rivals(c.mediators) {
		for _, step := range casting.Ladder(name) {
			if !slices.Contains(casts, step.Cast) {
				casts = append(casts, step.Cast)
			}
		}
	}
	c.say("To split the gains, %s × %s.", words.Plural(len(casts), "strategy", "strategies"), words.Plural(c.runs, "run", "runs"))
	bar := progress(c.stderr, len(casts)*c.runs, c.quiet)
	found, err := c.replay(ctx, casting, casts, bar)
	_ = bar.Finish()
	if err != nil {
		return nil, err
	}
	of, climb := &split{}, splitting{casting, found}
	for _, name := range rivals(c.mediators) {
		rows, err := climb.to(name)
		if err != nil {
			return nil, err
		}
		of.rows = append(of.rows, rows...)
	}
	return of, put(stage, "split.csv", func(w io.Writer) error { return record.WriteSplit(w, of.rows) })
}

// to takes the gain of one strategy apart, by whether a text was signed and by the joint
// gain.
func (s *splitting) to(mediator string) (rows []record.SplitRow, err error) {
	ladder := s.casting.Ladder(mediator)
	if len(ladder) == 0 {
		return nil, nil
	}
	for i, r := range s.found.readings[:2] {
		rungs := [][]float64{s.found.values[s.casting.Mediator("none")][i]}
		for _, step := range ladder {
			rungs = append(rungs, s.found.values[step.Cast][i])
		}
		steps, whole, err := analysis.Split(rungs, r.share, confidence)
		if err != nil {
			return nil, err
		}
		ends := append(ladder, experiment.Step{Adds: record.WholeGain, Strategy: mediator})
		for k, d := range append(steps, whole) {
			rows = append(rows, record.SplitRow{Mediator: mediator, Measure: r.name, Adds: ends[k].Adds, Strategy: cmp.Or(ends[k].Cast.Mediator, ends[k].Strategy),
				N: d.N, Estimate: d.Estimate, Interval: d.Interval, Method: d.Method})
		}
	}
	return rows, nil
}
