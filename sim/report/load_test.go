package report

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func files() Files {
	at := func(x, y float64) record.Point { return record.Point{Utilities: []float64{x, y}} }
	nash := at(0.6, 0.6)
	f := Files{Case: record.Case{
		Name: "two-sides", Live: true, Caveat: "only a sketch.",
		Parties:  []record.CaseParty{{Name: "A", Belligerent: true, Fallback: 0.2}, {Name: "C"}, {Name: "B", Belligerent: true, Fallback: 0.3}},
		Issues:   []record.CaseIssue{{Name: "land"}, {Name: "peace"}},
		Frontier: []record.Point{at(0.4, 0.8), at(0.6, 0.6)}, Samples: []record.Point{at(0.1, 0.1), {}}, Nash: &nash,
		Assumptions: []record.Assumption{{Path: "cost", Lo: -0.1, Hi: 0.4, Unit: "worth/year"}, {Path: "rounds", Lo: 3, Hi: 3}},
	}}
	for _, m := range []string{"second", "first"} {
		f.Summary = append(f.Summary,
			record.SummaryRow{Mediator: m, Measure: "outcome.holds", N: 50, Estimate: 0.4},
			record.SummaryRow{Mediator: m, Measure: "outcome.stalemate", N: 50, Estimate: 0.6},
			record.SummaryRow{Mediator: m, Measure: "agreement", N: 50, Estimate: 0.4, Interval: &record.Interval{Low: 0.28, High: 0.54}},
			record.SummaryRow{Point: 1, Mediator: "elsewhere", Measure: "agreement", N: 9})
	}
	row := func(round int, series string, replicate, n int, v float64) {
		f.Rounds = append(f.Rounds, record.RoundRow{Mediator: "second", Round: round, Day: 7 * float64(round), Series: series, Replicate: replicate, N: n, Mean: v})
	}
	for i, draft := range []float64{1, 1, 2} {
		row(i+1, "agreed", record.AllRuns, 50, 0.2*float64(i))
		row(i+1, "draft", 0, 1, draft)
		row(i+1, "base.A", 0, 1, 0.2*draft)
		row(i+1, "base.B", 0, 1, 0.3*draft)
	}
	f.Clauses = []record.ClauseRow{{Mediator: "second", Draft: 1, Clause: "land", Party: "A", Objections: 20, N: 50}}
	return f
}

func TestLoad(t *testing.T) {
	d, err := Load(files(), 0)
	require.NoError(t, err)
	assert.Equal(t, "two-sides", d.Title)
	assert.Equal(t, []string{"second", "first"}, d.Mediators)
	assert.Equal(t, 50, d.Runs)
	assert.Equal(t, Share{"second", "stalemate", 30, 50}, d.Outcomes[1])
	assert.Equal(t, Rate{"second", 0.4, 0.28, 0.54, 50}, d.Agreement[0])
	assert.Equal(t, []Worths{{0.1, 0.1}}, d.Space.Cloud)
	assert.Equal(t, Worths{0.6, 0.6}, d.Space.Nash)
	assert.Nil(t, d.Space.Welfare)
	assert.Equal(t, []Path{{Mediator: "second", LastOnly: true, Drafts: []Draft{{Number: 1, Round: 1, Worths: Worths{0.2, 0.3}}, {Number: 2, Round: 3, Worths: Worths{0.4, 0.6}}}}}, d.Paths)
	require.Len(t, d.Agreed, 1)
	assert.Equal(t, []float64{0, 0.2, 0.4}, d.Agreed[0].Share)
	assert.Equal(t, []float64{7, 14, 21}, d.Agreed[0].Day)
	assert.InDelta(t, 0.2761, d.Agreed[0].Low[2], 1e-4, "Wilson, 20 of 50")
	assert.InDelta(t, 0.5382, d.Agreed[0].High[2], 1e-4)
	assert.Equal(t, "1 of the scenario’s 2 numbers, each in its range: cost −0.1 to 0.4 worth/year.", d.Varied)
	for _, chart := range Charts() {
		figure, err := chart.Draw(d, TextWidth)
		if !slices.Contains([]string{"utility-space", "outcomes", "agreement", "objections"}, chart.Name) {
			assert.Error(t, err, chart.Name)
			continue
		}
		require.NoError(t, err)
		assert.Contains(t, figure.Caption, "Only a sketch. Intervals")
	}
}

func TestLoadFaults(t *testing.T) {
	_, err := Load(files(), 7)
	assert.ErrorContains(t, err, "no row of design point 7")
	f := files()
	f.Rounds = f.Rounds[:2] // a draft without its worths
	_, err = Load(f, 0)
	assert.ErrorContains(t, err, "not what it is worth")
	f = files()
	f.Rounds[0].Mean = 2
	_, err = Load(f, 0)
	assert.ErrorContains(t, err, `agreements under mediator "second" by round 1`)
}
