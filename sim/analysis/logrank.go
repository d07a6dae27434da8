package analysis

import (
	"errors"
	"fmt"
	"maps"
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
func CompareSurvival(groups ...*Spells) (LogRank, error) {
	if len(groups) < 2 {
		return LogRank{}, errors.New("need at least 2 groups to compare")
	}
	df := len(groups) - 1
	result := LogRank{
		Observed: make([]float64, len(groups)), Expected: make([]float64, len(groups)), DF: df,
	}
	excess := mat.NewVecDense(df, nil)
	variance := mat.NewSymDense(df, nil)
	curves := make([]Curve, len(groups))
	var times []float64
	for i, g := range groups {
		if g.n == 0 {
			return LogRank{}, fmt.Errorf("group %d: no spells", i)
		}
		curves[i] = g.steps()
		times = slices.AppendSeq(times, maps.Keys(g.at))
	}
	slices.Sort(times)
	for _, time := range slices.Compact(times) {
		result.add(curves, time, variance)
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
// hypergeometric variance of all groups but the last. Steps before that time are
// done with and cut off.
func (l *LogRank) add(curves []Curve, time float64, variance *mat.SymDense) {
	n, d := 0.0, 0.0 // at risk, and events, in all groups
	share := make([]float64, len(curves))
	for i, c := range curves {
		for len(c) > 0 && c[0].Time < time {
			c = c[1:]
		}
		if curves[i] = c; len(c) == 0 {
			continue
		}
		share[i] = float64(c[0].AtRisk)
		n += share[i]
		if c[0].Time == time {
			d += float64(c[0].Events)
			l.Observed[i] += float64(c[0].Events)
		}
	}
	for i := range share {
		share[i] /= n
		l.Expected[i] += float64(d * share[i])
	}
	if n < 2 {
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
