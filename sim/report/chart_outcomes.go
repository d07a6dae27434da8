package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/report/words"
)

// fewBars is up to how many bars leave room on a slide to explain each outcome.
const fewBars = 3

// bar is how the runs of one mediator ended, in the order of the classes.
type bar struct {
	name   string // the mediator's, in full
	short  string // the same as the chart writes it
	shares []float64
	n      int
	rate   string // share of agreements with its interval, or a dash
}

// drawOutcomes stacks outcome shares to one bar a mediator.
func drawOutcomes(d Data, k look) (sheet, error) {
	sh := sheet{title: "How the talks end", under: "share of runs by outcome"}
	if err := d.below(); err != nil {
		return sheet{}, err
	}
	classes := d.outcomes()
	bars, err := outcomeBars(d, classes, k, &sh.glossary)
	if err != nil {
		return sheet{}, err
	}
	var absent, meanings []string
	var explained []keyItem
	for i, o := range classes {
		if slices.ContainsFunc(bars, func(b bar) bool { return b.shares[i] > 0 }) {
			sh.key = append(sh.key, keyItem{o.words(), o.swatch})
			meanings = append(meanings, o.explained())
			explained = append(explained, keyItem{o.explained(), o.swatch})
		} else if slices.ContainsFunc(d.Outcomes, func(s Share) bool { return s.Outcome == o.name }) {
			absent = append(absent, o.words())
			explained = append(explained, keyItem{o.explained() + " (in no run)", o.swatch})
		}
	}
	runs := runsOf(bars, d.per())
	sh.notes = []string{fmt.Sprintf("n = %s. Agreement: signed by all who must; 95%% Wilson interval.", runs)}
	sh.shown = []string{fmt.Sprintf("Share of runs that ended in each way, one bar a %s; all outcomes, so that bars add up to 100%%; n = %s. "+
		"At the right the share of runs with an agreement (signed by every party that must sign, whether or not the peace then held) with its 95%% Wilson interval.", d.each(), runs)}
	sh.shown = append(sh.shown, words.Capital(strings.Join(meanings, "; "))+".")
	if len(absent) > 0 {
		sh.shown = append(sh.shown, "In no run: "+words.List(absent)+".")
	}
	for _, b := range bars {
		sh.shown = append(sh.shown, b.sentence(classes))
	}
	o := newOutcomesPanel(k, classes, bars)
	if k.Height > 0 && len(bars) <= fewBars {
		o.key, sh.key = explained, nil
	}
	sh.panel, sh.low, sh.paint = o.height(), o.low(), o.paint
	return sh, nil
}

// outcomeBars gathers the shares of each mediator in the order of the document.
func outcomeBars(d Data, classes []outcome, k look, g *glossary) ([]bar, error) {
	var bars []bar
	short := g.rowLabels(d, k.body, 0.29*k.Width, k.Height == 0)
	for i, m := range d.rows() {
		b := bar{name: clean(m), short: short[i], shares: make([]float64, len(classes)), rate: "–"}
		total := 0
		for _, s := range d.Outcomes {
			at := slices.IndexFunc(classes, func(o outcome) bool { return o.name == s.Outcome })
			switch {
			case s.Mediator != m:
				continue
			case s.N < 1 || s.Count < 0 || s.Count > s.N || b.n > 0 && s.N != b.n:
				return nil, fmt.Errorf("outcome %q under %q counts %d of %d runs, which cannot be", s.Outcome, m, s.Count, s.N)
			}
			b.n, b.shares[at] = s.N, float64(s.Count)/float64(s.N)
			total += s.Count
		}
		if b.n == 0 {
			continue
		}
		if total != b.n {
			return nil, fmt.Errorf("the outcomes under %q add up to %d of %d runs: every run must end in one way", m, total, b.n)
		}
		for _, r := range d.Agreement {
			if r.Mediator == m {
				b.rate = interval(r)
			}
		}
		bars = append(bars, b)
	}
	if len(bars) == 0 {
		return nil, errors.New("the result holds no outcome shares")
	}
	if slices.MaxFunc(bars, func(a, b bar) int { return a.n - b.n }).n < 2 {
		return nil, errors.New("one run has an outcome but no shares: at least two runs are needed, use trace to read a single run")
	}
	return bars, nil
}

// runsOf says how many runs stand behind each bar.
func runsOf(bars []bar, per string) string {
	var all []string
	same := true
	for _, b := range bars {
		same = same && b.n == bars[0].n
		all = append(all, fmt.Sprintf("%s %s", b.name, words.Thousands(b.n)))
	}
	if same {
		return words.Thousands(bars[0].n) + " runs" + per
	}
	return "runs: " + strings.Join(all, ", ")
}

// sentence lists the bar's shares for readers who do not see it.
func (b bar) sentence(classes []outcome) string {
	var parts []string
	for i, s := range b.shares {
		if s > 0 {
			parts = append(parts, classes[i].words()+" "+percent(s))
		}
	}
	return fmt.Sprintf("%s: %s; agreement %s.", b.name, strings.Join(parts, ", "), b.rate)
}
