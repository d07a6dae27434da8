// Package credence says when the word of a mediator that takes sides is worth
// anything.
//
// Both ends of the talk need it: the mediator to find out what it does best to say,
// and who hears it to know whether it would have said so anyway. It is a leaf and
// knows neither parties nor texts.
package credence

// Kydd is the situation of Kydd 2003 ("Which side are you on? Bias, credibility, and
// mediation", American Journal of Political Science 47): two sides share a pie of one;
// what the second would get without a deal is known to it alone and is one of two
// numbers; a mediator that has a signal of it tells the first whether the second is
// weak. The first, told so, leaves it the lower number, else the higher. A pure lover of
// peace would always say that the second is strong, and nobody believes it.
type Kydd struct {
	Bias     float64 // b: what the first side's share is worth to the mediator, per unit of what war costs it [-]
	Share    float64 // p: what the first side gets of the pie without a deal, costs left out [share]
	Weak     float64 // what the second gets without a deal when it is weak [share]
	Strong   float64 // and when it is strong [share]
	Chance   float64 // that it is weak, before any signal [share]
	Accuracy float64 // chance that the signal is right [share]
}

// Posterior is the chance that the second side is weak, after a signal that says so
// or says that it is strong [share].
func (k *Kydd) Posterior(weak bool) float64 {
	a := k.Accuracy
	if !weak {
		a = 1 - a
	}
	so, not := float64(a*k.Chance), float64((1-a)*(1-k.Chance))
	if so+not == 0 {
		return k.Chance
	}
	return so / (so + not)
}

// Says is what the mediator says after a signal if it is believed: that the second
// side is weak, or that it is strong.
func (k *Kydd) Says(weak bool) bool {
	w := k.Posterior(weak)
	demanding := float64(w*k.Bias*(1-k.Weak)) + float64((1-w)*(float64(k.Bias*k.Share)-1))
	generous := k.Bias * (1 - k.Strong)
	return demanding >= generous
}

// Honest reports whether the mediator, believed, says what its signal says. Only then
// is it right to believe it.
func (k *Kydd) Honest() bool { return k.Says(true) && !k.Says(false) }
