package utility

import "math"

// Power is a linear curve raised to a power: below 1 the first steps count most,
// above 1 the last.
type Power struct {
	Worst, Best float64 // amounts [the unit] scored 0 and 1
	Exponent    float64 // [-], > 0
}

// Score implements Curve.
func (c Power) Score(amount float64) float64 {
	return math.Pow(unit(amount, c.Worst, c.Best), c.Exponent)
}
