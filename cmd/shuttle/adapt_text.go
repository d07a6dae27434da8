package main

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// write tells the best answers, and the comparison when they are given.
func (a *adaptation) write(b *strings.Builder) {
	if a == nil || len(a.rows) == 0 {
		return
	}
	fmt.Fprintf(b, `
The answer that serves a side best against each strategy while the others bargain as they do, and what it brings
that side in worth at the end: of what was signed, else of no deal on the last day. Time lost is not counted. An
answer whose interval reaches 0 may be no better than the side's own.

%s
The comparison at these answers, one side's at a time, with the 95%% interval of the difference to the scenario's
own tactics; the joint gain is over all runs, 0 where nothing was signed.

%s
The first %s chose the answers, and all numbers are of the others: none looks better for having been
chosen. Tried, each with the side's own values where its tactic has the same parameters (all in adaptation.csv):
%s.
`, a.answersTable(), a.comparedTable(), words.Plural(a.half, "run", "runs"), strings.Join(a.tried, ", "))
}

// answersTable has a line a strategy and party.
func (a *adaptation) answersTable() string {
	t := newTable("strategy", "side", "best answer", "gain by it", "95% interval")
	for _, r := range a.best(endWorth("")) {
		name := r.Tactic
		if r.Gain == 0 {
			name += " (its own)"
		}
		t.AppendRow(row(r.Mediator, r.Party, name, added(r.Measure, r.Estimate), addedBetween(r.Measure, r.Interval)))
	}
	return t.Render() + "\n"
}

// comparedTable has a line a strategy, at the scenario's tactics and at each side's
// best answer.
func (a *adaptation) comparedTable() string {
	var sides []string
	for i := range a.rows {
		sides = appendNew(sides, a.rows[i].Party)
	}
	heads := []string{"strategy"}
	for _, measure := range []string{"agreement", "joint_gain"} {
		heads = append(heads, measure)
		for _, side := range sides {
			heads = append(heads, side+" answers")
		}
	}
	t := newTable(heads...)
	var values, between []string
	lines := a.best("agreement", "joint_gain")
	for _, mediator := range a.mediators() {
		values, between = []string{mediator}, []string{"  95% interval of the difference"}
		for _, measure := range []string{"agreement", "joint_gain"} {
			first := true
			for _, r := range lines {
				if r.Mediator != mediator || r.Measure != measure {
					continue
				}
				if first {
					values, between, first = append(values, level(measure, r.Own)), append(between, ""), false
				}
				values, between = append(values, level(measure, r.With)), append(between, addedBetween(measure, r.Interval))
			}
		}
		t.AppendRow(row(values...))
		t.AppendRow(row(between...))
	}
	return t.Render() + "\n"
}

// best are the lines of the best answers, of measures whose names begin so.
func (a *adaptation) best(measures ...string) (lines []record.AdaptationRow) {
	for _, r := range a.rows {
		if r.Best && slices.ContainsFunc(measures, func(m string) bool { return strings.HasPrefix(r.Measure, m) }) {
			lines = append(lines, r)
		}
	}
	return lines
}

func (a *adaptation) mediators() (names []string) {
	for i := range a.rows {
		names = appendNew(names, a.rows[i].Mediator)
	}
	return names
}

// level writes a mean: of a share in percent.
func level(measure string, x float64) string {
	if measure == "agreement" {
		return words.Percent(x)
	}
	return decimals(x, 3)
}

// answerLine is a line of adaptation.csv for other programs.
type answerLine struct {
	Mediator   string   `json:"mediator"`
	Party      string   `json:"party"`
	Tactic     string   `json:"tactic"`
	Best       bool     `json:"best"`
	Gain       float64  `json:"gain"`
	Measure    string   `json:"measure"`
	N          int      `json:"n"`
	Own        *float64 `json:"own"`
	With       *float64 `json:"with"`
	Difference *float64 `json:"difference"`
	ends
	Method string `json:"method"`
}

func (a *adaptation) told() []answerLine {
	if a == nil {
		return nil
	}
	lines := []answerLine{}
	for i := range a.rows {
		r := &a.rows[i]
		played := r.N > 0
		lines = append(lines, answerLine{r.Mediator, r.Party, r.Tactic, r.Best, r.Gain, r.Measure, r.N,
			given(played, &r.Own), given(played, &r.With), given(played, &r.Estimate), endsOf(r.Interval), r.Method})
	}
	return lines
}
