// Package analysis turns rows into statements: estimates with their intervals,
// paired comparisons, effect sizes, times to an event.
//
// It knows rows and numbers only. It must not know how a run is simulated, what
// a measure means or where results lie, and it draws no random number but from
// the generator it is handed. Intervals show the noise of simulation, not of
// assumptions.
//
// Input that cannot be judged (no values, a value that is not finite, a level
// outside (0, 1)) is an error, never NaN.
package analysis

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"shuttle/sim/record"
)

// Interval is an interval of an estimate.
type Interval = record.Interval

// normal returns the half-width in standard errors of a two-sided normal
// interval of the given level, which must lie in (0, 1).
func normal(level float64) (float64, error) {
	if err := checkLevel(level); err != nil {
		return 0, err
	}
	return distuv.UnitNormal.Quantile(0.5 + level/2), nil
}

func checkLevel(level float64) error {
	if !(level > 0 && level < 1) {
		return fmt.Errorf("level must lie between 0 and 1, have %g", level)
	}
	return nil
}

// checkValues makes sure of at least n values, all finite.
func checkValues(xs []float64, n int) error {
	if len(xs) < n {
		return fmt.Errorf("need at least %d values, have %d", n, len(xs))
	}
	for i, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("value %d is %g", i, x)
		}
	}
	return nil
}

var errLengths = errors.New("paired values must be equally many")
