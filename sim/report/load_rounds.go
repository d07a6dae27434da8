package report

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// addRounds takes what went on over all runs, and the drafts of replicate 0.
func (d *Data) addRounds(mediator string, rounds []record.RoundRow) error {
	curve := Curve{Mediator: mediator}
	for _, r := range rounds {
		if r.Mediator != mediator || r.Series != "agreed" || r.Replicate != record.AllRuns || r.N == 0 {
			continue
		}
		at, err := analysis.Wilson(countOf(r.Mean, r.N), r.N, level)
		if err != nil {
			return fmt.Errorf("agreements under mediator %q by round %d: %w", mediator, r.Round, err)
		}
		curve.N = max(curve.N, r.N)
		curve.Round, curve.Day = append(curve.Round, r.Round), append(curve.Day, r.Day)
		curve.Share = append(curve.Share, float64(countOf(r.Mean, r.N))/float64(r.N))
		curve.Low, curve.High = append(curve.Low, at.Low), append(curve.High, at.High)
	}
	if curve.N > 0 {
		d.Agreed = append(d.Agreed, curve)
	}
	d.addSeries(mediator, rounds)
	path, err := d.pathOf(mediator, rounds)
	if err == nil && len(path.Drafts) > 0 {
		d.Paths = append(d.Paths, path)
	}
	return err
}

// pathOf reads the drafts of replicate 0, each where it first lay on the table. Older
// results tell of each round the last draft only, and not who wrote it.
func (d *Data) pathOf(mediator string, rounds []record.RoundRow) (Path, error) {
	path := Path{Mediator: mediator}
	sides := d.belligerents()
	for _, r := range rounds {
		if r.Mediator != mediator || r.Replicate != path.Replicate || r.Series != "draft" {
			continue
		}
		number := int(math.Round(r.Mean))
		if n := len(path.Drafts); number < 1 || n > 0 && path.Drafts[n-1].Number >= number {
			continue
		}
		path.LastOnly = path.LastOnly || r.Draft == 0
		at := Draft{Number: number, Round: r.Round, Author: r.Author}
		for _, p := range sides {
			worth, known := valueAt(rounds, r, "base."+p.Name)
			if !known {
				return path, errors.New("the rounds name a draft of a run but not what it is worth to every belligerent")
			}
			at.Worths = append(at.Worths, worth)
		}
		path.Drafts = append(path.Drafts, at)
	}
	return path, nil
}

// valueAt is another series in the same run and round, of the same draft.
func valueAt(rounds []record.RoundRow, of record.RoundRow, series string) (float64, bool) {
	at := slices.IndexFunc(rounds, func(r record.RoundRow) bool {
		return r.Mediator == of.Mediator && r.Replicate == of.Replicate && r.Round == of.Round && r.Draft == of.Draft && r.Series == series
	})
	if at < 0 {
		return 0, false
	}
	return rounds[at].Mean, true
}

// addSeries takes the measures of each round; rounds are sorted.
func (d *Data) addSeries(mediator string, rounds []record.RoundRow) {
	at := make(map[string]int) // places in d.Series
	for _, r := range rounds {
		if r.Mediator != mediator || r.Replicate != record.AllRuns || r.N == 0 || r.Spread == nil {
			continue
		}
		i, known := at[r.Series]
		if !known {
			i = len(d.Series)
			at[r.Series], d.Series = i, append(d.Series, Series{Mediator: mediator, Name: r.Series})
		}
		s := &d.Series[i]
		s.Round, s.Day, s.N = append(s.Round, r.Round), append(s.Day, r.Day), append(s.N, r.N)
		s.Mean = append(s.Mean, r.Mean)
		s.Low, s.High = append(s.Low, r.Spread.Q25), append(s.High, r.Spread.Q75)
	}
}
