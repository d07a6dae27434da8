package report

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// What cannot be drawn is said in a sentence; what is for another kind of result is
// told apart from what is missing.
func TestChartsSayWhyNot(t *testing.T) {
	tests := []struct {
		name, chart, want string
		unfit             bool
		spoil             func(*Data)
	}{
		{"one mediator", "strategies", "needs two mediators", true, func(d *Data) { d.Mediators = d.Mediators[:1] }},
		{"too many arms", "strategies", "20 points and mediators are too many", true, func(d *Data) { d.Arms = make([]string, 20) }},
		{"all alike", "strategies", "all say the same", false, func(d *Data) {
			for i := range d.Estimates {
				d.Estimates[i].Estimate = 1
			}
		}},
		{"unknown measure", "strategies", `no value of a measure "bliss"`, false, func(d *Data) { d.Measures = []string{"bliss"} }},
		{"no comparison", "differences", "need a comparison of mediators", true, func(d *Data) { d.Differences = nil }},
		{"no difference", "differences", "no mediator differs from none", false, func(d *Data) {
			for i := range d.Differences {
				d.Differences[i].Estimate = 0
			}
		}},
		{"rows not read", "trade-off", "were not read from the rows", false, func(d *Data) { d.Ends = nil }},
		{"no agreement", "trade-off", "under no mediator did as many as 5 runs sign", false, noAgreement},
		{"no agreement", "survival", "no peace began in any run", false, noAgreement},
		{"few peaces", "survival", "fewer than 5 peaces began under every mediator", false, func(d *Data) { *d = few() }},
		{"rows not read", "survival", "was not read from the rows", false, func(d *Data) { d.Ends = nil }},
		{"rows not read", "funnel", "was not read from the rows", false, func(d *Data) { d.Ends = nil }},
		{"one run", "funnel", "one run has no shares", false, func(d *Data) { d.Ends = []Ends{{Mediator: "none", Runs: 1, ZoneKnown: 1}} }},
		{"not recorded", "narrative", "is not recorded round by round", true, func(d *Data) { d.Series = nil }},
		{"too short", "narrative", "do two rounds have enough runs", false, oneRound},
		{"one run", "load", "one run has no mean over runs", false, func(d *Data) { d.Runs = 1 }},
		{"one run", "narrative", "one run has no mean over runs", false, func(d *Data) { d.Runs = 1 }},
		{"one run", "course", "one run has no mean over runs", false, func(d *Data) { d.Runs = 1 }},
		{"not recorded", "load", "is not recorded", true, func(d *Data) { d.Series = nil }},
		{"not recorded", "course", "is not recorded", true, func(d *Data) { d.Series = nil }},
		{"nothing moves", "course", "ever changes under single-text", true, func(d *Data) { d.Series = []Series{{Mediator: "single-text", Name: "gap"}} }},
		{"no worths", "agenda", "does not say what its issues are worth", false, func(d *Data) { d.Issues = nil }},
		{"no sweep", "lines", "one factor that varies, or of every level of two; this result has 0 such factors", true, func(d *Data) { d.Design = Design{} }},
		{"one level", "lines", "this result has 0 such factors", true, func(d *Data) { d.Design.Points = d.Design.Points[:1] }},
		{"three factors", "lines", "this result has 8 such factors", true, func(d *Data) { *d = overStar(*d) }},
		{"one factor", "heat-map", "two factors that vary; this result has 1", true, func(d *Data) { *d = overOne(*d) }},
		{"one level of a factor", "heat-map", "this result has 1", true, func(d *Data) { d.Design.Points = d.Design.Points[:6] }},
		{"no grid", "heat-map", "every level of two or three factors with every other", true, func(d *Data) { *d = overStar(*d) }},
		{"no value", "heat-map", "all say the same", false, func(d *Data) { d.Estimates = nil }},
		{"too many levels", "heat-map", "a factor has 41 levels", false, func(d *Data) {
			var points [][]record.Value
			for _, v := range numbersFrom(0, 1, 41) {
				points = append(points, []record.Value{v, record.Text("a")}, []record.Value{v, record.Text("b")})
			}
			*d = sweepOf(*d, []Factor{{Name: "x"}, {Name: "y"}}, points, func(u []float64, m int) float64 { return u[0] })
		}},
		{"two factors", "tornado", "three factors or more; this result has 2", true, func(d *Data) { *d = overTwo(*d) }},
		{"few points", "tornado", "too few to rank factors by", false, func(d *Data) {
			*d = overSample(*d)
			d.Design.Points = d.Design.Points[:5]
		}},
		{"sampled", "effects", "no factor of the design changes alone", true, func(d *Data) { *d = overSample(*d) }},
	}
	for _, tt := range tests {
		t.Run(tt.chart+", "+tt.name, func(t *testing.T) {
			data := forChart(tt.chart, fixture())
			tt.spoil(&data)
			_, err := chartNamed(t, tt.chart).Draw(data, TextWidth)
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
			if tt.unfit {
				assert.ErrorAs(t, err, new(Unfit))
			} else {
				assert.NotErrorAs(t, err, new(Unfit))
			}
		})
	}
}

func noAgreement(d *Data) {
	for i := range d.Ends {
		d.Ends[i] = Ends{Mediator: d.Ends[i].Mediator, Runs: 400, ZoneKnown: 400}
	}
}

func oneRound(d *Data) {
	for i := range d.Series {
		for k := range d.Series[i].N[1:] {
			d.Series[i].N[k+1] = 2
		}
	}
}

func TestCoercionIsNotRankedInLiveCases(t *testing.T) {
	for _, live := range []bool{true, false} {
		for _, name := range []string{"tornado", "effects"} {
			data := forChart(name, fixture())
			data.Live = live
			data.Design.Factors = slices.Clone(data.Design.Factors)
			data.Design.Factors[0].Coercive = true
			figure, err := chartNamed(t, name).Draw(data, TextWidth)
			require.NoError(t, err)
			assert.Equal(t, live, strings.Contains(figure.Caption, "Not ranked, as coercion in a conflict that goes on: fallback of the first party."))
			assert.Equal(t, !live, strings.Contains(figure.Caption, "Fallback of the first party"))
		}
	}
}

// Without a single agreement the funnel still shows where runs stop.
func TestFunnelWithoutAgreement(t *testing.T) {
	data := fixture()
	noAgreement(&data)
	figure, err := chartNamed(t, "funnel").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "signed 0% [0–1], peace holds 0% [0–1]")
	assert.NotContains(t, figure.Caption, "ratified", "stages that stop nobody are not drawn")
}

func TestFunnelLeavesOutWhatRowsDoNotTell(t *testing.T) {
	data := fixture()
	for i := range data.Ends {
		data.Ends[i].Ratified, data.Ends[i].Fulfilled = notRecorded, notRecorded
	}
	figure, err := chartNamed(t, "funnel").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.NotContains(t, figure.Caption, "ratified")
}

func TestMeasuresThatAreAskedForAreShown(t *testing.T) {
	data := fixture()
	data.Measures = []string{"joint_gain"}
	for _, name := range []string{"strategies", "differences"} {
		figure, err := chartNamed(t, name).Draw(data, TextWidth)
		require.NoError(t, err)
		assert.Contains(t, figure.Caption, "Joint gain")
		assert.NotContains(t, figure.Caption, "Five years")
	}
}

func TestOutcomesOfClassesNobodyForesaw(t *testing.T) {
	data := fixture()
	data.Classes = []Class{{"holds", "Signed."}, {"armistice", "The guns are silent."}}
	data.Outcomes = []Share{{"none", "armistice", 30, 400}, {"none", "thaw", 370, 400}}
	data.Mediators = data.Mediators[:1]
	figure, err := chartNamed(t, "outcomes").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "Armistice: the guns are silent; thaw.")
	colours := map[string]bool{}
	for _, o := range data.outcomes() {
		colours[string([]byte{o.color.R, o.color.G, o.color.B})] = true
	}
	assert.Len(t, colours, 3)
}

// Numbers that are none leave a gap and break nothing.
func TestEstimatesThatAreNoNumbers(t *testing.T) {
	for _, name := range []string{"strategies", "lines", "heat-map", "tornado", "effects"} {
		data := forChart(name, fixture())
		for i := range data.Estimates {
			if i%7 == 3 {
				data.Estimates[i].Estimate = math.NaN()
			}
		}
		figure, err := chartNamed(t, name).Draw(data, TextWidth)
		require.NoError(t, err)
		assert.Empty(t, read(figure), name)
	}
}

// Designs of other shapes than those of the golden files.
func TestOtherDesigns(t *testing.T) {
	if testing.Short() {
		t.Skip("many figures on one goroutine")
	}
	three := []Factor{{Name: "format"}, {Name: "noise"}, {Name: "trust_at_the_start", Unit: "0–1"}}
	var points [][]record.Value
	for _, f := range []string{"split-shuttle", "proximity", "trilateral", "a leaders’ summit with everybody"} {
		for _, n := range []bool{false, true} {
			for _, v := range numbersFrom(0.1, 0.9, 3) {
				points = append(points, []record.Value{record.Text(f), record.Flag(n), v})
			}
		}
	}
	rule := func(u []float64, m int) float64 { return 0.2 + 0.4*u[0]*u[2] + 0.1*u[1]*float64(m) }
	base := fixture()
	base.Mediators = base.Mediators[:3]
	words := sweepOf(base, three[:1], [][]record.Value{points[0][:1], points[6][:1], points[12][:1], points[18][:1]}, func(u []float64, m int) float64 { return 0.3 + 0.1*float64(m)*u[0] })
	for _, size := range Sizes() {
		for _, tt := range []struct {
			chart, name string
			data        Data
		}{
			{"heat-map", "three", sweepOf(base, three, points, rule)}, {"effects", "three", sweepOf(base, three, points, rule)},
			{"tornado", "three", sweepOf(base, three, points, rule)}, {"tornado", "sample", overSample(base)}, {"tornado", "paths", overPaths(base)},
			{"effects", "star", overStar(base)}, {"lines", "words", words},
		} {
			figure, err := chartNamed(t, tt.chart).Draw(tt.data, size)
			require.NoError(t, err, "%s, %s", tt.chart, size.Name)
			assert.Empty(t, read(figure), "%s, %s", tt.chart, size.Name)
			if *gallery != "" {
				hang(t, figure, "design-"+tt.name+"-"+size.Name)
			}
		}
	}
}
