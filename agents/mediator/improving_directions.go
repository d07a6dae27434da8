package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// ImprovingDirections is the method of improving directions (Ehtamo, Verkama and
// Hämäläinen 1999) on ladders: the clauses a side would move first are its
// direction, the mediator goes half way between the directions, each side says how
// far along this line the text is best for it, and the shortest answer is taken.
// Where no side's direction helps the others, the text is a point of the frontier.
//
// The paper stops there. As sides do not sign every point of the frontier, a flag
// lets the mediator set out from another one: the side furthest from signing is
// given the wish of its list that the nearest minds least.
type ImprovingDirections struct {
	Steps float64 // in a round [count]
	Tries float64 // lines tried for one step [count]
	Shift bool    // go on from another point when the directions oppose
}

// Fields implements spec.Spec.
func (s *ImprovingDirections) Fields() []spec.Field {
	return []spec.Field{
		{Name: "steps", Doc: "steps taken in a round, each from wishes heard anew", Unit: "count", Number: &s.Steps, Min: 0, Max: 100, Source: "own choice; without any the text stands"},
		{Name: "tries", Doc: "lines tried for one step: half way between the directions, then with one side's first wish left out", Unit: "count", Number: &s.Tries, Min: 1, Max: 10, Source: "own choice: a ranking does not say how long a direction is"},
		{Name: "shift", Doc: "when the directions oppose, give the side furthest from signing one of its wishes and go on", Flag: &s.Shift, Source: "own choice; off is the method as published"},
	}
}

// New makes the player of one run.
func (s ImprovingDirections) New(b *Brief) Strategy {
	t := &improving{ImprovingDirections: s, drafting: newDrafting(b), seen: newSeen(b.Rounds + 1),
		pull: make([]float64, len(b.Agenda.Issues))}
	t.seen.note(&t.text)
	return t
}

// improving goes through the steps of a round.
type improving struct {
	ImprovingDirections
	drafting
	seen seen
	pull []float64 // by clause: up or down [share]

	round int
	phase walking
	steps int // taken this round
	try   int // lines tried for this step
	asked int
	put   message.Message // how far along the line? Option i is i+1 changes
	least int             // the shortest answer, as an option
	far   int             // whose wishes the nearest side picks from
	near  int
}

type walking uint8

const (
	looking   walking = iota // the text to each side apart
	closing                  // consent and signatures
	aiming                   // the next line
	measuring                // how far along it?
	checking                 // is the shortest answer better for everybody?
	shifting                 // which wish of the furthest side does the nearest mind least?
	standing
)

// Next implements Strategy.
func (s *improving) Next(n *Notebook, move *Move) { *move = s.next(n) }

func (s *improving) next(n *Notebook) Move {
	if n.Round != s.round {
		s.round, s.phase, s.steps, s.try = n.Round, looking, 0, 0
		s.again()
	}
	for {
		switch s.phase {
		case looking:
			if move, ok := s.show(n); ok {
				return move
			}
			s.phase = aiming
			if s.allSign(n) {
				s.phase = closing
			}
		case closing:
			move, more := s.askConsent(n)
			if !more {
				s.phase = standing
			}
			return move
		case aiming:
			s.aim(n)
		case measuring:
			if move, ok := s.measure(n); ok {
				return move
			}
		case checking:
			if move, ok := s.check(n); ok {
				return move
			}
		case shifting:
			if move, ok := s.shift(n); ok {
				return move
			}
		case standing:
			return Move{}
		}
	}
}

// aim draws the next line, or finds that the directions oppose.
func (s *improving) aim(n *Notebook) {
	for s.Steps >= 1 && s.try < int(s.Tries) {
		s.line(n, s.try)
		if s.try++; s.put.N > 0 {
			s.phase, s.asked, s.least = measuring, 0, message.MaxOptions
			return
		}
	}
	s.phase, s.asked = standing, 0
	if s.Shift && s.Steps >= 1 && s.steps == 0 && n.Sides() > 1 {
		s.phase = shifting
	}
}

// line lists the points along the line half way between the sides' directions. A side
// that names n wishes pulls at the clause of its first with n, at that of its last
// with 1, all divided by the sum; where pulls oppose, the stronger wins by the
// difference. From the second try on one side's first wish is left out.
func (s *improving) line(n *Notebook, try int) {
	for k := range s.pull {
		s.pull[k] = 0
	}
	for i := range n.Sides() {
		r, _ := n.Last(n.Turn(i), message.Table)
		skip := 0
		if try > 0 && (try-1)%n.Sides() == i {
			skip = 1 + (try-1)/n.Sides()
		}
		for rank := skip; rank < int(r.N); rank++ {
			c := r.Wishes[rank]
			pull := float64(int(r.N)-rank) / float64(int(r.N)*(int(r.N)+1)/2)
			if c.Level < s.text[c.Issue] {
				pull = -pull
			}
			s.pull[c.Issue] += pull
		}
	}
	s.points(n)
}

// points lists how far one may go along the line: first where the sides together
// pull most, then farther down; what is pulled alike moves together.
func (s *improving) points(n *Notebook) {
	s.put = message.Message{Kind: message.Choose, Free: true}
	var o agenda.Amendment
	last := 0.0
	for int(o.N) < agenda.MaxChanges {
		c, pull := s.strongest(n)
		if pull <= dust {
			break
		}
		if o.N > 0 && pull < last-dust {
			s.put.Options[s.put.N] = o
			s.put.N++
		}
		s.pull[c.Issue], last = 0, pull
		o.Changes[o.N] = c
		o.N++
	}
	if o.N > 0 {
		s.put.Options[s.put.N] = o
		s.put.N++
	}
}

// strongest is the change at which the sides together pull most, to the level the
// first side that named it would have.
func (s *improving) strongest(n *Notebook) (best agenda.Change, top float64) {
	for i := range n.Sides() {
		r, _ := n.Last(n.Turn(i), message.Table)
		for _, c := range r.Wishes[:r.N] {
			pull := s.pull[c.Issue]
			if c.Level < s.text[c.Issue] {
				pull = -pull
			}
			if pull > top+dust {
				best, top = c, pull
			}
		}
	}
	return best, top
}

// dust is the pull below which a clause stays where it is, and the difference below
// which two are alike.
const dust = 1e-9

// measure asks each side how far along the line the text is best for it; a side for
// which nothing there is better ends the try.
func (s *improving) measure(n *Notebook) (Move, bool) {
	if s.asked > 0 {
		r, _ := n.Last(n.Turn(s.asked-1), message.Choose)
		if r.Choice < 0 {
			s.phase = aiming
			return Move{}, false
		}
		s.least = min(s.least, int(r.Choice))
	}
	if s.asked == n.Sides() {
		s.phase, s.asked = checking, 0
		s.put.Options[0], s.put.N = s.put.Options[s.least], 1
		return Move{}, false
	}
	s.asked++
	return Move{Act: Visit, To: n.Turn(s.asked - 1), Message: s.put}, true
}

// check asks whether the shortest answer is better than the text for everybody: on a
// ladder that does not follow. Then the step is taken.
func (s *improving) check(n *Notebook) (Move, bool) {
	if s.asked > 0 {
		if r, _ := n.Last(n.Turn(s.asked-1), message.Choose); r.Choice < 0 {
			s.phase = aiming
			return Move{}, false
		}
	}
	if s.asked < n.Sides() {
		s.asked++
		return Move{Act: Visit, To: n.Turn(s.asked - 1), Message: s.put}, true
	}
	s.put.Amended(0, &s.text)
	s.seen.note(&s.text)
	s.phase = standing
	if s.steps++; s.steps < int(s.Steps) {
		s.phase, s.try = looking, 0
		s.again()
	}
	return Move{}, false
}

// shift asks the nearest side which wish of the furthest it minds least, and writes
// that one in.
func (s *improving) shift(n *Notebook) (Move, bool) {
	if s.asked > 0 {
		s.phase = standing
		r, _ := n.Last(s.near, message.Choose)
		if r.Choice >= 0 && (!r.Strong || s.verdict(n, s.near) > s.verdict(n, s.far)) {
			s.put.Amended(int(r.Choice), &s.text)
			s.seen.note(&s.text)
		}
		return Move{}, false
	}
	s.asked++
	s.far, s.near = s.ends(n)
	s.put = message.Message{Kind: message.Choose}
	r, _ := n.Last(s.far, message.Table)
	for _, c := range r.Wishes[:r.N] {
		d := s.text
		if d[c.Issue] = c.Level; s.seen.times(&d) < repeats && (!r.Crossed || c.Issue == r.Line) {
			s.put.Options[s.put.N] = agenda.Amend(c)
			s.put.N++
		}
	}
	if s.put.N == 0 {
		s.phase = standing
		return Move{}, false
	}
	return Move{Act: Visit, To: s.near, Message: s.put}, true
}

// repeats is how often a text may come back before nobody is moved there again. Own
// choice, as for the single text.
const repeats = 2
