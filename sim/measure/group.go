package measure

import (
	"slices"

	"shuttle/agents/party"
)

// group sorts the issues into the core and clauses.
func (s *space) group() {
	issues := s.table.Agenda.Issues
	of := make([]int, len(issues)) // by issue: the first issue of its clause; -1 is the core
	for k := range issues {
		of[k] = k
		if !s.split || s.promises(k) {
			of[k] = -1
		}
	}
	merge := func(a, b int) {
		from, to := max(of[a], of[b]), min(of[a], of[b])
		for k := range of {
			if to >= 0 && of[k] == from {
				of[k] = to
			}
		}
	}
	for seat := range s.seats {
		p := s.party(seat)
		for i := range p.Pairs() {
			a, b := p.Pair(i)
			merge(a, b)
		}
		for _, l := range p.Lines() {
			first := -1
			for _, k := range about(&l) {
				if of[k] >= 0 && first < 0 {
					first = k
				}
				if first >= 0 {
					merge(first, k)
				}
			}
		}
	}
	s.gather(of)
	s.attach(of)
}

// promises reports whether levels of an issue differ in what a text promises.
func (s *space) promises(k int) bool {
	for _, l := range s.table.Agenda.Issues[k].Levels {
		if f := &l.Features; f.Strength != 0 || f.Legal != 1 || f.Verification != 0 {
			return true
		}
	}
	return false
}

// about is the issues a red line asks about: its own and those of its conditions.
// What a guarantee comes to is settled with the core.
func about(l *party.Line) []int {
	issues := []int{l.Issue}
	if !l.Hard {
		for i := range l.Unless {
			if l.Unless[i].On {
				issues = append(issues, l.Unless[i].Issue)
			}
		}
	}
	return issues
}

// gather makes the core and the clauses, those with the most joint levels first.
func (s *space) gather(of []int) {
	for k, first := range of {
		switch first {
		case -1:
			s.core = append(s.core, k)
		case k:
			s.clauses = append(s.clauses, clause{size: 1})
			c := &s.clauses[len(s.clauses)-1]
			for j := k; j < len(of); j++ {
				if of[j] == k {
					c.issues = append(c.issues, j)
					c.size = min(c.size*len(s.table.Agenda.Issues[j].Levels), mostJoint+1)
				}
			}
		}
	}
	slices.SortStableFunc(s.clauses, func(a, b clause) int { return b.size - a.size })
	if !s.handy() {
		return
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		for range s.seats {
			c.worth = append(c.worth, make([]float64, c.size))
		}
		c.needs, c.crossed = make([]mask, c.size), make([]mask, c.size)
	}
}

// Limits up to which a space is taken apart, and up to which its cores are searched.
const (
	mostJoint = 1 << 14 // joint levels of a clause
	mostCores = 1 << 21 // combinations of the core
)

// handy reports whether the space could be taken apart.
func (s *space) handy() bool {
	return len(s.seats) <= mostSeats && (len(s.clauses) == 0 || s.clauses[0].size <= mostJoint)
}

// cores is the number of combinations of the core.
func (s *space) cores() float64 {
	n := 1.0
	for _, k := range s.core {
		n *= float64(len(s.table.Agenda.Issues[k].Levels))
	}
	return n
}

// attach hands pairs, lines and consent rules to what they are about.
func (s *space) attach(of []int) {
	at := func(issues ...int) *tie {
		for c := range s.clauses {
			for _, k := range issues {
				if of[k] == s.clauses[c].issues[0] {
					return &s.clauses[c].tie
				}
			}
		}
		return &s.own
	}
	for seat := range s.seats {
		p := s.party(seat)
		for i := range p.Pairs() {
			t := at(p.Pair(i))
			t.pairs = append(t.pairs, seated{seat, i})
		}
		for i, l := range p.Lines() {
			t := at(about(&l)...)
			t.lines = append(t.lines, seated{seat, i})
		}
	}
	for i := range s.table.Consent {
		if c := &s.table.Consent[i]; slices.Index(s.seats, c.Party) >= s.signs {
			t := at(c.Issue)
			t.rules = append(t.rules, i)
		}
	}
}

// party is who sits at a seat.
func (s *space) party(seat int) *party.Party { return s.table.Parties[s.seats[seat]] }
