package utility

import "shuttle/agents/agenda"

// Separable reports whether worth, once the promise of a text is settled, is a sum
// over its clauses and linked pairs. Under CES it is not.
func (u *Utility) Separable() bool { return !u.ces }

// Split lays out the worth of all deals that promise what d does (the same
// strength, legal form and verification):
//
//	Z(d') = rest + Σ_k parts[k][d'_k] + Σ pairs(d')
//
// up to rounding. Parts are by issue and level, one issue after the other, and must
// hold every level of the agenda. The utility must be separable.
func (u *Utility) Split(d *agenda.Deal, parts []float64) (rest float64) {
	copy(parts, u.flow)
	if len(u.special) == 0 && !u.clock {
		return 0
	}
	g := u.guarantee(d)
	q := u.num.Credibility * g.legal
	e := g.strength * q
	paper, rate := 0.0, 0.0
	if u.clock {
		rate = u.rates.At(u.num.LogTheta + u.logHazard(g.verification, e) - u.reference)
	} else {
		paper = u.paper(q)
	}
	for _, k := range u.special {
		for i := u.first[k]; i < u.end(int(k)); i++ {
			x := &u.extra[i]
			parts[i] += float64(x.guard*e) + float64(x.secure*paper) - float64(rate*x.loss)
		}
	}
	return -float64(u.threat*e*e) - float64(u.num.Hold*g.strength) - float64(rate*(u.num.Loss+float64(u.num.Fight*u.num.Own*g.legal)))
}

// end is where the levels of issue k end in the tables.
func (u *Utility) end(k int) int {
	if k+1 < u.n {
		return u.first[k+1]
	}
	return len(u.flow)
}
