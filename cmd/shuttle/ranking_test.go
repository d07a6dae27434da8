package main

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// rivalry is ten runs of each mediator of which so many are signed, each with so much
// joint gain and so many years of peace.
func rivalry(signed map[string]int, gain map[string]float64, mediators ...string) *pairing {
	s := measure.Schema([]string{"A", "B"}, nil)
	p := newPairing(s, spans{horizon: 40})
	for _, m := range mediators {
		for i := range 10 {
			outcome, day := "stalemate", 0.
			if i < signed[m] {
				outcome, day = "holds", 10
			}
			row := rowOf(s, i, outcome, day)
			row[s.Index("peace")] = record.Float(float64(4 * int(day) / 10))
			if i < signed[m] {
				row[s.Index("joint_gain")] = record.Float(gain[m])
			}
			p.add(m, row)
		}
	}
	return p
}

// A mediator with one good text in ten runs does not lead one with a fair text in eight:
// runs without a signature gain nothing.
func TestRankingIsOverAllRuns(t *testing.T) {
	p := rivalry(map[string]int{"none": 1, "single-text": 8}, map[string]float64{"none": .9, "single-text": .5}, "none", "single-text", "oracle/nash", "sticks")
	r := ranking{{"joint_gain", 2}, {"peace", .1}}
	got, err := r.order(p, []string{"none", "single-text", "oracle/nash", "sticks"}, true)
	require.NoError(t, err)
	require.Len(t, got, 2, "oracles have no place, nor strategies that press in a live case")
	assert.Equal(t, "single-text", got[0].Mediator)
	assert.InDelta(t, (8*2*.5+8*.4)/10, got[0].Score, 1e-12)
	assert.InDelta(t, (1*2*.9+1*.4)/10, got[1].Score, 1e-12)
	assert.InDelta(t, got[0].Score-got[1].Score, *got[0].Ahead, 1e-12)
	assert.Less(t, *got[0].Low, *got[0].Ahead)
	assert.Greater(t, *got[0].Low, 0., "the same runs, so that little is left to chance")
	assert.Nil(t, got[1].Ahead)
	got, err = r.order(p, []string{"none", "sticks"}, false)
	require.NoError(t, err)
	assert.Len(t, got, 2, "where no conflict goes on, whoever presses is ranked")
	_, err = r.order(newPairing(measure.Schema([]string{"A", "B"}, nil), spans{}), []string{"none"}, false)
	assert.EqualError(t, err, "cannot rank: under none no run could be played")
}

// What not every run has, and what force brings, ranks nobody.
func TestWhatNobodyIsRankedBy(t *testing.T) {
	s, err := compile("../../configs/miami.yaml", nil)
	require.NoError(t, err)
	for text, want := range map[string]string{
		"outcome.victory=1,joint_gain=1":     "coercion is reported, never ranked",
		"outcome.escalation=-1,joint_gain=1": "coercion is reported, never ranked",
		"leverage_cost=1":                    "coercion is reported, never ranked",
		"day=-1,joint_gain=1":                "not every run has it",
		"tilt=-1":                            "not every run has it",
		"days_unsigned=-1":                   "a live case is not ranked by agreement or speed alone",
		"joint_gian=1":                       "did you mean joint_gain",
	} {
		_, err := parseRanking(text, s)
		assert.ErrorContains(t, err, want, text)
	}
	r, err := parseRanking("gain.UKR=1,gain.RUS=1,days_unsigned=-0.001,peace=0.1", s)
	require.NoError(t, err)
	assert.Equal(t, "1 × gain.UKR + 1 × gain.RUS + -0.001 × days_unsigned + 0.1 × peace", fmt.Sprint(r))
}

// When all who were compared press, a live case says so instead of a ranking.
func TestRankingOfNobodySaysSo(t *testing.T) {
	c := &contrast{scale: ranking{{"peace", 1}}}
	c.files.Case.Live, c.manifest.Mediators = true, []string{"sticks", "mixed"}
	text := c.rankingTable()
	assert.Contains(t, text, "Nobody is left to rank.")
	assert.Contains(t, text, "Sticks has no place")
	assert.Empty(t, (&contrast{}).rankingTable())
}
