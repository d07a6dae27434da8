package agenda

import (
	"fmt"
	"math"
	"strconv"
)

// Range builds the ladder of an amount that runs from one value to another in
// equal steps, both ends included. The last step is shortened when the span is
// no multiple of it.
func Range(from, to, step float64) ([]Level, error) {
	switch {
	case math.IsNaN(from+to+step) || math.IsInf(from+to+step, 0):
		return nil, fmt.Errorf("a range needs finite numbers, have %v to %v by %v", from, to, step)
	case step <= 0:
		return nil, fmt.Errorf("step must be > 0, have %v", step)
	case to < from:
		return nil, fmt.Errorf("a range runs upwards, have %v to %v", from, to)
	}
	// The tolerance takes (1-0)/0.1 for ten steps although it is a little more.
	steps := int(math.Min(math.Ceil((to-from)/step-dust), MaxLevels))
	if steps+1 > MaxLevels {
		return nil, fmt.Errorf("%v to %v by %v makes more than %d levels", from, to, step, MaxLevels)
	}
	levels := make([]Level, 0, steps+1)
	for i := 0; i <= steps; i++ {
		x := to
		if i < steps {
			x = from + float64(step*float64(i))
		}
		if math.Abs(x) < dust*step {
			x = 0
		}
		levels = append(levels, Plain(strconv.FormatFloat(roundOff(x), 'g', -1, 64), roundOff(x)))
	}
	return levels, nil
}

// dust is the share of a step that is nothing: a ladder by 0.1 from -0.3 passes
// through 0 and not through 5e-17.
const dust = 1e-9

// roundOff drops the float dust that adding steps leaves, so that a ladder by
// 0.1 has a level 0.3 and not 0.30000000000000004.
func roundOff(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64)
	if err != nil {
		return x
	}
	return y
}
