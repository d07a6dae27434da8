package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// IssueByIssue settles one clause after the other. How hard a clause is, is judged
// from what the sides have asked for so far. For the clause at hand every side names
// the level it likes best, then the next best, and so on, until some level was named
// by all: fallback bargaining (Brams and Kilgour 2001), in which the order of a
// side's wishes counts and their strength does not. A settled clause stays settled,
// unless it lies across somebody's line, or until a second reading that mediators may
// hold and to which a clause that binds does not come back.
//
// In theory what was settled may bind with some chance whatever becomes of the rest. Here
// it binds the talks and no more: no worth is defined of part of a text, so that nothing
// is in force until the whole is signed, and talks that fail leave no treaty of parts.
// (The outcome class `partial` is of humanitarian results, which come beside the text.)
//
// Its lever is the agenda: what is discussed when. Whoever cares much for one clause
// and little for the next cannot pay for the one with the other, which is why the
// package is the better deal in theory (Fatima, Wooldridge and Jennings 2006).
type IssueByIssue struct {
	First   string  // easy or hard
	Pace    float64 // clauses settled in a round [count]
	Reopens bool    // hold a second reading once all are settled
	Binds   float64 // chance that a clause, once settled, is out of its reach [share]
}

// Fields implements spec.Spec.
func (s *IssueByIssue) Fields() []spec.Field {
	return []spec.Field{
		{Name: "first", Doc: "which clauses are settled first: those asked for least so far, or most", Choice: &s.First, Options: []string{"easy", "hard"}, Source: "own choice"},
		{Name: "pace", Doc: "clauses settled in a round", Unit: "count", Number: &s.Pace, Min: 0, Max: agenda.MaxIssues, Source: "own choice: twenty clauses take ten rounds; without any the text stands"},
		{Name: "reopens", Doc: "once all clauses are settled, open one a round again, for the first wish of the side furthest from signing", Flag: &s.Reopens, Source: "definition: what is settled stays settled; on, the second reading trades what the first could not"},
		{Name: "binds", Doc: "chance that a settled clause binds: the second reading does not come back to it", Unit: "share", Number: &s.Binds, Min: 0, Max: 1, Source: "own formulation; default own choice: nothing binds"},
	}
}

// New makes the player of one run.
func (s IssueByIssue) New(b *Brief) Strategy {
	return &issueByIssue{
		IssueByIssue: s, drafting: newDrafting(b),
		heat: make([]float64, len(b.Agenda.Issues)), named: make([]uint8, len(b.Seats)),
	}
}

// issueByIssue goes through the clauses.
type issueByIssue struct {
	IssueByIssue
	drafting
	heat    []float64      // by clause: how much it was asked for
	settled agenda.Clauses // clauses that stay as they are
	bound   agenda.Clauses // those of them that bind

	round  int
	step   settling
	made   int // clauses settled this round
	clause int // at hand
	levels [message.MaxOptions]uint8
	n      int     // levels to choose from
	named  []uint8 // by seat: the set of levels it has named
	asked  int     // sides asked in this pass
	put    message.Message
	places [message.MaxOptions]uint8 // where the options put stand among levels
}

type settling uint8

const (
	presenting settling = iota // the text to each side apart
	ending                     // consent and signatures
	opening                    // the next clause
	naming                     // each side's best level that it has not named yet
	restful
)

// Next implements Strategy.
func (s *issueByIssue) Next(n *Notebook, move *Move) { *move = s.next(n) }

func (s *issueByIssue) next(n *Notebook) Move {
	if n.Round != s.round {
		s.round, s.step, s.made = n.Round, presenting, 0
		s.again()
	}
	for {
		switch s.step {
		case presenting:
			if move, ok := s.show(n); ok {
				return move
			}
			s.hear(n)
			s.step = opening
			if s.allSign(n) {
				s.step = ending
			}
		case ending:
			move, more := s.askConsent(n)
			if !more {
				s.step = restful
			}
			return move
		case opening:
			s.step = restful
			switch {
			case s.made >= int(s.Pace):
			case s.open():
				s.step = naming
			case s.made == 0 && s.Reopens && s.Pace >= 1:
				s.reopen(n)
			}
		case naming:
			if move, ok := s.name(n); ok {
				return move
			}
		case restful:
			return Move{}
		}
	}
}

// hear notes what the sides asked for when they were last shown the text, and takes
// settled clauses off the lines they cross.
func (s *issueByIssue) hear(n *Notebook) {
	for i := range n.Sides() {
		r, _ := n.Last(n.Turn(i), message.Table)
		for rank, c := range r.Wishes[:r.N] {
			s.heat[c.Issue] += float64(message.MaxWishes - rank)
		}
		if r.Crossed && r.N > 0 && r.Wishes[0].Issue == r.Line && s.settled.Has(int(r.Line)) {
			s.text[r.Line] = r.Wishes[0].Level
		}
	}
}

// open takes up the easiest or the hardest clause that is not settled, the first on
// the agenda of equals; false when all are.
func (s *issueByIssue) open() bool {
	s.clause = -1
	for k, heat := range s.heat {
		if s.settled.Has(k) {
			continue
		}
		if s.clause < 0 || s.First == "hard" && heat > s.heat[s.clause] || s.First == "easy" && heat < s.heat[s.clause] {
			s.clause = k
		}
	}
	if s.clause < 0 {
		return false
	}
	ladder := len(s.brief.Agenda.Issues[s.clause].Levels)
	s.n, s.asked = min(ladder, message.MaxOptions), 0
	for i := range s.n {
		s.levels[i] = uint8((2*i*(ladder-1) + s.n - 1) / (2 * max(s.n-1, 1))) // evenly, with both ends
	}
	clear(s.named)
	return true
}

// name asks the next side for its best level that it has not named, and settles the
// clause once a level was named by all.
func (s *issueByIssue) name(n *Notebook) (Move, bool) {
	if s.asked > 0 {
		seat := n.Turn(s.asked - 1)
		r, _ := n.Last(seat, message.Choose)
		s.named[seat] |= 1 << s.places[max(r.Choice, 0)]
	}
	if s.asked == n.Sides() {
		s.asked = 0
		if s.agree(n) {
			return Move{}, false
		}
	}
	seat := n.Turn(s.asked)
	s.asked++
	s.put = message.Message{Kind: message.Choose}
	for i := range s.n {
		if s.named[seat]&(1<<i) == 0 {
			s.places[s.put.N] = uint8(i)
			s.put.Options[s.put.N] = agenda.Amend(agenda.Change{Issue: uint8(s.clause), Level: s.levels[i]})
			s.put.N++
		}
	}
	return Move{Act: Visit, To: seat, Message: s.put}, true
}

// reopen is the second reading: where all clauses are settled and somebody will not sign,
// one a round is opened again, for the first wish of the side furthest from signing that
// is not of a clause that binds.
func (s *issueByIssue) reopen(n *Notebook) {
	far, _ := s.ends(n)
	r, _ := n.Last(far, message.Table)
	for _, c := range r.Wishes[:r.N] {
		if !s.bound.Has(int(c.Issue)) {
			s.text[c.Issue] = c.Level
			return
		}
	}
}

// agree settles the clause on a level that every side has named, by lot where there
// are two.
func (s *issueByIssue) agree(n *Notebook) bool {
	all := ^uint8(0)
	for i := range n.Sides() {
		all &= s.named[n.Signatory(i)]
	}
	var common [message.MaxOptions]uint8
	found := 0
	for i := range s.n {
		if all&(1<<i) != 0 {
			common[found] = s.levels[i]
			found++
		}
	}
	if found == 0 {
		return false
	}
	s.text[s.clause] = common[n.Rand.IntN(found)]
	s.settled.Add(s.clause)
	if s.Binds >= 1 || s.Binds > 0 && n.Rand.Float64() < s.Binds {
		s.bound.Add(s.clause)
	}
	s.made++
	s.step = opening
	return true
}
