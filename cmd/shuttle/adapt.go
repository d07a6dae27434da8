package main

import (
	"context"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/schollz/progressbar/v3"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/analysis"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
	"shuttle/sim/scenario"
)

// leastToAdapt are the fewest runs of which one half can choose and the other has an
// interval.
const leastToAdapt = 4

// adaptation is what strategies reach when one party bargains as serves it best.
type adaptation struct {
	half  int // runs that chose
	tried []string
	rows  []record.AdaptationRow
}

// adapting plays, under one strategy after the other, every tactic of every signatory.
type adapting struct {
	*comparing
	casting *experiment.Casting
	bar     *progressbar.ProgressBar
}

// answer finds the tactic that serves each signatory best against every strategy
// compared and writes adaptation.csv; without --adapt it does nothing.
func (c *comparing) answer(ctx context.Context, s *scenario.Scenario, stage *store.Stage) (*adaptation, error) {
	if !c.adapt {
		return nil, nil
	}
	casting, err := experiment.NewCasting(s)
	if err != nil {
		return nil, err
	}
	of, mediators := &adaptation{half: c.runs / 2}, rivals(c.mediators)
	casts := 1
	for _, party := range casting.Signatories() {
		for _, a := range casting.Answers(mediators[0], party) {
			of.tried = appendNew(of.tried, a.Tactic)
			casts++
		}
		casts-- // its own is played once
	}
	c.say("To find answers, %s × %d casts × %s.", words.Plural(len(mediators), "mediator", "mediators"), casts, words.Plural(c.runs, "run", "runs"))
	a := adapting{c, casting, progress(c.stderr, len(mediators)*casts*c.runs, c.quiet)}
	defer func() { _ = a.bar.Finish() }()
	for _, name := range mediators {
		rows, err := a.to(ctx, name)
		if err != nil {
			return nil, err
		}
		of.rows = append(of.rows, rows...)
	}
	return of, put(stage, "adaptation.csv", func(w io.Writer) error { return record.WriteAdaptation(w, of.rows) })
}

// to plays one strategy.
func (a *adapting) to(ctx context.Context, mediator string) (rows []record.AdaptationRow, err error) {
	casts := []experiment.Cast{a.casting.Mediator(mediator)}
	for _, party := range a.casting.Signatories() {
		for _, answer := range a.casting.Answers(mediator, party)[1:] {
			casts = append(casts, answer.Cast)
		}
	}
	found, err := a.replay(ctx, a.casting, casts, a.bar)
	if err != nil {
		return nil, err
	}
	for _, party := range a.casting.Signatories() {
		answers, err := found.weigh(party, a.casting.Answers(mediator, party))
		if err != nil {
			return nil, err
		}
		for i := range answers {
			answers[i].Mediator = mediator
		}
		rows = append(rows, answers...)
	}
	return rows, nil
}

// weigh chooses the answer that serves a party best by the first half of the runs, and
// tells by the rest what each would do.
func (f *replayed) weigh(party string, answers []experiment.Answer) ([]record.AdaptationRow, error) {
	choosing, _ := analysis.Halves(f.of(endWorth(party), answers))
	best, gains, err := analysis.Best(choosing)
	if err != nil {
		return nil, err
	}
	var rows []record.AdaptationRow
	for i, answer := range answers {
		for _, r := range f.readings {
			if strings.HasPrefix(r.name, endWorth("")) && r.name != endWorth(party) {
				continue
			}
			_, reporting := analysis.Halves(f.of(r.name, answers))
			_, d, err := analysis.Split([][]float64{reporting[0], reporting[i]}, r.share, confidence)
			if err != nil {
				return nil, err
			}
			rows = append(rows, record.AdaptationRow{Party: party, Tactic: answer.Tactic, Best: i == best, Gain: gains[i],
				Measure: r.name, N: d.N, Own: mean(reporting[0]), With: mean(reporting[i]), Estimate: d.Estimate, Interval: d.Interval, Method: d.Method})
		}
	}
	return rows, nil
}

// of is one reading of the runs under each answer.
func (f *replayed) of(name string, answers []experiment.Answer) [][]float64 {
	at := slices.IndexFunc(f.readings, func(r reading) bool { return r.name == name })
	var rows [][]float64
	for _, a := range answers {
		rows = append(rows, f.values[a.Cast][at])
	}
	return rows
}

// mean is the mean over the runs that could be played.
func mean(values []float64) float64 {
	var m analysis.Moments
	for _, x := range values {
		if !math.IsNaN(x) {
			m.Add(x)
		}
	}
	return m.Mean()
}
