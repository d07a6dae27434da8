package mediator

import "shuttle/agents/spec"

// Facilitation carries offers every round and takes part of the authors' names
// off them. It drafts nothing of its own: its lever is contact and information
// (the communicator of Touval and Zartman 1985).
type Facilitation struct {
	Named float64 // share of offers that still bear their author's name [share]
}

// Fields implements spec.Spec.
func (s *Facilitation) Fields() []spec.Field {
	return []spec.Field{
		{Name: "named", Doc: "share of relayed offers that still bear their author's name", Unit: "share", Number: &s.Named, Min: 0, Max: 1, Source: "own choice: half the time the reader can tell"},
	}
}

// New makes the player of one run.
func (s Facilitation) New(b *Brief) Strategy {
	return &facilitation{relaying{brief: b, named: s.Named}}
}

type facilitation struct{ relaying }

// Next implements Strategy.
func (s *facilitation) Next(n *Notebook) Move { return s.next(n) }
