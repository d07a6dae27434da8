package talks

import "shuttle/sim/rng"

// frailty is the log hazard of what makes one peace likelier to break than another and
// is neither in its text nor in how it came about: one normal draw a run, the same
// whatever is signed and whoever mediates, shifted so that hazards stay what they are in
// the mean. Nobody knows it, so nobody prices it. Without it nothing is drawn.
//
// A population of frail and robust peaces is what survival analysis calls frailty
// (Vaupel, Manton and Stallard 1979, "The impact of heterogeneity in individual frailty
// on the dynamics of mortality", Demography 16); the lognormal form is our own choice.
func (e *Engine) frailty() float64 {
	s := e.shared.Frailty
	if s == 0 {
		return 0
	}
	e.fate.Reset(e.seed.For(rng.Name("frailty")))
	return float64(s*e.fate.NormFloat64()) - float64(s*s/2)
}
