package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Annealing is single-text mediation by chance and votes, after the annealing
// mediator of Klein, Faratin, Sayama and Bar-Yam 2003: one clause of the text is
// changed at random, every side says whether that is better, or worse by little or
// by a good deal. What everybody finds better is adopted. A weak no is overridden
// with a chance that falls to nothing as the talks go on, so that the text can leave
// a reading from which no single change is better for all; a strong no never is, nor
// the no of a side further from signing than one that gains. Between sides as far
// an account keeps the overrides even. A text across a line is taken off it first,
// as the side says. Schedule and account are own choices. The paper's runs have
// thousands of proposals and no fallbacks: with Early off nobody is asked to sign
// before the last round is over, and with Heat at 0 it is the paper's plain mediator,
// who adopts what all accept.
type Annealing struct {
	Proposals float64 // put to the vote in a round [count]
	Heat      float64 // chance that a weak no is overridden in the first round [share]
	Parity    float64 // overrides by which one side may be ahead of another as far from signing [count]
	Early     bool    // a text that all would sign is put up for signature at once
}

// Fields implements spec.Spec.
func (s *Annealing) Fields() []spec.Field {
	return []spec.Field{
		{Name: "proposals", Doc: "random changes of one clause put to the vote in a round", Unit: "count", Number: &s.Proposals, Min: 0, Max: 1e5, Source: "own choice: as many as one mediator can carry; without any the text stands"},
		{Name: "heat", Doc: "temperature: chance that a weak no is overridden in the first round; it falls evenly to zero at the horizon", Unit: "share", Number: &s.Heat, Min: 0, Max: 1, Source: "own choice"},
		{Name: "parity", Doc: "overrides by which one side may be ahead of another that is as far from signing", Unit: "count", Number: &s.Parity, Min: 1, Max: 1e5, Source: "own choice"},
		{Name: "early", Doc: "whether a text that all would sign is put up for signature at once; if not, changes are voted on to the end and the text they lead to is put up then", Flag: &s.Early, Source: "own choice; off in Klein, Faratin, Sayama and Bar-Yam 2003"},
	}
}

// New makes the player of one run.
func (s Annealing) New(b *Brief) Strategy {
	return &annealing{Annealing: s, drafting: newDrafting(b),
		weak: make([]bool, len(b.Seats)), over: make([]int, len(b.Seats))}
}

// annealing goes from proposal to proposal.
type annealing struct {
	Annealing
	drafting

	round int
	phase annealPhase
	made  int    // proposals put this round
	voter int    // sides that have voted on this one
	weak  []bool // by seat: a weak no
	over  []int  // by seat: how often it was overridden
	yes   int    // votes for the proposal
	told  int    // sides told of an adoption
}

type annealPhase uint8

const (
	reading    annealPhase = iota // the text to each side apart
	concluding                    // consent and signatures
	drawing                       // the next proposal
	voting                        // is it better?
	counting                      // yes or no
	weighing                      // how much worse?
	telling                       // the text now reads so
	finished
)

// Next implements Strategy.
func (s *annealing) Next(n *Notebook, move *Move) {
	if n.Round != s.round {
		s.round, s.phase, s.made = n.Round, reading, 0
		s.again()
	}
	for !s.advance(n, move) {
	}
}

// advance does one thing; true when that is a move.
func (s *annealing) advance(n *Notebook, move *Move) bool {
	switch s.phase {
	case reading:
		next, ok := s.show(n)
		if ok {
			*move = next
			return true
		}
		s.phase = drawing
		switch {
		case s.Early && s.allSign(n):
			s.phase = concluding
		case s.Proposals >= 1 && s.clear(n, move):
			s.phase, s.told = telling, 0
		}
	case concluding:
		next, more := s.askConsent(n)
		if !more {
			s.phase = finished
		}
		*move = next
		return true
	case drawing:
		s.draw(n, move)
	case voting:
		return s.vote(n, move)
	case counting:
		return s.count(n, move)
	case weighing:
		s.weigh(n, move.To)
	case telling:
		if s.told == n.Sides() {
			s.phase = drawing
			return false
		}
		move.To = n.Signatory(s.told)
		s.told++
		return true
	case finished:
		*move = Move{}
		return true
	}
	return false
}

// clear takes the text off the lines that sides say it crosses: a side votes against
// whatever leaves it there. It writes into move what the text is amended by.
func (s *annealing) clear(n *Notebook, move *Move) bool {
	*move = Move{Act: Visit, Message: message.Message{Kind: message.Adopt, Author: agenda.Mediator, N: 1}}
	o := &move.Message.Options[0]
	for i := range n.Sides() {
		r, _ := n.Last(n.Turn(i), message.Table)
		if r.Crossed && r.N > 0 && r.Wishes[0].Issue == r.Line && int(o.N) < agenda.MaxChanges {
			o.Changes[o.N] = r.Wishes[0]
			o.N++
		}
	}
	o.Apply(&s.text)
	return o.N > 0
}

// draw makes the next proposal: another level for a clause, every clause and every
// level alike.
func (s *annealing) draw(n *Notebook, move *Move) {
	k := n.Rand.IntN(len(s.brief.Agenda.Issues))
	ladder := len(s.brief.Agenda.Issues[k].Levels)
	if s.made == int(s.Proposals) {
		s.phase = finished
		if !s.Early && s.round >= s.brief.Rounds {
			s.phase = concluding
		}
		return
	}
	s.made++
	if ladder < 2 {
		return
	}
	level := n.Rand.IntN(ladder - 1)
	if level >= int(s.text[k]) {
		level++
	}
	*move = Move{Act: Visit, Message: message.Message{Kind: message.Choose, Author: agenda.Mediator, N: 1}}
	move.Message.Options[0] = agenda.Amend(agenda.Change{Issue: uint8(k), Level: uint8(level)})
	s.phase, s.voter, s.yes = voting, 0, 0
	clear(s.weak)
}

// vote asks the next side whether the proposal is better; when all have voted it is
// adopted or not.
func (s *annealing) vote(n *Notebook, move *Move) bool {
	if s.voter < n.Sides() {
		move.To, move.Message.Free = n.Turn(s.voter), true
		s.phase = counting
		return true
	}
	s.phase = drawing
	if s.yes == n.Sides() || s.yes > 0 && s.overrides(n) {
		move.Message.Amended(0, &s.text)
		move.Message.Kind, move.Message.Free = message.Adopt, false
		s.phase, s.told = telling, 0
	}
	return false
}

// count reads a vote; who says no is asked how much worse the text would be.
func (s *annealing) count(n *Notebook, move *Move) bool {
	if r, _ := n.Last(move.To, message.Choose); r.Choice >= 0 {
		s.yes++
		s.voter++
		s.phase = voting
		return false
	}
	move.Message.Free = false
	s.phase = weighing
	return true
}

// weigh reads how strong a no is; a strong one ends the vote.
func (s *annealing) weigh(n *Notebook, seat int) {
	if r, _ := n.Last(seat, message.Choose); r.Strong {
		s.phase = drawing
		return
	}
	s.weak[seat] = true
	s.voter++
	s.phase = voting
}

// overrides decides by the temperature of the round whether the weak noes are
// overridden, and enters it in the account of those who said them.
func (s *annealing) overrides(n *Notebook) bool {
	for i := range n.Sides() {
		for j := range n.Sides() {
			if no, yes := n.Signatory(i), n.Signatory(j); s.weak[no] && !s.weak[yes] && s.owed(n, no, yes) {
				return false
			}
		}
	}
	left := 1 - float64(n.Round-1)/float64(max(s.brief.Rounds, 1))
	if n.Rand.Float64() >= s.Heat*left {
		return false
	}
	for i := range n.Sides() {
		if seat := n.Signatory(i); s.weak[seat] {
			s.over[seat]++
		}
	}
	return true
}

// owed reports whether a side must not be overridden for another: it is further from
// signing, or as far and ahead in the account.
func (s *annealing) owed(n *Notebook, no, yes int) bool {
	a, b := s.verdict(n, no), s.verdict(n, yes)
	return a < b || a == b && s.over[no]-s.over[yes] >= int(s.Parity)
}
