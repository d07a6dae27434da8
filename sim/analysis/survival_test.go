package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestKaplanMeierByHand(t *testing.T) {
	// Four runs: an event at 1, one lost at 2, an event at 3, one followed to 4.
	spells := []Spell{{3, true}, {1, true}, {4, false}, {2, false}}
	curve, err := KaplanMeier(spells, Plain, .95)
	require.NoError(t, err)
	require.Len(t, curve, 4)
	se1 := .75 * math.Sqrt(1./12)
	se3 := .375 * math.Sqrt(1./12+1./2)
	for i, want := range []Step{
		{Time: 1, AtRisk: 4, Events: 1, Survival: .75, StdErr: se1, Low: .75 - z95*se1, High: 1},
		{Time: 2, AtRisk: 3, Censored: 1, Survival: .75, StdErr: se1, Low: .75 - z95*se1, High: 1},
		{Time: 3, AtRisk: 2, Events: 1, Survival: .375, StdErr: se3, Low: 0, High: .375 + z95*se3},
		{Time: 4, AtRisk: 1, Censored: 1, Survival: .375, StdErr: se3, Low: 0, High: .375 + z95*se3},
	} {
		got := curve[i]
		assert.InDelta(t, want.Low, got.Low, 1e-14, i)
		assert.InDelta(t, want.High, got.High, 1e-14, i)
		assert.InDelta(t, want.StdErr, got.StdErr, 1e-14, i)
		assert.InDelta(t, want.Survival, got.Survival, 1e-14, i)
		assert.Equal(t, [4]float64{want.Time, float64(want.AtRisk), float64(want.Events), float64(want.Censored)},
			[4]float64{got.Time, float64(got.AtRisk), float64(got.Events), float64(got.Censored)}, i)
	}
	median, ok := curve.Median()
	assert.True(t, ok)
	assert.Equal(t, 3., median)
	_, ok = curve.MedianHigh()
	assert.False(t, ok, "the upper end never halves")

	mean, se, err := curve.RestrictedMean(4)
	require.NoError(t, err)
	assert.InDelta(t, 1+.75*2+.375, mean, 1e-14)
	// Areas right of the events: 1.875 after the first, .375 after the second.
	assert.InDelta(t, math.Sqrt(1.875*1.875/12+.375*.375/2), se, 1e-14)
	longer, _, err := curve.RestrictedMean(6)
	require.NoError(t, err)
	assert.InDelta(t, mean+2*.375, longer, 1e-14, "flat past the last step")
}

func TestCurveThatReachesNothing(t *testing.T) {
	for _, scale := range []Transform{Plain, Log, LogLog} {
		curve, err := KaplanMeier([]Spell{{1, false}, {2, true}, {3, true}, {4, true}}, scale, .95)
		require.NoError(t, err)
		assert.Equal(t, Step{Time: 1, AtRisk: 4, Censored: 1, Survival: 1, Low: 1, High: 1}, curve[0])
		assert.Equal(t, Step{Time: 4, AtRisk: 1, Events: 1}, curve[3])
	}
}

func TestMedianOnAFlatHalf(t *testing.T) {
	curve, err := KaplanMeier([]Spell{{1, true}, {2, true}, {3, true}, {4, true}}, Log, .95)
	require.NoError(t, err)
	median, ok := curve.Median()
	assert.True(t, ok)
	assert.Equal(t, 2.5, median)

	// Half had the event, the rest were lost: the step has no other end.
	curve, err = KaplanMeier([]Spell{{1, true}, {2, false}}, Log, .95)
	require.NoError(t, err)
	median, ok = curve.Median()
	assert.True(t, ok)
	assert.Equal(t, 1., median)
}

func counting(t *testing.T, spells []Spell) *Spells {
	t.Helper()
	s, err := NewSpells(spells...)
	require.NoError(t, err)
	return s
}

func TestLogRankByHand(t *testing.T) {
	early, late := []Spell{{1, true}, {2, true}}, []Spell{{3, true}, {4, true}}
	got, err := CompareSurvival(counting(t, early), counting(t, late))
	require.NoError(t, err)
	// Expected of the early: 2/4 + 1/3; variance 1/4 + 2/9; (2 - 5/6)² / (17/36).
	assert.InDeltaSlice(t, []float64{2, 2}, got.Observed, 0)
	assert.InDeltaSlice(t, []float64{5. / 6, 19. / 6}, got.Expected, 1e-14)
	assert.InDelta(t, 49./17, got.ChiSq, 1e-13)
	assert.InDelta(t, math.Erfc(math.Sqrt(49./34)), got.P, 1e-12)
}

func TestLogRankOfThreeKnowsNoOrder(t *testing.T) {
	a := []Spell{{1, true}, {2, true}, {5, false}}
	b := []Spell{{2, true}, {3, true}, {4, false}, {5, true}}
	c := []Spell{{3, false}, {5, true}, {6, true}, {6, false}}
	first, err := CompareSurvival(counting(t, a), counting(t, b), counting(t, c))
	require.NoError(t, err)
	second, err := CompareSurvival(counting(t, c), counting(t, a), counting(t, b))
	require.NoError(t, err)
	assert.Equal(t, 2, first.DF)
	assert.InDelta(t, first.ChiSq, second.ChiSq, 1e-12)
	assert.InDelta(t, sum(first.Observed), sum(first.Expected), 1e-12)
	same, err := CompareSurvival(counting(t, a), counting(t, a), counting(t, a))
	require.NoError(t, err)
	assert.InDelta(t, 0, same.ChiSq, 1e-12)
	assert.InDelta(t, 1, same.P, 1e-12)
}

func TestCurveAtATime(t *testing.T) {
	c, err := KaplanMeier([]Spell{{1, true}, {2, false}, {3, true}, {4, false}}, LogLog, .95)
	require.NoError(t, err)
	for _, tt := range []struct {
		at, survival float64
		known        bool
	}{{0, 1, true}, {1, .75, true}, {2.5, .75, true}, {3, .375, true}, {4, .375, true}, {4.5, .375, false}} {
		s, known := c.At(tt.at)
		assert.InDelta(t, tt.survival, s.Survival, 1e-12, tt.at)
		assert.Equal(t, tt.known, known, tt.at)
	}
	all, err := KaplanMeier([]Spell{{1, true}}, Plain, .95)
	require.NoError(t, err)
	s, known := all.At(9)
	assert.True(t, known, "nobody is left to have the event")
	assert.Zero(t, s.Survival)
}
