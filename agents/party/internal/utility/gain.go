package utility

import "shuttle/agents/agenda"

// Gain is how much Z changes when one clause of d is set to another level. For a
// clause that only scores it is one look-up and one for each pair it is in. To try many changes of one deal, take
// its Point once.
func (u *Utility) Gain(d *agenda.Deal, c agenda.Change, worth float64) float64 {
	if !u.ces && !u.isExtra[c.Issue] {
		return u.scored(d, c)
	}
	t := *d // the caller's deal may be shared
	t[c.Issue] = c.Level
	return u.Worth(&t) - worth
}

// scored is what a change adds to the score: by itself and with the clauses it is
// linked to.
func (u *Utility) scored(d *agenda.Deal, c agenda.Change) float64 {
	at := u.first[c.Issue]
	return u.flow[at+int(c.Level)] - u.flow[at+int(d[c.Issue])] + u.pairs.gain(d, c)
}

// Point is a deal with its worth taken apart, from which the worth of its
// neighbours follows by difference.
type Point struct {
	Worth float64 // Z of the deal
	score float64 // what its clauses score, alone and linked
	raw   guarantee
	rate  float64
}

// At takes the worth of a deal apart.
func (u *Utility) At(d *agenda.Deal) Point {
	p := Point{Worth: u.Worth(d)}
	if u.ces || len(u.special) == 0 {
		return p
	}
	for k, at := range u.first {
		p.score += u.flow[at+int(d[k])]
	}
	p.score += u.pairs.worth(d)
	p.raw = u.sum(d)
	g := p.raw
	g.hold()
	p.rate = u.rate(&g)
	return p
}

// GainAt is Gain from a point of d: of the clauses that touch the guarantee only
// the one that changes is looked up again, and the hazard only where it moves.
func (u *Utility) GainAt(p *Point, d *agenda.Deal, c agenda.Change) float64 {
	if u.ces || !u.isExtra[c.Issue] {
		return u.Gain(d, c, p.Worth)
	}
	if d[c.Issue] == c.Level {
		return 0
	}
	at := u.first[c.Issue]
	was, now := &u.extra[at+int(d[c.Issue])], &u.extra[at+int(c.Level)]
	g := p.raw
	g.secure += now.secure - was.secure
	g.guard += now.guard - was.guard
	g.loss += now.loss - was.loss
	g.strength += now.strength - was.strength
	g.verification += now.verification - was.verification
	if now.legal != was.legal {
		g.legal = u.legal(d, c)
	}
	g.hold()
	rate := p.rate
	if now.strength != was.strength || now.legal != was.legal || now.verification != was.verification {
		rate = u.rate(&g)
	}
	return u.total(p.score+u.scored(d, c), &g, rate) - p.Worth
}

// legal is the factor of the legal form with one clause changed.
func (u *Utility) legal(d *agenda.Deal, c agenda.Change) float64 {
	legal := 1.0
	for _, k := range u.special {
		l := d[k]
		if k == c.Issue {
			l = c.Level
		}
		legal *= u.extra[u.first[k]+int(l)].legal
	}
	return legal
}
