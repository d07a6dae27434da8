package mediator

import "shuttle/agents/spec"

// Facilitation carries offers every round, takes part of the authors' names off
// them, and tells each side what the other would move first. It drafts nothing of
// its own: its levers are contact, authorship and information (the communicator of
// Touval and Zartman 1985).
type Facilitation struct {
	Tells    bool    // pass priorities on
	Accuracy float64 // share of priorities passed on as they were said [share]
	Named    float64 // share of offers that still bear their author's name [share]
}

// Fields implements spec.Spec.
func (s *Facilitation) Fields() []spec.Field {
	return []spec.Field{
		{Name: "tells", Doc: "pass on what the other side would move first", Flag: &s.Tells, Source: "definition: information is the communicator's lever"},
		{Name: "accuracy", Doc: "share of priorities passed on as they were said; in place of the others the reader is told of a clause drawn by lot", Unit: "share", Number: &s.Accuracy, Min: 0, Max: 1, Source: "own choice: summaries lose one priority in five"},
		named(&s.Named),
	}
}

// named is the parameter of who takes names off offers.
func named(share *float64) spec.Field {
	return spec.Field{Name: "named", Doc: "share of relayed offers that still bear their author's name", Unit: "share", Number: share, Min: 0, Max: 1, Source: "own choice: half the time the reader can tell"}
}

// New makes the player of one run.
func (s Facilitation) New(b *Brief) Strategy {
	return &facilitation{s.relaying(b)}
}

// relaying is its way with offers, for strategies that build on it.
func (s Facilitation) relaying(b *Brief) relaying {
	return relaying{consenting: consenting{brief: b}, named: s.Named, tells: s.Tells, exact: s.Accuracy}
}

type facilitation struct{ relaying }

// Next implements Strategy.
func (s *facilitation) Next(n *Notebook, move *Move) { s.next(n, move) }
