package main

import (
	"fmt"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// regretTable shows what every choice gives up at worst, all measures together, and
// names no winner.
func (s *survey) regretTable() string {
	if len(s.regret) == 0 {
		return ""
	}
	var measures []string
	byChoice, order := map[string][]record.RegretRow{}, []string{}
	for _, r := range s.regret {
		name := policy{r.Mediator, r.Levers}.String()
		measures, order = appendNew(measures, r.Measure), appendNew(order, name)
		byChoice[name] = append(byChoice[name], r)
	}
	t := newTable(append([]string{"choice"}, measures...)...)
	for _, name := range order {
		cells := []string{name}
		for _, r := range byChoice[name] {
			write := words.Number
			if r.Measure == "agreement" {
				write = words.Percent
			}
			cells = append(cells, write(r.Max))
		}
		t.AppendRow(row(cells...))
	}
	text := fmt.Sprintf("Regret: the most that a choice gives up against the best choice of the same scenario, over %s.\nMeans over all runs; 0 is best. Read off estimates, so that noise makes it look larger. Which measure counts\nfor how much is not for this table to say.\n\n%s\n",
		words.Plural(s.regret[0].Scenarios, "scenario", "scenarios"), t.Render())
	for _, line := range beaten(order, byChoice) {
		text += line + "\n"
	}
	if len(s.unweighed) > 0 {
		text += fmt.Sprintf("Not weighed, as coercion is priced and no choice to be optimised: %s.\n", strings.Join(s.unweighed, ", "))
	}
	return text + "\n"
}

// beaten names choices that another matches or beats by every measure, and beats by
// one.
func beaten(order []string, regret map[string][]record.RegretRow) []string {
	var lines []string
	for _, name := range order {
		for _, other := range order {
			if covers(regret[other], regret[name]) {
				lines = append(lines, fmt.Sprintf("%s regrets no less than %s by any measure.", words.Capital(name), other))
				break
			}
		}
	}
	return lines
}

func covers(a, b []record.RegretRow) bool {
	less := false
	for i := range a {
		if a[i].Max > b[i].Max {
			return false
		}
		less = less || a[i].Max < b[i].Max
	}
	return less
}

// regretLine is a line of regret.csv for other programs.
type regretLine struct {
	Measure   string  `json:"measure"`
	Mediator  string  `json:"mediator"`
	Levers    string  `json:"levers"`
	Scenarios int     `json:"scenarios"`
	Max       float64 `json:"max_regret"`
	Mean      float64 `json:"mean_regret"`
	Point     int     `json:"point"`
	Best      string  `json:"best"`
}

func regretLines(rows []record.RegretRow) []regretLine {
	var lines []regretLine
	for _, r := range rows {
		lines = append(lines, regretLine(r))
	}
	return lines
}
