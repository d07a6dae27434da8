package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
	"shuttle/sim/verify"
)

func (p *program) verifySpeedCommand() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:   "speed",
		Short: "Hold the speed of runs against figures measured of another library",
		Long: `speed plays negotiations of which the speed of NegMAS 0.15.7 is on record, one after the
other on one core, each for half a second, and sets the rates side by side. NegMAS builds
everything about its parties anew for each negotiation; so does the first of our rates,
and the second keeps what does not change. Rates are of this machine as busy as it is,
theirs of one core of an AMD EPYC server: read the ratio as an order of magnitude.

Steps are rounds in which each side may offer. They differ a little where a coin says here
who offers first in a round and there the same side always does; on ten issues of ten NegMAS
goes over to an approximate search for its offers. Two workloads on record are not built:
its tentative-agreement protocol (TAU, two of its negotiators), which has no counterpart
here, and the bare evaluation of a utility, which is no negotiation.`,
		Example: `  shuttle verify speed --json`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			rates, err := await(cmd.Context(), func() ([]speed, error) { return speeds(cmd.Context(), timed) })
			if err != nil {
				return err
			}
			if f.asJSON {
				return writeJSON(p.stdout, rates)
			}
			return p.printSpeeds(rates)
		},
	}
	f.addJSON(cmd.Flags())
	return cmd
}

// timed is for how long a workload is played.
const timed = 500 * time.Millisecond

// speed is how fast a workload was beside the figure on record.
type speed struct {
	Workload   string  `json:"workload"`
	TheirSteps float64 `json:"their_steps,omitempty"` // mean
	Steps      float64 `json:"steps,omitempty"`
	Theirs     float64 `json:"theirs"`  // negotiations per second of CPU
	Rebuilt    float64 `json:"rebuilt"` // runs per second, parties built anew
	Kept       float64 `json:"kept"`    // runs per second, what does not change is kept
	Ratio      float64 `json:"ratio"`   // of Rebuilt to Theirs
}

// speeds times all workloads, each twice for a while.
func speeds(ctx context.Context, each time.Duration) ([]speed, error) {
	var list []speed
	for _, w := range verify.Workloads() {
		rebuilt, steps, err := rate(ctx, each, w.Text, w.Rebuild)
		if err != nil {
			return nil, err
		}
		kept, _, err := rate(ctx, each, w.Text, nil)
		if err != nil {
			return nil, err
		}
		s := speed{Workload: w.Name, Theirs: w.Rate, Rebuilt: rebuilt, Kept: kept, Ratio: rebuilt / w.Rate}
		if w.Steps > 0 {
			s.TheirSteps, s.Steps = w.Steps, steps
		}
		list = append(list, s)
	}
	return list, nil
}

// rate plays a scenario for a while: runs per second, and rounds per run.
func rate(ctx context.Context, each time.Duration, text string, patches [][2]string) (perSecond, rounds float64, err error) {
	doc, err := document.Parse("peer.yaml", []byte(text))
	if err != nil {
		return 0, 0, err
	}
	for _, p := range patches {
		if err := doc.Patch(p[0], p[1]); err != nil {
			return 0, 0, err
		}
	}
	s, err := scenario.Compile(doc)
	if err != nil {
		return 0, 0, err
	}
	e := talks.NewEngine(s.Case)
	n, began := 0, time.Now()
	for (n == 0 || time.Since(began) < each) && ctx.Err() == nil {
		o := e.Play(rng.Derive(1, n), nil)
		if o.Fault != "" {
			return 0, 0, fmt.Errorf("a run could not be played: %s", o.Fault)
		}
		rounds += float64(o.Rounds)
		n++
	}
	return float64(n) / time.Since(began).Seconds(), rounds / float64(n), ctx.Err()
}

// printSpeeds tells them as a table.
func (p *program) printSpeeds(rates []speed) error {
	t := newTable("workload", "steps (theirs)", "NegMAS 0.15.7", "shuttle", "ratio", "parties kept")
	for _, s := range rates {
		steps := "–"
		if s.Steps > 0 {
			steps = fmt.Sprintf("%.0f (%.0f)", s.Steps, s.TheirSteps)
		}
		t.AppendRow(row(s.Workload, steps, fmt.Sprintf("%.4g", s.Theirs), many(s.Rebuilt), fmt.Sprintf("× %.0f", s.Ratio), many(s.Kept)))
	}
	_, err := fmt.Fprintf(p.stdout, "%s\n\nNegotiations a second, on one core. What differs and what is not built: shuttle verify speed --help.\n", t.Render())
	return err
}
