package main

import (
	"fmt"
	"math"

	"shuttle/sim/measure"
	"shuttle/sim/record"
)

// timeEstimates are the times of the talks, run by run, so that they can be compared in
// pairs. Talks that ended without a signature are over: each run is followed to the end
// of the horizon, and its time is known without a model of survival.
func timeEstimates(rows record.Schema, of spans) []measure.Estimate {
	outcome, agreement, day := rows.Index("outcome"), rows.Index("agreement"), rows.Index("day")
	signed := func(row record.Row) (at float64, played bool) {
		if row[outcome].IsNull() {
			return 0, false
		}
		if !row[agreement].Flag() {
			return math.Inf(1), true
		}
		at, played = row[day].Number()
		return at, played
	}
	var list []measure.Estimate
	for _, by := range of.days() {
		list = append(list, measure.Estimate{Name: fmt.Sprintf("%s%gd", signedBy, by), Share: true, Value: func(row record.Row) (float64, bool) {
			at, played := signed(row)
			if played && at <= by {
				return 1, true
			}
			return 0, played
		}})
	}
	if of.horizon > 0 {
		list = append(list, measure.Estimate{Name: daysUnsigned, Value: func(row record.Row) (float64, bool) {
			at, played := signed(row)
			return math.Min(at, of.horizon), played
		}})
	}
	return list
}
