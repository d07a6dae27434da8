package analysis

import (
	"fmt"
	"math"
)

// Split takes the difference between the last rung of a ladder and its first apart:
// steps[i] is rung i+1 less rung i, whole the last less the first. rungs[i][r] is the
// value of run r on rung i, NaN where it has none. A run counts where it has a value on
// every rung, so that the steps add up to the whole. There must be two rungs at least,
// all of the same runs.
func Split(rungs [][]float64, share bool, level float64) (steps []Difference, whole Difference, err error) {
	if len(rungs) < 2 {
		return nil, whole, fmt.Errorf("need at least 2 rungs, have %d", len(rungs))
	}
	known, err := everywhere(rungs)
	if err != nil {
		return nil, whole, err
	}
	for i := 1; i < len(known); i++ {
		step, err := Differ(known[i], known[i-1], share, level)
		if err != nil {
			return nil, whole, fmt.Errorf("rung %d: %w", i, err)
		}
		steps = append(steps, step)
	}
	whole, err = Differ(known[len(known)-1], known[0], share, level)
	return steps, whole, err
}

// everywhere keeps the runs that have a value in every row.
func everywhere(rows [][]float64) ([][]float64, error) {
	known := make([][]float64, len(rows))
	for r := range rows[0] {
		missing := false
		for _, row := range rows {
			if len(row) != len(rows[0]) {
				return nil, errLengths
			}
			missing = missing || math.IsNaN(row[r])
		}
		if missing {
			continue
		}
		for i, row := range rows {
			known[i] = append(known[i], row[r])
		}
	}
	return known, nil
}
