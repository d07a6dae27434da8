package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// PeerFeedback is the feedback mediator of GENIUS, defined anew from its
// documentation. Every text differs from the one before in one clause, and every side
// says whether it is better, the same or worse; the mediator keeps, for each side and
// issue, a partial order of levels. While much time is left it explores: a level that
// was never shown, else one that some side cannot be said to like more or less than
// the present one, else one that no side is known to like less. Later, with a chance
// that grows to one, it goes to the level with the largest product of estimated worths
// (of each side: the share of levels seen that it is known to like no better). Texts
// follow each other whatever the sides say of them; the last one of which nobody said
// that it was worse is put up for signature when the last round is over.
//
// Two parts are own choices: the estimate, and that the third way of exploring is
// tried at all, which in the program it is taken from never happens.
type PeerFeedback struct {
	Proposals float64 // texts shown in a round [count]
}

// Fields implements spec.Spec.
func (s *PeerFeedback) Fields() []spec.Field {
	return []spec.Field{
		{Name: "proposals", Doc: "texts shown in a round, each of them a draft", Unit: "count", Number: &s.Proposals, Min: 1, Max: 1e5, Source: "own choice: as many drafts a round as are kept of two sides; 1 in GENIUS"},
	}
}

// New makes the player of one run.
func (s PeerFeedback) New(b *Brief) Strategy {
	f := &feedback{brief: b, most: int(s.Proposals), turns: make([]int, len(b.Agenda.Issues))}
	signs := len(b.Signatories())
	f.better = make([]bool, signs)
	for range signs {
		var likes []order
		for k := range b.Agenda.Issues {
			likes = append(likes, newOrder(len(b.Agenda.Issues[k].Levels)))
		}
		f.likes = append(f.likes, likes)
	}
	return f
}

// feedback goes from text to text: it asks every side whether the next is better,
// tells all that it stands, and asks those who said no whether they want the last one
// back.
type feedback struct {
	brief *Brief
	most  int
	likes [][]order // by side and issue
	turns []int     // of issues, as they are looked at

	round  int
	made   int
	phase  feedbackPhase
	side   int // next to be visited
	text   agenda.Deal
	last   agenda.Deal // nobody said that it was worse
	from   agenda.Change
	to     agenda.Change
	better []bool // by side: the present text than the one before
	worse  bool   // somebody said so
}

type feedbackPhase uint8

const (
	beginning feedbackPhase = iota // the first text to everybody
	seeking                        // for the next text
	judging                        // is it better?
	changing                       // the text now reads so
	returning                      // was the last one better?
	closed                         // the last text was put up for signature
)

// Next implements Strategy.
func (s *feedback) Next(n *Notebook, move *Move) {
	if n.Round != s.round {
		s.round, s.made = n.Round, 0
	}
	for !s.advance(n, move) {
	}
}

// advance does one thing; true when that is a move.
func (s *feedback) advance(n *Notebook, move *Move) bool {
	switch s.phase {
	case beginning:
		return s.start(n, move)
	case seeking:
		return s.next(n, move)
	case judging:
		if s.side > 0 {
			r, _ := n.Last(move.To, message.Choose)
			s.better[s.side-1] = r.Choice >= 0
		}
		if s.side == n.Sides() {
			s.turn(move, changing, message.Adopt)
			return false
		}
	case changing:
		if s.side == n.Sides() {
			s.turn(move, returning, message.Choose)
			move.Message.Free, move.Message.Options[0] = true, agenda.Amend(s.from)
			s.worse = false
			return false
		}
	case returning:
		return s.back(n, move)
	case closed:
		*move = Move{}
		return true
	}
	move.To = n.Signatory(s.side)
	s.side++
	return true
}

// turn goes on to the next thing that all sides are told or asked.
func (s *feedback) turn(move *Move, phase feedbackPhase, verb message.Kind) {
	s.phase, s.side = phase, 0
	move.Act, move.Message.Kind, move.Message.Free = Visit, verb, false
}

// start shows a drawn text to everybody.
func (s *feedback) start(n *Notebook, move *Move) bool {
	if s.side == 0 {
		lot(s.brief.Agenda, n.Rand, &s.text)
		s.last = s.text
		s.see()
		s.made++
	}
	if s.side == n.Sides() {
		s.phase = seeking
		return false
	}
	*move = Move{Act: Visit, To: n.Signatory(s.side), Message: tabled(&s.text)}
	s.side++
	return true
}

// see notes that the levels of the text were shown.
func (s *feedback) see() {
	for side := range s.likes {
		for k := range s.likes[side] {
			s.likes[side][k].seen.add(int(s.text[k]))
		}
	}
}

// next draws the next change and asks about it; with no proposals left, or none worth
// making, the round is over, and the last one ends with signatures.
func (s *feedback) next(n *Notebook, move *Move) bool {
	if c, ok := s.seek(n); ok {
		s.made++
		s.from, s.to = agenda.Change{Issue: c.Issue, Level: s.text[c.Issue]}, c
		*move = Move{Message: message.Message{Author: agenda.Mediator, N: 1}}
		move.Message.Options[0] = agenda.Amend(c)
		s.turn(move, judging, message.Choose)
		move.Message.Free = true
		return false
	}
	*move = Move{}
	if s.round >= s.brief.Rounds {
		s.phase = closed
		*move = Move{Act: Gather, Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: s.last}}
	}
	return true
}

// back asks the sides that did not find the text better whether they want the one
// before back, and learns from what all said.
func (s *feedback) back(n *Notebook, move *Move) bool {
	if s.side > 0 && !s.better[s.side-1] {
		r, _ := n.Last(n.Signatory(s.side-1), message.Choose)
		s.learn(s.side-1, r.Choice >= 0)
	}
	for s.side < n.Sides() {
		s.side++
		if !s.better[s.side-1] {
			move.To = n.Signatory(s.side - 1)
			return true
		}
		s.likes[s.side-1][s.to.Issue].learn(int(s.to.Level), int(s.from.Level))
	}
	s.text[s.to.Issue] = s.to.Level
	s.see()
	if !s.worse {
		s.last = s.text
	}
	s.phase = seeking
	return false
}

// learn notes what a side thinks of a change that does not better the text for it.
func (s *feedback) learn(side int, worse bool) {
	likes := &s.likes[side][s.to.Issue]
	likes.learn(int(s.from.Level), int(s.to.Level))
	if worse {
		s.worse = true
	} else {
		likes.learn(int(s.to.Level), int(s.from.Level))
	}
}
