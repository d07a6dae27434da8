package utility

import "math"

// Prospect is the value function of Tversky and Kahneman (1992, "Advances in
// prospect theory", Journal of Risk and Uncertainty 5): gains and losses count
// from a reference, losses λ times as much, both with falling sensitivity. It is
// rescaled so that worst and best score 0 and 1.
type Prospect struct {
	Worst, Best float64 // amounts [the unit] scored 0 and 1
	Reference   float64 // amount that is neither gain nor loss
	Aversion    float64 // λ [-], ≥ 1; 2.25 in the paper
	Curvature   float64 // α [-], in (0,1]; .88 in the paper
}

// Score implements Curve.
func (c Prospect) Score(amount float64) float64 {
	ref := unit(c.Reference, c.Worst, c.Best)
	low, high := c.value(-ref), c.value(1-ref)
	return (c.value(unit(amount, c.Worst, c.Best)-ref) - low) / (high - low)
}

func (c Prospect) value(gain float64) float64 {
	if gain >= 0 {
		return math.Pow(gain, c.Curvature)
	}
	return -c.Aversion * math.Pow(-gain, c.Curvature)
}
