package record_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func TestAdaptation(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, record.WriteAdaptation(&b, []record.AdaptationRow{
		{Mediator: "none", Party: "A", Tactic: "staller", Best: true, Gain: .5, Measure: "agreement", N: 4, Own: 1, With: .75, Estimate: -.25,
			Interval: &record.Interval{Low: -.5, High: .125}, Method: "newcombe-mcnemar"},
		{Mediator: "none", Party: "B", Tactic: "reticent", Measure: "end_worth.B", Method: "paired-t"},
	}))
	assert.Equal(t, `mediator,party,tactic,best,gain,measure,n,own,with,difference,low,high,method
none,A,staller,true,0.5,agreement,4,1,0.75,-0.25,-0.5,0.125,newcombe-mcnemar
none,B,reticent,false,0,end_worth.B,0,,,,,,paired-t
`, b.String())
}
