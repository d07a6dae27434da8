package utility

import (
	"shuttle/agents/agenda"
	"shuttle/agents/clock"
)

// Set fills the tables with a run's numbers. Party is the place of the owner,
// which its features (ceded, disarmed) are read by. Without tables the
// commitment mechanism is off. Set allocates only while the terms grow.
func (u *Utility) Set(a *agenda.Agenda, party int, n *Numbers, tables *clock.Tables) {
	u.num, u.rho, u.ces = *n, n.Rho, n.Rho != 1
	u.clock = tables != nil
	if u.clock {
		tables.At(n.Discount, &u.rates)
	}
	u.weigh(n)
	for k := range a.Issues {
		u.fill(a, party, k, n)
	}
	u.interact(a, n)
	u.findSpecial()
	u.reference = u.logHazard(n.Reference.Verification, n.Reference.Guarantee)
}

// logHazard is the logarithm of a deal's hazard as a party sees it: ambiguity is
// not in it, for each side trusts its own reading of a vague clause.
func (u *Utility) logHazard(verification, e float64) float64 {
	return -float64(u.num.Eta*e) - float64(u.num.Verification*verification)
}

// weigh normalises the weights. With the clock on, the share of an issue that is
// protection is priced by the clock and leaves the scale.
func (u *Utility) weigh(n *Numbers) {
	total := 0.0
	for k := range u.span {
		w := n.Weights[k]
		if u.clock && n.Security != nil {
			w *= 1 - n.Security[k]
		}
		u.span[k] = w
		total += w
	}
	u.omega = [agenda.MaxPillars]float64{}
	for k := range u.span {
		if total > 0 && !n.AsGiven {
			u.span[k] /= total
		}
		u.omega[u.pillar[k]] += u.span[k]
	}
}

func (u *Utility) fill(a *agenda.Agenda, party, k int, n *Numbers) {
	secure := 0.0
	if n.Security != nil && !u.clock {
		secure = n.Security[k]
	}
	for l := range a.Issues[k].Levels {
		i := u.first[k] + l
		f, x := &a.Issues[k].Levels[l].Features, &u.extra[i]
		worth := u.span[k] * n.Scores[k][l]
		u.flow[i] = worth * (1 - secure)
		x.secure = worth * secure
		x.guard, x.loss = 0, 0
		if f.Ceded != nil {
			x.loss += float64(n.Loss * n.LossCeded * f.Ceded[party])
		}
		if f.Disarmed != nil {
			x.loss += float64(n.Loss * n.LossDisarm * f.Disarmed[party])
		}
	}
}

func (u *Utility) interact(a *agenda.Agenda, n *Numbers) {
	u.threat = 0
	u.pairs.clear()
	for t := range n.Terms {
		term := &n.Terms[t]
		switch term.Kind {
		case Threat:
			u.threat += term.K
		case Guarded:
			for l := range a.Issues[term.A].Levels {
				u.extra[u.first[term.A]+l].guard += float64(term.K * u.span[term.A] * (1 - n.Scores[term.A][l]))
			}
		case Bonus:
			for l := range a.Issues[term.A].Levels {
				if term.Has(l) {
					u.flow[u.first[term.A]+l] += float64(term.K * u.span[term.A])
				}
			}
		case Linked:
			u.link(a, n, term)
		}
	}
	for i := range n.Pairs {
		p := &n.Pairs[i]
		copy(u.pairs.add(a, p.A, p.B), p.Values)
	}
	u.pairs.index(u.n)
}

func (u *Utility) link(a *agenda.Agenda, n *Numbers, term *Term) {
	values, width := u.pairs.add(a, term.A, term.B), len(n.Scores[term.B])
	for i, x := range n.Scores[term.A] {
		for j, y := range n.Scores[term.B] {
			values[i*width+j] = term.K * x * y
		}
	}
}

// findSpecial lists the issues whose levels carry anything beside a score.
func (u *Utility) findSpecial() {
	u.special = u.special[:0]
	for k := range u.n {
		end := len(u.extra)
		if k+1 < u.n {
			end = u.first[k+1]
		}
		u.isExtra[k] = false
		for i := u.first[k]; i < end; i++ {
			x := &u.extra[i]
			if x.secure != 0 || x.guard != 0 || x.loss != 0 || x.strength != 0 || x.legal != 1 || x.verification != 0 {
				u.isExtra[k] = true
			}
		}
		if u.isExtra[k] {
			u.special = append(u.special, uint8(k))
		}
	}
}
