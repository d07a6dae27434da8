package main

import (
	"math"
	"slices"
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
	p := newPairing(s, spans{})
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

// Three sides, so that p-values are adjusted over three pairs: a always has what b has in
// the first four of eight runs and c in none. By hand: mid-p 2·½⁴ − ½⁴ = ½⁴ of four against
// none, ½⁸ of eight, and of Holm's steps three, two and one times these, never falling.
func TestPValuesCountAllPairs(t *testing.T) {
	s := measure.Schema([]string{"A", "B"}, nil)
	p := newPairing(s, spans{})
	for side, signed := range map[string]int{"a": 8, "b": 4, "c": 0} {
		for i := range 8 {
			p.add(side, rowOf(s, i, map[bool]string{true: "holds", false: "stalemate"}[i < signed], 5))
		}
	}
	rows, err := p.rows(0)
	require.NoError(t, err)
	got := map[string][2]float64{}
	for _, r := range rows {
		if r.measure == "agreement" {
			pair := []string{r.a, r.b}
			slices.Sort(pair)
			got[pair[0]+pair[1]] = [2]float64{r.P, r.holm}
			assert.Equal(t, 3, r.family)
			assert.Equal(t, 8, r.runs)
		}
	}
	const four, eight = 1. / 16, 1. / 256
	for pair, want := range map[string][2]float64{"ac": {eight, 3 * eight}, "ab": {four, 2 * four}, "bc": {four, 2 * four}} {
		assert.InDelta(t, want[0], got[pair][0], 1e-12, pair)
		assert.InDelta(t, want[1], got[pair][1], 1e-12, pair)
	}
}

// Times are compared in pairs as well: an unsigned run is unsigned to the horizon.
func TestTimesAreCompared(t *testing.T) {
	s := measure.Schema([]string{"A", "B"}, nil)
	p := newPairing(s, spans{horizon: 40})
	for side, days := range map[string][]float64{"a": {5, 12, 0}, "b": {10, 0, 0}} {
		for i, day := range days {
			p.add(side, rowOf(s, i, map[bool]string{true: "holds", false: "stalemate"}[day > 0], day))
		}
	}
	rows, err := p.rows(0)
	require.NoError(t, err)
	found := map[string]comparisonRow{}
	for _, r := range rows {
		found[r.measure] = r
	}
	sign := 1.
	if found["days_unsigned"].a == "b" {
		sign = -1
	}
	assert.Equal(t, 3, found["days_unsigned"].N)
	assert.InDelta(t, (-5-28)/3., sign*found["days_unsigned"].Estimate, 1e-12)
	assert.InDelta(t, 1/3., sign*found["signed_by.20d"].Estimate, 1e-12)
	assert.True(t, found["signed_by.20d"].share)
	assert.Zero(t, found["signed_by.10d"].Estimate, "one each by the tenth day")
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
		}, "X and Y: these runs cannot tell them apart in agreement (difference 1.00 points, 95% interval -2.00 to 4.00, n = 200 pairs); about 4,200 runs of each would"},
		{"not told apart, signed under both in a third of the runs", func(r *comparisonRow) {
			r.holm, r.runs, r.measure, r.share = .4, 600, "joint_gain", false
			r.Difference = analysis.Difference{N: 200, Estimate: .01, SD: .2, Interval: &analysis.Interval{Low: -.02, High: .04}}
		}, "X and Y: these runs cannot tell them apart in joint gain (difference 0.0100 units of worth, 95% interval -0.0200 to 0.0400, n = 200 pairs); about 13,000 runs of each would"},
		{"told apart by the test, not by the interval", func(r *comparisonRow) {
			r.holm, r.family = .04, 1
			r.Difference = analysis.Difference{N: 200, Estimate: .03, SD: .2, Interval: &analysis.Interval{Low: -.001, High: .06}}
		}, "X and Y: these runs cannot tell them apart in agreement (difference 3.00 points, 95% interval -0.100 to 6.00, n = 200 pairs, though p = 0.0400); about 350 runs of each would"},
		{"told apart by the interval, not with all pairs counted", func(r *comparisonRow) {
			r.holm = .09
			r.Difference = analysis.Difference{N: 200, Estimate: .03, SD: .2, Interval: &analysis.Interval{Low: .001, High: .06}}
		}, "X and Y: these runs cannot tell them apart in agreement (difference 3.00 points, 95% interval 0.100 to 6.00, n = 200 pairs; with all 3 pairs counted p = 0.0900); about 470 runs of each would"},
		{"signed by a day", func(r *comparisonRow) {
			r.measure = "signed_by.60d"
			r.Difference = analysis.Difference{N: 9, Estimate: .5, SD: .1, Interval: &analysis.Interval{Low: .4, High: .6}}
		}, "X has signed by day 60 in 50.0 points more of the runs than Y, 95% interval 40.0 to 60.0, n = 9 pairs"},
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
