package measure

import (
	"slices"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

// space is the deals of a table, taken apart. Once the promise of a text is settled
// (the levels of the core issues), what a deal is worth is a sum over clauses: over
// issues that stand alone and over small groups of issues that are linked, or that a
// red line ties together. Searches fix a core and then add up.
//
// When some party's worth is no sum, every issue is core and there are no clauses.
type space struct {
	table  *talks.Table
	seats  []int // parties that have a say; those who sign come first
	signs  int   // how many of the seats sign
	must   mask  // the seats that sign
	floors []float64

	split   bool  // worth is a sum over clauses
	core    []int // issues
	clauses []clause
	own     tie // what lies within the core

	// With the core settled:
	deal    agenda.Deal // its levels; clauses are at level 0
	rest    []float64   // worth by seat, without clauses
	needs   mask        // seats whose consent the core needs
	crossed mask        // seats of whom the core crosses a line
	parts   [][]float64 // by seat, issue and level
	first   []int       // by issue: where its levels start in parts
}

// mask is a set of seats.
type mask uint64

// clause is one issue, or several that belong together, with its joint levels.
type clause struct {
	tie
	issues  []int
	size    int         // joint levels
	worth   [][]float64 // by seat and joint level
	needs   []mask      // by joint level: seats whose consent it needs
	crossed []mask      // by joint level: seats of whom it crosses a line
}

// tie is what ties issues together: linked pairs, red lines, consent rules.
type tie struct {
	pairs, lines []seated
	rules        []int // into Table.Consent
}

// seated is the place of a pair or line among those of a seat's party.
type seated struct{ seat, place int }

// mostSeats is how many parties can have a say.
const mostSeats = 64

// newSpace takes the deals of a table apart. Signs are the places of those who sign.
func newSpace(t *talks.Table, signs []int) *space {
	s := &space{table: t, signs: len(signs), must: 1<<len(signs) - 1}
	s.seats = slices.Clone(signs)
	for i := range t.Consent {
		if p := t.Consent[i].Party; !slices.Contains(s.seats, p) {
			s.seats = append(s.seats, p)
		}
	}
	levels := 0
	for k := range t.Agenda.Issues {
		s.first = append(s.first, levels)
		levels += len(t.Agenda.Issues[k].Levels)
	}
	for range s.seats {
		s.parts = append(s.parts, make([]float64, levels))
	}
	s.floors, s.rest = make([]float64, len(s.seats)), make([]float64, len(s.seats))
	s.split = s.separable()
	s.group()
	s.refresh()
	return s
}

// separable reports whether the worth of every party that has a say can be split.
func (s *space) separable() bool {
	for _, p := range s.seats {
		if !s.table.Parties[p].Separable() {
			return false
		}
	}
	return true
}

// refresh takes up the numbers the table has now, and reports whether the space is
// still taken apart rightly.
func (s *space) refresh() bool {
	for seat := range s.seats {
		s.floors[seat] = s.party(seat).Floor()
	}
	s.deal = agenda.Deal{}
	return s.split == s.separable()
}

// enter settles the core at the levels of s.deal and fills the clauses.
func (s *space) enter() {
	d := &s.deal
	for seat, i := range s.seats {
		if s.split {
			s.rest[seat] = s.table.Parties[i].Split(d, s.parts[seat])
			for _, k := range s.core {
				s.rest[seat] += s.parts[seat][s.first[k]+int(d[k])]
			}
		} else {
			s.rest[seat] = s.table.Parties[i].Worth(d)
		}
	}
	if s.split {
		for _, p := range s.own.pairs {
			s.rest[p.seat] += s.party(p.seat).Linked(p.place, d)
		}
	}
	s.needs, s.crossed = s.judge(&s.own)
	for c := range s.clauses {
		s.fill(&s.clauses[c])
	}
}

// fill works out the joint levels of a clause under the present core.
func (s *space) fill(c *clause) {
	for o := range c.size {
		s.set(c, o)
		for seat := range s.seats {
			sum := 0.0
			for _, k := range c.issues {
				sum += s.parts[seat][s.first[k]+int(s.deal[k])]
			}
			c.worth[seat][o] = sum
		}
		for _, p := range c.pairs {
			c.worth[p.seat][o] += s.party(p.seat).Linked(p.place, &s.deal)
		}
		c.needs[o], c.crossed[o] = s.judge(&c.tie)
	}
	s.set(c, 0)
}

// judge says whose consent the present deal needs and whose lines it crosses, as far
// as a tie knows.
func (s *space) judge(t *tie) (needs, crossed mask) {
	for _, r := range t.rules {
		c := &s.table.Consent[r]
		if c.Needs(&s.deal) {
			needs |= 1 << slices.Index(s.seats, c.Party)
		}
	}
	for _, l := range t.lines {
		if s.party(l.seat).Crosses(l.place, &s.deal) {
			crossed |= 1 << l.seat
		}
	}
	return needs, crossed
}

// set puts a clause of the deal at one of its joint levels.
func (s *space) set(c *clause, option int) { s.write(&s.deal, c, option) }

func (s *space) write(d *agenda.Deal, c *clause, option int) {
	for i := len(c.issues) - 1; i >= 0; i-- {
		k := c.issues[i]
		n := len(s.table.Agenda.Issues[k].Levels)
		d[k] = uint8(option % n)
		option /= n
	}
}

// next moves the core to its next combination and reports whether there was one.
func (s *space) next() bool {
	for i := len(s.core) - 1; i >= 0; i-- {
		k := s.core[i]
		if s.deal[k]++; int(s.deal[k]) < len(s.table.Agenda.Issues[k].Levels) {
			return true
		}
		s.deal[k] = 0
	}
	return false
}
