package words

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/analysis"
	"shuttle/sim/record"
)

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		want string
	}{
		{0, "0"}, {.5, "0.500"}, {-.0123456, "-0.0123"}, {9, "9.00"}, {12.345, "12.3"}, {182, "182"}, {99_999, "99999"},
		{1e5, "1e+05"}, {.00005, "5e-05"}, {1e-300, "1e-300"},
	} {
		assert.Equal(t, tt.want, Number(tt.x))
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		share float64
		want  string
	}{{0, "0.0%"}, {1, "100.0%"}, {.0001, "<0.1%"}, {.9999, ">99.9%"}, {.2934, "29.3%"}} {
		assert.Equal(t, tt.want, Percent(tt.share))
	}
	assert.Equal(t, "–", Percents(nil))
	assert.Equal(t, "10.0% to 20.0%", Percents(&record.Interval{Low: .1, High: .2}))
}

func TestEstimate(t *testing.T) {
	between := &record.Interval{Low: .1, High: .2}
	for _, tt := range []struct {
		name           string
		row            record.SummaryRow
		value, between string
	}{
		{"of no run", record.SummaryRow{Method: analysis.MethodWilson}, "–", "–"},
		{"a share", record.SummaryRow{N: 9, Estimate: .15, Interval: between, Method: analysis.MethodWilson}, "15.0%", "10.0% to 20.0%"},
		{"a mean", record.SummaryRow{N: 9, Estimate: .15, Interval: between, Method: "bca"}, "0.150", "0.100 to 0.200"},
		{"of one run", record.SummaryRow{N: 1, Estimate: 7, Method: "bca"}, "7.00", "–"},
	} {
		value, between := Estimate(tt.row)
		assert.Equal(t, tt.value, value, tt.name)
		assert.Equal(t, tt.between, between, tt.name)
	}
}

func TestCounts(t *testing.T) {
	assert.Equal(t, "7", Thousands(7))
	assert.Equal(t, "1,000", Thousands(1000))
	assert.Equal(t, "12,345,678", Thousands(12_345_678))
	assert.Equal(t, "1 number", Plural(1, "number", "numbers"))
	assert.Equal(t, "0 numbers", Plural(0, "number", "numbers"))
}

func TestSentence(t *testing.T) {
	assert.Equal(t, "", Sentence(""))
	assert.Equal(t, "A text.", Sentence("a text"))
	assert.Equal(t, "A text.", Sentence("a text."))
	assert.Equal(t, "Übergang und Übergabe.", Sentence("übergang und Übergabe"))
}

func TestSentences(t *testing.T) {
	assert.Empty(t, Zone(record.Case{}))
	assert.Equal(t, "In 25.0% of 1 draw (95% interval 10.0% to 60.0%) there was a text that nobody would have refused.",
		Zone(record.Case{ZoneN: 1, ZoneShare: .25, ZoneLow: .1, ZoneHigh: .6}))
	assert.Empty(t, Missed(0, 0, 0))
	assert.Equal(t, "Of the 3 runs without agreement, 1 had a deal on the first day that nobody would have refused; of 2 it could not be established.", Missed(3, 1, 2))
	assert.Equal(t, "oracle/x sees the truth and is a line, no rival: agreement in 50.0% of the runs, 95% interval –, joint gain – where signed",
		Oracle("oracle/x", record.SummaryRow{N: 2, Estimate: .5, Method: analysis.MethodWilson}, record.SummaryRow{}))
	assert.Contains(t, Family(3), "all 3 pairs of a measure counted (Holm)")
}

func TestLabel(t *testing.T) {
	for measure, want := range map[string]string{
		"joint_gain": "joint gain", "gain.A_B": "gain of A_B", "outcome.talks-go-on": "talks-go-on", "signed_by.91d": "signed by 91 days",
		"peace_holds.1y": "peace holds 1 year", "gain.5 dogs": "gain of 5 dogs", "peace": "peace", "expected_peace_5y": "expected peace after 5 years",
	} {
		assert.Equal(t, want, Label(measure))
	}
}

func TestTypeset(t *testing.T) {
	for text, want := range map[string]string{
		"-0.1 to -.2 (-3), well-known 2-3, n = 4": "−0.1 to −.2 (−3), well-known 2-3, n\u00a0=\u00a04",
		"the sides' own, a mediator's":            "the sides’ own, a mediator’s",
		`he "said" ('no')`:                        "he “said” (‘no’)",
		`"'a' b"`:                                 "“‘a’ b”",
		"--robust 3, 1e-05":                       "--robust 3, 1e-05",
		"“none”":                                  "“none”",
	} {
		assert.Equal(t, want, Typeset(text))
	}
}
