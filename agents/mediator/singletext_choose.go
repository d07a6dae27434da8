package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// wish is the change of one side's list that the others mind least.
type wish struct {
	change agenda.Change
	strong bool // somebody minds it a good deal
	any    bool
}

// pick is the change of a list that one side minds least.
type pick struct {
	change agenda.Change
	by     int  // seat
	minds  bool // it minds even this a good deal
	strong bool // somebody does
	asked  int  // picks whose sides were heard on it
}

// askChoice puts the wishes of the i-th side to each other side in turn, and then what
// one of them picked to those that picked something else: what one side hardly minds
// may be what another cannot do without.
func (s *singleText) askChoice(n *Notebook) (Move, bool) {
	s.count(n)
	for ; s.i < n.Sides(); s.i, s.j, s.picks = s.i+1, 0, s.picks[:0] {
		from := n.Turn(s.i)
		for s.j < n.Sides() {
			to := n.Turn(s.j)
			s.j++
			if to != from && s.options(n, from) {
				s.to, s.check = to, -1
				return Move{Act: Visit, To: to, Message: s.put}, true
			}
		}
		for k := range s.picks {
			if s.hears(k) {
				return Move{Act: Visit, To: s.to, Message: s.put}, true
			}
		}
		for _, p := range s.picks {
			if w := &s.wished[from]; !w.any || w.strong && !p.strong {
				*w = wish{change: p.change, strong: p.strong, any: true}
			}
		}
	}
	s.stage = redraft
	return Move{}, false
}

// hears puts a pick to the next side that picked another change; false when all were
// heard, or one minds it a good deal.
func (s *singleText) hears(k int) bool {
	p := &s.picks[k]
	for p.asked < len(s.picks) && !p.strong {
		other := &s.picks[p.asked]
		p.asked++
		if other.change == p.change {
			p.strong = other.minds
			continue
		}
		s.put = message.Message{Kind: message.Choose, N: 1}
		s.put.Options[0] = agenda.Amend(p.change)
		s.to, s.check = other.by, k
		return true
	}
	return false
}

// count reads the answer to the choice last put.
func (s *singleText) count(n *Notebook) {
	if s.put.N == 0 {
		return
	}
	switch r, fresh := n.Last(s.to, message.Choose); {
	case !fresh || r.Choice < 0:
	case s.check >= 0:
		s.picks[s.check].strong = r.Strong
	default:
		s.picks = append(s.picks, pick{change: s.put.Options[r.Choice].Changes[0], by: s.to, minds: r.Strong, strong: r.Strong})
	}
	s.put.N = 0
}

// foremost is how many wishes are put to the others when talks stand still.
const foremost = 2

// width is how many wishes of a side are put to the others. From a long list the others
// pick what costs them least, which is seldom what stands between the sides: where they
// come no nearer, every second round only what matters most is on it.
func (s *singleText) width() int {
	if s.still.rounds >= int(s.Patience) && s.still.rounds%2 == 1 {
		return min(int(s.Options), foremost)
	}
	return int(s.Options)
}

// options lists one side's wishes that lead somewhere new.
func (s *singleText) options(n *Notebook, from int) bool {
	s.put = message.Message{Kind: message.Choose}
	r, fresh := n.Last(from, message.Table)
	if !fresh {
		return false
	}
	d := s.text
	for _, c := range r.Wishes[:min(int(r.N), s.width())] {
		if r.Crossed && c.Issue != r.Line {
			continue // first the line, then the rest
		}
		was := d[c.Issue]
		d[c.Issue] = c.Level
		if s.seen.times(&d) < int(s.Repeats) {
			s.put.Options[s.put.N] = agenda.Amend(c)
			s.put.N++
		}
		d[c.Issue] = was
	}
	return s.put.N > 0
}
