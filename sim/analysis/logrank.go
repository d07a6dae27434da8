package analysis

import (
	"errors"
	"fmt"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// LogRank is a comparison of whole survival curves.
type LogRank struct {
	Observed []float64 // events of each group
	Expected []float64 // events each would have had, had all the same hazard
	ChiSq    float64
	DF       int     // groups less one
	P        float64 // chance of a ChiSq this large, had all the same hazard
}

// CompareSurvival tests whether two or more groups of independent runs have the
// same survival, by the log-rank test.
func CompareSurvival(groups ...[]Spell) (LogRank, error) {
	if len(groups) < 2 {
		return LogRank{}, errors.New("need at least 2 groups to compare")
	}
	for i, g := range groups {
		if err := checkSpells(g); err != nil {
			return LogRank{}, fmt.Errorf("group %d: %w", i, err)
		}
	}
	df := len(groups) - 1
	result := LogRank{
		Observed: make([]float64, len(groups)), Expected: make([]float64, len(groups)), DF: df,
	}
	excess := mat.NewVecDense(df, nil)
	variance := mat.NewSymDense(df, nil)
	for _, step := range tally(slices.Concat(groups...)) {
		if step.Events > 0 {
			result.add(groups, step, variance)
		}
	}
	for i := range df {
		excess.SetVec(i, result.Observed[i]-result.Expected[i])
	}
	var factor mat.Cholesky
	if !factor.Factorize(variance) {
		return LogRank{}, errors.New("no time at which every group could have had an event")
	}
	var scaled mat.VecDense
	if err := factor.SolveVecTo(&scaled, excess); err != nil {
		return LogRank{}, fmt.Errorf("log-rank: %w", err)
	}
	result.ChiSq = mat.Dot(excess, &scaled)
	result.P = distuv.ChiSquared{K: float64(df)}.Survival(result.ChiSq)
	return result, nil
}

// add takes in the events of one time: observed and expected by group, and the
// hypergeometric variance of all groups but the last.
func (l *LogRank) add(groups [][]Spell, step Step, variance *mat.SymDense) {
	n, d := float64(step.AtRisk), float64(step.Events)
	share := make([]float64, len(groups)) // of those at risk
	for i, g := range groups {
		for _, s := range g {
			if s.Time >= step.Time {
				share[i]++
			}
			if s.Time == step.Time && s.Event {
				l.Observed[i]++
			}
		}
		share[i] /= n
		l.Expected[i] += float64(d * share[i])
	}
	if step.AtRisk < 2 {
		return
	}
	spread := d * (n - d) / (n - 1)
	for i := range l.DF {
		variance.SetSym(i, i, variance.At(i, i)+float64(spread*share[i]*(1-share[i])))
		for j := range i {
			variance.SetSym(i, j, variance.At(i, j)-float64(spread*share[i]*share[j]))
		}
	}
}
