package party_test

import (
	"fmt"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party"
)

// generous is a tactic of one's own: it would sign anything.
type generous struct{}

// Answer implements party.Tactic.
func (generous) Answer(_ *party.Self, _ *message.Message, r *message.Reply) { r.Verdict = message.Sign }

// A tactic may say what it likes; below its own acceptance rule a party signs nothing.
func ExampleTactic() {
	a := &agenda.Agenda{
		Issues: []agenda.Issue{
			{Name: "crossing", Levels: agenda.YesNo()},
			{Name: "zone", Levels: agenda.Tiers("none", "5 km", "20 km")},
		},
		Pillars: []string{agenda.Territory}, Documents: []string{"ceasefire"},
	}
	p := party.New(a, 0, party.Belligerent)
	p.Set(&party.Traits{
		Numbers: party.Numbers{
			Weights: []float64{.4, .6}, Scores: [][]float64{{0, 1}, {0, .5, 1}}, Rho: 1, Discount: .1,
		},
		Fallback: party.Fallback{Base: .5},
		Lines:    []party.Line{{Issue: 1, Levels: party.Levels{1 << 2}, Hard: true}},
	}, nil)
	p.Begin(generous{}, nil, nil, nil, false, party.Outside{})
	for _, d := range []agenda.Deal{{0, 1}, {1, 1}, {1, 2}} {
		var r message.Reply
		p.Answer(&message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: d}, &r)
		_, crossed := p.Crossed(&d)
		fmt.Printf("%v: worth %.1f, line crossed %v: %v\n", a.Labels(&d), p.Worth(&d), crossed, r.Verdict)
	}
	// Output:
	// [no 5 km]: worth 0.3, line crossed false: near
	// [yes 5 km]: worth 0.7, line crossed false: sign
	// [yes 20 km]: worth 1.0, line crossed true: near
}
