package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"

	"shuttle/sim/report/words"
)

func TestLabel(t *testing.T) {
	tests := []struct {
		name, given, want string
		full, warned      bool
	}{
		{"Latin", "Åland", "Åland", false, false},
		{"composed from two letters", "Pe\u0301rou", "Pérou", false, false},
		{"Cyrillic", "Союз", "Союз", false, false},
		{"Greek", "Ένωση", "Ένωση", false, false},
		{"Chinese", "和平", "party 2", true, true},
		{"Hebrew runs from right to left", "שלום", "party 2", true, true},
		{"Arabic", "سلام", "party 2", true, true},
		{"empty", " \t", "party 2", false, false},
		{"control characters", "A\x00\nB\u200b", "A B", false, false},
		{"bad bytes", "A\xffB", "AB", false, false},
		{"too wide", "The Most Serene Republic of the Long Name", "The Most…Long Name", true, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var g glossary
			k := lookOf(TextWidth).body
			got := g.label(k, "party", 2, tt.given, 90)
			assert.Equal(t, tt.want, got)
			assert.LessOrEqual(t, k.width(got), vg.Length(90))
			assert.Equal(t, tt.full, len(g.full) == 1)
			assert.Equal(t, tt.warned, len(g.warnings) == 1)
		})
	}
}

func TestCutNamesDiffer(t *testing.T) {
	var g glossary
	k := lookOf(ColumnWidth).body
	seen := map[string]bool{}
	for i, name := range []string{
		"Withdrawal of all forces from the northern zone", "Withdrawal of all forces from the southern zone",
		"Withdrawal of all forces from the north-eastern zone", "Withdrawal of heavy forces from the northern zone",
		"Withdrawal of all forces", "Withdrawal of all forces from the former northern zone",
	} {
		got := g.label(k, "clause", i+1, name, 90)
		assert.False(t, seen[got], got)
		assert.LessOrEqual(t, k.width(got), vg.Length(90))
		assert.Equal(t, got, g.label(k, "clause", i+1, name, 90), "the same name, the same label")
		seen[got] = true
	}
}

func TestLabelIsAlwaysNarrowAndValid(t *testing.T) {
	k := lookOf(ColumnWidth).body
	rapid.Check(t, func(t *rapid.T) {
		var g glossary
		most := vg.Length(rapid.Float64Range(10, 200).Draw(t, "most"))
		got := g.label(k, "party", 1, rapid.String().Draw(t, "name"), most)
		assert.True(t, utf8.ValidString(got))
		assert.NotEmpty(t, got)
		assert.LessOrEqual(t, k.width(got), most)
		assert.True(t, writable(k.face, got))
	})
}

func TestNumbers(t *testing.T) {
	assert.Equal(t, []string{"−0.5", "0.0", "0.5"}, numbers([]float64{-0.5, 0, 0.5}))
	assert.Equal(t, []string{"0", "5"}, numbers([]float64{0, 5}))
	assert.Equal(t, "0.00", number(-0.001, 2), "no minus zero")
	assert.Equal(t, "−12", number(-12, 0))
	for share, want := range map[float64]string{0: "0%", 0.001: "<1%", 0.25: "25%", 0.999: ">99%", 1: "100%"} {
		assert.Equal(t, want, percent(share))
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000"} {
		assert.Equal(t, want, words.Thousands(n))
	}
}

func TestSteps(t *testing.T) {
	assert.InDeltaSlice(t, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}, steps(0, 1, 5), 1e-12)
	assert.InDeltaSlice(t, []float64{-20, 0, 20}, steps(-25, 25, 3), 1e-12)
	assert.Equal(t, []float64{3}, steps(3, 3, 5))
}

func TestWrapKeepsEveryWord(t *testing.T) {
	k := lookOf(TextWidth).body
	const words = "one two three four five six seven"
	lines := wrap(k, words, 60)
	assert.Equal(t, words, strings.Join(lines, " "))
	assert.Greater(t, len(lines), 2)
	for _, l := range lines {
		assert.LessOrEqual(t, k.width(l), vg.Length(60))
	}
}

func TestStopLabels(t *testing.T) {
	for want, drafts := range map[string][]int{
		"3": {3}, "3–5": {3, 4, 5}, "4, 6, 8": {4, 6, 8}, "1, 3–4": {1, 3, 4}, "2, 4, … 9–10": {2, 4, 6, 9, 10},
	} {
		assert.Equal(t, want, stop{drafts: drafts}.label())
	}
}

func TestWrapKeepsWhatIsOne(t *testing.T) {
	k := lookOf(TextWidth).note
	assert.Equal(t, []string{"as one does;", "n = 60 runs"}, wrap(k, "as one does; n = 60 runs", k.width("as one does; n = ")))
	assert.Empty(t, wrap(k, "", 100))
}
