package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/experiment"
	"shuttle/sim/record"
)

// compared is what compare says of a shipped scenario, for other programs.
func compared(t *testing.T, name string, flags ...string) contrastTold {
	t.Helper()
	var stdout, stderr bytes.Buffer
	args := append([]string{"compare", "../../configs/" + name + ".yaml", "--json", "--quiet", "--no-charts", "--out", filepath.Join(t.TempDir(), "out")}, flags...)
	require.Zero(t, run(args, &stdout, &stderr), stderr.String())
	var told contrastTold
	require.NoError(t, json.Unmarshal(stdout.Bytes(), &told))
	return told
}

// The steps of every strategy add up to its gain, which is what the comparison says.
func TestStepsAddUpToTheGain(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	told := compared(t, "miami", "--split", "--runs", "60", "--mediators", "none,facilitation,carrots,mixed,informed,placebo/relay,oracle/nash")
	sums, wholes := map[[2]string]float64{}, map[[2]string]float64{}
	for _, l := range told.Split {
		assert.NotContains(t, l.Mediator, "oracle")
		assert.Equal(t, 60, l.N)
		if at := [2]string{l.Mediator, l.Measure}; l.Adds == record.WholeGain {
			wholes[at] = *l.Estimate
		} else {
			sums[at] += *l.Estimate
		}
	}
	assert.Len(t, wholes, 2*5, "agreement and joint gain of all but none and the oracle")
	for at, whole := range wholes {
		assert.InDelta(t, whole, sums[at], 1e-12, at)
	}
	for _, l := range told.Comparison {
		if l.Measure == "agreement" && l.A == "none" {
			assert.InDelta(t, -*l.Estimate, wholes[[2]string{l.B, "agreement"}], 1e-12, l.B)
		}
	}
	assert.NotZero(t, wholes[[2]string{"facilitation", "agreement"}])
}

// Where a strategy has nothing to pull its own lever adds exactly nothing.
func TestALeverThatIsOffAddsNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	off := []string{"--split", "--runs", "60", "--mediators", "none,carrots,sticks,deadline,guarantor,gradual,mixed,informed",
		"--set", "mechanisms.leverage=false", "--set", "mechanisms.steps=false", "--set", "mechanisms.signals=false"}
	levers := 0
	for _, l := range compared(t, "miami", off...).Split {
		if l.Adds == experiment.OwnLever {
			levers++
			assert.Zero(t, *l.Estimate, "%s: %s", l.Mediator, l.Measure)
		}
	}
	assert.Equal(t, 2*7, levers)
}

func TestSplitIsToldAsATable(t *testing.T) {
	between := &record.Interval{Low: -.004, High: .5}
	s := &split{[]record.SplitRow{
		{Mediator: "facilitation", Measure: "agreement", Adds: "contact", N: 9, Estimate: .25, Interval: between},
		{Mediator: "facilitation", Measure: "agreement", Adds: record.WholeGain, N: 9, Estimate: .25, Interval: between},
		{Mediator: "placebo/relay", Measure: "agreement", Adds: experiment.OwnLever, N: 9, Interval: &record.Interval{}},
		{Mediator: "placebo/relay", Measure: "agreement", Adds: record.WholeGain, N: 9, Interval: &record.Interval{}},
		{Mediator: "placebo/relay", Measure: "joint_gain", Adds: experiment.OwnLever},
		{Mediator: "placebo/relay", Measure: "joint_gain", Adds: record.WholeGain, N: 1, Estimate: -.12345},
	}}
	assert.Equal(t, strings.TrimPrefix(`
strategy        gain over none  contact       own lever
─────────────────────────────────────────────────────────
facilitation    25.0            25.0          –
  95% interval  -0.4 to 50.0    -0.4 to 50.0  –
placebo/relay   0               –             0
  95% interval  0 to 0          –             0 to 0
`, "\n"), s.table("agreement"))
	assert.Equal(t, strings.TrimPrefix(`
strategy        gain over none  contact  own lever
────────────────────────────────────────────────────
placebo/relay   -0.123          –        –
  95% interval  –               –        –
`, "\n"), s.table("joint_gain"))
	var b strings.Builder
	s.write(&b)
	assert.Contains(t, b.String(), "digit; in another order a lever may show more or less")
	b.Reset()
	(*split)(nil).write(&b)
	(&split{}).write(&b)
	assert.Empty(t, b.String(), "not asked for, or nothing to split")
}
