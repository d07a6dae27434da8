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

// considered is a deal that the party could sensibly offer, with what it is worth to
// the party and what the others are believed to find it worth.
type considered struct {
	deal        agenda.Deal
	own, theirs float64
}

// consider lists the deals that the party could sensibly offer: every deal of a small
// agenda inside its lines; else, for demands evenly spaced from the best it believes it
// can get down to its fallback, the deal worth that much which the others are believed
// to like best. The list holds until the next call.
func (s *Self) consider() []considered {
	p := s.party
	l := &p.ladder
	small := p.agenda.Count(0, len(p.agenda.Issues)) <= mostConsidered
	if small && l.listed && l.version == p.version {
		return l.list
	}
	l.list, l.listed = l.list[:0], false
	if !small {
		s.seek()
		for i := range demands + 1 {
			l.deal = s.anchor.deal
			s.handBack(&l.deal, s.Aspiration(1-float64(i)/demands))
			s.add(&l.deal)
		}
		return l.list
	}
	for d, more := (agenda.Deal{}), true; more; more = p.agenda.Next(&d) {
		if _, crossed := s.Crossed(&d); !crossed {
			s.add(&d)
		}
	}
	l.listed = p.traits.Passing == nil && l.build(p) // what makes the ladder stale makes the list stale
	return l.list
}

func (s *Self) add(d *agenda.Deal) {
	own := s.Worth(d, agenda.Author(s.party.index))
	s.party.ladder.list = append(s.party.ladder.list, considered{*d, own, s.Believed(d)})
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
