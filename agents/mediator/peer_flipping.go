package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// PeerRandomFlipping is the mediator of GENIUS that flips one issue of the last
// accepted bid, defined anew from its documentation: texts drawn at random are shown,
// one a round, until every side would sign one; from then on every proposal is the last
// accepted text with one clause at another level, both drawn, and is accepted when all
// sides vote for it. Nobody signs before the last round is over, and then the last
// accepted text. Every side votes on every proposal, whatever the others said.
type PeerRandomFlipping struct {
	Proposals float64 // changes put to the vote in a round [count]
}

// Fields implements spec.Spec.
func (s *PeerRandomFlipping) Fields() []spec.Field { return flippingFields(&s.Proposals) }

// New makes the player of one run.
func (s PeerRandomFlipping) New(b *Brief) Strategy {
	return newFlipping(b, int(s.Proposals), nil)
}

// PeerFixedOrderFlipping is PeerRandomFlipping with the same draws in every run: those
// of java.util.Random from seed 0, by which GENIUS tests its protocols.
type PeerFixedOrderFlipping struct {
	Proposals float64 // changes put to the vote in a round [count]
}

// Fields implements spec.Spec.
func (s *PeerFixedOrderFlipping) Fields() []spec.Field { return flippingFields(&s.Proposals) }

// New makes the player of one run.
func (s PeerFixedOrderFlipping) New(b *Brief) Strategy {
	return newFlipping(b, int(s.Proposals), newJava(0))
}

func flippingFields(proposals *float64) []spec.Field {
	return []spec.Field{
		{Name: "proposals", Doc: "changes put to the vote in a round", Unit: "count", Number: proposals, Min: 1, Max: 1e5, Source: "own choice, as of the other peers; 1 in GENIUS"},
	}
}

// flipping goes from proposal to proposal and from side to side.
type flipping struct {
	brief  *Brief
	most   int
	fixed  dice // nil: the mediator's own stream
	moving bool // some clause has more than one level

	round    int
	made     int
	text     agenda.Deal // last accepted
	accepted bool        // there is one
	asked    int         // sides that were put the present proposal
	putting  bool        // a proposal is going round
	yes      int
	telling  int // sides still to be told of an adoption
	done     bool
}

func newFlipping(b *Brief, most int, fixed dice) *flipping {
	s := &flipping{brief: b, most: most, fixed: fixed}
	for k := range b.Agenda.Issues {
		s.moving = s.moving || len(b.Agenda.Issues[k].Levels) > 1
	}
	return s
}

// Next implements Strategy.
func (s *flipping) Next(n *Notebook, move *Move) {
	if n.Round != s.round {
		s.round, s.made, s.done = n.Round, 0, false
	}
	if s.putting {
		s.read(n, move)
		if s.asked < n.Sides() {
			move.To = n.Signatory(s.asked)
			s.asked++
			return
		}
		s.count(n, move)
	}
	switch {
	case s.telling > 0:
		s.telling--
		move.To = n.Signatory(s.telling)
	case s.made < s.most && s.moving && s.accepted || s.made == 0 && !s.accepted:
		s.put(n, move)
	default:
		s.finish(move)
	}
}

// read takes the answer of the side asked last.
func (s *flipping) read(n *Notebook, move *Move) {
	r, _ := n.Last(move.To, move.Message.Kind)
	if move.Message.Kind == message.Table && r.Verdict == message.Sign || move.Message.Kind == message.Choose && r.Choice >= 0 {
		s.yes++
	}
}

// count decides on a proposal that all were asked about. A text that was shown whole
// lies on the tables already; a change of one clause is told to everybody.
func (s *flipping) count(n *Notebook, move *Move) {
	s.putting = false
	if s.yes < n.Sides() {
		return
	}
	if !s.accepted {
		s.text, s.accepted = move.Message.Text, true
		return
	}
	move.Message.Amended(0, &s.text)
	move.Message.Kind, move.Message.Free = message.Adopt, false
	s.telling = n.Sides()
}

// put draws the next proposal and puts it to the first side.
func (s *flipping) put(n *Notebook, move *Move) {
	draw := dice(n.Rand)
	if s.fixed != nil {
		draw = s.fixed
	}
	if s.accepted {
		*move = Move{Act: Visit, Message: message.Message{Kind: message.Choose, Author: agenda.Mediator, Free: true, N: 1}}
		move.Message.Options[0] = agenda.Amend(s.flip(draw))
	} else {
		*move = Move{Act: Visit, Message: message.Message{Kind: message.Table, Author: agenda.Mediator}}
		lot(s.brief.Agenda, draw, &move.Message.Text)
	}
	s.made++
	s.putting, s.asked, s.yes = true, 1, 0
	move.To = n.Signatory(0)
}

// flip draws a change of one clause: a clause and a level of it, both again where the
// text reads so already.
func (s *flipping) flip(draw dice) agenda.Change {
	for {
		k := draw.IntN(len(s.brief.Agenda.Issues))
		if l := draw.IntN(len(s.brief.Agenda.Issues[k].Levels)); l != int(s.text[k]) {
			return agenda.Change{Issue: uint8(k), Level: uint8(l)}
		}
	}
}

// finish ends the round; the last one by putting the accepted text up for signature.
func (s *flipping) finish(move *Move) {
	if s.accepted && !s.done && s.round >= s.brief.Rounds {
		s.done = true
		*move = Move{Act: Gather, Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: s.text}}
		return
	}
	*move = Move{}
}
