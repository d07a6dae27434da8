package utility

// Curve scores an amount in [0,1].
type Curve interface {
	// Score is the worth of an amount, 0 at the worst and 1 at the best.
	Score(amount float64) float64
}

// unit places an amount between the worst (0) and the best (1), held in [0,1].
// Worst may be the larger number.
func unit(amount, worst, best float64) float64 {
	if worst == best {
		return 1
	}
	return min(max((amount-worst)/(best-worst), 0), 1)
}
