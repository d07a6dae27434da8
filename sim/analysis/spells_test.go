package analysis

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Many different times are counted by cells: the curve at the cells' ends is that of the
// times themselves, and there are no more steps than cells.
func TestManyTimesAreCountedByCells(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	exactly, byCell := &Spells{}, &Spells{Cell: 1. / 64}
	for range 4 * mostTimes {
		spell := Spell{Time: 5 * r.Float64(), Event: r.Float64() < .6}
		require.NoError(t, exactly.Add(spell))
		require.NoError(t, byCell.Add(spell))
	}
	assert.Equal(t, exactly.N(), byCell.N())
	fine, err := exactly.KaplanMeier(LogLog, .95)
	require.NoError(t, err)
	coarse, err := byCell.KaplanMeier(LogLog, .95)
	require.NoError(t, err)
	assert.Len(t, fine, 4*mostTimes)
	assert.LessOrEqual(t, len(coarse), 5*64)
	for _, years := range []float64{1, 2, 4} {
		want, _ := fine.At(years)
		got, _ := coarse.At(years)
		assert.InDelta(t, want.Survival, got.Survival, 2e-3, years)
		assert.InDelta(t, want.StdErr, got.StdErr, 1e-4, years)
	}
	want, _, err := fine.RestrictedMean(4)
	require.NoError(t, err)
	got, _, err := coarse.RestrictedMean(4)
	require.NoError(t, err)
	assert.InDelta(t, want, got, byCell.Cell)
}

// Few different times are told apart, however many spells there are.
func TestFewTimesAreExact(t *testing.T) {
	s := &Spells{Cell: 10}
	for i := range 10 * mostTimes {
		require.NoError(t, s.Add(Spell{Time: float64(i%7) + .5, Event: true}))
	}
	curve, err := s.KaplanMeier(Plain, .95)
	require.NoError(t, err)
	require.Len(t, curve, 7)
	assert.Equal(t, .5, curve[0].Time)
}
