package utility

import "math"

// Peaked is best at one amount and falls evenly to both sides (single-peaked
// preferences).
type Peaked struct {
	Peak  float64 // amount [the unit] scored 1
	Width float64 // distance from the peak at which the score is 0, > 0
}

// Score implements Curve.
func (c Peaked) Score(amount float64) float64 {
	return max(0, 1-math.Abs(amount-c.Peak)/c.Width)
}
