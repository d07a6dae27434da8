package mediator

import "shuttle/agents/message"

// lever is what a strategy does beside its text when a round's words are spoken.
type lever interface {
	// pull names the next use of the lever; false when there is none now.
	pull(n *Notebook, d *drafting) (Move, bool)
}

// levered is a strategy with a lever beside it, pulled at most once a round. It is the
// common part of strategies that add levers to what they are built on: where the case
// gives no such lever, they are that.
type levered struct {
	Strategy
	draft  *drafting // its text, and what the sides said of it
	lever  lever
	pulled int // round in which the lever had its turn
}

// withLever is a single text and a lever.
func withLever(t *singleText, l lever) *levered {
	return &levered{Strategy: t, draft: &t.drafting, lever: l}
}

// Next implements Strategy.
func (s *levered) Next(n *Notebook, move *Move) {
	s.Strategy.Next(n, move)
	if move.Act != Rest || s.pulled == n.Round {
		return
	}
	s.pulled = n.Round
	if next, ok := s.lever.pull(n, s.draft); ok {
		*move = next
	}
}

// refuser is the side furthest from signing, the first visited of equals; ok is false
// when all would sign.
func (d *drafting) refuser(n *Notebook) (seat int, ok bool) {
	seat, _ = d.ends(n)
	return seat, d.verdict(n, seat) != message.Sign
}

// others is the lowest verdict of the sides beside one.
func (d *drafting) others(n *Notebook, but int) message.Verdict {
	low := message.Sign
	for i := range n.Sides() {
		if seat := n.Signatory(i); seat != but {
			low = min(low, d.verdict(n, seat))
		}
	}
	return low
}

// nearer is by how much sides are nearer to signing than far, added up.
func (d *drafting) nearer(n *Notebook) (sum int) {
	for i := range n.Sides() {
		sum += int(d.verdict(n, n.Signatory(i)))
	}
	return sum
}

// standstill counts rounds in which the sides came no nearer to signing than they had
// been.
type standstill struct{ best, rounds int }

// note takes in how near the sides are at the end of a round.
func (s *standstill) note(nearer int) {
	s.rounds++
	if nearer > s.best {
		s.best, s.rounds = nearer, 0
	}
}
