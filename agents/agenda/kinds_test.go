package agenda

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// spelt is a ladder as a reader of a scenario sees it.
func spelt(levels []Level) string {
	var out []string
	for _, l := range levels {
		out = append(out, fmt.Sprintf("%s=%g", l.Label, l.Amount))
	}
	return strings.Join(out, " ")
}

func ladder(levels []Level, err error) []Level {
	if err != nil {
		return nil
	}
	return levels
}

func TestKindsBuildLadders(t *testing.T) {
	for _, row := range []struct {
		name   string
		levels []Level
		want   string
	}{
		{"share", ladder(Share(4)), "0=0 0.25=0.25 0.5=0.5 0.75=0.75 1=1"},
		{"share of one step", ladder(Share(1)), "0=0 1=1"},
		{"share of three steps keeps its end", ladder(Share(3)), "0=0 0.333333333333=0.333333333333 0.666666666667=0.666666666667 1=1"},
		{"tenths without dust", ladder(Range(0, 1, .1)), "0=0 0.1=0.1 0.2=0.2 0.3=0.3 0.4=0.4 0.5=0.5 0.6=0.6 0.7=0.7 0.8=0.8 0.9=0.9 1=1"},
		{"from below zero", ladder(Range(-.3, .3, .1)), "-0.3=-0.3 -0.2=-0.2 -0.1=-0.1 0=0 0.1=0.1 0.2=0.2 0.3=0.3"},
		{"last step shorter", ladder(Range(0, 10, 4)), "0=0 4=4 8=8 10=10"},
		{"one point", ladder(Range(7, 7, 1)), "7=7"},
		{"large amounts", ladder(Range(0, 3e6, 1e6)), "0=0 1e+06=1e+06 2e+06=2e+06 3e+06=3e+06"},
		{"tiers", Tiers("none", "some", "all"), "none=0 some=0.5 all=1"},
		{"a single tier", Tiers("as is"), "as is=0"},
		{"yes or no", YesNo(), "no=0 yes=1"},
		{"options", Options("a", "b", "c"), "a=0 b=1 c=2"},
		{"no options", Options(), ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			assert.Equal(t, row.want, spelt(row.levels))
			for _, l := range row.levels {
				assert.Equal(t, Features{Legal: 1}, l.Features, "a plain level promises nothing and weakens nothing")
			}
		})
	}
}

func TestKindsRefuse(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, row := range []struct {
		name  string
		build func() ([]Level, error)
		want  string
	}{
		{"no steps", func() ([]Level, error) { return Share(0) }, "1 to 255 steps, have 0"},
		{"256 steps", func() ([]Level, error) { return Share(256) }, "1 to 255 steps, have 256"},
		{"257 levels", func() ([]Level, error) { return Range(0, 256, 1) }, "more than 256 levels"},
		{"a step of dust", func() ([]Level, error) { return Range(0, 1, 1e-300) }, "more than 256 levels"},
		{"a step of zero", func() ([]Level, error) { return Range(0, 1, 0) }, "step must be > 0"},
		{"downwards", func() ([]Level, error) { return Range(1, 0, .1) }, "runs upwards"},
		{"no number", func() ([]Level, error) { return Range(nan, 1, .1) }, "finite"},
		{"no end", func() ([]Level, error) { return Range(0, inf, .1) }, "finite"},
		{"opposite ends", func() ([]Level, error) { return Range(-inf, inf, 1) }, "finite"},
	} {
		t.Run(row.name, func(t *testing.T) {
			levels, err := row.build()
			assert.ErrorContains(t, err, row.want)
			assert.Empty(t, levels)
		})
	}
}

func TestLargestLadders(t *testing.T) {
	share, err := Share(MaxLevels - 1)
	require.NoError(t, err)
	assert.Len(t, share, MaxLevels)
	days, err := Range(0, 255, 1)
	require.NoError(t, err)
	assert.Len(t, days, MaxLevels)
	assert.Equal(t, "255", days[255].Label)
}

// A range holds both ends, rises, and steps by no more than its step.
func TestRangeRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := float64(rapid.IntRange(-1000, 1000).Draw(t, "from")) / 10
		step := float64(rapid.IntRange(1, 50).Draw(t, "step")) / 10
		to := from + float64(rapid.IntRange(0, 2000).Draw(t, "span"))/20
		levels, err := Range(from, to, step)
		if err != nil {
			assert.Greater(t, (to-from)/step, float64(MaxLevels-1)-1e-6)
			return
		}
		assert.InDelta(t, from, levels[0].Amount, 1e-9)
		assert.InDelta(t, to, levels[len(levels)-1].Amount, 1e-9)
		labels := map[string]bool{}
		for i, l := range levels {
			assert.False(t, labels[l.Label], "two levels are called %s", l.Label)
			labels[l.Label] = true
			if i > 0 {
				assert.Greater(t, l.Amount, levels[i-1].Amount)
				assert.LessOrEqual(t, l.Amount-levels[i-1].Amount, step+1e-9)
			}
		}
	})
}
