package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"time"

	"shuttle/sim/analysis"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// announce says how much there is to play, and about how long it will take.
func (w *sweeping) announce(ctx context.Context, s *experiment.Sweep, total, kept int) error {
	if w.quiet {
		return nil
	}
	text := fmt.Sprintf("%s × %s × %s", words.Plural(len(s.Points), "point", "points"),
		words.Plural(len(s.Mediators), "mediator", "mediators"), words.Plural(s.Runs, "run", "runs"))
	if !w.shard.whole() {
		text += ", part " + w.shard.String()
	}
	text += ": " + words.Plural(total, "run", "runs")
	if kept > 0 {
		text += fmt.Sprintf(", %s of them played before", words.Thousands(kept))
	}
	if kept < total {
		playing, writing, err := pace(ctx, s)
		if err != nil {
			return err
		}
		left := (time.Duration(total-kept)*playing + time.Duration(total)*writing) / time.Duration(min(w.workers, runtime.NumCPU()))
		text += ", " + about(left)
	}
	_, err := fmt.Fprintln(w.stderr, text+".")
	return err
}

// about is an expected time in words.
func about(left time.Duration) string {
	if left < time.Second {
		return "under a second"
	}
	return fmt.Sprintf("about %s", left.Round(time.Second))
}

// rehearsed is how many runs of each mediator say how long runs take. Own choice.
const rehearsed = 32

// pace is how long one processor takes to play a run and to write it: the mean over the
// mediators, each in the middle of the design, the first run of each left out.
func pace(ctx context.Context, s *experiment.Sweep) (playing, writing time.Duration, err error) {
	for i := range s.Mediators {
		play, err := s.Blocks().Rehearse(len(s.Points)/2*len(s.Mediators) + i)
		if err != nil {
			return 0, 0, err
		}
		play(0)
		began := time.Now()
		var rows []record.Row
		for k := 0; k < rehearsed && ctx.Err() == nil; k++ {
			rows = append(rows, slices.Clone(play(k%s.Runs)))
		}
		playing += time.Since(began)
		began = time.Now()
		if err := writeInto(s, rows); err != nil {
			return 0, 0, err
		}
		writing += time.Since(began)
	}
	runs := time.Duration(rehearsed * len(s.Mediators))
	return playing / runs, writing / runs, nil
}

// writeInto does with a few runs what is done with all when a sweep is written, and forgets
// it: most of it is resampling for intervals, in work that grows with the runs.
func writeInto(s *experiment.Sweep, rows []record.Row) error {
	all, err := newSummary(s.Schema(), spansOf(s.Base))
	if err != nil {
		return err
	}
	var packed, line []byte
	for _, row := range rows {
		packed, line = record.Pack(packed[:0], row), record.AppendLine(line[:0], row)
		if err := all.add(row); err != nil {
			return err
		}
	}
	if s.Runs > analysis.MaxBootstrap {
		return nil
	}
	_, _, err = all.rows(uint64(s.Seed))
	return err
}
