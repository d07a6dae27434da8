package mediator

import (
	"slices"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// askPrice looks for a trade, one side's turn a round: the side after it is asked
// which of its own wishes, written in together with the first untried wish of the
// buyer, would make the text better for it.
func (s *singleText) askPrice(n *Notebook) (Move, bool) {
	turn := s.rounds % n.Sides()
	s.buyer = n.Signatory(turn)
	seller := n.Signatory((turn + 1) % n.Sides())
	want, ok := s.untried(n)
	r, fresh := n.Last(seller, message.Table)
	if !ok || !fresh || r.N == 0 {
		return Move{}, false
	}
	s.tried = append(s.tried, want)
	s.put = message.Message{Kind: message.Choose, Free: true}
	s.prices(want, r.Wishes[:min(int(r.N), int(s.Options))])
	s.to, s.asked, s.seller, s.priced = seller, 0, seller, 1
	s.list = s.put
	return Move{Act: Visit, To: seller, Message: s.put}, s.put.N > 0
}

// reprice asks the seller for another price when a side found the last one too high,
// up to as many as the mediator has patience for.
func (s *singleText) reprice() (Move, bool) {
	last := s.trade
	options := s.list.Options[:s.list.N]
	s.list.N = uint8(len(slices.DeleteFunc(options, func(o agenda.Amendment) bool { return o == last })))
	if s.priced >= int(s.Prices) || s.list.N == 0 {
		return Move{}, false
	}
	s.priced++
	s.put, s.to, s.asked = s.list, s.seller, 0
	return Move{Act: Visit, To: s.seller, Message: s.put}, true
}

// prices lists what the seller may ask for a wish: each of its own wishes and, where
// there is room, its first ones two by two.
func (s *singleText) prices(want agenda.Change, wishes []agenda.Change) {
	add := func(o agenda.Amendment) {
		if s.put.N < message.MaxOptions {
			s.put.Options[s.put.N] = o
			s.put.N++
		}
	}
	for _, c := range wishes {
		if c.Issue != want.Issue {
			add(agenda.Amend(want, c))
		}
	}
	for j, c := range wishes {
		for _, b := range wishes[:j] {
			if c.Issue != want.Issue && b.Issue != want.Issue && b.Issue != c.Issue {
				add(agenda.Amend(want, b, c))
			}
		}
	}
}

// untried is the buyer's most wanted change that was not put up for trade on this
// text.
func (s *singleText) untried(n *Notebook) (agenda.Change, bool) {
	r, fresh := n.Last(s.buyer, message.Table)
	if !fresh || len(s.tried) == cap(s.tried) {
		return agenda.Change{}, false
	}
	for _, c := range r.Wishes[:r.N] {
		if !slices.Contains(s.tried, c) {
			return c, true
		}
	}
	return agenda.Change{}, false
}

// askCompare puts the seller's price to the buyer and to every other side: is the
// text better with both changes? At a no the seller may name another price.
func (s *singleText) askCompare(n *Notebook) (Move, bool) {
	last := s.to
	if s.asked > 0 {
		last = n.Signatory(s.asked - 1)
	}
	r, fresh := n.Last(last, message.Choose)
	if !fresh || r.Choice < 0 {
		if s.asked > 0 {
			if move, more := s.reprice(); more {
				return move, true
			}
		}
		s.stage, s.put.N = choose, 0
		return Move{}, false
	}
	if s.asked == 0 {
		s.trade = s.put.Options[r.Choice]
		s.put = message.Message{Kind: message.Choose, Free: true, N: 1}
		s.put.Options[0] = s.trade
	}
	for s.asked < n.Sides() {
		seat := n.Signatory(s.asked)
		s.asked++
		if seat != s.to {
			return Move{Act: Visit, To: seat, Message: s.put}, true
		}
	}
	s.trade.Apply(&s.text)
	s.settle()
	s.stage, s.put.N = another, 0
	return Move{}, false
}
