package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// An estimate and the ends of its interval never read alike, and each block says its
// pairs.
func TestDifferencesAreWrittenAsFineAsTheirIntervals(t *testing.T) {
	d := fixture()
	for i := range d.Differences {
		r := &d.Differences[i]
		r.Estimate, r.Interval, r.N = 0.0041+0.1*float64(i), &record.Interval{Low: 0.0041 + 0.1*float64(i) - 0.0002, High: 0.0041 + 0.1*float64(i) + 0.0002}, 16+i%4
	}
	b := d.mediatorContrasts().block(d.measure("agreement"))
	for _, text := range b.text {
		var parts []string
		for _, p := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" [],", r) }) {
			assert.NotContains(t, parts, p, text)
			parts = append(parts, p)
		}
		assert.Len(t, parts, 3)
	}
	assert.Regexp(t, `^percentage points, n = \d+–\d+$`, b.under)
	assert.Equal(t, "n = 1,000", counts([]int{1000, 1000}))
}

// What too few pairs tell is not drawn.
func TestDifferencesOfTooFewPairsAreLeftOut(t *testing.T) {
	d := fixture()
	for i := range d.Differences {
		if d.Differences[i].B == "facilitation" {
			d.Differences[i].N = fewestOfCell - 1
		}
	}
	b := d.mediatorContrasts().block(d.measure("agreement"))
	assert.Equal(t, "too few pairs", b.text[0])
	assert.Empty(t, b.marks[0])
	require.NotEmpty(t, b.marks[1])
	figure, err := chartNamed(t, "differences").Draw(d, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, fmt.Sprintf("With fewer than %d pairs nothing is drawn", fewestOfCell))
}

// overChanges is a star of few points, and what each changes against the base.
func overChanges(d Data, points int) Data {
	var factors []Factor
	var base []record.Value
	for i := range points {
		factors = append(factors, Factor{Name: fmt.Sprintf("part_%d", i+1), Label: fmt.Sprintf("Part %d", i+1), Unit: "share"})
		base = append(base, record.Text("0.1"))
	}
	all := [][]record.Value{base}
	for i := range points {
		p := slices.Clone(base)
		p[i] = record.Text(fmt.Sprintf("no part %d", i+1))
		all = append(all, p)
	}
	d = sweepOf(d, factors, all, func([]float64, int) float64 { return 0.5 })
	for i := 1; i <= points; i++ {
		for k, m := range []string{"agreement", "expected_peace_5y", "joint_gain"} {
			v, half := 0.02*float64(i%4-2), 0.013*float64(k+1)
			row := record.ComparisonRow{Point: i, Measure: m, A: fmt.Sprintf("point %d", i), B: "point 0", N: 400 - 150*k, Estimate: v,
				Interval: &record.Interval{Low: v - half, High: v + half}, Holm: 1 - 0.5*float64(i%4)/3}
			if v < -half {
				row.Holm = 0.001
			}
			d.Against = append(d.Against, record.PointRow{Mediator: d.focus(), ComparisonRow: row})
		}
	}
	return d
}

// In a sweep each point is compared with the first, with its interval and its pairs.
func TestDifferencesOfPoints(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	chart := chartNamed(t, "differences")
	for _, size := range Sizes() {
		figure, err := chart.Draw(overChanges(fixture(), 7), size)
		require.NoError(t, err)
		hang(t, figure, "points-"+size.Name)
		assert.Empty(t, read(figure))
		assert.Contains(t, figure.Caption, "Differences from the base in")
		assert.Contains(t, figure.Caption, "no part 4: Agreement −4 [−5, −3] (n = 400); Five years’ peace")
		assert.Contains(t, figure.Caption, "Each row changes one thing alone")
		assert.Contains(t, figure.Caption, "The base: Part 1 0.1 [share]; Part 2 0.1 [share];")
	}
	d := overChanges(fixture(), 2)
	d.Design.Points[2] = d.Design.Points[1] // no star, nor a base
	figure, err := chart.Draw(d, TextWidth)
	require.NoError(t, err)
	assert.Equal(t, "What each point changes, run by run", figure.Title)
	assert.NotContains(t, figure.Caption, "The base")

	_, err = chart.Draw(overChanges(fixture(), 13), TextWidth)
	assert.ErrorAs(t, err, new(Unfit))
	assert.ErrorContains(t, err, "14 points are too many")
	d.Against = nil
	_, err = chart.Draw(d, TextWidth)
	assert.ErrorAs(t, err, new(Unfit))
}
