package mediator

import "shuttle/agents/agenda"

// seek finds the next change of the text; false when there is none to be made, or no
// more in this round.
func (s *feedback) seek(n *Notebook) (agenda.Change, bool) {
	if s.made == s.most {
		return agenda.Change{}, false
	}
	total := s.most * max(1, s.brief.Rounds)
	left := 1 - float64(s.most*(s.round-1)+s.made)/float64(total)
	if left > .5 || n.Rand.Float64() < left {
		for _, by := range [...]func(*feedback, int) int{(*feedback).unseen, (*feedback).incomparable, (*feedback).harmless} {
			if c, ok := s.among(n, by); ok {
				return c, true
			}
		}
	}
	return s.among(n, (*feedback).foremost)
}

// among looks at the issues in a drawn order for a level to go to; by names one, or the
// present level when there is none.
func (s *feedback) among(n *Notebook, by func(*feedback, int) int) (agenda.Change, bool) {
	for i := range s.turns {
		s.turns[i] = i
	}
	for left := len(s.turns); left > 0; left-- {
		i := n.Rand.IntN(left)
		k := s.turns[i]
		s.turns[i] = s.turns[left-1]
		if l := by(s, k); l != int(s.text[k]) {
			return agenda.Change{Issue: uint8(k), Level: uint8(l)}, true
		}
	}
	return agenda.Change{}, false
}

// unseen is the first level that was never shown.
func (s *feedback) unseen(k int) int {
	for l := range s.brief.Agenda.Issues[k].Levels {
		if !s.likes[0][k].seen.has(l) {
			return l
		}
	}
	return int(s.text[k])
}

// incomparable is the first level that some side cannot be said to like more or less
// than the present one.
func (s *feedback) incomparable(k int) int {
	at := int(s.text[k])
	for l := range s.brief.Agenda.Issues[k].Levels {
		for side := range s.likes {
			if !s.likes[side][k].compared(l, at) {
				return l
			}
		}
	}
	return at
}

// harmless is the first other level that no side is known to like less.
func (s *feedback) harmless(k int) int {
	at := int(s.text[k])
	for l := range s.brief.Agenda.Issues[k].Levels {
		if l != at && !s.worsens(k, l) {
			return l
		}
	}
	return at
}

func (s *feedback) worsens(k, l int) bool {
	for side := range s.likes {
		if s.likes[side][k].worse(l, int(s.text[k])) {
			return true
		}
	}
	return false
}

// foremost is the level with the largest product of estimated worths; the present one
// when none has more.
func (s *feedback) foremost(k int) int {
	best := int(s.text[k])
	top := s.product(k, best)
	for l := range s.brief.Agenda.Issues[k].Levels {
		if s.likes[0][k].seen.has(l) {
			if x := s.product(k, l); x > top+1e-12 {
				best, top = l, x
			}
		}
	}
	return best
}

func (s *feedback) product(k, l int) float64 {
	x := 1.0
	for side := range s.likes {
		x *= s.likes[side][k].standing(l)
	}
	return x
}
