package clock

import "math"

// Stretch is a span of the years after a signature in which the relative hazard of a
// deal is multiplied by a factor: steps not yet taken, guarantors that changed.
type Stretch struct {
	From   float64 // years since signature; the stretch lasts until the next one begins
	Factor float64 // on the relative hazard, ≥ 0
}

// CollapseAlong is Collapse for a hazard that changes: relative hazard m times the
// factor of the stretch. The stretches are in order, the first from 0; with none the
// factor is 1 throughout.
func (c Clock) CollapseAlong(u, m float64, along []Stretch) float64 {
	if len(along) == 0 {
		return c.Collapse(u, m)
	}
	if u <= 0 {
		return math.Inf(1)
	}
	left := math.Log(u) // what is still to be used up, ≤ 0
	for i, s := range along {
		to := math.Inf(1)
		if i+1 < len(along) {
			to = along[i+1].From
		}
		hazard := m * s.Factor
		if hazard <= 0 {
			continue
		}
		start := c.LogSurvival(s.From)
		spent := math.Inf(-1)
		if !math.IsInf(to, 1) {
			spent = float64(hazard * (c.LogSurvival(to) - start))
		}
		if left > spent || math.IsInf(to, 1) {
			return c.Collapse(math.Exp(left/hazard+start), 1)
		}
		left -= spent
	}
	return math.Inf(1)
}
