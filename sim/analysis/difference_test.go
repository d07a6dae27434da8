package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDifferenceIsThatOfThePairedReference(t *testing.T) {
	var want struct {
		N     int        `json:"n"`
		Mean  float64    `json:"mean_diff"`
		SD    float64    `json:"sd_diff"`
		P     float64    `json:"p_t"`
		Ratio float64    `json:"var_reduction_vs_independent"`
		At    [2]float64 `json:"ci95_t"`
	}
	expected(t, "paired_60.csv", &want)
	got, err := Differ(numbers(t, "paired_60.csv", "a"), numbers(t, "paired_60.csv", "b"), false, .95)
	require.NoError(t, err)
	assert.Equal(t, want.N, got.N)
	assert.InDelta(t, want.Mean, got.Estimate, exact)
	assert.InDelta(t, want.SD, got.SD, exact)
	assert.InDelta(t, want.P, got.P, exact)
	assert.InDelta(t, want.Ratio, got.Ratio, 1e-8)
	assertInterval(t, want.At, *got.Interval)
	assert.Equal(t, MethodPairedMean, got.Method)
}

// Shares that do not differ have a difference of none, to the last bit, and others that of
// their counts, in whatever order the pairs come.
func TestDifferencesOfSharesAreCounted(t *testing.T) {
	a, b := make([]float64, 100), make([]float64, 100)
	for i := range 9 {
		a[i*7], b[i*11+1] = 1, 1
	}
	a[9], b[9] = 0, 0
	got, err := Differ(a, b, true, .95)
	require.NoError(t, err)
	require.Equal(t, got.Above, got.Below)
	require.Positive(t, got.Above)
	assert.Zero(t, got.Estimate)
	assert.Zero(t, got.Effect)
	for i := range b {
		b[i] = 0
	}
	got, err = Differ(a, b, true, .95)
	require.NoError(t, err)
	assert.Equal(t, float64(got.Above)/100, got.Estimate)
}

// A worked example of Newcombe 1998, method 10.
func TestNewcombePaired(t *testing.T) {
	got, err := PairedCounts{Both: 36, First: 12, Second: 2}.Newcombe(.95)
	require.NoError(t, err)
	assert.InDelta(t, .0569, got.Low, 5e-5)
	assert.InDelta(t, .3404, got.High, 5e-5)
}

func TestDifferencesAtTheEdge(t *testing.T) {
	for _, tt := range []struct {
		name     string
		a, b     []float64
		share    bool
		estimate float64
		p        float64
		method   string
		interval bool
	}{
		{"no pairs", nil, nil, false, 0, 1, MethodPairedMean, false},
		{"no pairs of a share", nil, nil, true, 0, 1, MethodPairedShare, false},
		{"one pair", []float64{3}, []float64{1}, false, 2, 1, MethodPairedMean, false},
		{"all alike, none", []float64{3, 3, 3}, []float64{3, 3, 3}, false, 0, 1, MethodSign, true},
		{"all alike, one way", []float64{3, 3, 3}, []float64{1, 1, 1}, false, 2, .25, MethodSign, true},
		{"a share that never differs", []float64{1, 0}, []float64{1, 0}, true, 0, 1, MethodPairedShare, true},
		{"a share that always differs", []float64{1, 1, 1, 1}, []float64{0, 0, 0, 0}, true, 1, .0625, MethodPairedShare, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Differ(tt.a, tt.b, tt.share, .95)
			require.NoError(t, err)
			assert.Equal(t, tt.estimate, got.Estimate)
			assert.InDelta(t, tt.p, got.P, 1e-12)
			assert.Equal(t, tt.method, got.Method)
			require.Equal(t, tt.interval, got.Interval != nil)
			if tt.interval {
				assert.LessOrEqual(t, got.Interval.Low, got.Estimate)
				assert.GreaterOrEqual(t, got.Interval.High, got.Estimate)
			}
		})
	}
}

func TestDifferencesThatCannotBeJudged(t *testing.T) {
	for name, try := range map[string]func() error{
		"unequal lengths": func() error { _, err := Differ([]float64{1}, nil, false, .95); return err },
		"not a share":     func() error { _, err := Differ([]float64{.5}, []float64{1}, true, .95); return err },
		"not finite":      func() error { _, err := Differ([]float64{math.NaN()}, []float64{1}, false, .95); return err },
		"no level":        func() error { _, err := Differ(nil, nil, false, 1); return err },
		"no pairs":        func() error { _, err := PairedCounts{}.Newcombe(.95); return err },
	} {
		t.Run(name, func(t *testing.T) { assert.Error(t, try()) })
	}
}

// Pairs needed: (1.96 + 0.8416)² SD² / d², with SD 10 and d 1 about 785.
func TestPairsNeeded(t *testing.T) {
	d := Difference{Estimate: -1, SD: 10}
	n, err := d.Needed(.95)
	require.NoError(t, err)
	assert.Equal(t, 785., n)
	n, err = (&Difference{Estimate: 2}).Needed(.95)
	require.NoError(t, err)
	assert.Equal(t, 6., n, "2·½⁶ is the first such p below .05")
	n, err = (&Difference{SD: 3}).Needed(.95)
	require.NoError(t, err)
	assert.Zero(t, n, "no number of pairs finds a difference that is not there")
}

// Of many simulated comparisons with a known difference, about 95 in 100 intervals
// hold it.
func TestPairedIntervalsCover(t *testing.T) {
	const tries, pairs = 2000, 60
	r := rand.New(rand.NewPCG(1, 2))
	draw := map[string]func() (a, b float64){
		"means": func() (float64, float64) {
			world := r.NormFloat64() // shared by both
			return world + .3 + .5*r.NormFloat64(), world + .5*r.NormFloat64()
		},
		"shares": func() (float64, float64) {
			world := r.Float64()
			return step(world < .5 != (r.Float64() < .1)), step(world < .3 != (r.Float64() < .1))
		},
	}
	truth := map[string]float64{"means": .3, "shares": .2 * .8}
	for _, name := range []string{"means", "shares"} {
		held := 0
		for range tries {
			a, b := make([]float64, pairs), make([]float64, pairs)
			for i := range a {
				a[i], b[i] = draw[name]()
			}
			d, err := Differ(a, b, name == "shares", .95)
			require.NoError(t, err)
			if d.Interval.Low <= truth[name] && truth[name] <= d.Interval.High {
				held++
			}
		}
		assert.InDelta(t, .95, float64(held)/tries, .015, name)
	}
}

// Where nothing differs, no more than about 5 comparisons of four strategies in 100
// call any of their six pairs different.
func TestTrueNullsAreSeldomCalledDifferent(t *testing.T) {
	const tries, pairs = 1000, 80
	r := rand.New(rand.NewPCG(3, 4))
	wrong := 0
	for range tries {
		var runs [4][]float64
		for range pairs {
			world := r.Float64()
			for s := range runs {
				runs[s] = append(runs[s], step(world < .4 != (r.Float64() < .2)))
			}
		}
		var ps []float64
		for i := range runs {
			for k := i + 1; k < len(runs); k++ {
				d, err := Differ(runs[i], runs[k], true, .95)
				require.NoError(t, err)
				ps = append(ps, d.P)
			}
		}
		holm, err := Holm(ps)
		require.NoError(t, err)
		if slices.Min(holm) <= .05 {
			wrong++
		}
	}
	assert.Less(t, float64(wrong)/tries, .06)
	assert.Greater(t, float64(wrong)/tries, .01, "a test that never calls anything is none")
}

func step(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// Five pairs, three above, one below: worked by hand.
func TestEffectsThatAskNothingOfTheSpread(t *testing.T) {
	d, err := Differ([]float64{5, 9, 100, 1, 2}, []float64{4, 3, 2, 1, 7}, false, .95)
	require.NoError(t, err)
	assert.Equal(t, [2]int{3, 1}, [2]int{d.Above, d.Below})
	assert.InDelta(t, .4, d.Dominance(), 1e-12)
	d, err = Differ([]float64{1, 1, 1, 0, 0}, []float64{0, 0, 1, 1, 0}, true, .95)
	require.NoError(t, err)
	odds, ok := d.Odds()
	assert.True(t, ok)
	assert.InDelta(t, 2, odds, 1e-12, "two pairs with the first alone, one with the second alone")
	d, err = Differ([]float64{1}, []float64{0}, true, .95)
	require.NoError(t, err)
	_, ok = d.Odds()
	assert.False(t, ok)
	assert.Zero(t, (&Difference{}).Dominance())
}
