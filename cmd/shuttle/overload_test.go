package main

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/experiment"
	"shuttle/sim/record"
)

// The shipped experiment on load has points at which the team is the bottleneck, and
// points at which it is not: else it would answer nothing.
func TestOverloadStrains(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	files, err := readExperiment("../../configs/experiments/overload.yaml", nil, nil)
	require.NoError(t, err)
	s := files.sweep
	const runs = 60
	plan := experiment.Plan{Runs: runs, Seed: s.Seed, Factors: s.Columns()}
	for point, levels := range s.Points {
		capacity, _ := levels[0].Value.Number()
		wear, _ := levels[1].Value.Number()
		if wear != 1 || capacity != .5 && capacity != 16 {
			continue
		}
		arm, err := s.Arm(point*len(s.Mediators) + len(s.Mediators) - 1) // who says most
		require.NoError(t, err)
		plan.Arms = append(plan.Arms, arm)
	}
	require.Len(t, plan.Arms, 2, "least and most capacity")
	schema, left, signed := plan.Schema(), [2]int{}, [2]int{}
	at := map[int64]int{int64(plan.Arms[0].Point): 0, int64(plan.Arms[1].Point): 1}
	require.NoError(t, experiment.Run(context.Background(), plan, 2, experiment.Sink{Row: func(row record.Row) error {
		i := at[row[schema.Index("point")].Int()]
		if row[schema.Index("outcome")].Text() == "mediator-left" {
			left[i]++
		}
		if row[schema.Index("agreement")].Flag() {
			signed[i]++
		}
		return nil
	}}))
	assert.Greater(t, left[0], runs/2, "with little capacity the team gives up")
	assert.Less(t, left[1], runs/10, "with much it does not")
	assert.Greater(t, signed[1], 2*signed[0])
}
