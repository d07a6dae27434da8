package utility

// Linear grows evenly from the worst amount to the best.
type Linear struct {
	Worst, Best float64 // amounts [the unit] scored 0 and 1
}

// Score implements Curve.
func (c Linear) Score(amount float64) float64 { return unit(amount, c.Worst, c.Best) }
