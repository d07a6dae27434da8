package report

import (
	"fmt"
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
	b := d.differenceBlock("none", d.measure("agreement"))
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
	b := d.differenceBlock("none", d.measure("agreement"))
	assert.Equal(t, "too few pairs", b.text[0])
	assert.Empty(t, b.marks[0])
	require.NotEmpty(t, b.marks[1])
	figure, err := chartNamed(t, "differences").Draw(d, TextWidth)
	require.NoError(t, err)
	assert.Contains(t, figure.Caption, fmt.Sprintf("With fewer than %d pairs nothing is drawn", fewestOfCell))
}
