package mediator

import "shuttle/agents/message"

// informing carries offers as direct talks do, every round, and tells each side what
// the mediator has to say of another's fallback. It is the common part of mediators
// whose only lever is information.
type informing struct {
	relaying
	reports []message.Report // by seat of which they speak
}

func inform(b *Brief) informing {
	return informing{relaying: relaying{consenting: consenting{brief: b}, named: 1}, reports: make([]message.Report, len(b.Seats))}
}

// say notes what the mediator will say of a seat.
func (s *informing) say(seat int, low, high float64) {
	s.reports[seat] = message.Report{Given: true, Side: uint8(seat), Low: low, High: high}
}

// next names the next visit of the round; offers are brought with what there is to
// say of another side, the first in the case's own order.
func (s *informing) next(n *Notebook, move *Move) {
	s.relaying.next(n, move)
	if move.Act != Visit || move.Message.Kind != message.Relay {
		return
	}
	for i := range n.Sides() {
		if of := n.Signatory(i); of != move.To && s.reports[of].Given {
			move.Message.Report = s.reports[of]
			return
		}
	}
}
