package mediator

import (
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// PeerClimbing is hill-climbing mediation by a single text as another negotiation
// library defines it: a random one-clause change of the text, drawn without
// replacement, is adopted when every side finds it strictly better; the list of
// changes starts anew on adoption; it ends when none is left.
type PeerClimbing struct {
	Proposals float64 // most changes put to the vote in a round [count]
}

// Fields implements spec.Spec.
func (s *PeerClimbing) Fields() []spec.Field {
	return []spec.Field{
		{Name: "proposals", Doc: "most changes put to the vote before the text is put up for signature", Unit: "count", Number: &s.Proposals, Min: 1, Max: 1e6, Source: "definition: the length of the peers' published runs"},
	}
}

// New makes the player of one run.
func (s PeerClimbing) New(b *Brief) Strategy {
	t := &peerClimbing{ballot: newBallot(b, int(s.Proposals))}
	for k := range b.Agenda.Issues {
		for l := range b.Agenda.Issues[k].Levels {
			t.changes = append(t.changes, agenda.Change{Issue: uint8(k), Level: uint8(l)})
		}
	}
	t.left = len(t.changes)
	return t
}

type peerClimbing struct {
	ballot
	changes []agenda.Change // the first left of them have not been tried on this text
	left    int
}

// Next implements Strategy.
func (s *peerClimbing) Next(n *Notebook) Move {
	if s.adopted {
		s.left, s.adopted = len(s.changes), false
	}
	return s.next(n, s)
}

// propose draws an untried change of the text.
func (s *peerClimbing) propose(r *rand.Rand, m *message.Message) bool {
	for s.left > 0 {
		i := r.IntN(s.left)
		c := s.changes[i]
		s.left--
		s.changes[i], s.changes[s.left] = s.changes[s.left], c
		if s.text[c.Issue] != c.Level {
			m.Options[0].N, m.Options[0].Changes[0] = 1, c
			return true
		}
	}
	return false
}

// ballot runs votes on proposals against the text on the table, one side after the
// other until one says no.
type ballot struct {
	brief   *Brief
	text    agenda.Deal
	round   int
	most    int // proposals in a round
	made    int
	voter   int // sides asked about the standing proposal
	put     Move
	shown   int // sides that have seen the first text
	telling int // sides still to be told of an adoption
	adopted bool
	over    bool
}

func newBallot(b *Brief, most int) ballot {
	t := ballot{brief: b, text: b.Initial, most: most}
	t.put.Act = Visit
	t.put.Message = message.Message{Kind: message.Choose, Free: true, N: 1}
	return t
}

type proposer interface {
	// propose writes the next proposal into m, as an option or as a whole text;
	// false when there is none left.
	propose(r *rand.Rand, m *message.Message) bool
}

func (s *ballot) next(n *Notebook, p proposer) Move {
	if n.Round != s.round { // the sides' demands have moved: ask on, and for signatures again
		s.round, s.over, s.made = n.Round, false, 0
	}
	switch {
	case s.over:
		return Move{}
	case s.shown < n.Sides():
		s.shown++
		return Move{Act: Visit, To: n.Signatory(s.shown - 1), Message: tabled(&s.text)}
	case s.telling > 0:
		return s.tell(n)
	case s.voter > 0:
		if r, _ := n.Last(s.put.To, message.Choose); r.Choice < 0 {
			s.voter = 0
		} else if s.voter == n.Sides() {
			s.voter, s.adopted = 0, true
			s.put.Message.Amended(0, &s.text)
			s.telling = n.Sides()
			return s.tell(n)
		}
	}
	if s.voter == 0 {
		if s.made == s.most || !p.propose(n.Rand, &s.put.Message) {
			s.over = true
			return Move{Act: Gather, Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: s.text}}
		}
		s.made++
	}
	s.put.To = n.Signatory(s.voter)
	s.voter++
	return s.put
}

// tell says to each side how the text now reads.
func (s *ballot) tell(n *Notebook) Move {
	s.telling--
	m := s.put
	m.To, m.Message.Kind = n.Signatory(s.telling), message.Adopt
	return m
}
