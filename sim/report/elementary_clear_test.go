package report

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// walked simulates a design of sixteen trajectories of one measure: a factor's effects
// are what the rule says, and every run at a point has noise of its own.
func walked(r *rand.Rand, runs int, effect func(trajectory int) float64) (raw float64, clear cleared) {
	var c clearing
	sizes := 0.0
	for t := range 16 {
		half := func() float64 { // of two points, half of the runs at each
			return effect(t) + r.NormFloat64()*math.Sqrt(2/float64(runs/2))
		}
		first, second := half(), half()
		sizes += math.Abs((first+second)/2) / 16
		c.add(first, second, true)
	}
	return sizes, c.result()
}

// Without any effect the mean size is what noise makes of it, and the size without
// noise is 0 on average; with one, sixty runs find the same as six hundred.
func TestSizesHoldNoNoise(t *testing.T) {
	const times = 2000
	for _, c := range []struct {
		name   string
		effect func(int) float64
		want   float64 // root mean square of the effects
	}{
		{"none", func(int) float64 { return 0 }, 0},
		{"the same everywhere", func(int) float64 { return 0.5 }, 0.5},
		{"up and down", func(t int) float64 { return 0.5 * float64(1-2*(t%2)) }, 0.5},
		{"in half of the places", func(t int) float64 { return 0.6 * float64(t%2) }, 0.6 / math.Sqrt2},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, runs := range []int{60, 600} {
				r := rand.New(rand.NewPCG(1, uint64(runs)))
				var raw, signed, size, floor, noise, told analysis.Moments
				for range times {
					mean, clear := walked(r, runs, c.effect)
					raw.Add(mean)
					signed.Add(clear.signed)
					size.Add(clear.size)
					floor.Add(clear.floor)
					noise.Add(float64(one(clear.low == 0)))
					told.Add(float64(one(clear.told)))
				}
				chance := math.Sqrt(2/float64(runs)) * math.Sqrt(2/math.Pi) // mean size of a normal difference
				assert.InDelta(t, chance, floor.Mean(), 0.02*chance, "%d runs", runs)
				if c.want == 0 {
					assert.InDelta(t, chance, raw.Mean(), 0.02*chance, "noise counts as effect")
					assert.InDelta(t, 0, signed.Mean(), 0.05*chance, "%d runs", runs)
					assert.Less(t, size.Mean(), 0.6*floor.Mean(), "%d runs", runs)
					assert.Greater(t, noise.Mean(), 0.95, "the interval tells nothing from noise")
					assert.InDelta(t, strict, told.Mean(), 0.006, "nor does the test, but for one in a hundred")
					continue
				}
				assert.InDelta(t, c.want, size.Mean(), 0.03*c.want, "%d runs", runs)
				assert.Greater(t, told.Mean(), 0.9, "%d runs", runs)
			}
		})
	}
}

// A factor that does nothing is ranked below one that acts, whatever noise makes of it,
// and figures say so; where halves are not recorded they say that instead.
func TestTornadoWithoutNoise(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	d := overPaths(fixture())
	d.Design.Walk, d.Design.Step = len(lots)+1, 2./3
	r := rand.New(rand.NewPCG(3, 4))
	for _, e := range d.Estimates {
		if e.Mediator == d.Focus {
			for half := range 2 {
				d.Halves = append(d.Halves, record.HalfRow{Point: e.Point, Mediator: e.Mediator, Measure: e.Measure, Half: half, N: e.N / 2, Estimate: e.Estimate + 0.02*r.NormFloat64()})
			}
		}
	}
	all := d.elementaries(d.measure("agreement"))
	require.NotEmpty(t, all)
	assert.Equal(t, "fallback_of_the_first_party", all[0].factor.Name)
	assert.InDelta(t, 0.4, all[0].size, 0.02)
	assert.False(t, all[0].noise())
	noisy := 0
	for i, e := range all {
		require.True(t, e.clear.known())
		noisy += one(e.noise())
		assert.LessOrEqual(t, e.low, e.size)
		assert.GreaterOrEqual(t, e.high, e.size)
		if i > 0 {
			assert.LessOrEqual(t, e.size, all[i-1].size)
		}
	}
	assert.NotZero(t, noisy)
	for _, name := range []string{"tornado", "effects"} {
		for _, size := range Sizes() {
			figure, err := chartNamed(t, name).Draw(d, size)
			require.NoError(t, err)
			hang(t, figure, "clear-"+size.Name)
			assert.Empty(t, read(figure))
			assert.Contains(t, figure.Caption, "runs of even and of odd number")
			assert.Contains(t, figure.Caption, "in brackets what noise alone would make of them")
		}
		older := d
		older.Halves = nil
		figure, err := chartNamed(t, name).Draw(older, TextWidth)
		require.NoError(t, err)
		assert.Contains(t, figure.Caption, "does not hold the halves of its runs")
	}
}

// Where some effects are much noisier than others, factors without any seem to have some in
// one case of twenty at most.
func TestUnevenNoiseIsNoise(t *testing.T) {
	for _, times := range []float64{1, 3, 5} {
		r := rand.New(rand.NewPCG(5, 6))
		var told analysis.Moments
		for range 4000 {
			var c clearing
			for i := range 16 {
				sd := 1 + (times-1)*float64(one(i%4 == 0))
				c.add(sd*r.NormFloat64(), sd*r.NormFloat64(), true)
			}
			told.Add(float64(one(c.told())))
		}
		assert.Less(t, told.Mean(), 0.07, "%g times", times)
	}
}
