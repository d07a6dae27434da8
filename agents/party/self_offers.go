package party

import "shuttle/agents/agenda"

// Believed is what the others are believed to find a deal worth, from what is public
// of them; of several the one that gets least [worth].
func (s *Self) Believed(d *agenda.Deal) float64 {
	least, any := 0.0, false
	for _, e := range s.party.public {
		if w := e.utility.Worth(d); !any || w < least {
			least, any = w, true
		}
	}
	return least
}

// Presumed is the fallback that the side which Believed speaks of is taken to have,
// from what is public; of several the highest [worth].
func (s *Self) Presumed() float64 {
	most, any := 0.0, false
	for _, e := range s.party.public {
		if !any || e.floor > most {
			most, any = e.floor, true
		}
	}
	return most
}

// mostConsidered bounds the agendas whose deals are looked at one by one; on larger
// ones so many demands are.
const (
	mostConsidered = 4096
	demands        = 16
)

// Consider shows the deals that the party could sensibly offer: every deal of a small
// agenda inside its lines; else, for demands evenly spaced from the best it believes
// it can get down to its fallback, the deal worth that much which the others are
// believed to like best.
func (s *Self) Consider(look func(d *agenda.Deal)) {
	a := s.party.agenda
	if a.Count(0, len(a.Issues)) <= mostConsidered {
		for d, more := (agenda.Deal{}), true; more; more = a.Next(&d) {
			if _, crossed := s.Crossed(&d); !crossed {
				look(&d)
			}
		}
		return
	}
	s.seek()
	for i := range demands + 1 {
		d := s.anchor.deal
		s.handBack(&d, s.Aspiration(1-float64(i)/demands))
		look(&d)
	}
}

// Under is the deal worth most among those worth at most a ceiling, ties to the first
// in document order; ok is false where Nearest has none either.
func (s *Self) Under(ceiling float64) (d agenda.Deal, ok bool) {
	p := s.party
	l := &p.ladder
	if l.version != p.version && !l.build(p) {
		return d, false
	}
	best, bi, bj := 0.0, -1, -1
	j := len(l.right) - 1
	for i := range l.left {
		for j >= 0 && l.left[i].worth+l.right[j].worth > ceiling {
			j--
		}
		if j < 0 {
			break
		}
		if w := l.left[i].worth + l.right[j].worth; bi < 0 || w > best || w == best && l.before(i, j, bi, bj) {
			best, bi, bj = w, i, j
		}
	}
	if bi < 0 {
		return d, false
	}
	p.agenda.Decode(&d, 0, l.split, l.left[bi].code)
	p.agenda.Decode(&d, l.split, len(p.agenda.Issues), l.right[bj].code)
	return d, true
}
