package report

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/internal/refdata"
	"shuttle/sim/record"
)

// Trajectories and their outputs as published give the published μ* and σ.
func TestElementaryEffectsAreTheReference(t *testing.T) {
	var want map[string]struct {
		Delta  float64   `json:"delta"`
		Mean   []float64 `json:"mu"`
		Sizes  []float64 `json:"mu_star"`
		Spread []float64 `json:"sigma"`
	}
	const name = "morris_sobol_g_T20_p4.csv"
	text, err := os.ReadFile(refdata.Path(t, "statistics/morris_expected.json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &want))
	file, err := os.Open(refdata.Path(t, "statistics/"+name))
	require.NoError(t, err)
	defer file.Close()
	rows, err := record.ReadCSV(file, nil)
	require.NoError(t, err)

	names := rows.Names()
	d := Data{Mediators: []string{"m"}, Design: Design{Walk: len(names), Step: want[name].Delta}}
	for _, n := range names[:len(names)-1] {
		d.Design.Factors = append(d.Design.Factors, Factor{Name: n})
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		y, _ := row[len(row)-1].Number()
		point := make([]record.Value, len(row)-1)
		for i := range point {
			x, _ := row[i].Number()
			point[i] = record.Float(math.Round(1e9*x) / 1e9)
		}
		d.Design.Points = append(d.Design.Points, point)
		d.Estimates = append(d.Estimates, record.SummaryRow{Point: len(d.Design.Points) - 1, Mediator: "m", Measure: "y", N: 100, Estimate: y})
	}
	found := d.elementaries(measured{name: "y"})
	require.Len(t, found, 8)
	for _, e := range found {
		var i int
		for names[i] != e.factor.Name {
			i++
		}
		assert.Equal(t, 20, e.n)
		assert.InDelta(t, want[name].Mean[i], e.signed, 1e-9, e.factor.Name)
		assert.InDelta(t, want[name].Sizes[i], e.mean, 1e-9, e.factor.Name)
		assert.InDelta(t, want[name].Spread[i], e.spread, 1e-9, e.factor.Name)
	}
}

// Two effects have a mean and a spread and no interval.
func TestTwoEffectsHaveNoInterval(t *testing.T) {
	d := overPaths(fixture())
	d.Design.Walk, d.Design.Step = len(lots)+1, 2./3
	d.Design.Points = d.Design.Points[:2*d.Design.Walk]
	for _, e := range d.elementaries(d.measure("agreement")) {
		assert.Equal(t, 2, e.n)
		assert.False(t, e.known())
	}
	for _, name := range []string{"effects", "tornado"} {
		figure, err := chartNamed(t, name).Draw(d, ColumnWidth)
		require.NoError(t, err)
		assert.Contains(t, figure.Caption, "too few for an interval")
		assert.NotContains(t, figure.Caption, " to NaN")
	}
}

func TestTornadoOfTrajectories(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	d := overPaths(fixture())
	d.Design.Walk, d.Design.Step = len(lots)+1, 2./3
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "tornado").Draw(d, size)
		require.NoError(t, err)
		hang(t, figure, "walk-"+size.Name)
		assert.Contains(t, figure.Caption, "along the trajectories of the design (Morris 1991)")
	}
}

// A bar that few runs speak for is pale and says so, and the key names no end that no
// bar has.
func TestWeakBars(t *testing.T) {
	d := overStar(fixture())
	var points [][]record.Value
	var estimates []record.SummaryRow
	for i, p := range d.Design.Points {
		if i > 0 && i%2 == 1 {
			continue // the low ends
		}
		for _, r := range d.Estimates {
			if r.Point == i {
				r.Point = len(points)
				if i == 2 {
					r.N = 3
				}
				estimates = append(estimates, r)
			}
		}
		points = append(points, p)
	}
	d.Design.Points, d.Estimates = points, estimates
	figure, err := chartNamed(t, "tornado").Draw(d, TextWidth)
	require.NoError(t, err)
	hang(t, figure, "weak-text")
	var svg writer
	require.NoError(t, figure.WriteSVG(&svg))
	assert.Contains(t, string(svg), "Pale: fewer than 5 runs")
	assert.Contains(t, string(svg), "highest or last level")
	assert.NotContains(t, string(svg), "lowest or first level")
	assert.Empty(t, read(figure))
	ms := []measured{d.measure("agreement")}
	swings, _ := d.starSwings(ms, lookOf(TextWidth))
	for _, s := range swings {
		if slices.ContainsFunc(s.marks[0], mark.weak) {
			assert.Zero(t, s.size[0], "an end of few runs has no part in the order")
			assert.True(t, s.moves, "but is shown")
		}
	}
}

// The two ends of a factor lie one below the other, each with its interval and its
// level beside it, also where both lie on one side of the base.
func TestEndsOfABarLieApart(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	d := overStar(fixture())
	for i, r := range d.Estimates {
		if r.Point == 1 || r.Point == 2 {
			d.Estimates[i].Estimate = 0.9 - 0.02*float64(r.Point)
			d.Estimates[i].Interval = &record.Interval{Low: 0.2, High: 0.95}
		}
	}
	swings, _ := d.starSwings([]measured{d.measure("agreement")}, lookOf(TextWidth))
	marks := swings[0].marks[0]
	require.Len(t, marks, 2)
	assert.NotEqual(t, marks[0].lane, marks[1].lane)
	assert.False(t, marks[0].left || marks[1].left, "both are labelled at the side they lie on")
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "tornado").Draw(d, size)
		require.NoError(t, err)
		hang(t, figure, "apart-"+size.Name)
		assert.Empty(t, read(figure))
	}
}

type writer []byte

func (w *writer) Write(b []byte) (int, error) { *w = append(*w, b...); return len(b), nil }
