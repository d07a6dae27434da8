package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Package is negotiation of all issues at once: nothing moves but in bundles that
// hold something each side asked for. The text is shown to each side apart; its
// wishes and the others' are tied together, each side names the bundle it likes
// best and the other is asked whether the text is better for it too. Where no bundle
// is better for everybody, the side nearest to signing picks the one it minds least
// of those that the furthest still gains by.
//
// All issues at once make the trades possible that issue-by-issue talks miss, which
// is why the package deal is Pareto-optimal in theory (Fatima, Wooldridge and
// Jennings 2006); how bundles are made and voted on here is an own choice.
type Package struct {
	Pages   float64 // bundles put to the sides in a round, in eights [count]
	Repeats float64 // how often one text may come back before bundles that lead there are dropped [count]
}

// Fields implements spec.Spec.
func (s *Package) Fields() []spec.Field {
	return []spec.Field{
		{Name: "pages", Doc: "lists of up to eight bundles put to the sides in a round", Unit: "count", Number: &s.Pages, Min: 0, Max: 3, Source: "own choice: the first list holds the bundles of the most wanted changes; without any the text stands"},
		{Name: "repeats", Doc: "times one text may come back before bundles that lead to it are dropped", Unit: "count", Number: &s.Repeats, Min: 1, Max: 100, Source: "own choice"},
	}
}

// New makes the player of one run.
func (s Package) New(b *Brief) Strategy {
	t := &packaging{Package: s, drafting: newDrafting(b), seen: newSeen(b.Rounds + 1)}
	t.seen.note(&t.text)
	return t
}

// packaging goes through the steps of one round.
type packaging struct {
	Package
	drafting
	seen seen

	round    int
	step     packStep
	from, to int             // whose wishes are tied together
	page     int             // of bundles put this round
	list     message.Message // the bundles that may still be put
	one      message.Message // the bundle that was picked
	picker   int             // who picked it
	picks    int             // made from this list
	asked    int             // sides asked about it
	strong   bool            // whoever was made to pick minds it a good deal
	giving   bool            // the list is one of concessions
}

type packStep uint8

const (
	showing packStep = iota // the text to each side apart
	signing                 // consent and signatures
	listing                 // the next list of bundles
	picking                 // which of them is best, or minded least?
	polling                 // is the text better with it for everybody else?
	resting
)

// Next implements Strategy.
func (s *packaging) Next(n *Notebook, move *Move) { *move = s.next(n) }

func (s *packaging) next(n *Notebook) Move {
	if n.Round != s.round {
		s.round, s.step, s.page, s.giving = n.Round, showing, 0, false
		s.again()
	}
	for {
		switch s.step {
		case showing:
			if move, ok := s.show(n); ok {
				return move
			}
			s.step = listing
			if s.allSign(n) {
				s.step = signing
			}
		case signing:
			move, more := s.askConsent(n)
			if !more {
				s.step = resting
			}
			return move
		case listing:
			s.nextList(n)
		case picking:
			s.step = polling
			s.asked, s.one.N = 0, 0
			return Move{Act: Visit, To: s.picker, Message: s.list}
		case polling:
			if move, ok := s.poll(n); ok {
				return move
			}
		case resting:
			return Move{}
		}
	}
}

// nextList ties up the next bundles: those that may be better for everybody, and
// when these are used up the concessions of the side nearest to signing.
func (s *packaging) nextList(n *Notebook) {
	s.picks = 0
	for s.page < int(s.Pages) {
		s.from, s.to = n.Turn(0), n.Turn(1+n.Round%max(n.Sides()-1, 1))
		s.picker = s.from
		s.fill(n, s.page, true)
		s.page++
		if s.list.N > 0 {
			s.step = picking
			return
		}
	}
	s.step = resting
	if s.giving || n.Sides() < 2 || s.Pages < 1 {
		return
	}
	s.giving = true
	s.from, s.to = s.ends(n)
	s.picker = s.to
	if s.fill(n, concessions, false); s.list.N > 0 {
		s.step = picking
	}
}

// concessions is the page of bundles that give the first side more than the second.
const concessions = 3

// bundles lists which wishes of two sides are tied together, most wanted first: a
// set of places in the first side's list and one in the second's.
func bundles(page int) [message.MaxOptions][2]uint8 {
	const a, b, c, d, e = 1, 2, 4, 8, 16
	return [...][message.MaxOptions][2]uint8{
		{{a, a}, {a, b}, {b, a}, {a | b, a}, {a, a | b}, {a | b, a | b}, {b, b}, {a | b | c, a | b | c}},
		{{a, c}, {c, a}, {b, c}, {c, b}, {c, c}, {a, d}, {d, a}, {a | c, a | c}},
		{{a, e}, {e, a}, {b, d}, {d, b}, {c, d}, {d, c}, {d, d}, {b | c, b | c}},
		{{a, 0}, {b, 0}, {c, 0}, {a, a}, {b, a}, {a | b, a}, {a | b, b}, {a | b | c, a}},
	}[page]
}

// fill writes a page of bundles into the list, those that lead somewhere new.
func (s *packaging) fill(n *Notebook, page int, free bool) {
	s.list = message.Message{Kind: message.Choose, Free: free}
	first, _ := n.Last(s.from, message.Table)
	second, _ := n.Last(s.to, message.Table)
	for _, places := range bundles(page) {
		var o agenda.Amendment
		if !tie(&o, first, places[0]) || !tie(&o, second, places[1]) {
			continue
		}
		d := s.text
		if o.Apply(&d); s.seen.times(&d) < int(s.Repeats) {
			s.list.Options[s.list.N] = o
			s.list.N++
		}
	}
}

// tie adds wishes to a bundle; false when there is no such wish, a clause would be
// moved twice, or a line stays crossed.
func tie(o *agenda.Amendment, r *message.Reply, places uint8) bool {
	if places != 0 && r.Crossed && places&1 == 0 {
		return false // first the line, then the rest
	}
	for i := range uint8(message.MaxWishes) {
		if places&(1<<i) == 0 {
			continue
		}
		if i >= r.N {
			return false
		}
		for _, c := range o.Changes[:o.N] {
			if c.Issue == r.Wishes[i].Issue {
				return false
			}
		}
		o.Changes[o.N] = r.Wishes[i]
		o.N++
	}
	return true
}

// poll reads the last answer and takes the bundle in hand to the next side.
func (s *packaging) poll(n *Notebook) (Move, bool) {
	if s.one.N == 0 { // the picker has answered
		r, _ := n.Last(s.picker, message.Choose)
		if s.picks++; r.Choice < 0 {
			s.retry()
			return Move{}, false
		}
		s.strong = r.Strong
		s.take(int(r.Choice))
	} else if r, _ := n.Last(n.Turn(s.asked-1), message.Choose); r.Choice < 0 {
		s.retry()
		return Move{}, false
	}
	for s.asked < n.Sides() {
		seat := n.Turn(s.asked)
		s.asked++
		if seat != s.picker && (!s.giving || seat == s.from) {
			return Move{Act: Visit, To: seat, Message: s.one}, true
		}
	}
	s.step = resting
	if s.giving && s.strong && s.verdict(n, s.to) <= s.verdict(n, s.from) {
		return Move{}, false // it is no nearer than the side it would give to
	}
	s.one.Amended(0, &s.text)
	s.seen.note(&s.text)
	return Move{}, false
}

// take moves an option from the list into the hand.
func (s *packaging) take(i int) {
	s.one = message.Message{Kind: message.Choose, Free: true, N: 1}
	s.one.Options[0] = s.list.Options[i]
	s.list.N--
	s.list.Options[i] = s.list.Options[s.list.N]
}

// retry has another pick made from the list: by the other side, once, where the
// bundles may be better for everybody; by the same side where it is to concede.
func (s *packaging) retry() {
	s.step = listing
	switch {
	case s.list.N == 0:
	case s.giving && s.picks < message.MaxOptions:
		s.step = picking
	case !s.giving && s.picks == 1:
		s.step, s.picker = picking, s.to
	}
}
