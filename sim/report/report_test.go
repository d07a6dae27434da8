package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func chartNamed(t *testing.T, name string) Chart {
	t.Helper()
	for _, c := range Charts() {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("no chart %q", name)
	return Chart{}
}

func TestGolden(t *testing.T) {
	for _, chart := range Charts() {
		t.Run(chart.Name, func(t *testing.T) {
			figure, err := chart.Draw(forChart(chart.Name, fixture()), ColumnWidth)
			require.NoError(t, err)
			var svg bytes.Buffer
			require.NoError(t, figure.WriteSVG(&svg))
			golden(t, chart.Name+".svg", svg.Bytes())
			golden(t, chart.Name+".txt", []byte(figure.Caption))
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(want, got), "%s differs; if it should, rewrite it with -update and look at it", path)
}

func TestSVGIsSoundAndAccessible(t *testing.T) {
	data := fixture()
	data.Parties[0].Name, data.Title = `A & "B" <c>`, "x\x00y\xff <z>"
	for _, chart := range Charts() {
		figure, err := chart.Draw(forChart(chart.Name, data), TextWidth)
		require.NoError(t, err)
		var svg bytes.Buffer
		require.NoError(t, figure.WriteSVG(&svg))
		text := svg.String()
		assert.Equal(t, 1, strings.Count(text, "<title "))
		assert.Equal(t, 1, strings.Count(text, "<desc "))
		assert.Equal(t, strings.Count(text, "font-family:"), strings.Count(text, "font-family:Liberation Sans,Arial,Helvetica,sans-serif;"))
		for decoder := xml.NewDecoder(&svg); ; {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else {
				require.NoError(t, err)
			}
		}
	}
}

func TestPNGIsTheSameTwiceAndKnowsItsSize(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	for _, chart := range Charts() {
		figure, err := chart.Draw(forChart(chart.Name, fixture()), ColumnWidth)
		require.NoError(t, err)
		var one, two bytes.Buffer
		require.NoError(t, figure.WritePNG(&one))
		require.NoError(t, figure.WritePNG(&two))
		assert.Equal(t, one.Bytes(), two.Bytes())
		physical := []byte("pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01") // 11811 dots a metre, both ways
		assert.Equal(t, 8+25+4, bytes.Index(one.Bytes(), physical), "behind the header")
		picture, err := png.Decode(&one)
		require.NoError(t, err)
		assert.InDelta(t, 85/25.4*300, picture.Bounds().Dx(), 1)
		assert.InDelta(t, float64(figure.Height)/72*300, picture.Bounds().Dy(), 1)
	}
}

func TestWriteErrorsAreReported(t *testing.T) {
	figure, err := Charts()[1].Draw(fixture(), ColumnWidth)
	require.NoError(t, err)
	assert.ErrorIs(t, figure.WriteSVG(full{}), errFull)
	assert.ErrorIs(t, figure.WritePNG(full{}), errFull)
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestDataThatMakeNoChart(t *testing.T) {
	tests := []struct {
		name, chart, want string
		spoil             func(*Data)
	}{
		{"one belligerent", "utility-space", "needs two belligerents, the case has 1", func(d *Data) { d.Parties = d.Parties[:1] }},
		{"no deals", "utility-space", "neither a frontier nor a sample", func(d *Data) { d.Space = Space{} }},
		{"not a number", "utility-space", "not a finite number", func(d *Data) { d.Space.Cloud[3][0] = math.NaN() }},
		{"a side without worths", "utility-space", "does not say of every deal", func(d *Data) { d.Space.Cloud[3] = d.Space.Cloud[3][:1] }},
		{"opposite infinities", "utility-space", "not a finite number", func(d *Data) { d.Space.Cloud[3] = Worths{math.Inf(1), math.Inf(-1)} }},
		{"no outcomes", "outcomes", "no outcome shares", func(d *Data) { d.Outcomes = nil }},
		{"one run", "outcomes", "at least two runs", func(d *Data) { d.Outcomes = []Share{{"none", "holds", 1, 1}} }},
		{"runs missing", "outcomes", "add up to 386 of 400", func(d *Data) { d.Outcomes[0].Count = 0 }},
		{"no curve", "agreement", "no agreement shares by round", func(d *Data) { d.Agreed = nil }},
		{"no agreement", "agreement", "no run reached an agreement", func(d *Data) {
			d.Agreed = []Curve{curve("none", 10, 50, 0, 5)}
		}},
		{"one run's curve", "agreement", "at least two runs", func(d *Data) { d.Agreed = []Curve{curve("none", 10, 1, 1, 5)} }},
		{"ragged curve", "agreement", "one share and one interval a round", func(d *Data) { d.Agreed[0].Low = nil }},
		{"share above 1", "agreement", "no share with an interval", func(d *Data) { d.Agreed[0].High[7] = 1.5 }},
		{"no objections", "objections", "no objections under mediator", func(d *Data) { d.Objections = nil }},
		{"other mediator", "objections", `no objections under mediator "none"`, func(d *Data) { d.Focus = "none" }},
		{"too few runs", "objections", "too few for shares", func(d *Data) {
			d.Objections = objections("single-text", d.Clauses, d.Parties[:2], 4, 12)
		}},
		{"all content", "objections", "no belligerent objected to any clause", func(d *Data) {
			for i := range d.Objections {
				d.Objections[i].Count = 0
			}
		}},
		{"no clauses", "objections", "no objection is to a clause", func(d *Data) { d.Clauses = nil }},
		{"no belligerents", "objections", "names no belligerent", func(d *Data) { d.Parties = nil }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := fixture()
			tt.spoil(&data)
			_, err := chartNamed(t, tt.chart).Draw(data, TextWidth)
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
			assert.Contains(t, err.Error(), "chart "+tt.chart+": ")
		})
	}
}

func TestEmptyDataNeverPanic(t *testing.T) {
	for _, chart := range Charts() {
		for _, size := range append(Sizes(), Size{}) {
			_, err := chart.Draw(Data{}, size)
			assert.Error(t, err)
		}
	}
}

func TestRunWithoutDraftsIsDrawnWithANote(t *testing.T) {
	data := fixture()
	data.Paths = nil
	figure, err := chartNamed(t, "utility-space").Draw(data, TextWidth)
	require.NoError(t, err)
	var svg bytes.Buffer
	require.NoError(t, figure.WriteSVG(&svg))
	assert.Contains(t, svg.String(), "No draft was tabled")
	assert.NotContains(t, figure.Caption, "Numbered points")
}

func TestLiveCasesSayThatTheyAreNoForecast(t *testing.T) {
	for _, live := range []bool{true, false} {
		data := fixture()
		data.Live = live
		for _, chart := range Charts() {
			figure, err := chart.Draw(forChart(chart.Name, data), TextWidth)
			require.NoError(t, err)
			var svg bytes.Buffer
			require.NoError(t, figure.WriteSVG(&svg))
			picture := svg.String()[strings.Index(svg.String(), "</desc>"):]
			assert.Equal(t, live, strings.Contains(picture, "Stylised model, assumed ranges"), chart.Name)
			assert.Equal(t, live, strings.Contains(figure.Caption, "Stylised model, assumed ranges, not a forecast"), chart.Name)
			assert.Regexp(t, "Runs: 400 per (mediator|point and mediator), master seed 7\\.", figure.Caption)
		}
	}
}

func TestThreeSidesAreShownTwoByTwo(t *testing.T) {
	data := three()
	figure, err := chartNamed(t, "utility-space").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.Equal(t, "What deals are worth to the 3 sides that must sign, two by two", figure.Title)
	var svg bytes.Buffer
	require.NoError(t, figure.WriteSVG(&svg))
	assert.Equal(t, 6, strings.Count(svg.String(), ">Worth to "), "two axes a panel")
	assert.NotContains(t, figure.Caption, "Not shown")
	data.Parties = append(data.Parties, Party{"Delta", true, 0.1})
	widen(&data)
	figure, err = chartNamed(t, "utility-space").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "Not shown: the worth to Delta, which must sign as well.")
}

func TestUndominated(t *testing.T) {
	best, others := undominated([]xy{{1, 0}, {0, 1}, {0.5, 0.5}, {0.5, 0.4}, {0.5, 0.5}, {0, 0.2}})
	assert.Equal(t, []xy{{0, 1}, {0.5, 0.5}, {1, 0}}, best)
	assert.ElementsMatch(t, []xy{{0.5, 0.4}, {0.5, 0.5}, {0, 0.2}}, others)
}

func TestOutcomesNameNoClassThatTheResultHasNot(t *testing.T) {
	figure, err := chartNamed(t, "outcomes").Draw(three(), TextWidth)
	require.NoError(t, err)
	for _, never := range []string{"partial", "victory", "not ratified", "escalation"} {
		assert.NotContains(t, figure.Caption, never)
	}
	data := three()
	data.Outcomes[2].Count, data.Outcomes[3].Count = 0, data.Outcomes[3].Count+data.Outcomes[2].Count
	figure, err = chartNamed(t, "outcomes").Draw(data, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "In no run: one-sided.")
}

func TestObjectionsLeaveOutWhatNobodyObjectsTo(t *testing.T) {
	figure, err := chartNamed(t, "objections").Draw(three(), TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, "Left out, as no belligerent ever objected to them: Power plant.")
	var svg bytes.Buffer
	require.NoError(t, figure.WriteSVG(&svg))
	picture := svg.String()[strings.Index(svg.String(), "</desc>"):]
	assert.NotContains(t, picture, "Power plant")
	assert.Contains(t, picture, "n = 400 at draft 1")
}
