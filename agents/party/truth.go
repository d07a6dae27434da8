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

// Gain is how much one change of d is worth; worth is Worth(d).
func (p *Party) Gain(d *agenda.Deal, c agenda.Change, worth float64) float64 {
	return p.utility.Gain(d, c, worth)
}

// Floor is the fallback the party compares with today [worth].
func (p *Party) Floor() float64 { return p.floor }

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
