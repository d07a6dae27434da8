package report

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// curved is a small sweep of two factors whose agreements are known round by round.
func curved(t *testing.T, mediators ...string) Data {
	t.Helper()
	return curvedOver(t, []float64{42, 84}, mediators...)
}

// curvedOver is such a sweep over so many days.
func curvedOver(t *testing.T, days []float64, mediators ...string) Data {
	t.Helper()
	f := files()
	f.Summary, f.Rounds, f.Clauses = nil, nil, nil
	f.Design = Design{Factors: []Factor{{Name: "day", Unit: "days"}, {Name: "hardness", Unit: "share"}}}
	for _, day := range days {
		for _, hard := range []float64{0, 0.5, 1} {
			point := len(f.Design.Points)
			f.Design.Points = append(f.Design.Points, []record.Value{record.Float(day), record.Float(hard)})
			for _, m := range mediators {
				f.Summary = append(f.Summary, share(point, m, "outcome.holds", 40, 100), share(point, m, "agreement", 40, 100), mean(point, m, "ambiguity", 0.1+0.1*hard, 0.02, 40))
				for r := range 12 {
					signed := min(float64(r)*(2-hard), 40) / 100
					f.Rounds = append(f.Rounds, record.RoundRow{Point: point, Mediator: m, Round: r + 1, Day: 7 * float64(r), Series: "agreed", Replicate: record.AllRuns, N: 100, Mean: signed})
				}
			}
		}
	}
	d, err := LoadSweep(f)
	require.NoError(t, err)
	return d
}

func TestAgreementOfASweep(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "agreement").Draw(curved(t, "single-text"), size)
		require.NoError(t, err)
		hang(t, figure, "sweep-"+size.Name)
		assert.Contains(t, figure.Caption, "one line a level of hardness")
		assert.Contains(t, figure.Caption, "Day 42, hardness 0: 22% [15–31] of runs by day 77; vagueness 0.100.")
		assert.Contains(t, figure.Caption, "Day 84, hardness 1: 11%")
	}
}

// A sweep over the day of a deadline counts days across and marks the deadline; texts of
// few runs are hollow.
func TestDeadlineOfASweep(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	d := curved(t, "single-text")
	d.Design.Factors[0].Deadline = true
	for i, r := range d.Estimates {
		if r.Measure == "ambiguity" && r.Point == 2 {
			d.Estimates[i].N, d.Estimates[i].Interval = 1, nil
		}
	}
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "agreement").Draw(d, size)
		require.NoError(t, err)
		hang(t, figure, "deadline-"+size.Name)
		assert.Empty(t, read(figure))
		assert.Equal(t, "Agreement reached, by day", figure.Title)
		assert.Contains(t, figure.Caption, "Upright lines: the day of the deadline")
		assert.Contains(t, figure.Caption, "Day 42, hardness 1: 11% [6–19] of runs by day 77; vagueness 0.200 (n = 1).")
		var svg writer
		require.NoError(t, figure.WriteSVG(&svg))
		assert.Contains(t, string(svg), ">n = 1<")
		assert.Contains(t, string(svg), ">deadline<")
	}
	assert.Equal(t, []float64{42, 42, 42}, d.deadlines(familiesOf(t, d)[0], clock{"day", 1}))
	for i := range d.Agreed {
		d.Agreed[i].Day = nil
	}
	figure, err := chartNamed(t, "agreement").Draw(d, TextWidth)
	require.NoError(t, err)
	assert.Equal(t, "Agreement reached, by round", figure.Title)
	assert.NotContains(t, figure.Caption, "Upright lines")
}

func familiesOf(t *testing.T, d Data) []family {
	t.Helper()
	all, _, ok := d.families(len(strokes), noAxis)
	require.True(t, ok)
	return all
}

// The mean day of a round may lie before that of the round before it, as only the runs
// that talked in it count; the curve never goes back.
func TestClock(t *testing.T) {
	c := Curve{Round: []int{1, 2, 3}, Day: []float64{10, 30, 20}, Share: []float64{0, 0.1, 0.2}, Low: make([]float64, 3), High: []float64{1, 1, 1}}
	assert.Equal(t, []float64{0, 10, 30, 30}, clockOf([]Curve{c}).stairs(c).x)
	c.Day = []float64{0.1, 0.5, 1}
	assert.Equal(t, clock{"hour", 24}, clockOf([]Curve{c}))
	c.Day = nil
	assert.Equal(t, "round", clockOf([]Curve{c}).unit)
	assert.Equal(t, []float64{0, 1, 2, 3}, clockOf([]Curve{c}).stairs(c).x)
}

// A value that few runs stand behind is no full dot.
func TestLinesOfFewRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	d := overOne(fixture())
	for i, r := range d.Estimates {
		if r.Point == 0 && r.Mediator == "none" && r.Measure == "expected_peace_5y" {
			d.Estimates[i].N, d.Estimates[i].Interval = 2, nil
		}
	}
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "lines").Draw(d, size)
		require.NoError(t, err)
		hang(t, figure, "few-"+size.Name)
		assert.Empty(t, read(figure))
		assert.Contains(t, figure.Caption, "from few runs: none, 0 (n = 2).")
		var svg writer
		require.NoError(t, figure.WriteSVG(&svg))
		assert.Contains(t, string(svg), "Hollow dots: fewer than 5 runs have the measure.")
	}
}

// Sweeps of all sizes that are followed round by round are drawn, in small multiples;
// of larger ones it is said what to do instead.
func TestRoundsOfALargerSweep(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	d := followedArms(curvedOver(t, []float64{14, 28, 42, 56, 70, 84}, "single-text", "facilitation"))
	require.Len(t, d.Arms, 36)
	for _, size := range Sizes() {
		for _, name := range []string{"agreement", "course"} {
			figure, err := chartNamed(t, name).Draw(d, size)
			require.NoError(t, err)
			hang(t, figure, "36-"+size.Name)
			assert.Empty(t, read(figure), "%s, %s", name, size.Name)
		}
	}
	d.Measures = []string{"gap", "agreement"}
	figure, err := chartNamed(t, "course").Draw(d, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "Gap left round by round")
	for name, want := range map[string]string{
		"load":       "36 points and mediators are too many to follow round by round, side by side: plot one point, --point",
		"narrative":  "36 points and mediators are too many to follow round by round, side by side: plot one point, --point",
		"outcomes":   "36 points and mediators are too many for a bar each: plot one point, --point",
		"strategies": "36 points and mediators are too many to stand side by side: a map or lines show them",
	} {
		_, err := chartNamed(t, name).Draw(d, TextWidth)
		assert.ErrorAs(t, err, new(Unfit), name)
		assert.ErrorContains(t, err, want, name)
	}
	d = curvedOver(t, []float64{14, 28, 42, 56, 70, 84, 98}, "single-text", "facilitation")
	assert.Empty(t, d.Arms)
	for _, name := range []string{"agreement", "course", "load", "narrative"} {
		_, err := chartNamed(t, name).Draw(d, TextWidth)
		assert.ErrorAs(t, err, new(Unfit), name)
		assert.ErrorContains(t, err, "up to 40 points and mediators, and this has 42: sweep fewer levels", name)
	}
}

func TestFamilies(t *testing.T) {
	names := func(d Data, most, axis int) string {
		all, by, ok := d.families(most, axis)
		if !ok {
			return "none"
		}
		text := d.lineName(by)
		for _, f := range all {
			text += fmt.Sprintf("; %s: %q of %d", f.title, f.names, len(f.arms[0]))
		}
		return text
	}
	one, two := curved(t, "a"), curved(t, "a", "b")
	assert.Equal(t, `hardness; day 42: ["hardness 0" "hardness 0.5" "hardness 1"] of 1; day 84: ["hardness 0" "hardness 0.5" "hardness 1"] of 1`, names(one, 6, noAxis))
	assert.Equal(t, `day; : ["day 42" "day 84"] of 3`, names(one, 6, 1))
	assert.Equal(t, `day; a: ["day 42" "day 84"] of 3; b: ["day 42" "day 84"] of 3`, names(two, 6, 1))
	assert.Equal(t, `mediator; day 42, hardness 0: ["a"] of 1; day 42, hardness 0.5: ["a"] of 1; day 42, hardness 1: ["a"] of 1; day 84, hardness 0: ["a"] of 1; day 84, hardness 0.5: ["a"] of 1; day 84, hardness 1: ["a"] of 1`, names(one, 1, noAxis))
	assert.Equal(t, "none", names(two, 1, noAxis))
	assert.Equal(t, "none", names(overStar(fixture()), 6, noAxis))
}
