package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/experiment"
	"shuttle/sim/record"
)

// twoByTwo is a design of a lever and an uncertainty, two levels each.
func twoByTwo() *experiment.Sweep {
	s := &experiment.Sweep{Mediators: []string{"none", "sticks", "oracle/nash"}, Factors: []experiment.Factor{{Name: "offer", Lever: true}, {Name: "war"}}}
	for _, offer := range []string{"low", "high"} {
		for _, war := range []string{"calm", "hot"} {
			s.Points = append(s.Points, []experiment.Level{{YAML: offer}, {YAML: war}})
		}
	}
	return s
}

// estimates are the lines of one measure, by point and mediator.
func estimates(measure string, n int, of map[string][]float64) []record.SummaryRow {
	var rows []record.SummaryRow
	for mediator, values := range of {
		for point, x := range values {
			rows = append(rows, record.SummaryRow{Point: point, Mediator: mediator, Measure: measure, N: n, Estimate: x})
		}
	}
	return rows
}

// Worked by hand. Points: low-calm, low-hot, high-calm, high-hot.
func TestRegretByHand(t *testing.T) {
	summary := estimates("agreement", 10, map[string][]float64{"none": {.5, .2, .3, .4}, "sticks": {.6, .1, .2, .2}, "oracle/nash": {1, 1, 1, 1}})
	summary = append(summary, estimates("joint_gain", 5, map[string][]float64{"none": {.4, .4, .2, .2}})...)
	r := newRegrets(twoByTwo(), summary, false)
	assert.Empty(t, r.left)
	rows := r.of("agreement")
	want := []record.RegretRow{
		{Mediator: "none", Levers: "offer = low", Max: .2, Mean: .15, Point: 1, Best: "none, offer = high"},
		{Mediator: "sticks", Levers: "offer = low", Max: .3, Mean: .15, Point: 1, Best: "none, offer = high"},
		{Mediator: "none", Levers: "offer = high", Max: .3, Mean: .15, Point: 2, Best: "sticks, offer = low"},
		{Mediator: "sticks", Levers: "offer = high", Max: .4, Mean: .3, Point: 2, Best: "sticks, offer = low"},
	}
	require.Len(t, rows, len(want), "oracles are no choice")
	for i, w := range want {
		assert.InDelta(t, w.Max, rows[i].Max, 1e-12, i)
		assert.InDelta(t, w.Mean, rows[i].Mean, 1e-12, i)
		w.Measure, w.Scenarios, w.Max, w.Mean = "agreement", 2, rows[i].Max, rows[i].Mean
		assert.Equal(t, w, rows[i])
	}
	gain := r.of("joint_gain")
	assert.InDelta(t, .1, gain[2].Max, 1e-12, "a gain of .4 or .2 in half of the runs")
	assert.InDelta(t, .2, gain[1].Max, 1e-12, "nothing is gained where nothing is signed")
}

func TestInLiveCasesCoercionIsNoChoice(t *testing.T) {
	r := newRegrets(twoByTwo(), nil, true)
	assert.Equal(t, []string{"sticks"}, r.left)
	assert.Equal(t, []policy{{"none", "offer = low"}, {"none", "offer = high"}}, r.choices)
}

// Without two choices, or in one scenario only, there is nothing to regret; nor where
// choices were not played in the same scenarios.
func TestRegretNeedsAChoice(t *testing.T) {
	one := twoByTwo()
	one.Mediators, one.Factors[0].Lever = []string{"none"}, false
	assert.Empty(t, newRegrets(one, nil, false).rows(record.Case{}))
	chance := twoByTwo()
	chance.Chance = true
	assert.Empty(t, newRegrets(chance, nil, false).rows(record.Case{}))
	apart := twoByTwo()
	apart.Points = [][]experiment.Level{apart.Points[0], apart.Points[3]}
	assert.Empty(t, newRegrets(apart, nil, false).rows(record.Case{}))
}

func TestRegretTableNamesNoWinner(t *testing.T) {
	s := &survey{regret: []record.RegretRow{
		{Measure: "agreement", Mediator: "a", Scenarios: 3, Max: .25}, {Measure: "agreement", Mediator: "b", Scenarios: 3, Max: .5}, {Measure: "agreement", Mediator: "c", Scenarios: 3},
		{Measure: "peace", Mediator: "a", Scenarios: 3, Max: 1}, {Measure: "peace", Mediator: "b", Scenarios: 3, Max: 1}, {Measure: "peace", Mediator: "c", Scenarios: 3, Max: 2},
	}, unweighed: []string{"sticks"}}
	text := s.regretTable()
	assert.Contains(t, text, "over 3 scenarios")
	assert.Contains(t, text, "B regrets no less than a by any measure.")
	assert.NotContains(t, text, "C regrets")
	assert.Contains(t, text, "Not weighed, as coercion is priced and no choice to be optimised: sticks.")
	assert.Empty(t, (&survey{}).regretTable())
}

// A choice of which no run could be played has no value, and wins by none: not even where
// less is better.
func TestPointsOfFaultsDoNotWin(t *testing.T) {
	summary := estimates("days_unsigned", 10, map[string][]float64{"none": {50, 40, 30, 20}, "sticks": {20, 30, 40, 50}})
	summary = append(summary, estimates("agreement", 10, map[string][]float64{"none": {.5, .2, .3, .4}, "sticks": {.6, .1, .2, .2}})...)
	for i := range summary {
		if summary[i].Point == 1 && summary[i].Mediator == "none" {
			summary[i].N, summary[i].Estimate = 0, 0
		}
	}
	r := newRegrets(twoByTwo(), summary, false)
	for _, measure := range []string{"days_unsigned", "agreement", "joint_gain"} {
		for _, row := range r.of(measure) {
			assert.Equal(t, 1, row.Scenarios, "%s: the other is not known of every choice", measure)
			assert.NotContains(t, []int{1, 3}, row.Point)
		}
	}
	assert.Len(t, r.of("days_unsigned"), 4)
}
