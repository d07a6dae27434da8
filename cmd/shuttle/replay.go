package main

import (
	"context"
	"math"
	"slices"

	"github.com/schollz/progressbar/v3"

	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/rng"
)

// reading is a number that every run has, signed or not, but one that could not be
// played.
type reading struct {
	name  string
	share bool // 0 or 1
	of    func(record.Row) float64
}

// readings are what is asked of runs that are played again: whether a text was signed,
// the joint gain, and what each signatory has at the end.
func readings(s record.Schema, signatories []string) []reading {
	agreement, gain := s.Index("agreement"), s.Index("joint_gain")
	list := []reading{
		{"agreement", true, func(row record.Row) float64 { return firstNumber(row, agreement) }},
		{"joint_gain", false, func(row record.Row) float64 {
			if signed := firstNumber(row, agreement); signed != 1 {
				return signed // unsigned there is nothing to gain
			}
			return firstNumber(row, gain)
		}},
	}
	for _, name := range signatories {
		worth, floor := s.Index("worth."+name), s.Index("floor."+name)
		list = append(list, reading{endWorth(name), false, func(row record.Row) float64 { return firstNumber(row, worth, floor) }})
	}
	return list
}

// endWorth names what a party has at the end: the worth of what was signed, else of no
// deal on the last day.
func endWorth(party string) string { return "end_worth." + party }

// firstNumber is the first cell that has a number; NaN when none has.
func firstNumber(row record.Row, columns ...int) float64 {
	for _, i := range columns {
		if x, ok := row[i].Number(); ok {
			return x
		}
	}
	return math.NaN()
}

// replayed are runs under several casts.
type replayed struct {
	readings []reading
	values   map[experiment.Cast][][]float64 // by reading and run
}

// replay plays casts of a scenario on the seeds of the comparison, each once, and keeps
// what is read of their runs.
func (c *comparing) replay(ctx context.Context, casting *experiment.Casting, casts []experiment.Cast, bar *progressbar.ProgressBar) (*replayed, error) {
	plan := experiment.Plan{Runs: c.runs, Seed: rng.Seed(c.seed)}
	for _, cast := range casts {
		arm, err := casting.Arm(cast)
		if err != nil {
			return nil, err
		}
		plan.Arms = append(plan.Arms, arm)
	}
	found := &replayed{readings(plan.Schema(), casting.Signatories()), map[experiment.Cast][][]float64{}}
	for _, cast := range casts {
		found.values[cast] = make([][]float64, len(found.readings))
	}
	played := 0
	return found, experiment.Run(ctx, plan, c.workers, experiment.Sink{Row: func(row record.Row) error {
		_ = bar.Add(1)
		values := found.values[casts[played/c.runs]]
		played++
		for i, r := range found.readings {
			values[i] = append(values[i], r.of(row))
		}
		return nil
	}})
}

// rivals are those of several mediators that are compared.
func rivals(mediators []string) []string {
	return slices.DeleteFunc(slices.Clone(mediators), func(name string) bool { return !rival(name) })
}
