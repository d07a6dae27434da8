package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/report"
	"shuttle/sim/talks"
)

// Charts know every class of the talks and say the same of it.
func TestChartsMeanWhatTheTalksMean(t *testing.T) {
	data := report.Data{Mediators: []string{"none"}, Classes: classes()}
	for _, c := range talks.Classes() {
		data.Outcomes = append(data.Outcomes, report.Share{Mediator: "none", Outcome: c.String(), Count: 1, N: len(talks.Classes())})
	}
	for _, chart := range report.Charts() {
		if chart.Name != "outcomes" {
			continue
		}
		figure, err := chart.Draw(data, report.TextWidth)
		require.NoError(t, err)
		for _, c := range talks.Classes() {
			assert.Contains(t, strings.ToLower(figure.Caption), strings.ToLower(strings.TrimSuffix(c.Meaning(), ".")))
		}
	}
}
