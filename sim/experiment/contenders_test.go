package experiment

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/record"
)

const who = `name: who
scenario: textbook.yaml
replicates: 40
design:
  - kind: factorial
    factors:
      - {name: who, role: lever, path: talks.mediator, levels: [none, single-text]}
      - {name: floor, role: uncertainty, path: "parties[A].fallback.base", levels: [0.3, 0.6]}
`

// rowsOf are the rows of a sweep by point and mediator, but for these two.
func rowsOf(t *testing.T, s *Sweep) map[string][]string {
	t.Helper()
	schema, rows := s.Schema(), map[string][]string{}
	err := s.Blocks().Play(context.Background(), 0, 1, 2, func(_ int, batch []record.Row, _ []byte) error {
		for _, row := range batch {
			arm := fmt.Sprint(row[schema.Index("point")].Int(), " ", row[schema.Index("mediator")].Text())
			rows[arm] = append(rows[arm], string(record.AppendLine(nil, row[schema.Index("outcome"):])))
		}
		return nil
	})
	require.NoError(t, err)
	return rows
}

// A factor over who mediates gives the mediators of the sweep: rows say who mediated in
// them, and are those of a sweep that lists its mediators.
func TestFactorOverTheMediatorIsWhoMediates(t *testing.T) {
	s, err := read(t, who)
	require.NoError(t, err)
	assert.Equal(t, []string{"none", "single-text"}, s.Mediators)
	assert.Len(t, s.Points, 2)
	assert.False(t, s.Chance)
	require.Len(t, s.Factors, 1)
	for i := range s.Arms() {
		arm, err := s.Arm(i)
		require.NoError(t, err)
		assert.Equal(t, s.Mediators[i%2], arm.Scenario.Case.Mediator.Name)
	}
	listed, err := read(t, `name: who
scenario: textbook.yaml
replicates: 40
mediators: [none, single-text]
design:
  - kind: factorial
    factors: [{name: floor, role: uncertainty, path: "parties[A].fallback.base", levels: [0.3, 0.6]}]
`)
	require.NoError(t, err)
	got := rowsOf(t, s)
	assert.Equal(t, rowsOf(t, listed), got)
	assert.NotEqual(t, got["0 none"], got["0 single-text"])
	again, err := read(t, string(s.Resolved))
	require.NoError(t, err)
	assert.Equal(t, s.Hash, again.Hash)
}

func TestMediatorAloneIsADesignOfOnePoint(t *testing.T) {
	s, err := read(t, head+"    factors:\n      - {name: mediator, role: lever, path: talks.mediator, levels: [none, {name: carrots, step: 0.5}, carrots]}\n")
	require.NoError(t, err)
	assert.Equal(t, []string{"none", "carrots(step=0.5)", "carrots"}, s.Mediators)
	assert.Len(t, s.Points, 1)
	assert.Empty(t, s.Factors)
}

// Where who mediates would be said twice, or by the way, the file says where.
func TestWhoMediatesIsSaidOnce(t *testing.T) {
	const factor = "    factors:\n      - {name: who, role: lever, "
	for _, tt := range []struct{ name, src, want string }{
		{"under mediators too", who + "mediators: [none, single-text]\n", "e.yaml:7:40: design[0].factors[who].path: who mediates is said twice, here and under mediators"},
		{"by name, under mediators too", head + factor + "path: talks.mediator.name, levels: [none]}\nmediators: [none, single-text]\n", "who mediates is said twice"},
		{"of one strategy, under mediators too", head + factor + "path: talks.mediator, levels: [none, none]}\nmediators: [none]\n", "who mediates is said twice"},
		{"with another in a list", `name: e
scenario: textbook.yaml
replicates: 2
design:
  - kind: list
` + factor + "path: talks.mediator, levels: [none, single-text]}\n      - {name: g, role: lever, path: talks.still, levels: [3, 4]}\n", "factors[who].path: who mediates is compared at every point"},
		{"by the whole talks", head + factor + "path: talks, levels: [{horizon: 30}]}\nmediators: [none, single-text]\n", "levels[0]: changes who mediates: under none it would be another"},
		{"with a name for it", head + factor + "path: talks.mediator, levels: [none, single-text], labels: [a, b]}\n", "labels: mediators are called by their strategy"},
		{"with a parameter it lacks", head + factor + "path: talks.horizon, levels: [30]}\nmediators: [none, {name: single-text, option: 2}]\n",
			"e.yaml:8:19: mediators[single-text]: in the scenario, talks.mediator.option is not a known key"},
		{"twice with the same parameters", head + factor + "path: talks.horizon, levels: [30]}\nmediators: [{name: carrots, step: 0.5}, {name: carrots, step: 0.5}]\n", "is named twice"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.src)
			var faults document.Faults
			require.ErrorAs(t, err, &faults)
			assert.Contains(t, err.Error(), tt.want)
		})
	}
}

// Parameters of a mediator that the scenario only names are factors like any other, and
// several of one strategy are compared.
func TestMediatorsHaveParameters(t *testing.T) {
	s, err := read(t, head+"    factors:\n      - {name: options, role: lever, path: talks.mediator.options, levels: [1, 4]}\n")
	require.NoError(t, err)
	for i, want := range []string{"options: 1", "options: 4"} {
		arm, err := s.Arm(i)
		require.NoError(t, err)
		assert.Contains(t, string(arm.Scenario.Resolved), want)
	}
	s, err = read(t, head+"    factors:\n      - {name: f, role: lever, path: talks.horizon, levels: [30]}\nmediators: [single-text, {name: carrots, step: 0.5}, {name: carrots, step: 1}]\nset: [{path: talks.mediator.options, value: 2}]\n")
	require.NoError(t, err)
	assert.Equal(t, []string{"single-text", "carrots(step=0.5)", "carrots(step=1)"}, s.Mediators)
	for i, want := range []string{"options: 2", "step: 0.5", "step: 1"} {
		arm, err := s.Arm(i)
		require.NoError(t, err)
		assert.Contains(t, string(arm.Scenario.Resolved), want)
		assert.Equal(t, Strategy(s.Mediators[i]), arm.Scenario.Case.Mediator.Name)
	}
	rows := rowsOf(t, s)
	assert.Contains(t, rows, "0 carrots(step=0.5)")
}

func TestPlayed(t *testing.T) {
	for name, want := range map[string]string{
		"none": "none", "oracle/nash": "oracle/nash", "carrots(step=0.5)": "{name: carrots, step: 0.5}",
		"single-text(options=1 repeats=2)": "{name: single-text, options: 1, repeats: 2}", "odd(": "odd(",
	} {
		assert.Equal(t, want, Played(name))
	}
}
