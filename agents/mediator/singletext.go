package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// SingleText is formulation by one negotiating text (Fisher 1978; used at Camp
// David): the mediator's draft is shown to each side apart, each names what it
// would move first, the other picks which of these wishes it minds least, and the
// mediator redrafts. Nobody but the mediator ever proposes a text.
type SingleText struct {
	Options float64 // wishes of one side put to the other [count]
	Repeats float64 // how often one text may come back before the wish that leads there is dropped [count]
}

// Fields implements spec.Spec.
func (s *SingleText) Fields() []spec.Field {
	return []spec.Field{
		{Name: "options", Doc: "wishes of one side that the other is asked to choose from", Unit: "count", Number: &s.Options, Min: 1, Max: message.MaxWishes, Source: "own choice: as many as a side names"},
		{Name: "repeats", Doc: "times one text may come back before wishes that lead to it are dropped", Unit: "count", Number: &s.Repeats, Min: 1, Max: 100, Source: "own choice"},
	}
}

// New makes the player of one run.
func (s SingleText) New(b *Brief) Strategy {
	return s.start(b)
}

// start is the player, for strategies that come to a single text on their way.
func (s SingleText) start(b *Brief) *singleText {
	t := &singleText{SingleText: s, drafting: drafting{brief: b, text: b.Initial}, seen: newSeen(b.Rounds + 1)}
	t.wished = make([]wish, len(b.Seats))
	t.tried = make([]agenda.Change, 0, 64)
	t.seen.note(&t.text)
	return t
}

// singleText goes through the stages of one redraft a round.
type singleText struct {
	SingleText
	drafting
	seen seen

	round  int
	rounds int // of its own: it may be given some only
	stage  stage
	i, j   int    // whose wishes are put to whom
	wished []wish // by seat: what came of its wishes this round

	buyer    int              // seat whose wish is to be traded
	trade    agenda.Amendment // the exchange put to the sides
	asked    int              // sides asked to compare it
	tried    []agenda.Change  // wishes that made no trade on this text
	put      message.Message  // the choice last put, of whose wishes, to whom
	from, to int
}

type stage uint8

const (
	show    stage = iota // the text to each side apart
	weigh                // did everybody say it would sign?
	consent              // the text to those who must consent
	price                // what would the others want in return for one side's first wish?
	compare              // is that exchange better than the text?
	choose               // no trade: one side's wishes to another
	redraft
	rest
)

// wish is the change of one side's list that the others mind least.
type wish struct {
	change agenda.Change
	strong bool // somebody minds it a good deal
	any    bool
}

// Next implements Strategy.
func (s *singleText) Next(n *Notebook, move *Move) { *move = s.next(n) }

func (s *singleText) next(n *Notebook) Move {
	if n.Round != s.round {
		s.round, s.stage = n.Round, show
		s.rounds++
		s.again()
		clear(s.wished)
	}
	for {
		switch s.stage {
		case show:
			if move, ok := s.show(n); ok {
				return move
			}
			s.stage = weigh
		case weigh:
			s.i, s.j = 0, 0
			s.stage = price
			if s.allSign(n) {
				s.stage = consent
			}
		case consent:
			was := s.text
			move, more := s.askConsent(n)
			if !more {
				s.stage = rest
			}
			if s.text != was {
				s.settle()
			}
			return move
		case choose:
			if move, ok := s.askChoice(n); ok {
				return move
			}
		case price:
			s.stage = compare
			if move, ok := s.askPrice(n); ok {
				return move
			}
			s.stage = choose
		case compare:
			if move, ok := s.askCompare(n); ok {
				return move
			}
		case redraft:
			s.amend(n)
			s.stage = rest
		case rest:
			return Move{}
		}
	}
}

// askChoice puts the wishes of the i-th side to each other side in turn.
func (s *singleText) askChoice(n *Notebook) (Move, bool) {
	s.count(n)
	for ; s.i < n.Sides(); s.i, s.j = s.i+1, 0 {
		from := n.Turn(s.i)
		for s.j < n.Sides() {
			to := n.Turn(s.j)
			s.j++
			if to == from || !s.options(n, from) {
				continue
			}
			s.from, s.to = from, to
			return Move{Act: Visit, To: to, Message: s.put}, true
		}
	}
	s.stage = redraft
	return Move{}, false
}

// settle notes a new text: what was tried on the old one may be tried again.
func (s *singleText) settle() {
	s.seen.note(&s.text)
	s.tried = s.tried[:0]
}

// options lists one side's wishes that lead somewhere new.
func (s *singleText) options(n *Notebook, from int) bool {
	s.put = message.Message{Kind: message.Choose}
	r, fresh := n.Last(from, message.Table)
	if !fresh {
		return false
	}
	d := s.text
	for _, c := range r.Wishes[:min(int(r.N), int(s.Options))] {
		if r.Crossed && c.Issue != r.Line {
			continue // first the line, then the rest
		}
		was := d[c.Issue]
		d[c.Issue] = c.Level
		if s.seen.times(&d) < int(s.Repeats) {
			s.put.Options[s.put.N] = agenda.Amend(c)
			s.put.N++
		}
		d[c.Issue] = was
	}
	return s.put.N > 0
}

// count reads the answer to the choice last put.
func (s *singleText) count(n *Notebook) {
	if s.put.N == 0 {
		return
	}
	r, fresh := n.Last(s.to, message.Choose)
	if w := &s.wished[s.from]; fresh && r.Choice >= 0 {
		c := s.put.Options[r.Choice].Changes[0]
		switch {
		case !w.any:
			*w = wish{change: c, strong: r.Strong, any: true}
		case w.change == c:
			w.strong = w.strong || r.Strong
		case w.strong && !r.Strong: // of two answers the one that hurts less
			*w = wish{change: c, any: true}
		}
	}
	s.put.N = 0
}

// amend writes the picked wishes into the text: those that hurt nobody much, and
// those of the side that is further off. Of two wishes for one clause the one minded
// less is taken, by a coin where that does not tell.
func (s *singleText) amend(n *Notebook) {
	furthest := s.furthest(n)
	var taken *wish // the one wish that another may stand against: a round writes few
	was := s.text
	for i := range n.Sides() {
		seat := n.Turn(i)
		w := &s.wished[seat]
		if !w.any || w.strong && s.verdict(n, seat) > furthest {
			continue
		}
		if taken != nil && taken.change.Issue == w.change.Issue && !s.yields(n, taken, w) {
			continue
		}
		taken = w
		s.text[w.change.Issue] = w.change.Level
	}
	if s.text != was {
		s.settle()
	}
}

// furthest is the worst verdict of the sides whose wishes were picked.
func (s *singleText) furthest(n *Notebook) message.Verdict {
	furthest := message.Sign
	for i := range n.Sides() {
		if seat := n.Signatory(i); s.wished[seat].any {
			furthest = min(furthest, s.verdict(n, seat))
		}
	}
	return furthest
}

// yields reports whether the wish already written gives way to another for the
// same clause.
func (s *singleText) yields(n *Notebook, taken, w *wish) bool {
	if taken.strong != w.strong {
		return taken.strong
	}
	return n.Rand.Uint64()&1 == 0
}
