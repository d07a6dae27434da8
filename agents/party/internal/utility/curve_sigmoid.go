package utility

import "math"

// Sigmoid is flat at both ends and steep at its middle: a threshold with soft
// edges. It is rescaled so that worst and best score exactly 0 and 1.
type Sigmoid struct {
	Worst, Best float64 // amounts [the unit] scored 0 and 1
	Middle      float64 // where it is steepest [share of the way from worst to best]
	Steepness   float64 // of the logistic curve [-], > 0
}

// Score implements Curve.
func (c Sigmoid) Score(amount float64) float64 {
	at := func(x float64) float64 { return 1 / (1 + math.Exp(-c.Steepness*(x-c.Middle))) }
	x, low, high := unit(amount, c.Worst, c.Best), at(0), at(1)
	if high-low < 1e-9 {
		return x // too flat to rescale: a straight line
	}
	return (at(x) - low) / (high - low)
}
