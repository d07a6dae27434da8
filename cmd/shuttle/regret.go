package main

import (
	"strings"

	"shuttle/sim/experiment"
	"shuttle/sim/record"
)

// policy is what somebody could decide: who mediates, at which levels of the levers.
type policy struct{ mediator, levers string }

// String is the policy as tables print it.
func (c policy) String() string {
	if c.levers == "" {
		return c.mediator
	}
	return c.mediator + ", " + c.levers
}

// regrets holds the points of a sweep by what is chosen and what is not.
type regrets struct {
	choices   []policy
	scenarios [][]int // by scenario and choice: the design point
	summary   map[cellKey]record.SummaryRow
	left      []string // mediators that are not weighed
}

// newRegrets finds the scenarios, combinations of uncertainties, in which every choice
// was played. In a live case mediators that press are no choice, and where who mediates
// is an uncertainty nothing is.
func newRegrets(s *experiment.Sweep, summary []record.SummaryRow, live bool) *regrets {
	r := &regrets{summary: map[cellKey]record.SummaryRow{}}
	for _, line := range summary {
		r.summary[cellKey{line.Point, line.Mediator, line.Measure}] = line
	}
	if s.Chance {
		return r
	}
	var mediators []string
	for _, name := range s.Mediators {
		switch {
		case !rival(name):
		case live && presses(name):
			r.left = append(r.left, name)
		default:
			mediators = append(mediators, name)
		}
	}
	points, levers, scenarios := map[[2]string]int{}, []string{}, []string{}
	for point := range s.Points {
		lever, scenario := levels(s, point, true), levels(s, point, false)
		if _, again := points[[2]string{lever, scenario}]; again {
			continue // a design may come to a point twice
		}
		points[[2]string{lever, scenario}] = point
		levers, scenarios = appendNew(levers, lever), appendNew(scenarios, scenario)
	}
	for _, lever := range levers {
		for _, mediator := range mediators {
			r.choices = append(r.choices, policy{mediator, lever})
		}
	}
	for _, scenario := range scenarios {
		var at []int
		for _, c := range r.choices {
			if point, played := points[[2]string{c.levers, scenario}]; played {
				at = append(at, point)
			}
		}
		if len(at) == len(r.choices) {
			r.scenarios = append(r.scenarios, at)
		}
	}
	return r
}

// levels spells out the levers of a point, or its uncertainties.
func levels(s *experiment.Sweep, point int, levers bool) string {
	var parts []string
	for i := range s.Factors {
		if f := &s.Factors[i]; f.Lever == levers {
			parts = append(parts, f.Name+" = "+s.Points[point][i].Label())
		}
	}
	return strings.Join(parts, ", ")
}

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// weighed are the measures that regret is told of: never agreement alone.
func (r *regrets) weighed(c record.Case) []string {
	measures := []string{"agreement", "joint_gain"}
	for _, p := range c.Parties {
		if p.Belligerent {
			measures = append(measures, "gain."+p.Name)
		}
	}
	return append(measures, "peace", daysUnsigned)
}

// rows are the regrets of every choice by every measure; none where there is nothing
// to choose, or one scenario only.
func (r *regrets) rows(c record.Case) []record.RegretRow {
	if len(r.choices) < 2 || len(r.scenarios) < 2 {
		return nil
	}
	var rows []record.RegretRow
	for _, measure := range r.weighed(c) {
		rows = append(rows, r.of(measure)...)
	}
	return rows
}

// of is the regret of every choice by one measure, over the scenarios in which every
// choice has a value: none where some has none in any.
func (r *regrets) of(measure string) []record.RegretRow {
	scenarios, values := r.known(measure)
	if len(scenarios) == 0 {
		return nil
	}
	rows := make([]record.RegretRow, len(r.choices))
	for i, c := range r.choices {
		rows[i] = record.RegretRow{Measure: measure, Mediator: c.mediator, Levers: c.levers, Scenarios: len(scenarios), Point: scenarios[0][i]}
	}
	for k, points := range scenarios {
		values := values[k]
		best := 0
		for i, x := range values {
			if x > values[best] {
				best = i
			}
		}
		for i := range rows {
			regret := values[best] - values[i]
			rows[i].Mean += regret / float64(len(scenarios))
			if regret > rows[i].Max || rows[i].Best == "" {
				rows[i].Max, rows[i].Point, rows[i].Best = regret, points[i], r.choices[best].String()
			}
		}
	}
	return rows
}

// known are the scenarios in which every choice has a value, with these values.
func (r *regrets) known(measure string) (scenarios [][]int, values [][]float64) {
	for _, points := range r.scenarios {
		row := make([]float64, len(r.choices))
		all := true
		for i := range r.choices {
			x, ok := r.value(points[i], r.choices[i].mediator, measure)
			row[i], all = x, all && ok
		}
		if all {
			scenarios, values = append(scenarios, points), append(values, row)
		}
	}
	return scenarios, values
}

// value is a measure as a mean over all runs, more being better: gains of signed texts
// count by the share of runs that have them, days without a signature against it. Where
// no run could be played there is no value: nothing is known of such a choice.
func (r *regrets) value(point int, mediator, measure string) (value float64, known bool) {
	line := r.summary[cellKey{point, mediator, measure}]
	played := r.summary[cellKey{point, mediator, "agreement"}].N
	switch {
	case strings.Contains(measure, "gain"):
		return line.Estimate * float64(line.N) / float64(max(1, played)), played > 0
	case measure == daysUnsigned:
		return -line.Estimate, line.N > 0
	}
	return line.Estimate, line.N > 0
}
