package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// nearest is the text that the sides came nearest to signing. Sides ask for less as
// time goes on: what was refused in spring may be signed in summer.
type nearest struct {
	text  agenda.Deal
	sum   int   // how near they came
	order []int // seats, those that refused it first; empty where there is no such text
	asked int   // seats that have seen it again this round
}

// keep notes the text just shown where all were at least near it, and nearer to none.
func (s *singleText) keep(n *Notebook) {
	sum := s.nearer(n)
	if s.others(n, -1) < message.Near || sum < s.kept.sum {
		return
	}
	s.kept.text, s.kept.sum, s.kept.order = s.text, sum, s.kept.order[:0]
	for verdict := message.Near; verdict <= message.Sign; verdict++ {
		for i := range n.Sides() {
			if seat := n.Signatory(i); s.verdict(n, seat) == verdict {
				s.kept.order = append(s.kept.order, seat)
			}
		}
	}
}

// recall shows the text kept again, while nobody refuses it: where all would sign it
// now, it is the text.
func (s *singleText) recall(n *Notebook) (Move, bool) {
	k := &s.kept
	s.stage = show
	if len(k.order) == 0 || k.text == s.text {
		return Move{}, false
	}
	if k.asked > 0 && s.verdict(n, k.order[k.asked-1]) != message.Sign {
		return Move{}, false
	}
	if k.asked == len(k.order) { // from here on it is the text, come what may
		s.text, s.stage, k.order, k.sum = k.text, consent, k.order[:0], 0
		return Move{}, false
	}
	s.stage = recall
	k.asked++
	return Move{Act: Visit, To: k.order[k.asked-1], Message: tabled(&k.text)}, true
}
