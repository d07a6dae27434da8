package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// SingleText is formulation by one negotiating text (Fisher 1978; used at Camp
// David): the mediator's draft is shown to each side apart, each names what it
// would move first, the others pick which of these wishes they mind least, and the
// mediator redrafts; now and then it comes back to the text that the sides were nearest
// to. Nobody but the mediator ever proposes a text.
type SingleText struct {
	Options  float64 // wishes of one side put to the other [count]
	Prices   float64 // that one side may name for the other's wish, one after the other [count]
	Pace     float64 // redrafts in a round, each shown to every side [count]
	Patience float64 // rounds in which the sides come no nearer before every second asks for little but what matters most [rounds]
	Repeats  float64 // how often one text may come back before the wish that leads there is dropped [count]
}

// Fields implements spec.Spec.
func (s *SingleText) Fields() []spec.Field {
	return []spec.Field{
		{Name: "options", Doc: "wishes of one side that the other is asked to choose from", Unit: "count", Number: &s.Options, Min: 1, Max: message.MaxWishes, Source: "own choice: as many as a side names"},
		{Name: "prices", Doc: "prices that one side may name, one after the other, for the other's first wish", Unit: "count", Number: &s.Prices, Min: 1, Max: message.MaxOptions, Source: "own choice: a round has room for so many"},
		{Name: "pace", Doc: "redrafts of the text in a round, each shown to every side", Unit: "count", Number: &s.Pace, Min: 0, Max: 20, Source: "own choice: twenty-three drafts in thirteen days is the pace of Camp David; without any the text stands as it stood"},
		{Name: "patience", Doc: "rounds in which the sides come no nearer before, every second round, only the two foremost wishes of a side are put to the others", Unit: "rounds", Number: &s.Patience, Min: 1, Max: 1000, Source: "own choice"},
		{Name: "repeats", Doc: "times one text may come back before wishes that lead to it are dropped", Unit: "count", Number: &s.Repeats, Min: 1, Max: 100, Source: "own choice"},
	}
}

// New makes the player of one run.
func (s SingleText) New(b *Brief) Strategy {
	return s.start(b)
}

// start is the player, for strategies that come to a single text on their way.
func (s SingleText) start(b *Brief) *singleText {
	t := &singleText{SingleText: s, drafting: newDrafting(b), seen: newSeen(b.Rounds + 1)}
	t.wished, t.picks = make([]wish, len(b.Seats)), make([]pick, 0, len(b.Seats))
	t.kept.order = make([]int, 0, len(b.Seats))
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
	rounds int        // of its own: it may be given some only
	drafts int        // of the round
	still  standstill // how long the sides have come no nearer
	stage  stage
	i, j   int    // whose wishes are put to whom
	wished []wish // by seat: what came of its wishes this round
	picks  []pick // what the others made of one side's wishes
	check  int    // pick that another side was last asked about; -1 none
	kept   nearest

	buyer  int              // seat whose wish is to be traded
	seller int              // seat that names the price
	list   message.Message  // the prices it has not named
	priced int              // how many it has
	trade  agenda.Amendment // the exchange put to the sides
	asked  int              // sides asked to compare it
	tried  []agenda.Change  // wishes that made no trade on this text
	put    message.Message  // the choice last put
	to     int              // and to whom
}

type stage uint8

const (
	recall  stage = iota // would the sides now sign the text that they were nearest to?
	show                 // the text to each side apart
	weigh                // did everybody say it would sign?
	consent              // the text to those who must consent
	price                // what would the others want in return for one side's first wish?
	compare              // is that exchange better than the text?
	choose               // no trade: one side's wishes to another
	redraft
	another // is there time for another redraft?
	rest
)

// Next implements Strategy.
func (s *singleText) Next(n *Notebook, move *Move) { *move = s.next(n) }

func (s *singleText) next(n *Notebook) Move {
	if n.Round != s.round {
		s.round, s.stage = n.Round, recall
		s.rounds++
		s.drafts, s.kept.asked = 0, 0
		s.begin()
	}
	for {
		switch s.stage {
		case weigh:
			s.i, s.j = 0, 0
			s.stage = s.weigh(n)
		case consent:
			return s.close(n)
		case redraft:
			s.amend(n)
			s.stage = another
		case another:
			s.stage = rest
			if s.drafts++; s.drafts < int(s.Pace) {
				s.begin()
				s.stage = show
			}
		case rest:
			return Move{}
		default:
			if move, ok := s.ask(n); ok {
				return move
			}
		}
	}
}

// ask is the next visit of a stage that has visits, and goes on to the next stage when
// there is none.
func (s *singleText) ask(n *Notebook) (move Move, ok bool) {
	switch s.stage {
	case recall:
		return s.recall(n)
	case show:
		if move, ok = s.show(n); !ok {
			s.stage = weigh
		}
	case price:
		s.stage = compare
		if move, ok = s.askPrice(n); !ok {
			s.stage = choose
		}
	case compare:
		return s.askCompare(n)
	case choose:
		return s.askChoice(n)
	}
	return move, ok
}

// close asks those who must consent, one visit a call, and then for signatures.
func (s *singleText) close(n *Notebook) Move {
	was := s.text
	move, more := s.askConsent(n)
	if !more {
		s.stage = rest
	}
	if s.text != was {
		s.settle()
	}
	return move
}

// begin has the text shown anew and nothing yet made of what is said of it.
func (s *singleText) begin() {
	s.again()
	clear(s.wished)
	s.picks = s.picks[:0]
}

// weigh says what follows from what the sides said of the text: those who must consent
// are asked once all would sign.
func (s *singleText) weigh(n *Notebook) stage {
	if s.allSign(n) {
		return consent
	}
	s.keep(n)
	if s.drafts == 0 {
		s.still.note(s.nearer(n))
	}
	if s.Pace < 1 {
		return rest
	}
	return price
}

// settle notes a new text: what was tried on the old one may be tried again.
func (s *singleText) settle() {
	s.seen.note(&s.text)
	s.tried = s.tried[:0]
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
