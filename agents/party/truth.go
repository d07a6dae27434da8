package party

import "shuttle/agents/agenda"

// The truth about a party, for those who measure a run afterwards and for oracles.
// No mediator can call these: it is never handed a Party and cannot import the
// package.

// Index is the party's place in the case.
func (p *Party) Index() int { return p.index }

// Role is what the party has to say on a deal.
func (p *Party) Role() Role { return p.role }

// Worth is what a deal is worth to the party, whoever wrote it [worth].
func (p *Party) Worth(d *agenda.Deal) float64 { return p.utility.Worth(d) }

// Tilt is by how much a text favours the other signatories over the party, as it sees
// them: their mean believed gain less its own [worth].
func (p *Party) Tilt(d *agenda.Deal) float64 {
	if len(p.public) == 0 {
		return 0
	}
	theirs := 0.0
	for _, e := range p.public {
		theirs += e.utility.Worth(d) - e.floor
	}
	return theirs/float64(len(p.public)) - (p.utility.Worth(d) - p.floor)
}

// Gain is how much one change of d is worth; worth is Worth(d).
func (p *Party) Gain(d *agenda.Deal, c agenda.Change, worth float64) float64 {
	return p.utility.Gain(d, c, worth)
}

// Floor is the fallback the party compares with today [worth].
func (p *Party) Floor() float64 { return p.floor }

// Demand is what its tactic asked of the last text it judged [worth]; 0 before.
func (p *Party) Demand() float64 { return p.self.demand }

// Starting is the fallback it compared with when talks began [worth].
func (p *Party) Starting() float64 { return p.start }

// Effective is the effective guarantee of a deal as the party reads it [share].
func (p *Party) Effective(d *agenda.Deal) float64 { return p.utility.Effective(d) }

// Weight is the normalised weight of an issue [share].
func (p *Party) Weight(issue int) float64 { return p.utility.Weight(issue) }

// Score is what a level of an issue adds to the worth by itself [worth].
func (p *Party) Score(issue int, level uint8) float64 { return p.utility.Score(issue, level) }

// Reading is what a deal is worth to the party when it reads an author's name on it
// [worth].
func (p *Party) Reading(d *agenda.Deal, author agenda.Author) float64 { return p.perceived(d, author) }

// Lines are the party's red lines of this run. They are not to be changed.
func (p *Party) Lines() []Line { return p.traits.Lines }

// Crosses reports whether a text crosses one of Lines, by its place.
func (p *Party) Crosses(line int, d *agenda.Deal) bool {
	_, crossed := crossing(p.traits.Lines[line:line+1], p.utility, d)
	return crossed
}

// Separable reports whether worth, once the strength, legal form and verification
// of a text are settled, is a sum over its clauses and linked pairs.
func (p *Party) Separable() bool { return p.utility.Separable() }

// Split lays out the worth of all deals that promise what d does as
// rest + Σ parts + linked pairs; parts are by issue and level, one issue after the
// other [worth]. The worth must be separable.
func (p *Party) Split(d *agenda.Deal, parts []float64) (rest float64) {
	return p.utility.Split(d, parts)
}

// Pairs is the number of linked pairs of issues.
func (p *Party) Pairs() int { return p.utility.Pairs() }

// Pair names the issues of a linked pair.
func (p *Party) Pair(i int) (a, b int) { return p.utility.Pair(i) }

// Linked is what a linked pair adds to the worth of d [worth].
func (p *Party) Linked(i int, d *agenda.Deal) float64 { return p.utility.Linked(i, d) }
