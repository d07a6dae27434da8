package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// ranked is a place in a ranking.
type ranked struct {
	Mediator string   `json:"mediator"`
	Score    float64  `json:"score"`
	Ahead    *float64 `json:"ahead"` // of the next place, over the same runs; null at the last
	Low      *float64 `json:"low"`   // of its 95% interval
	High     *float64 `json:"high"`

	runs []float64 // by run; NaN where one could not be played
}

// order ranks the mediators by the mean, over all runs, of the weighted sum of each run's
// values, each in its own unit, so that no mediator's score depends on which others are
// compared. A run without a signature gains nothing. Oracles have no place, nor in live
// cases strategies that press. It is to be asked before the runs are settled.
func (r ranking) order(p *pairing, mediators []string, live bool) ([]ranked, error) {
	if len(r) == 0 {
		return nil, nil
	}
	var list []ranked
	for _, name := range mediators {
		if !rival(name) || live && presses(name) {
			continue
		}
		place := ranked{Mediator: name, runs: r.scores(p, name)}
		var all analysis.Moments
		for _, x := range place.runs {
			if !math.IsNaN(x) {
				all.Add(x)
			}
		}
		if all.N() == 0 {
			return nil, fmt.Errorf("cannot rank: under %s no run could be played", name)
		}
		place.Score = all.Mean()
		list = append(list, place)
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(b.Score, a.Score) })
	for i := range list[:max(0, len(list)-1)] {
		if err := list[i].over(&list[i+1]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// scores are the weighted sums of a mediator's runs.
func (r ranking) scores(p *pairing, mediator string) []float64 {
	values := p.waiting[mediator]
	if len(values) == 0 {
		return nil
	}
	at := func(name string) int {
		for k, e := range p.estimates {
			if e.Name == name {
				return k
			}
		}
		return -1
	}
	agreement := at("agreement")
	scores := make([]float64, len(values[agreement]))
	for _, w := range r {
		for run, x := range values[at(w.measure)] {
			if math.IsNaN(x) && nothing(w.measure) && !math.IsNaN(values[agreement][run]) {
				x = 0
			}
			scores[run] += float64(w.weight * x)
		}
	}
	return scores
}

// over compares a place with the next, run by run.
func (r *ranked) over(next *ranked) error {
	var pairs analysis.Pairs
	for i := range r.runs {
		if a, b := r.runs[i], next.runs[i]; !math.IsNaN(a) && !math.IsNaN(b) {
			if err := pairs.Add(a, b); err != nil {
				return err
			}
		}
	}
	d, err := pairs.Difference(confidence)
	if err == nil && d.N > 0 {
		r.Ahead = &d.Estimate
		if d.Interval != nil {
			r.Low, r.High = &d.Interval.Low, &d.Interval.High
		}
	}
	return err
}

// rankingTable shows the ranking, if weights were stated.
func (c *contrast) rankingTable() string {
	if len(c.scale) == 0 {
		return ""
	}
	text := fmt.Sprintf("\nRanked by the weights you stated, %s, each in its unit: means over all runs, 0 where what is\nweighed is of signed texts and nothing was signed.\n\n", c.scale)
	if len(c.ranking) == 0 {
		text += "Nobody is left to rank.\n"
	} else {
		t := newTable("place", "mediator", "score", "ahead of the next", "95% interval")
		for i, r := range c.ranking {
			ahead, between := words.None, words.None
			if r.Ahead != nil {
				ahead = words.Number(*r.Ahead)
			}
			if r.Low != nil {
				between = words.Number(*r.Low) + " to " + words.Number(*r.High)
			}
			t.AppendRow(row(fmt.Sprint(i+1), r.Mediator, words.Number(r.Score), ahead, between))
		}
		text += t.Render() + "\nAn interval that holds 0 leaves open which of two neighbours leads.\n"
	}
	for _, name := range c.manifest.Mediators {
		if c.files.Case.Live && presses(name) {
			text += fmt.Sprintf("%s has no place: it may press a side, and in a live case coercion is priced, not ranked.\n", words.Capital(name))
		}
	}
	return text + "\n"
}
