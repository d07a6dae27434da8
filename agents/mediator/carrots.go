package mediator

import (
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Carrots is manipulation by payments (Touval and Zartman 1985): a single text, and
// for the side that refuses while all others are near or would sign, a payment that
// grows by small steps until the gap is closed or the budget is spent. The smaller the
// step, the nearer to the least that closes the gap. What is offered stays on offer.
type Carrots struct {
	SingleText
	From float64 // first round in which something is offered [round]
	Step float64 // by which an offer grows in a round [share of the payment there is]
}

// Fields implements spec.Spec.
func (s *Carrots) Fields() []spec.Field {
	return append(s.SingleText.Fields(),
		spec.Field{Name: "from", Doc: "first round in which something is offered", Unit: "round", Number: &s.From, Min: 1, Max: 1000, Source: "own choice: the text has its chance first"},
		spec.Field{Name: "step", Doc: "by which an offer grows in a round, of the payment there is", Unit: "share", Number: &s.Step, Min: .01, Max: 1, Source: "own choice: a quarter"},
	)
}

// New makes the player of one run.
func (s Carrots) New(b *Brief) Strategy {
	return withLever(s.start(b), s.lever(b))
}

func (s Carrots) lever(b *Brief) *carrots {
	return &carrots{Carrots: s, brief: b, offered: make([]float64, len(b.Seats))}
}

type carrots struct {
	Carrots
	brief   *Brief
	offered []float64 // by seat
}

func (s *carrots) pull(n *Notebook, d *drafting) (Move, bool) {
	if !s.brief.Means.Pay.There() || n.Round < int(s.From) {
		return Move{}, false
	}
	seat, ok := d.refuser(n)
	if !ok || d.others(n, seat) < message.Near || s.offered[seat] >= 1 {
		return Move{}, false
	}
	s.offered[seat] = min(s.offered[seat]+s.Step, 1)
	return Move{Act: Pay, To: seat, Size: s.offered[seat]}, true
}
