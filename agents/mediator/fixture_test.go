package mediator_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// Seats of the case of these tests.
const (
	west = iota
	guard
	east
)

// brief is a case of two sides and a guarantor, who must consent to x at its top.
func brief() *mediator.Brief {
	ladder := agenda.Tiers("0", "1", "2", "3")
	b := &mediator.Brief{
		Agenda: &agenda.Agenda{Issues: []agenda.Issue{{Name: "x", Levels: ladder}, {Name: "y", Levels: ladder}, {Name: "z", Levels: ladder}}, Pillars: []string{"p"}},
		Seats:  []mediator.Seat{{Name: "West", Signs: true}, {Name: "Guard"}, {Name: "East", Signs: true}},
		Rounds: 30,
	}
	rule := mediator.Consent{Issue: 0, Party: guard}
	rule.Levels[0] = 1 << 3
	b.Consent = []mediator.Consent{rule}
	return b
}

// shuttle drives a strategy: a test answers for the parties.
type shuttle struct {
	t        *testing.T
	strategy mediator.Strategy
	notebook *mediator.Notebook
	move     mediator.Move
	accepts  bool // in rounds played at a stretch sides pick what they are shown first
}

func newShuttle(t *testing.T, b *mediator.Brief, s mediator.Strategy) *shuttle {
	n := mediator.NewNotebook(b)
	n.Reset(rand.New(rand.NewPCG(1, 2)))
	return &shuttle{t: t, strategy: s, notebook: n}
}

func (s *shuttle) round(round int) {
	s.notebook.Round, s.notebook.First = round, 0
}

func (s *shuttle) next() *mediator.Move {
	s.strategy.Next(s.notebook, &s.move)
	return &s.move
}

// visits requires the next move to be a visit with a verb, and answers it.
func (s *shuttle) visits(to int, verb message.Kind, answer message.Reply) *message.Message {
	s.t.Helper()
	move := s.next()
	require.Equal(s.t, mediator.Visit, move.Act)
	require.Equal(s.t, to, move.To)
	require.Equal(s.t, verb.String(), move.Message.Kind.String())
	*s.notebook.Page(to, verb) = answer
	return &move.Message
}

func (s *shuttle) rests() {
	s.t.Helper()
	require.Equal(s.t, mediator.Rest, s.next().Act)
}

func (s *shuttle) gathers(text agenda.Deal) {
	s.t.Helper()
	move := s.next()
	require.Equal(s.t, mediator.Gather, move.Act)
	require.Equal(s.t, text, move.Message.Text)
}

func wants(v message.Verdict, changes ...agenda.Change) message.Reply {
	r := message.Reply{Verdict: v, N: uint8(len(changes))}
	copy(r.Wishes[:], changes)
	return r
}

func set(issue, level uint8) agenda.Change { return agenda.Change{Issue: issue, Level: level} }

func picks(i int8, strong bool) message.Reply { return message.Reply{Choice: i, Strong: strong} }

func offers(text agenda.Deal, changes ...agenda.Change) message.Reply {
	r := wants(message.Far, changes...)
	r.Offered, r.Offer = true, text
	return r
}

var signs = message.Reply{Verdict: message.Sign}

func deal(levels ...uint8) (d agenda.Deal) {
	copy(d[:], levels)
	return d
}
