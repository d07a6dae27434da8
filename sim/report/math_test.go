package report

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func TestRanksShareTies(t *testing.T) {
	assert.Equal(t, []float64{3, 0.5, 2, 0.5}, ranks([]float64{9, 1, 5, 1}))
	assert.Empty(t, ranks(nil))
}

// The pairs are the ten of the worked example of rank correlation in common use (IQ
// and hours of television), ρ = −29/165.
func TestRankCorrelation(t *testing.T) {
	iq := []float64{106, 100, 86, 101, 99, 103, 97, 113, 112, 110}
	hours := []float64{7, 27, 2, 50, 28, 29, 20, 12, 6, 17}
	rho, low, high := rankCorrelation(iq, hours)
	assert.InDelta(t, -29.0/165, rho, 1e-12)
	half := 1.959964 * math.Sqrt((1+rho*rho/2)/7)
	assert.InDelta(t, math.Tanh(math.Atanh(rho)-half), low, 1e-6)
	assert.InDelta(t, math.Tanh(math.Atanh(rho)+half), high, 1e-6)
	rho, low, high = rankCorrelation([]float64{1, 2, 3, 4}, []float64{1, 4, 9, 16})
	assert.InDeltaSlice(t, []float64{1, 1, 1}, []float64{rho, low, high}, 1e-12, "always rising, whatever the shape")
	rho, _, _ = rankCorrelation([]float64{1, 2, 3, 4}, []float64{2, 2, 2, 2})
	assert.True(t, math.IsNaN(rho), "nothing to rank")
}

// Delays 1, 2, 3 and durabilities .2, .4, .9: by hand the means are 2 and .5, the
// variances 1 and .13, the covariance .35.
func TestRegionOfMeans(t *testing.T) {
	var e Ends
	_, ok := regionOf(e)
	assert.False(t, ok)
	for i, y := range []float64{0.2, 0.4, 0.9} {
		e.Delay.Add(float64(i + 1))
		e.Durability.Add(y)
		e.Both.Add(float64(i+1) + y)
	}
	r, ok := regionOf(e)
	require.True(t, ok)
	assert.InDeltaSlice(t, []float64{2, 0.5, 1.0 / 3, 0.13 / 3, 0.35 / 3}, []float64{r.x, r.y, r.varX, r.varY, r.cov}, 1e-12)
	assert.InDelta(t, math.Sqrt(2*2.0/1*199.5), r.reach, 1e-9, "F(.95; 2, 1) is (.05⁻² − 1)/2 = 199.5")
	det := r.varX*r.varY - r.cov*r.cov
	for _, p := range r.outline(12) {
		dx, dy := p.X-r.x, p.Y-r.y
		assert.InDelta(t, r.reach*r.reach, (dx*dx*r.varY-2*dx*dy*r.cov+dy*dy*r.varX)/det, 1e-6, "all around the ellipse")
	}
}

func TestIsoline(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		name  string
		field [][]float64
		want  [][2]xy
	}{
		{"nowhere", [][]float64{{0, 0}, {0, 0}}, nil},
		{"everywhere", [][]float64{{1, 1}, {1, 1}}, nil},
		{"upright, between the columns", [][]float64{{0, 0}, {1, 1}}, [][2]xy{{{0.5, 0}, {0.5, 1}}}},
		{"a quarter of the way", [][]float64{{0.25, 0.25}, {1.25, 1.25}}, [][2]xy{{{0.25, 0}, {0.25, 1}}}},
		{"around a corner", [][]float64{{1, 0}, {0, 0}}, [][2]xy{{{0.5, 0}, {0, 0.5}}}},
		{"a saddle with a high middle", [][]float64{{1, 0.25}, {0.25, 1}}, [][2]xy{{{2.0 / 3, 0}, {1, 1.0 / 3}}, {{1.0 / 3, 1}, {0, 2.0 / 3}}}},
		{"a saddle with a low middle", [][]float64{{0.75, 0}, {0, 0.75}}, [][2]xy{{{0, 1.0 / 3}, {1.0 / 3, 0}}, {{1, 2.0 / 3}, {2.0 / 3, 1}}}},
		{"a cell without a number", [][]float64{{0, nan}, {1, 1}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := isoline(tt.field, 0.5)
			require.Len(t, got, len(tt.want))
			for i := range got {
				for end := range 2 {
					assert.InDelta(t, tt.want[i][end].X, got[i][end].X, 1e-12)
					assert.InDelta(t, tt.want[i][end].Y, got[i][end].Y, 1e-12)
				}
			}
		})
	}
}

func TestCrossings(t *testing.T) {
	line := func(y, half []float64) trace {
		l := trace{x: []float64{0, 1, 2}, y: y}
		for i := range y {
			l.low, l.high = append(l.low, y[i]-half[i]), append(l.high, y[i]+half[i])
		}
		return l
	}
	narrow, wide := []float64{0.1, 0.1, 0.1}, []float64{0.1, 0.1, 2}
	rising, falling := line([]float64{0, 1, 2}, narrow), line([]float64{2, 0.5, 0}, narrow)
	got := crossings([]trace{rising, falling})
	require.Len(t, got, 1)
	assert.InDelta(t, 0.8, got[0].x, 1e-12, "2 − 1.5x = x")
	assert.InDelta(t, 0.8, got[0].y, 1e-12)
	assert.True(t, got[0].sure)
	got = crossings([]trace{rising, line([]float64{2, 0.95, 0}, wide)})
	require.Len(t, got, 1)
	assert.False(t, got[0].sure, "not told apart behind the crossing")
	got = crossings([]trace{rising, line([]float64{2, 1, 0}, narrow)})
	require.Len(t, got, 1, "they meet at a level")
	assert.Equal(t, 1., got[0].x)
	assert.Empty(t, crossings([]trace{rising, line([]float64{1, 2, math.NaN()}, narrow)}))
}

func TestValueAxis(t *testing.T) {
	share := measured{name: "agreement", words: "Agreement", unit: "% of runs", share: true}
	a := valueAxis(share, []float64{0.05, 0.17}, 4)
	assert.Equal(t, []float64{0, 0.2}, []float64{a.lo, a.hi})
	assert.Equal(t, "20", a.ticks[len(a.ticks)-1].Label)
	assert.Equal(t, "Agreement [% of runs]", a.label)
	a = valueAxis(measured{}, []float64{90, 110, math.NaN(), math.Inf(1)}, 4)
	assert.Equal(t, []float64{90, 110}, []float64{a.lo, a.hi}, "far from zero")
	a = valueAxis(measured{}, []float64{5, 5}, 4)
	assert.Less(t, a.lo, 5.0)
	assert.Greater(t, a.hi, 5.0)
	a = valueAxis(measured{}, []float64{5, 5 + 1e-15}, 4)
	assert.Greater(t, a.hi-a.lo, 0.1, "alike but for rounding")
	a = valueAxis(measured{}, nil, 4)
	assert.Equal(t, []float64{0, 1}, []float64{a.lo, a.hi})
}

func TestDesignShapes(t *testing.T) {
	f := func(names ...string) (all []Factor) {
		for _, n := range names {
			all = append(all, Factor{Name: n})
		}
		return all
	}
	n := func(xs ...float64) (p []record.Value) {
		for _, x := range xs {
			p = append(p, record.Float(x))
		}
		return p
	}
	tests := []struct {
		name string
		g    Design
		want shape
	}{
		{"no design", Design{}, single},
		{"one point", Design{Factors: f("a"), Points: [][]record.Value{n(1)}}, single},
		{"one level of each factor", Design{Factors: f("a", "b"), Points: [][]record.Value{n(1, 2), n(1, 2)}}, single},
		{"one factor", Design{Factors: f("a"), Points: [][]record.Value{n(1), n(2)}}, oneAxis},
		{"one of two varies", Design{Factors: f("a", "b"), Points: [][]record.Value{n(1, 2), n(3, 2)}}, oneAxis},
		{"grid", Design{Factors: f("a", "b"), Points: [][]record.Value{n(1, 1), n(1, 2), n(2, 1), n(2, 2)}}, grid},
		{"star", Design{Factors: f("a", "b"), Points: [][]record.Value{n(1, 1), n(1, 2), n(2, 1)}}, star},
		{"sample", Design{Factors: f("a", "b"), Points: [][]record.Value{n(1, 1), n(2, 2), n(3, 3)}}, sampling},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, tt.g.shape()) })
	}
}

func TestScaleOfWordsKeepsTheirOrder(t *testing.T) {
	g := Design{Factors: []Factor{{Name: "format"}, {Name: "x", Unit: "share"}}, Points: [][]record.Value{
		{record.Text("trilateral"), record.Float(0.9)}, {record.Text("proximity"), record.Float(0.1)},
	}}
	s := g.scaleOf(0)
	assert.False(t, s.numeric)
	assert.Equal(t, []record.Value{record.Text("trilateral"), record.Text("proximity")}, s.levels)
	x := g.scaleOf(1)
	assert.True(t, x.numeric)
	assert.Equal(t, []float64{0.1, 0.9}, x.at)
	assert.Equal(t, "X [0–1]", x.label())
	assert.InDelta(t, 1, x.unit(record.Float(0.9)), 1e-12)
	assert.Equal(t, "by the design, format trilateral and proximity; x 0.1 to 0.9 in 2 levels [share].", g.words())
}

// A trajectory of two factors on a range of 0 to 1: x goes 0, 1 and y then 0, .5, so
// that the effects of y = 3x + 2y² are 3, and (.5)/.5 over half the range of y.
func TestElementaryEffects(t *testing.T) {
	at := [][2]float64{{0, 0}, {1, 0}, {1, 0.5}, {0, 0.5}, {0, 1}}
	d := Data{Mediators: []string{"m"}, Runs: 10, Design: Design{Factors: []Factor{{Name: "x"}, {Name: "y"}}}}
	for i, p := range at {
		d.Design.Points = append(d.Design.Points, []record.Value{record.Float(p[0]), record.Float(p[1])})
		d.Estimates = append(d.Estimates, record.SummaryRow{Point: i, Mediator: "m", Measure: "peace", N: 10, Estimate: 3*p[0] + 2*p[1]*p[1]})
	}
	got := d.elementaries(measured{name: "peace"})
	require.Len(t, got, 2)
	assert.Equal(t, "x", got[0].factor.Name)
	assert.Equal(t, 2, got[0].n)
	assert.InDelta(t, 3, got[0].mean, 1e-12)
	assert.InDelta(t, 0, got[0].spread, 1e-12)
	assert.Equal(t, 3, got[1].n, "from 0 to ½ at x = 0 and at x = 1, from ½ to 1 at x = 0")
	assert.InDelta(t, (1+1+3)/3.0, got[1].mean, 1e-12, "1 in the lower half, 3 in the upper")
	assert.InDelta(t, math.Sqrt(4.0/3), got[1].spread, 1e-12)
}

func TestChainsJoinLinesAndLeaveOutStubs(t *testing.T) {
	lines := [][2]xy{{{0, 0}, {1, 0}}, {{2, 1}, {1, 0}}, {{5, 5}, {5, 5.2}}, {{2, 1}, {2, 2}}}
	assert.Equal(t, [][]xy{{{0, 0}, {1, 0}, {2, 1}, {2, 2}}}, chains(lines, leastChain))
}

// Two factors: a line a level of the one with fewer levels or of kinds, a row of panels
// a measure.
func TestLinesOfTwoFactors(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	formats := []record.Value{record.Text("split-shuttle"), record.Text("proximity"), record.Text("trilateral"), record.Text("quadrilateral")}
	var points [][]record.Value
	for _, v := range numbersFrom(0, 1, 5) {
		for _, f := range formats {
			points = append(points, []record.Value{v, f})
		}
	}
	d := fixture()
	d.Mediators = d.Mediators[:2]
	d = sweepOf(d, []Factor{{Name: "start_trust", Label: "trust when talks begin", Unit: "share"}, {Name: "format"}}, points, func(u []float64, m int) float64 {
		return 0.2 + 0.5*u[0] + 0.4*(u[1]-0.5)*(u[0]-0.4)
	})
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "lines").Draw(d, size)
		require.NoError(t, err)
		hang(t, figure, "two-"+size.Name)
		assert.Contains(t, figure.Caption, "over Trust when talks begin [0–1], one line a format")
		assert.Contains(t, figure.Caption, "Agreement, facilitation: split-shuttle and quadrilateral change places at about 0.400.")
	}
}

// Kinds have rows, and nothing is said to lie between two of them.
func TestLinesOfKinds(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	var points [][]record.Value
	for _, name := range []string{"left out altogether", "asked before each round", "a co-author of the text", "a guarantor of the text"} {
		points = append(points, []record.Value{record.Text(name)})
	}
	d := sweepOf(fixture(), []Factor{{Name: "seat"}}, points, func(u []float64, m int) float64 { return 0.2 + 0.5*math.Abs(u[0]-0.3*float64(m)) })
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "lines").Draw(d, size)
		require.NoError(t, err)
		hang(t, figure, "kinds-"+size.Name)
		assert.Contains(t, figure.Caption, "Levels are kinds, not amounts")
		assert.NotContains(t, figure.Caption, "change places")
		var svg bytes.Buffer
		require.NoError(t, figure.WriteSVG(&svg))
		assert.Contains(t, svg.String(), "asked before each round")
	}
}
