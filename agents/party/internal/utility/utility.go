package utility

import (
	"math"

	"shuttle/agents/agenda"
	"shuttle/agents/clock"
)

// Utility is one party's worth of every deal, as tables: a look-up a clause and
// a little arithmetic for the guarantee. It is rebuilt in place for each run.
type Utility struct {
	n       int   // issues
	first   []int // by issue: where its levels start in the tables
	flow    []float64
	extra   []extra // by level; read only for special issues
	special []uint8 // issues whose levels touch the guarantee, the loss or the hazard
	isExtra [agenda.MaxIssues]bool
	pairs   pairs
	span    []float64 // by issue: weight after normalising

	pillar  []uint8
	pillars int
	omega   [agenda.MaxPillars]float64
	ces     bool
	rho     float64

	num       Numbers // scalars only
	threat    float64
	reference float64 // ln hazard of the reference text
	clock     bool    // the commitment mechanism is on
	rates     clock.Rates
}

// extra is what a level of a special issue carries beside its score.
type extra struct {
	secure          float64 // score that is protection, without the clock
	guard           float64 // worth per unit of effective guarantee
	loss            float64 // years of full-scale worth added to what a collapse costs
	strength, legal float64
	verification    float64
}

// New lays out the tables for an agenda. Set fills them.
func New(a *agenda.Agenda) *Utility {
	u := &Utility{n: len(a.Issues), pillars: len(a.Pillars)}
	for k := range a.Issues {
		u.first = append(u.first, len(u.extra))
		u.pillar = append(u.pillar, uint8(a.Issues[k].Pillar))
		for l := range a.Issues[k].Levels {
			f := &a.Issues[k].Levels[l].Features
			u.extra = append(u.extra, extra{
				strength: f.Strength, legal: f.Legal, verification: f.Verification,
			})
		}
	}
	u.flow = make([]float64, len(u.extra))
	u.span = make([]float64, u.n)
	return u
}

// Weight is the weight of issue k after normalising.
func (u *Utility) Weight(k int) float64 { return u.span[k] }

// Score is the flow that a level of issue k adds by itself.
func (u *Utility) Score(k int, level uint8) float64 { return u.flow[u.first[k]+int(level)] }

// guarantee is what the special clauses of a deal come to.
type guarantee struct {
	secure, guard, loss, strength, legal, verification float64
}

// guarantee adds up what the special clauses of a deal promise.
func (u *Utility) guarantee(d *agenda.Deal) guarantee {
	g := u.sum(d)
	g.hold()
	return g
}

// sum adds up without holding shares to 1.
func (u *Utility) sum(d *agenda.Deal) guarantee {
	g := guarantee{legal: 1}
	for _, k := range u.special {
		x := &u.extra[u.first[k]+int(d[k])]
		g.secure += x.secure
		g.guard += x.guard
		g.loss += x.loss
		g.strength += x.strength
		g.legal *= x.legal
		g.verification += x.verification
	}
	return g
}

// hold holds the shares of a sum to 1.
func (g *guarantee) hold() {
	if g.strength > 1 {
		g.strength = 1
	}
	if g.verification > 1 {
		g.verification = 1
	}
}

// Worth is Z(d): what the deal is worth in the room, per year, on the [0,1]
// scale of the party's own weights.
func (u *Utility) Worth(d *agenda.Deal) float64 {
	score := 0.0
	if u.ces {
		score = u.pillared(d)
	} else {
		for k, at := range u.first {
			score += u.flow[at+int(d[k])]
		}
	}
	return u.finish(d, score)
}

// finish adds to the score of a text what its clauses do together.
func (u *Utility) finish(d *agenda.Deal, score float64) float64 {
	score += u.pairs.worth(d)
	if len(u.special) == 0 && !u.clock {
		return score
	}
	g := u.guarantee(d)
	return u.total(score, &g, u.rate(&g))
}

// rate is the equivalent rate at which the party expects the peace of a deal to
// collapse; 0 without the clock [per year].
func (u *Utility) rate(g *guarantee) float64 {
	if !u.clock {
		return 0
	}
	e := g.strength * u.num.Credibility * g.legal
	return u.rates.At(u.num.LogTheta + u.logHazard(g.verification, e) - u.reference)
}

// total is what a score and a guarantee come to.
func (u *Utility) total(score float64, g *guarantee, rate float64) float64 {
	q := u.num.Credibility * g.legal
	e := g.strength * q
	z := score + float64(g.guard*e) - float64(u.threat*e*e) - float64(u.num.Hold*g.strength)
	if u.clock {
		return z - float64(rate*(u.num.Loss+g.loss+float64(u.num.Fight*u.num.Own*g.legal)))
	}
	if !u.ces {
		z += float64(g.secure * u.paper(q))
	}
	return z
}

// paper is how much of a promise's score its credibility is worth.
func (u *Utility) paper(q float64) float64 {
	if u.num.SteelAt <= 0 {
		return 1
	}
	return min(1, q/u.num.SteelAt)
}

// pillared is the CES aggregate over pillars.
func (u *Utility) pillared(d *agenda.Deal) float64 {
	var sums [agenda.MaxPillars]float64
	for k, at := range u.first {
		sums[u.pillar[k]] += u.flow[at+int(d[k])]
	}
	if !u.clock {
		paper := u.paper(u.num.Credibility * u.guarantee(d).legal)
		for _, k := range u.special {
			sums[u.pillar[k]] += float64(u.extra[u.first[k]+int(d[k])].secure * paper)
		}
	}
	total, weighed := 0.0, false
	for p := range u.pillars {
		w := u.omega[p]
		if w == 0 {
			continue
		}
		weighed = true
		s := max(sums[p]/w, 0)
		switch {
		case s == 0 && u.rho <= 0:
			return 0
		case u.rho == 0:
			total += float64(w * math.Log(s))
		default:
			total += float64(w * math.Pow(s, u.rho))
		}
	}
	switch {
	case !weighed:
		return 0 // a party that weighs nothing
	case u.rho == 0:
		return math.Exp(total)
	}
	return math.Pow(total, 1/u.rho)
}

// Effective is e(d), the effective guarantee [share].
func (u *Utility) Effective(d *agenda.Deal) float64 {
	g := u.guarantee(d)
	return g.strength * u.num.Credibility * g.legal
}

// Additive reports whether worth is the sum of the clauses and a constant.
func (u *Utility) Additive() bool { return !u.ces && len(u.special) == 0 && u.Pairs() == 0 }
