package verify

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func sample() []Row {
	var t tally
	for i := range 100 {
		t.count(i < 30)
	}
	good := exact("price", "share", .5, .5, 1e-9, 1)
	bad := exact("round|agreed", "rounds", 10, math.NaN(), 1, 1)
	drawn := sampled("chance of war", "share", .35, &t, 0)
	fact := sign(Form, "agreement with less without", "share", true, .1, .1, 100)
	fact.Missing, fact.Fact = "more runs", "mediation helps"
	number := figure(HeldOut, "agreement", "share", .3, .2, .4, &t)
	number.Note, number.Fact = "of one case", "how often crises agree"
	rows := []Row{good, bad, drawn, fact, number}
	for i := range rows {
		rows[i].Check, rows[i].Mechanism, rows[i].Source = "X0", "prices", "nobody"
	}
	return rows
}

// What is drawn agrees within four standard errors, .3 ± 4·.0458; a sign only where the
// whole interval has it; an estimate where it lies in the data's own interval; and what
// did not come out agrees with nothing.
func TestRowsAgree(t *testing.T) {
	rows := sample()
	var verdicts []string
	for i := range rows {
		verdicts = append(verdicts, rows[i].Verdict())
	}
	assert.Equal(t, []string{"holds", "FAILS", "holds", "NOT reproduced", "reproduced"}, verdicts)
	assert.InDelta(t, .3-4*math.Sqrt(.3*.7/100), rows[2].Low, 1e-12)
	assert.True(t, Failed(rows))
	assert.False(t, Failed([]Row{rows[0], rows[2], rows[3], rows[4]}))
	far := rows[2]
	far.Least, far.Most = .5, .5
	assert.False(t, far.Agrees())
	assert.Equal(t, "within noise of the bound; missing: more runs", rows[3].Remark())
	assert.Equal(t, "of one case", rows[4].Remark())
	assert.Equal(t, "2 exact rows hold, 1 fail. Of 2 distinct facts on record 1 are reproduced, 0 are too weak to tell and 1 are not reproduced.", Summary(rows))
}

// A verdict is a close one where the estimate of a number, or the end of the interval of a
// sign, is no further from its bound than the interval is wide to one side.
func TestCloseVerdicts(t *testing.T) {
	number := Row{Class: Form, Least: .2, Most: .4, by: hits}
	above := Row{Class: Form, Least: 0, Most: math.Inf(1), by: inside}
	for _, tt := range []struct {
		of         Row
		mean, half float64
		verdict    string
	}{
		{number, .3, .05, "reproduced"}, {number, .38, .05, "reproduced, within noise of the bound"},
		{number, .43, .05, "NOT reproduced, within noise of the bound"}, {number, .5, .05, "NOT reproduced"},
		{above, .3, .1, "reproduced"}, {above, .15, .1, "reproduced, within noise of the bound"},
		{above, .05, .1, "NOT reproduced, within noise of the bound"}, {above, -.1, .05, "NOT reproduced"},
	} {
		r := tt.of
		r.Simulated, r.Low, r.High = tt.mean, tt.mean-tt.half, tt.mean+tt.half
		assert.Equal(t, tt.verdict, r.Told())
	}
	exactly := exact("price", "share", .5, .5, 0, 1)
	assert.False(t, exactly.Close())
}

// A fact is reproduced where all its rows agree and one might well have failed; rows that
// could hardly fail count for nothing, unless they do fail; rows of another model never.
func TestDistinctFacts(t *testing.T) {
	row := func(fact string, agrees bool, why string) Row {
		r := Row{Class: Form, Fact: fact, Least: 0, Most: 1, Simulated: .5, by: hits, Weak: why}
		if !agrees {
			r.Simulated = 2
		}
		return r
	}
	supposed := row("", true, "")
	supposed.Class = Supposed
	assert.Equal(t, "would agree", supposed.Verdict())
	rows := []Row{
		row("two ways", true, ""), row("two ways", true, ""),
		row("one way of two", true, ""), row("one way of two", false, ""),
		row("easy", true, "cannot fail"), row("easy and not", true, "cannot fail"), row("easy and not", true, ""),
		row("failed all the same", false, "cannot fail"), row("failed all the same", true, ""),
		supposed,
	}
	verdicts := map[string]string{}
	for _, f := range Distinct(rows) {
		verdicts[f.Name] = f.Verdict
	}
	assert.Equal(t, map[string]string{"two ways": "reproduced", "one way of two": "NOT reproduced", "easy": "weak",
		"easy and not": "reproduced", "failed all the same": "NOT reproduced"}, verdicts)
	assert.Equal(t, "weak: cannot fail", rows[4].Remark())
	assert.Equal(t, "weak, within noise of the bound: cannot fail", (&Row{Class: Form, Least: 0, Most: 1, Simulated: .99, Low: .9, High: 1.1, by: hits, Weak: "cannot fail"}).argued())
	cause := row("right sign, wrong cause", true, "")
	cause.by = never
	assert.Equal(t, "NOT reproduced", cause.Told())
}

func TestCSVAndJSONSayTheSame(t *testing.T) {
	rows := sample()
	var table, text bytes.Buffer
	require.NoError(t, WriteCSV(&table, rows))
	require.NoError(t, WriteJSON(&text, rows))
	lines, err := csv.NewReader(&table).ReadAll()
	require.NoError(t, err)
	var list []map[string]any
	require.NoError(t, json.Unmarshal(text.Bytes(), &list))
	require.Len(t, lines, len(rows)+1)
	require.Len(t, list, len(rows))
	for i, r := range list {
		for k, column := range lines[0] {
			if s, ok := r[column].(string); ok {
				assert.Equal(t, s, lines[i+1][k], column)
			}
		}
	}
	assert.Nil(t, list[1]["simulated"], "no number is no number")
	assert.Equal(t, "", lines[2][slices.Index(lines[0], "simulated")])
	assert.Nil(t, list[3]["agrees_to"])
}

func TestThePageTellsWhatIsMissing(t *testing.T) {
	var page bytes.Buffer
	require.NoError(t, WritePage(&page, sample(), "Much is assumed."))
	for _, want := range []string{
		"\n## Exact\n", "\n### X0: prices\n\nnobody.\n", `| round\|agreed | 10 | – | – | FAILS |`,
		"| chance of war | 0.35 | 0.3 | 0.116697 to 0.483303 | holds |",
		"\n## Assumed\n\nMuch is assumed.\n", "\n## Facts held out\n", "| agreement (of one case) | 0.3 (0.2 to 0.4) | 0.3 | ",
		"\n| facts held out | 1 | 1 | 1 | 1 | 0 | 0 | most: ", "\n| exact | 3 | 2 | – | – | – | – | ",
		"\nMissing: more runs.\n\n- X0, agreement with less without: expected above 0, simulated 0.1\n",
		"\n- X0, round|agreed: expected 10, simulated –\n",
	} {
		assert.Contains(t, page.String(), want)
	}
	assert.NotContains(t, page.String(), "Nothing of what was checked")
	page.Reset()
	require.NoError(t, WritePage(&page, sample()[:1], ""))
	assert.Contains(t, page.String(), "Nothing of what was checked.")
	assert.NotContains(t, page.String(), "## Facts held out")
}

// The border of a test is found, and is no number where the test does not turn.
func TestBorder(t *testing.T) {
	at, err := border(0, 1, func(x float64) (bool, error) { return x > .3, nil })
	require.NoError(t, err)
	assert.InDelta(t, .3, at, 1e-9)
	at, err = border(0, 1, func(float64) (bool, error) { return true, nil })
	require.NoError(t, err)
	assert.True(t, math.IsNaN(at))
}
