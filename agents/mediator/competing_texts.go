package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// CompetingTexts begins with a text of each side's own. Each is shown to the others
// under its author's name and redrafted by their first wish, until they would sign;
// the text that takes the fewest redrafts is the one minded least. As its author left
// it, it becomes the single text that all work on from then on. Own formulation.
//
// Its lever is whose text is on the table: talks that start from a draft far from
// one side spend their rounds on coming back from it.
type CompetingTexts struct {
	SingleText
	Redrafts float64 // of one side's text tried on another side [count]
}

// Fields implements spec.Spec.
func (s *CompetingTexts) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "redrafts", Doc: "most redrafts tried to see how far one side's text is from another side", Unit: "count", Number: &s.Redrafts, Min: 0, Max: 100, Source: "own choice; without any nobody is asked for a text, and the initial one is the single text"})
}

// New makes the player of one run.
func (s CompetingTexts) New(b *Brief) Strategy {
	t := &competing{single: s.start(b), most: int(s.Redrafts),
		drafts: make([]agenda.Deal, len(b.Seats)), made: make([]bool, len(b.Seats)), minded: make([]int, len(b.Seats))}
	if t.most == 0 {
		t.phase = joined
	}
	return t
}

// competing asks for the texts, compares them, and hands the best to the single text.
type competing struct {
	single *singleText
	most   int
	drafts []agenda.Deal // by seat
	made   []bool        // by seat: it has a text
	minded []int         // by seat: redrafts its text took with the others

	phase  contest
	asked  int         // sides asked for a text
	i, j   int         // whose text is shown to whom
	trial  agenda.Deal // the text as redrafted so far
	trials int
}

type contest uint8

const (
	calling   contest = iota // each side for its text
	comparing                // each text with the other sides
	joined                   // one text from here on
)

// Next implements Strategy.
func (s *competing) Next(n *Notebook, move *Move) {
	for s.phase != joined {
		next, ok := s.call(n)
		if s.phase == comparing {
			next, ok = s.compare(n)
		}
		if ok {
			*move = next
			return
		}
	}
	s.single.Next(n, move)
}

// call asks the next side for a text of its own.
func (s *competing) call(n *Notebook) (Move, bool) {
	if s.phase != calling {
		return Move{}, false
	}
	if s.asked > 0 {
		seat := n.Turn(s.asked - 1)
		if r, _ := n.Last(seat, message.Relay); r.Offered {
			s.drafts[seat], s.made[seat] = r.Offer, true
		}
	}
	if s.asked == n.Sides() {
		s.phase, s.i, s.j, s.trials = comparing, 0, -1, 0
		return Move{}, false
	}
	s.asked++
	return Move{Act: Visit, To: n.Turn(s.asked - 1), Message: message.Message{Kind: message.Relay, Empty: true}}, true
}

// compare shows the text in hand to the side in hand, redrafted by what it said the
// last time, and goes on to the next once that side would sign or the redrafts are
// used up.
func (s *competing) compare(n *Notebook) (Move, bool) {
	if s.j >= 0 {
		author, reader := n.Turn(s.i), n.Turn(s.j)
		r, _ := n.Last(reader, message.Table)
		if r.Verdict != message.Sign && s.trials < s.most && r.N > 0 {
			s.trial[r.Wishes[0].Issue] = r.Wishes[0].Level
			s.trials++
			s.minded[author]++
			return s.try(author, reader), true
		}
		if r.Verdict != message.Sign {
			s.minded[author]++ // and still not enough
		}
	}
	if !s.turn(n) {
		s.join(n)
		return Move{}, false
	}
	author := n.Turn(s.i)
	s.trial, s.trials = s.drafts[author], 0
	return s.try(author, n.Turn(s.j)), true
}

func (s *competing) try(author, reader int) Move {
	m := tabled(&s.trial)
	if s.trials == 0 {
		m.Author = agenda.Author(author)
	}
	return Move{Act: Visit, To: reader, Message: m}
}

// turn takes the next pair of a text and a reader who did not write it.
func (s *competing) turn(n *Notebook) bool {
	for s.j++; s.i < n.Sides(); s.i, s.j = s.i+1, 0 {
		for ; s.made[n.Turn(s.i)] && s.j < n.Sides(); s.j++ {
			if s.j != s.i {
				return true
			}
		}
	}
	return false
}

// join makes the text minded least the single text, the first in the order of this
// round's visits of equals. With no text made the initial one stays.
func (s *competing) join(n *Notebook) {
	s.phase = joined
	best := -1
	for i := range n.Sides() {
		if seat := n.Turn(i); s.made[seat] && (best < 0 || s.minded[seat] < s.minded[best]) {
			best = seat
		}
	}
	if best >= 0 {
		s.single.text = s.drafts[best]
		s.single.settle()
	}
}
