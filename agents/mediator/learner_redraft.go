package mediator

import "shuttle/agents/agenda"

// climb finds texts that promise all sides much together, as believed.
type climb struct {
	changes []agenda.Change
	first   []int       // by issue: place of its first level among the changes
	gain    [][]float64 // by side and change: of the text in hand [worth]
	shut    []float64   // by change: what it does to the promise by lines
	steep   []float64   // by change: what it would do if promises rose as they begin to
	worth   []float64   // by side: of the text in hand [worth]
	promise float64     // logarithm of what the text in hand promises all sides together
}

func newClimb(a *agenda.Agenda, sides int) climb {
	var c climb
	for k := range a.Issues {
		c.first = append(c.first, len(c.changes))
		for l := range a.Issues[k].Levels {
			c.changes = append(c.changes, agenda.Change{Issue: uint8(k), Level: uint8(l)})
		}
	}
	n := len(c.changes)
	for range sides {
		c.gain = append(c.gain, make([]float64, n))
	}
	c.shut, c.steep, c.worth = make([]float64, n), make([]float64, n), make([]float64, sides)
	return c
}

// mostSteps bounds a climb: far above the clauses that one redraft moves.
const mostSteps = 256

// barrier is what a line takes off the logarithm of a promise: more than any demand.
const barrier = 1e3

// redraft climbs from the text on the table, by single changes and exchanges of two,
// to the one that promises all sides most together. A text that was refused needs no
// ban: the refusal is in the beliefs.
func (s *learner) redraft() {
	for range mostSteps {
		s.survey()
		o := s.better()
		if o.N == 0 {
			return
		}
		o.Apply(&s.text)
	}
}

// survey works out what the text in hand, and every change of it, is worth to each
// side as believed.
func (s *learner) survey() {
	s.promise = 0
	clear(s.steep)
	for i, e := range s.known {
		s.worth[i] = e.value(&s.text)
		s.promise += e.hopes(s.worth[i], s.Gains)
		slope := e.slope(s.worth[i], s.Gains)
		for j, c := range s.changes {
			s.gain[i][j] = e.gain(&s.text, c)
			s.steep[j] += float64(slope * s.gain[i][j])
		}
	}
	for j, c := range s.changes {
		s.shut[j] = 0
		if s.crossed(c.Issue, s.text[c.Issue]) {
			s.shut[j] += barrier
		}
		if s.crossed(c.Issue, c.Level) {
			s.shut[j] -= barrier
		}
		s.shut[j] += float64(s.Lasting * (s.lasts(c.Issue, c.Level) - s.lasts(c.Issue, s.text[c.Issue])))
		s.steep[j] += s.shut[j]
	}
}

// lasts is what a level does, by what is written in it, for how long a text holds:
// strong, binding and watched clauses for it, vague ones against. Own choice.
func (s *learner) lasts(issue, level uint8) float64 {
	f := &s.brief.Agenda.Issues[issue].Levels[level].Features
	return f.Strength + f.Legal + f.Verification - f.Ambiguity
}

// better is the best single change or, where none is better than the text, the best
// exchange of two. Promises rise less and less, so that what would not do if they rose
// as they begin to need not be looked at.
func (s *learner) better() (best agenda.Amendment) {
	top := s.promise + dust
	for i, a := range s.changes {
		if s.promise+s.steep[i] <= top {
			continue
		}
		if v := s.after(i, i); v > top {
			best, top = agenda.Amend(a), v
		}
	}
	if best.N > 0 {
		return best
	}
	for i, a := range s.changes {
		for j, b := range s.changes[:i] {
			if s.promise+s.steep[i]+s.steep[j] <= top || a.Issue == b.Issue {
				continue
			}
			if v := s.after(i, j); v > top {
				best, top = agenda.Amend(a, b), v
			}
		}
	}
	return best
}

// after is the logarithm of what the text promises all sides with two changes, which may
// be one; what lines do to it is counted as in promise.
func (s *learner) after(i, j int) float64 {
	v := 0.0
	for side, e := range s.known {
		w := s.worth[side] + s.gain[side][i]
		if j != i {
			w += s.gain[side][j]
		}
		v += e.hopes(w, s.Gains)
	}
	v += s.shut[i]
	if j != i {
		v += s.shut[j]
	}
	return v
}
