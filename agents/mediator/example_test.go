package mediator_test

import (
	"fmt"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Midpoint puts the middle rung of every ladder up for signature, again and again.
type Midpoint struct {
	Patience float64 // between two attempts [rounds], ≥ 1
}

func (s *Midpoint) Fields() []spec.Field {
	return []spec.Field{{Name: "patience", Doc: "rounds between two attempts", Unit: "rounds",
		Number: &s.Patience, Min: 1, Max: 100, Source: "own choice"}}
}

func (s Midpoint) New(b *mediator.Brief) mediator.Strategy {
	m := &midpoint{every: int(s.Patience)}
	for k := range b.Agenda.Issues {
		m.text[k] = uint8((len(b.Agenda.Issues[k].Levels) - 1) / 2)
	}
	return m
}

type midpoint struct {
	every, asked int
	text         agenda.Deal
}

func (s *midpoint) Next(n *mediator.Notebook, move *mediator.Move) {
	if n.Round%s.every != 0 || s.asked == n.Round {
		*move = mediator.Move{} // nothing more this round
		return
	}
	s.asked = n.Round
	*move = mediator.Move{Act: mediator.Gather, Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: s.text}}
}

func ExampleStrategy() {
	x, _ := agenda.Share(10)
	brief := &mediator.Brief{
		Agenda: &agenda.Agenda{Issues: []agenda.Issue{{Name: "x", Levels: x}}},
		Seats:  []mediator.Seat{{Name: "A", Signs: true}, {Name: "B", Signs: true}},
		Rounds: 6,
	}
	notebook := mediator.NewNotebook(brief)
	strategy := Midpoint{Patience: 3}.New(brief)
	for notebook.Round = 1; notebook.Round <= 6; notebook.Round++ {
		var move mediator.Move
		strategy.Next(notebook, &move)
		if move.Act == mediator.Gather {
			fmt.Println("round", notebook.Round, move.Message.Kind, "x =", brief.Agenda.Labels(&move.Message.Text)[0])
		}
	}
	// Output:
	// round 3 conclude x = 0.5
	// round 6 conclude x = 0.5
}
