package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Carrots is manipulation by payments (Touval and Zartman 1985): a single text, and
// for the side that refuses while all others are near or would sign, a payment that
// grows by small steps until the gap is closed or the budget is spent. The smaller the
// step, the nearer to the least that closes the gap. Of what a side no longer needs in
// order to sign, because the text has come its way, a step a round is taken back.
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
	return &carrots{Carrots: s, brief: b, offered: make([]float64, len(b.Seats)), over: make([]agenda.Deal, len(b.Seats))}
}

type carrots struct {
	Carrots
	brief   *Brief
	offered []float64     // by seat
	over    []agenda.Deal // by seat: the text that this was offered for
}

func (s *carrots) pull(n *Notebook, d *drafting) (Move, bool) {
	seat, ok := d.refuser(n)
	if !ok || !s.brief.Means.Pay.There() || n.Round < int(s.From) {
		return Move{}, false
	}
	if idle, ok := s.idle(n, d); ok {
		return s.offer(idle, max(s.offered[idle]-s.Step, 0), d), true
	}
	if d.others(n, seat) < message.Near || s.offered[seat] >= 1 {
		return Move{}, false
	}
	return s.offer(seat, min(s.offered[seat]+s.Step, 1), d), true
}

func (s *carrots) offer(seat int, size float64, d *drafting) Move {
	s.offered[seat], s.over[seat] = size, d.text
	return Move{Act: Pay, To: seat, Size: size}
}

// idle is a side that would sign a text other than the one it was offered a payment for:
// it may need less of it.
func (s *carrots) idle(n *Notebook, d *drafting) (seat int, ok bool) {
	for i := range n.Sides() {
		if seat := n.Turn(i); s.offered[seat] > 0 && s.over[seat] != d.text && d.verdict(n, seat) == message.Sign {
			return seat, true
		}
	}
	return nobody, false
}
