package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

// What a result lacks is said in a sentence.
func TestSparseResults(t *testing.T) {
	silent := made("run", []string{"none"}, 1, "A", "B")
	silent.estimates(0, "none", 0, []string{"A", "B"})
	silent.Summary = silent.Summary[len(silent.Summary)-7:]
	one := made("run", []string{"none"}, 1, "A", "B")
	for i := range one.Summary {
		one.Summary[i].N, one.Summary[i].Interval = 1, nil
	}
	broken := made("run", []string{"none"}, 1, "A", "B")
	for i := range broken.Summary {
		broken.Summary[i].N, broken.Summary[i].Interval = 0, nil
	}
	thin := made("compare", []string{"none", "learner"}, 1, "A", "B")
	for i := range thin.Comparison {
		thin.Comparison[i].N, thin.Comparison[i].Interval = 1, nil
	}
	for _, tt := range []struct {
		name  string
		data  Data
		wants []string
	}{
		{"nothing at all", Data{}, []string{"there is nothing to say yet", "This result holds no charts.", "lists no number of the scenario", "does not say which parts"}},
		{"no agreement", silent, []string{"none of 50 runs came to an agreement", "No run has gain of A, gain of B, joint gain and expected peace after 5 years."}},
		{"a single run", one, []string{"signed a text in 20.0% of 1 run."}},
		{"runs that broke off", broken, []string{"No run could be played to its end."}},
		{"too few pairs", thin, []string{"Too few pairs of runs have it under both: “none” and learner.", "too few pairs"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := body(written(t, tt.data))
			for _, want := range tt.wants {
				assert.Contains(t, page, want)
			}
			assert.NotContains(t, page, "NaN")
		})
	}
}

// Large results stay pages: tables are cut with a sentence, never the assumptions.
func TestLargeResults(t *testing.T) {
	var parties []string
	for i := range 40 {
		parties = append(parties, fmt.Sprintf("party %d", i))
	}
	var mediators []string
	for i := range 12 {
		mediators = append(mediators, fmt.Sprintf("mediator-%d", i))
	}
	page := written(t, made("sweep", mediators, 60, parties...))
	assert.Less(t, len(page), 3<<20)
	assert.Contains(t, page, "320 more rows stand in summary.csv.")
	assert.Contains(t, page, "more rows stand in comparison.csv.")
	assert.Contains(t, page, `<span class="before">parties[party 39].</span>discount`)
	page = written(t, made("compare", mediators, 1, parties...))
	assert.Contains(t, page, "Told below are the pairs with mediator-0, the first in the list", "66 pairs are too many to tell")
	assert.NotContains(t, page, "Mediator-2 has joint gain higher by 0.100 than mediator-1")
}

func TestSweepsCountPoints(t *testing.T) {
	d := made("sweep", []string{"none", "learner"}, 4, "A", "B")
	d.Comparison[0].Estimate = .1 // at the first point the other way round
	for point := 1; point < 4; point++ {
		d.Points = append(d.Points, record.PointRow{Mediator: "learner", ComparisonRow: record.ComparisonRow{
			Point: point, Measure: "agreement", N: 50, Estimate: .1, Interval: &record.Interval{}, Holm: .01}})
	}
	page := written(t, d)
	page = body(page)
	assert.Contains(t, page, "Told apart at every point, with the same sign: joint gain, “none” less than learner.")
	assert.Contains(t, page, "Turns: true at some points, the opposite at others: agreement, “none” more than learner.")
	assert.Contains(t, page, "more than there, under learner</bdi></td><td class=\"number\" data-sort=\"3\">")
	assert.Contains(t, page, "differ from the first (noise 0), run by run")
	assert.NotContains(t, page, "In 50.0% of 50 draws", "the share of the scenario is not that of its points")
}

func TestSignsThatOutlastOtherAssumptions(t *testing.T) {
	d := made("compare", []string{"none", "learner"}, 1, "A", "B")
	assert.Contains(t, body(written(t, d)), "Not examined here: no other assumptions were played.")
	d.Robust = []record.RobustRow{
		{Measure: "agreement", A: "none", B: "learner", Estimate: -.1, Sets: 20, Keeps: 15, Turns: 4, Against: 1, Interval: &record.Interval{Low: .53, High: .89}},
		{Measure: "agreement", A: "none", B: "learner", Estimate: -.1, Switch: "noise", Thrown: true},
		{Measure: "agreement", A: "none", B: "learner", Estimate: -.1, Switch: "loss", Thrown: true, Sets: 10, Keeps: 4, Interval: &record.Interval{Low: .2, High: .7}},
	}
	page := body(written(t, d))
	assert.Contains(t, page, "n\u00a0=\u00a040 pairs; the sign is the same in 15 of 20 drawn sets of assumptions.")
	assert.Contains(t, page, "each keeps its sign in at least 75.0% and at most 75.0% of them")
	assert.Contains(t, page, "<bdi>noise otherwise</bdi>")
	assert.Contains(t, page, "<bdi>40.0%</bdi><span class=\"interval\">20.0% to 70.0%</span>")
}

func TestRegret(t *testing.T) {
	d := made("sweep", []string{"none", "learner"}, 4, "A", "B")
	d.Regret = []record.RegretRow{
		{Measure: "agreement", Mediator: "none", Levers: "format = x", Scenarios: 3, Max: .25, Point: 2, Best: "learner"},
		{Measure: "agreement", Mediator: "learner", Scenarios: 3, Best: "learner"},
		{Measure: "joint_gain", Mediator: "none", Levers: "format = x", Scenarios: 3, Max: .5, Point: 3, Best: "learner"},
	}
	page := body(written(t, d))
	assert.Contains(t, page, "Regret: the most that a choice gives up against the best one, over 3 scenarios")
	assert.Contains(t, page, `<bdi>none, format = x</bdi></th><td class="number" data-sort="0.25"><bdi>25.0%</bdi><span class="interval">at point 2</span></td><td class="number" data-sort="0.5"><bdi>0.500</bdi>`)
	assert.Contains(t, page, `<bdi>learner</bdi></th><td class="number" data-sort="0"><bdi>0.0%</bdi></td><td class="number"><bdi>–</bdi></td>`)
}

func TestDifferencesOfSharesAreInPoints(t *testing.T) {
	d := made("compare", []string{"none", "learner"}, 1, "A", "B")
	d.Comparison[0].Method = analysis.MethodPairedShare
	page := written(t, d)
	assert.Contains(t, page, `data-sort="-0.1"><bdi>−10.0</bdi>`)
	assert.Contains(t, page, `data-sort="-0.1"><bdi>−0.100</bdi>`)
}

func TestParagraphs(t *testing.T) {
	b := builder{Data: made("sweep", []string{"none", "learner"}, 4, "A", "B")}
	lines, readings := b.paragraphs("A: 2.\n\nWhat is shown: nothing.\nA: 3.\nRuns: 5.\nVaried: all.\n Caveat.\n")
	assert.Equal(t, []string{"A: 2.", "What is shown: nothing.", "A: 3.", "Runs: 5. Varied: all. Caveat."}, lines)
	assert.Empty(t, readings)
	lines, readings = b.paragraphs("Title.\nland of A: 4 [3–5].\nRound 2: 5.\nnoise 0.2: 3.\nnoise 0.2, learner: 5.\nRuns: 5.\n")
	assert.Equal(t, []string{"Title.", "Round 2: 5.", "Runs: 5."}, lines)
	assert.Equal(t, []string{"land of A: 4 [3–5].", "noise 0.2: 3.", "noise 0.2, learner: 5."}, readings)
}

func BenchmarkWrite(b *testing.B) {
	d, err := withFigures(made("compare", strings.Fields("none facilitation single-text learner carrots sticks guarantor mixed"), 1, "A", "B"))
	require.NoError(b, err)
	for b.Loop() {
		written(b, d)
	}
}
