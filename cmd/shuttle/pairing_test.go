package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/analysis"
	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// Six runs under two mediators and an oracle, of which one run broke off: worked by
// hand. Of the five pairs a has the agreement alone in four, b in none.
func TestPairingByHand(t *testing.T) {
	s := measure.Schema([]string{"A", "B"}, nil)
	p := newPairing(s)
	put := func(mediator string, days ...float64) {
		for i, day := range days {
			row := make(record.Row, len(s))
			id := measure.ID{Point: 3, Replicate: i, Mediator: mediator}
			measure.Fault(row, &id, "broke off")
			if !math.IsNaN(day) {
				row = rowOf(s, i, map[bool]string{true: "holds", false: "stalemate"}[day > 0], day)
				row[s.Index("mediator")], row[s.Index("point")] = record.Text(mediator), record.Int(3)
			}
			if rival(mediator) {
				p.add(mediator, row)
			}
		}
	}
	put("none", 5, 6, 7, 8, math.NaN(), 9)
	put("single-text", 1, 0, 0, 0, 4, 0)
	put("oracle/nash", 1, 1, 1, 1, 1, 1)
	rows, err := p.rows(3)
	require.NoError(t, err)
	found := map[string]comparisonRow{}
	for _, r := range rows {
		assert.NotContains(t, []string{r.a, r.b}, "oracle/nash")
		found[r.measure] = r
	}
	agreement := found["agreement"]
	assert.Equal(t, 3, agreement.point)
	assert.Equal(t, 5, agreement.N, "a pair needs both runs")
	assert.InDelta(t, .8, agreement.Estimate, 1e-12)
	assert.InDelta(t, .0625, agreement.P, 1e-12, "mid-p of 4 against 0")
	assert.False(t, agreement.apart())
	assert.InDelta(t, (4+6+7+8+9)/5., found["day"].Estimate, 1e-12)
	missing := found["joint_gain"]
	assert.Equal(t, "“none” and single-text: too few pairs (0) to compare joint gain", missing.verdict())
}

func TestVerdictsInWords(t *testing.T) {
	base := comparisonRow{measure: "agreement", share: true, a: "X", b: "Y", family: 3}
	for _, tt := range []struct {
		name string
		with func(*comparisonRow)
		want string
	}{
		{"more", func(r *comparisonRow) {
			r.Difference = analysis.Difference{N: 2000, Estimate: .12, SD: .5, Interval: &analysis.Interval{Low: .09, High: .15}}
		}, "X reaches agreement in 12.0 points more of the runs than Y, 95% interval 9.00 to 15.0, n = 2,000 pairs"},
		{"the other way round", func(r *comparisonRow) {
			r.Difference = analysis.Difference{N: 2000, Estimate: -.12, SD: .5, Interval: &analysis.Interval{Low: -.15, High: -.09}}
		}, "Y reaches agreement in 12.0 points more of the runs than X, 95% interval 9.00 to 15.0, n = 2,000 pairs"},
		{"not told apart", func(r *comparisonRow) {
			r.holm = .4
			r.Difference = analysis.Difference{N: 200, Estimate: .01, SD: .2, Interval: &analysis.Interval{Low: -.02, High: .04}}
		}, "X and Y: these runs cannot tell them apart in agreement (difference 1.00 points, 95% interval -2.00 to 4.00, n = 200 pairs); about 4,200 would"},
		{"none seen", func(r *comparisonRow) {
			r.holm = 1
			r.Difference = analysis.Difference{N: 9, Interval: &analysis.Interval{Low: -.1, High: .1}}
		}, "X and Y: no difference in agreement was seen, 95% interval -10.0 to 10.0, n = 9 pairs"},
		{"an outcome", func(r *comparisonRow) {
			r.measure = "outcome.holds"
			r.Difference = analysis.Difference{N: 9, Estimate: .5, SD: .1, Interval: &analysis.Interval{Low: .4, High: .6}}
		}, "X ends as holds in 50.0 points more of the runs than Y, 95% interval 40.0 to 60.0, n = 9 pairs"},
		{"a mean", func(r *comparisonRow) {
			r.measure, r.share = "joint_gain", false
			r.Difference = analysis.Difference{N: 9, Estimate: -.5, SD: .1, Interval: &analysis.Interval{Low: -.6, High: -.4}}
		}, "Y has joint gain higher by 0.500 units of worth than X, 95% interval 0.400 to 0.600, n = 9 pairs"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := base
			tt.with(&r)
			assert.Equal(t, tt.want, r.verdict())
		})
	}
}

func TestRankingByStatedWeights(t *testing.T) {
	r := ranking{{"joint_gain", 2}, {"peace", .1}}
	rows := []record.SummaryRow{
		{Mediator: "none", Measure: "joint_gain", N: 9, Estimate: .1}, {Mediator: "none", Measure: "peace", N: 9, Estimate: 4},
		{Mediator: "single-text", Measure: "joint_gain", N: 9, Estimate: .3}, {Mediator: "single-text", Measure: "peace", N: 9, Estimate: 1},
		{Mediator: "oracle/nash", Measure: "joint_gain", N: 9, Estimate: 1}, {Mediator: "oracle/nash", Measure: "peace", N: 9, Estimate: 5},
	}
	got, err := r.order(rows, []string{"none", "single-text", "oracle/nash", "sticks", "mixed"}, true)
	require.NoError(t, err)
	require.Len(t, got, 2, "oracles have no place, nor strategies that press in a live case")
	assert.Equal(t, "single-text", got[0].Mediator)
	assert.InDelta(t, .7, got[0].Score, 1e-12)
	assert.InDelta(t, .6, got[1].Score, 1e-12)
	_, err = r.order(rows[:1], []string{"none"}, false)
	assert.EqualError(t, err, "cannot rank: under none no run has peace")
	_, err = r.order(rows, []string{"none", "mixed"}, false)
	assert.EqualError(t, err, "cannot rank: under mixed no run has joint_gain", "where no conflict goes on, whoever presses is ranked")
}
