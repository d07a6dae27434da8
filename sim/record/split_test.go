package record_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func TestSplit(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, record.WriteSplit(&b, []record.SplitRow{
		{Mediator: "carrots", Measure: "agreement", Adds: "contact", Strategy: "none", N: 9, Estimate: .25, Interval: &record.Interval{Low: .125, High: .5}, Method: "newcombe-mcnemar"},
		{Mediator: "carrots", Measure: "joint_gain", Adds: record.WholeGain, Strategy: "carrots", N: 1, Estimate: -2, Method: "paired-t"},
		{Mediator: "carrots", Measure: "joint_gain", Adds: "own lever", Strategy: "carrots", Method: "paired-t"},
	}))
	assert.Equal(t, `mediator,measure,adds,strategy,n,estimate,low,high,method
carrots,agreement,contact,none,9,0.25,0.125,0.5,newcombe-mcnemar
carrots,joint_gain,all,carrots,1,-2,,,paired-t
carrots,joint_gain,own lever,carrots,0,,,,paired-t
`, b.String())
}
