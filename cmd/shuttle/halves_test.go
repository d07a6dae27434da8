package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// The halves of the runs are those of even and of odd number, each with its own mean
// and its own curve of times.
func TestHalves(t *testing.T) {
	schema := measure.Schema([]string{"A", "B"}, nil)
	sum, err := newSummary(schema, spans{horizon: 100, watch: 5})
	require.NoError(t, err)
	h := newHalves(schema, sum)
	for replicate, signed := range []bool{true, false, true, true, false} {
		row := make(record.Row, len(schema))
		for i := range row {
			row[i] = record.Null()
		}
		set := func(name string, v record.Value) { row[schema.Index(name)] = v }
		set("replicate", record.Int(int64(replicate)))
		set("outcome", record.Text("stalemate"))
		set("agreement", record.Flag(signed))
		set("day", record.Float(90))
		if signed {
			set("outcome", record.Text("holds"))
			set("day", record.Float(20))
			set("peace", record.Float(5))
		}
		require.NoError(t, h.add(row))
	}
	rows, err := h.rows(3, "m")
	require.NoError(t, err)
	got := map[string][2]float64{}
	for _, r := range rows {
		assert.Equal(t, 3, r.Point)
		assert.Positive(t, r.N)
		both := got[r.Measure]
		both[r.Half] = r.Estimate
		got[r.Measure] = both
	}
	assert.Equal(t, [2]float64{2. / 3, 1. / 2}, got["agreement"], "replicates 0, 2 and 4, and 1 and 3")
	assert.InDelta(t, 2./3, got["signed_by.25d"][0], 1e-12)
	assert.InDelta(t, 1./2, got["signed_by.25d"][1], 1e-12)
	assert.Equal(t, [2]float64{1, 1}, got["peace_holds.2y"])
}
