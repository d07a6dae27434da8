package verify

import (
	"fmt"
	"math"

	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// concession is X7: where two concession curves cross.
func concession() Check {
	c := Check{ID: "X7", Mechanism: "concession by the clock", Source: "Faratin, Sierra and Jennings 1998",
		Finds:  "an error in how aspirations fall with time. The price is half for all exponents, as both sides concede alike: it shows only that neither is favoured",
		Misses: "what sides do that answer each other",
	}
	for _, row := range []struct{ haste, round float64 }{{.2, 965}, {1, 834}, {5, 402}} {
		c.trials = append(c.trials, func(l *Lab) ([]Row, error) {
			at := file("x7-concession")
			if row.haste != 1 { // else the file as it stands
				at = at.with(put("parties[A].tactic.haste", row.haste), put("parties[B].tactic.haste", row.haste))
			}
			round, price := math.NaN(), math.NaN()
			err := l.play(at, 1, func(s *scenario.Scenario, o *talks.Outcome) {
				if o.Signed {
					round, price = float64(o.Round), amount(s, o)
				}
			})
			return []Row{
				exact(fmt.Sprintf("round of agreement, exponent %v", row.haste), "rounds", row.round, round, 1, 1),
				exact(fmt.Sprintf("price, exponent %v", row.haste), "share", .5, price, 1e-9, 1),
			}, err
		})
	}
	return c
}
