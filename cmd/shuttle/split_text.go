package main

import (
	"slices"
	"strings"

	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// write tells where the gains come from, agreement first.
func (s *split) write(b *strings.Builder) {
	if s == nil || len(s.rows) == 0 {
		return
	}
	b.WriteString("\nWhere the gain of each strategy over none comes from, on the same seeds: share of agreement, in points of a\nhundred, with the 95% interval of each step.\n\n")
	b.WriteString(s.table("agreement"))
	b.WriteString("\nThe same of the joint gain, over all runs: 0 where nothing was signed.\n\n")
	b.WriteString(s.table("joint_gain"))
	b.WriteString(`
Each step is what comes on top of the steps to its left, so that all add up to the whole, here but for the last
digit; in another order a lever may show more or less. Contact: a mediator carries offers every round, with
their authors' names on. Authorship: the names come off, as far as facilitation takes them off. Information:
wishes are passed on. Formulation: a single text, to mixed bridging. The own lever is the rest; of a placebo,
all. 0 without decimals is exactly nothing: no run differs, or as many the one way as the other. split.csv says
who plays on each step.
`)
}

// table has a line a strategy and the intervals below.
func (s *split) table(measure string) string {
	heads := []string{"strategy", "gain over none"}
	for _, adds := range experiment.Adds() {
		if slices.ContainsFunc(s.rows, func(r record.SplitRow) bool { return r.Adds == adds }) {
			heads = append(heads, adds)
		}
	}
	t := newTable(heads...)
	for i := range s.rows {
		if whole := &s.rows[i]; whole.Measure == measure && whole.Adds == record.WholeGain {
			values, between := []string{whole.Mediator}, []string{"  95% interval"}
			for _, adds := range append([]string{record.WholeGain}, heads[2:]...) {
				value, at := s.cell(whole.Mediator, measure, adds)
				values, between = append(values, value), append(between, at)
			}
			t.AppendRow(row(values...))
			t.AppendRow(row(between...))
		}
	}
	return t.Render() + "\n"
}

// cell is a step and its interval as the table shows them.
func (s *split) cell(mediator, measure, adds string) (value, between string) {
	for i := range s.rows {
		if r := &s.rows[i]; r.Mediator == mediator && r.Measure == measure && r.Adds == adds && r.N > 0 {
			return added(measure, r.Estimate), addedBetween(measure, r.Interval)
		}
	}
	return words.None, words.None
}

// added writes a difference of means with as many digits in every column, so that a
// reader can add them up: of shares in points of a hundred. Nothing at all is 0.
func added(measure string, x float64) string {
	switch {
	case x == 0:
		return "0"
	case measure == "agreement":
		return decimals(100*x, 1)
	}
	return decimals(x, 3)
}

// addedBetween writes the interval of a difference of means.
func addedBetween(measure string, i *record.Interval) string {
	if i == nil {
		return words.None
	}
	return added(measure, i.Low) + " to " + added(measure, i.High)
}

// splitLine is a line of split.csv for other programs.
type splitLine struct {
	Mediator string   `json:"mediator"`
	Measure  string   `json:"measure"`
	Adds     string   `json:"adds"`
	Strategy string   `json:"strategy"`
	N        int      `json:"n"`
	Estimate *float64 `json:"estimate"`
	ends
	Method string `json:"method"`
}

func (s *split) told() []splitLine {
	if s == nil {
		return nil
	}
	lines := []splitLine{}
	for i := range s.rows {
		r := &s.rows[i]
		lines = append(lines, splitLine{r.Mediator, r.Measure, r.Adds, r.Strategy, r.N, given(r.N > 0, &r.Estimate), endsOf(r.Interval), r.Method})
	}
	return lines
}
