package record_test

import (
	"bytes"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func TestRounds(t *testing.T) {
	rows := []record.RoundRow{
		{Point: 0, Mediator: "none", Round: 1, Day: 7, Series: "gap", Replicate: record.AllRuns, N: 2, Mean: .5,
			Spread: &record.Spread{Q05: .1, Q25: .2, Q50: .5, Q75: .8, Q95: .9}},
		{Point: 0, Mediator: "none", Round: 1, Day: 7, Series: "worth.A", N: 1, Mean: .25},
		{Point: 0, Mediator: "none", Round: 1, Day: 7, Series: "draft", N: 1, Mean: 3, Draft: 3, Author: "A, B"},
		{Point: 1, Mediator: "mixed", Round: 2, Day: 14.5, Series: "gap", Replicate: record.AllRuns},
	}
	var b bytes.Buffer
	require.NoError(t, record.WriteRounds(&b, rows))
	assert.Equal(t, `point,mediator,round,day,series,replicate,n,mean,q05,q25,q50,q75,q95,draft,author
0,none,1,7,gap,,2,0.5,0.1,0.2,0.5,0.8,0.9,,
0,none,1,7,worth.A,0,1,0.25,,,,,,,
0,none,1,7,draft,0,1,3,,,,,,3,"A, B"
1,mixed,2,14.5,gap,,0,,,,,,,,
`, b.String())
	back, err := record.ReadRounds(&b)
	require.NoError(t, err)
	assert.Equal(t, rows, back)
}

func TestRoundsOfBeforeDraftsHadAuthors(t *testing.T) {
	back, err := record.ReadRounds(strings.NewReader(`point,mediator,round,day,series,replicate,n,mean,q05,q25,q50,q75,q95
0,none,1,7,draft,0,1,3,,,,,
`))
	require.NoError(t, err)
	assert.Equal(t, []record.RoundRow{{Mediator: "none", Round: 1, Day: 7, Series: "draft", N: 1, Mean: 3}}, back)
	_, err = record.ReadRounds(strings.NewReader("point,mediator,round,day,series,replicate,n,mean,q05,q25,q50,q75,q95,draft\n"))
	assert.ErrorContains(t, err, "columns are")
}

func TestHalves(t *testing.T) {
	rows := []record.HalfRow{{Point: 2, Mediator: "none", Measure: "agreement", Half: 1, N: 30, Estimate: .25}}
	var b bytes.Buffer
	require.NoError(t, record.WriteHalves(&b, rows))
	assert.Equal(t, "point,mediator,measure,half,n,estimate\n2,none,agreement,1,30,0.25\n", b.String())
	back, err := record.ReadHalves(&b)
	require.NoError(t, err)
	assert.Equal(t, rows, back)
}

func TestClauses(t *testing.T) {
	rows := []record.ClauseRow{{Point: 2, Mediator: "single-text", Draft: 3, Clause: "zone, width", Party: "A", Objections: 4, N: 5}}
	var b bytes.Buffer
	require.NoError(t, record.WriteClauses(&b, rows))
	assert.Equal(t, "point,mediator,draft,clause,party,objections,n\n2,single-text,3,\"zone, width\",A,4,5\n", b.String())
	back, err := record.ReadClauses(&b)
	require.NoError(t, err)
	assert.Equal(t, rows, back)
}

func TestSummary(t *testing.T) {
	rows := []record.SummaryRow{
		{Mediator: "none", Measure: "agreement", N: 10, Estimate: .3,
			Interval: &record.Interval{Low: .1, High: .6}, Method: "wilson"},
		{Mediator: "none", Measure: "round", N: 1, Estimate: 12, Method: "bca"},
		{Mediator: "none", Measure: "years", Method: "bca"},
	}
	var b bytes.Buffer
	require.NoError(t, record.WriteSummary(&b, rows))
	assert.Equal(t, `point,mediator,measure,n,estimate,low,high,method
0,none,agreement,10,0.3,0.1,0.6,wilson
0,none,round,1,12,,,bca
0,none,years,0,,,,bca
`, b.String())
	back, err := record.ReadSummary(&b)
	require.NoError(t, err)
	assert.Equal(t, rows, back)
}

func TestComparison(t *testing.T) {
	rows := []record.ComparisonRow{
		{Measure: "agreement", A: "none", B: "mixed", N: 10, Estimate: -.2, Interval: &record.Interval{Low: -.4, High: .1},
			P: .25, Holm: .5, Effect: -.3, Ratio: 1.5, Method: "newcombe-mcnemar", Verdict: "none and mixed: …", Above: 1, Below: 3},
		{Measure: "day", A: "none", B: "mixed", N: 6, Estimate: 7, Interval: &record.Interval{Low: 7, High: 7}, P: .03125, Holm: .0625, Method: "sign", Above: 6},
		{Point: 2, Measure: "day", A: "none", B: "mixed", Method: "paired-t", Verdict: "too few"},
	}
	var b bytes.Buffer
	require.NoError(t, record.WriteComparison(&b, rows))
	assert.Equal(t, `point,measure,a,b,n,estimate,low,high,p,p_holm,effect,variance_ratio,method,verdict,above,below,dominance,odds
0,agreement,none,mixed,10,-0.2,-0.4,0.1,0.25,0.5,-0.3,1.5,newcombe-mcnemar,none and mixed: …,1,3,-0.2,0.3333333333333333
0,day,none,mixed,6,7,7,7,0.03125,0.0625,,,sign,,6,0,1,
2,day,none,mixed,0,,,,,,,,paired-t,too few,0,0,,
`, b.String())
	back, err := record.ReadComparison(&b)
	require.NoError(t, err)
	assert.Equal(t, rows, back)
}

func TestPoints(t *testing.T) {
	rows := []record.PointRow{
		{Mediator: "none", ComparisonRow: record.ComparisonRow{Point: 1, Measure: "day", A: "point 1", B: "point 0", N: 3, Estimate: 2,
			Interval: &record.Interval{Low: 1, High: 3}, P: .25, Holm: .5, Effect: 1, Ratio: 2, Method: "paired-t", Verdict: "more"}},
		{Mediator: "mixed", ComparisonRow: record.ComparisonRow{Point: 2, Measure: "day", A: "point 2", B: "point 0", Method: "paired-t"}},
	}
	var b bytes.Buffer
	require.NoError(t, record.WritePoints(&b, rows))
	text := b.String()
	back, err := record.ReadPoints(&b)
	require.NoError(t, err)
	assert.Equal(t, rows, back)
	_, err = record.ReadPoints(strings.NewReader(strings.Replace(text, "none,1,", "none,,", 1)))
	assert.ErrorContains(t, err, `line 2: column "point" is empty`)
}

func TestTablesNameTheFaultyLine(t *testing.T) {
	const head = "point,mediator,measure,n,estimate,low,high,method\n"
	for name, c := range map[string]struct{ text, want string }{
		"missing estimate": {head + "0,none,a,3,,,,t\n", `line 2: column "estimate" is empty`},
		"half an interval": {head + "0,none,a,3,1,,2,t\n", `line 2: column "low" is empty`},
		"missing n":        {head + "0,none,a,3,1,1,2,t\n0,none,a,,1,1,2,t\n", `line 3: column "n" is empty`},
		"not a number":     {head + "0,none,a,3,x,1,2,t\n", `line 2, column 12 (estimate): "x"`},
		"other table":      {"point,mediator\n", "columns are"},
		"cut":              {head + "0,none,a,3,1,1", "truncated"},
	} {
		_, err := record.ReadSummary(strings.NewReader(c.text))
		assert.ErrorContains(t, err, c.want, name)
	}
}

func TestCase(t *testing.T) {
	deal := record.Point{Deal: []string{"half", "yes"}, Utilities: []float64{.5, .75}}
	c := record.Case{
		Name: "textbook", Title: "Two issues", Outcomes: 6,
		Parties: []record.CaseParty{{Name: "A", Role: "belligerent", Fallback: .25, Belligerent: true}},
		Issues: []record.CaseIssue{{Name: "share", Pillar: "territory", Levels: []string{"none", "half"},
			Worth: []record.IssueWorth{{Party: "A", Span: .5, Levels: []float64{0, .5}}}}},
		Frontier: []record.Point{deal}, Nash: &deal, ZoneShare: .5, ZoneLow: .25, ZoneHigh: .75, ZoneN: 8,
		Assumptions: []record.Assumption{{Path: "parties[0].fallback", Lo: .1, Base: .25, Hi: .5}},
	}
	var b bytes.Buffer
	require.NoError(t, record.WriteCase(&b, c))
	for _, key := range []string{"outcomes", "frontier", "nash", "kalai_smorodinsky", "egalitarian", "welfare",
		"opposition", "rational_fraction", "zone_share", "deal", "utilities"} {
		assert.Contains(t, b.String(), `"`+key+`"`)
	}
	text := b.String()
	back, err := record.ReadCase(&b)
	require.NoError(t, err)
	assert.Equal(t, c, back)

	_, err = record.ReadCase(strings.NewReader(text[:len(text)/2]))
	assert.EqualError(t, err, "truncated")
	_, err = record.ReadCase(strings.NewReader(text + "{}"))
	assert.ErrorContains(t, err, "more text after the document")
	_, err = record.ReadCase(strings.NewReader(`{"outcomes": "six"}`))
	assert.ErrorContains(t, err, "outcomes")
	nan := math.NaN()
	c.Opposition = &nan
	assert.ErrorContains(t, record.WriteCase(io.Discard, c), "NaN")
}

func TestRobust(t *testing.T) {
	rows := []record.RobustRow{
		{Measure: "agreement", A: "none", B: "mixed", Estimate: -.2, Sets: 10, Keeps: 8, Turns: 1, Against: 1, Interval: &record.Interval{Low: .5, High: .9}},
		{Measure: "agreement", A: "none", B: "mixed", Estimate: -.2, Switch: "loss", Thrown: true, Sets: 0},
		{Measure: "agreement", A: "none", B: "mixed", Estimate: -.2, Switch: "loss", Sets: 1, Keeps: 1, Interval: &record.Interval{Low: .2, High: 1}},
	}
	var b bytes.Buffer
	require.NoError(t, record.WriteRobust(&b, rows))
	assert.Equal(t, `measure,a,b,estimate,switch,thrown,sets,keeps,turns,against,share,low,high
agreement,none,mixed,-0.2,,,10,8,1,1,0.8,0.5,0.9
agreement,none,mixed,-0.2,loss,true,0,0,0,0,,,
agreement,none,mixed,-0.2,loss,false,1,1,0,0,1,0.2,1
`, b.String())
	back, err := record.ReadRobust(&b)
	require.NoError(t, err)
	assert.Equal(t, rows, back)
}
