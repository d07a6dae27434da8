package verify

import (
	"math"

	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// solutions is the second half of X1: the points that cooperative theory singles out.
func solutions() Check {
	c := Check{ID: "X1", Mechanism: "solution points", Source: "Nash 1950; Kalai and Smorodinsky 1975",
		Finds:  "an error in the search for a point, in curves and in fallbacks",
		Misses: "errors that need more than one issue, for which imported benchmarks are searched",
	}
	at := file("x1-solutions")
	for _, p := range []struct {
		what      string
		at        setting
		x         float64
		tolerance float64
	}{
		{"Nash point of √x and 1 − x", at, 1. / 3, 1e-9},
		{"Kalai–Smorodinsky point of √x and 1 − x, (3 − √5)/2 but for the steps of the ladder", at.with("talks.mediator=oracle/kalai-smorodinsky"), 92. / 240, 1e-9},
		{"Nash point with war to fall back on, p = 0.6, costs 0.1 and 0.2", at.with("parties[A].scores.pie={curve: linear}",
			"parties[A].fallback.base=0.5", "parties[B].fallback.base=0.2"), .65, 1e-9},
	} {
		c.trials = append(c.trials, func(l *Lab) ([]Row, error) {
			x := math.NaN()
			err := l.play(p.at, 1, func(s *scenario.Scenario, o *talks.Outcome) {
				if o.Signed {
					x = amount(s, o)
				}
			})
			return []Row{exact(p.what, "share", p.x, x, p.tolerance, 1)}, err
		})
	}
	return c
}
