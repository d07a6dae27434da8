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
	t := &peerClimbing{ballot: ballot{brief: b, text: b.Initial, most: int(s.Proposals)}}
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
func (s *peerClimbing) Next(n *Notebook, move *Move) {
	if s.adopted {
		s.left, s.adopted = len(s.changes), false
	}
	s.next(n, s, move)
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
// other until one says no. It writes each proposal once, into the move that goes
// from room to room.
type ballot struct {
	brief   *Brief
	text    agenda.Deal
	whole   bool // proposals are whole texts
	round   int
	most    int // proposals in a round
	made    int
	voter   int  // sides asked about the standing proposal
	shown   int  // sides that have seen the first text
	telling int  // sides still to be told of an adoption
	adopted bool // since last looked
	over    bool
}

type proposer interface {
	// propose writes the next proposal into m, as an option or as a whole text;
	// false when there is none left.
	propose(r *rand.Rand, m *message.Message) bool
}

func (s *ballot) next(n *Notebook, p proposer, move *Move) {
	if n.Round != s.round { // the sides' demands have moved: ask on, and for signatures again
		s.round, s.over, s.made = n.Round, false, 0
	}
	switch {
	case s.over:
		*move = Move{}
		return
	case s.shown < n.Sides():
		s.shown++
		*move = Move{Act: Visit, To: n.Signatory(s.shown - 1), Message: tabled(&s.text)}
		return
	case s.telling > 0:
		s.tell(n, move)
		return
	case s.voter > 0:
		if r, _ := n.Last(move.To, message.Choose); r.Choice < 0 {
			s.voter = 0
		} else if s.voter == n.Sides() {
			s.voter, s.adopted, s.telling = 0, true, n.Sides()
			move.Message.Amended(0, &s.text)
			move.Message.Kind = message.Adopt
			s.tell(n, move)
			return
		}
	}
	if s.voter == 0 && !s.put(n, p, move) {
		return
	}
	move.To = n.Signatory(s.voter)
	s.voter++
}

// put writes the next proposal; with none left everybody is asked to sign.
func (s *ballot) put(n *Notebook, p proposer, move *Move) bool {
	if move.Message.Kind != message.Choose {
		*move = Move{Act: Visit, Message: message.Message{Kind: message.Choose, Author: agenda.Mediator, Free: true, Whole: s.whole, N: 1}}
	}
	if s.made == s.most || !p.propose(n.Rand, &move.Message) {
		s.over = true
		*move = Move{Act: Gather, Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: s.text}}
		return false
	}
	s.made++
	return true
}

// tell says to each side how the text now reads.
func (s *ballot) tell(n *Notebook, move *Move) {
	s.telling--
	move.To = n.Signatory(s.telling)
}
