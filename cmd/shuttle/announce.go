package main

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"shuttle/sim/experiment"
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
		each, err := pace(ctx, s)
		if err != nil {
			return err
		}
		left := time.Duration(total-kept) * each / time.Duration(min(w.workers, runtime.NumCPU()))
		text += fmt.Sprintf(", about %s", left.Round(time.Second))
	}
	_, err := fmt.Fprintln(w.stderr, text+".")
	return err
}

// rehearsed is how many runs of each mediator say how long runs take. Own choice.
const rehearsed = 16

// pace is how long a run takes one processor: the mean over the mediators, each in the
// middle of the design, the first run of each left out.
func pace(ctx context.Context, s *experiment.Sweep) (time.Duration, error) {
	var taken time.Duration
	for i := range s.Mediators {
		play, err := s.Blocks().Rehearse(len(s.Points)/2*len(s.Mediators) + i)
		if err != nil {
			return 0, err
		}
		play(0)
		began := time.Now()
		for k := 0; k < rehearsed && ctx.Err() == nil; k++ {
			play(k % s.Runs)
		}
		taken += time.Since(began)
	}
	return taken / time.Duration(rehearsed*len(s.Mediators)), nil
}
