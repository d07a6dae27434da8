package party

import (
	"math"
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/party/internal/utility"
)

// Self is the view of its own party that a tactic is lent for one call. It holds
// no other party: what it says of the others is its party's own guess.
type Self struct {
	party   *Party
	rand    *rand.Rand
	round   int
	days    float64
	anchor  anchor
	table   agenda.Deal   // the text last shown in this room
	worth   float64       // of table
	point   utility.Point // of table, while its neighbours are looked at
	demand  float64       // of the text last judged
	missing float64       // by how much table, read with its author in mind, misses the demand
	last    agenda.Deal   // the party's own last offer
	offered bool
	scratch scratch

	confirmed bool // whoever signs has judged a text in this run: the envoy has its instructions
}

// scratch is room for the searches, so that they allocate nothing.
type scratch struct {
	changes []agenda.Change // every change of one clause, by issue and level
	own     []float64
	other   []float64
}

func newScratch(a *agenda.Agenda) scratch {
	var s scratch
	for k := range a.Issues {
		for l := range a.Issues[k].Levels {
			s.changes = append(s.changes, agenda.Change{Issue: uint8(k), Level: uint8(l)})
		}
	}
	s.own = make([]float64, len(s.changes))
	s.other = make([]float64, len(s.changes))
	return s
}

func (s *Self) begin(r *rand.Rand) {
	s.rand, s.round, s.days = r, 0, 0
	s.table, s.worth, s.demand, s.missing, s.offered, s.confirmed = agenda.Deal{}, 0, 0, 0, false, false
	if p := s.party; s.anchor.version != p.version || p.moved { // what a party dreams of changes with its numbers only
		s.anchor.version, s.anchor.found, s.anchor.dreamt, p.moved = p.version, false, false, false
	}
}

// Rand is the party's own stream.
func (s *Self) Rand() *rand.Rand { return s.rand }

// Round is the number of the round, from 1.
func (s *Self) Round() int { return s.round }

// Days since the talks began.
func (s *Self) Days() float64 { return s.days }

// Floor is the fallback the party compares with today [worth].
func (s *Self) Floor() float64 { return s.party.floor }

// Worth is what a text is worth to the party, read with its author in mind.
func (s *Self) Worth(d *agenda.Deal, author agenda.Author) float64 {
	return s.party.perceived(d, author)
}

// Crossed reports whether a text crosses one of the party's lines, and where.
func (s *Self) Crossed(d *agenda.Deal) (issue int, crossed bool) { return s.party.Crossed(d) }

// Aspiration is the demand at concession γ in [0,1]: the fallback plus γ of the way
// to the best the party believes it can get.
func (s *Self) Aspiration(gamma float64) float64 {
	best := s.Best()
	return s.party.floor + float64(gamma*max(0, best-s.party.floor))
}

// Best is the worth of the best deal that, by the party's own guess, the others
// would still take; its fallback when that is more. The text that lay on the table
// first draws it to what that text would bring the party (anchoring, Tversky and
// Kahneman 1974).
func (s *Self) Best() float64 {
	s.seek()
	best := s.anchor.worth
	if a := s.party.traits.Anchoring; a > 0 {
		best += float64(a * (s.party.utility.Worth(&s.party.traits.First) - best))
	}
	return max(s.party.floor, best)
}

// pressed is a demand on a day: a hard deadline that comes near takes its share off
// what the party asks beyond its fallback, and one that waits for better times asks
// for all it can get.
func (s *Self) pressed(demand float64) float64 {
	if s.party.outside.Waiting {
		return max(demand, s.Best())
	}
	if u := s.party.outside.Urgency; u > 0 {
		return s.party.floor + float64((1-u)*(demand-s.party.floor))
	}
	return demand
}

// misread is by how much whoever answers takes a text to be better than it is: an
// envoy until its side has once said itself what it would sign.
func (s *Self) misread(kind message.Kind) float64 {
	if kind == message.Conclude || s.confirmed {
		return 0
	}
	return s.party.outside.Misread
}

// reread works out anew what the party made of texts before it thought differently
// of the others.
func (s *Self) reread() {
	s.worth = s.party.utility.Worth(&s.table)
	if s.anchor.found {
		s.anchor.worth = s.party.utility.Worth(&s.anchor.deal)
	}
}

// Ideal is the worth of the party's own dream, whatever the others think.
func (s *Self) Ideal() float64 {
	s.dream()
	return s.anchor.ideal
}

// read puts the text of a message on the party's table.
func (s *Self) read(m *message.Message) {
	switch m.Kind {
	case message.Table, message.Relay, message.Conclude:
		if !m.Empty {
			s.table, s.worth = m.Text, s.party.utility.Worth(&m.Text)
		}
	}
}

// Judge says how the text on the party's table stands against a demand.
func (s *Self) Judge(m *message.Message, r *message.Reply, demand float64) {
	perceived := s.worth - s.party.devalued(&s.table, m.Author) - s.party.hurdle(&s.table) - s.party.unfair(&s.table) + s.misread(m.Kind)
	s.demand = max(demand, s.party.floor)
	s.missing = s.demand - perceived
	line, crossed := s.party.Crossed(&m.Text)
	if r.Crossed = crossed && !s.party.outside.Silent; r.Crossed {
		r.Line = uint8(line)
	}
	switch {
	case crossed:
		r.Verdict = message.Far
	case perceived >= demand && perceived >= s.party.floor:
		r.Verdict = message.Sign
	case perceived >= demand-s.party.traits.Near:
		r.Verdict = message.Near
	}
}

// Wish names the one-clause changes of the text on its table that the party wants
// most, best first; a clause that crosses a line comes before all others. A wish
// moves a clause by one rung, on a ladder of many rungs by an eighth of it: a side
// that asks for movement does not ask for a hair's breadth; among alternatives it goes to
// the one that the party likes next. A side that is near
// signing names first what would be enough, the smallest first; one that is far
// names what it wants most.
func (s *Self) Wish(r *message.Reply) {
	p, a := s.party, s.party.agenda
	var gains [message.MaxWishes]float64
	r.N, s.point = 0, p.utility.At(&s.table)
	if r.Crossed {
		if c, ok := s.withdraw(&s.table, s.worth, int(r.Line)); ok {
			r.Wishes[0], gains[0], r.N = c, math.Inf(1), 1
		}
	}
	for k := range a.Issues {
		at, top := int(s.table[k]), len(a.Issues[k].Levels)-1
		if a.Issues[k].Unordered {
			s.rank(r, &gains, s.next(k), p)
			continue
		}
		step := max(1, top/stride)
		if at > 0 {
			s.rank(r, &gains, agenda.Change{Issue: uint8(k), Level: uint8(max(0, at-step))}, p)
		}
		if at < top {
			s.rank(r, &gains, agenda.Change{Issue: uint8(k), Level: uint8(min(top, at+step))}, p)
		}
	}
}

// next is, of the alternatives of a clause inside the party's lines, the one that it
// likes next after the one on its table; that one itself where it likes none better.
func (s *Self) next(k int) agenda.Change {
	best, least := agenda.Change{Issue: uint8(k), Level: s.table[k]}, math.Inf(1)
	for l := range s.party.agenda.Issues[k].Levels {
		c := agenda.Change{Issue: uint8(k), Level: uint8(l)}
		gain := s.party.utility.GainAt(&s.point, &s.table, c)
		if gain > 0 && gain < least && s.free(&s.table, c) {
			best, least = c, gain
		}
	}
	return best
}

// stride is how many wishes it takes at most to cross a long ladder.
const stride = 8

// enough lifts a change that would make a near side sign above all that would not.
const enough = 1e6

// rank inserts a change among the wishes if it gains enough.
func (s *Self) rank(r *message.Reply, gains *[message.MaxWishes]float64, c agenda.Change, p *Party) {
	gain := p.utility.GainAt(&s.point, &s.table, c)
	if gain <= 0 || r.N > 0 && r.Wishes[0] == c {
		return
	}
	if r.Verdict == message.Near && gain >= s.missing {
		gain = enough - gain
	}
	if int(r.N) == message.MaxWishes && gain <= gains[r.N-1] {
		return
	}
	if !r.Crossed && !s.free(&s.table, c) {
		return // nobody asks for what it could not sign
	}
	i := int(r.N)
	if i == message.MaxWishes {
		i--
	} else {
		r.N++
	}
	for ; i > 0 && gains[i-1] < gain; i-- {
		gains[i], r.Wishes[i] = gains[i-1], r.Wishes[i-1]
	}
	gains[i], r.Wishes[i] = gain, c
}

// withdraw finds the way off a crossed line: the nearest level of the clause that
// does not cross it, of two the one the party likes better.
func (s *Self) withdraw(text *agenda.Deal, worth float64, issue int) (best agenda.Change, ok bool) {
	gain, steps := 0.0, agenda.MaxLevels
	d := *text
	for l := range s.party.agenda.Issues[issue].Levels {
		c := agenda.Change{Issue: uint8(issue), Level: uint8(l)}
		d[issue] = c.Level
		if line, crossed := s.party.Crossed(&d); crossed && line == issue {
			continue
		}
		away := max(l-int(text[issue]), int(text[issue])-l)
		g := s.party.utility.Gain(text, c, worth)
		if away < steps || away == steps && g > gain {
			best, gain, steps, ok = c, g, away, true
		}
	}
	return best, ok
}

// Pick answers a choice among amendments of the text on the party's table: the one
// worth most, and whether even that one costs more than the margin it calls near.
// With free it picks none unless one makes the text better.
func (s *Self) Pick(m *message.Message, r *message.Reply) {
	r.Choice = -1
	best := 0.0
	for i := range int(m.N) {
		gain := s.amended(m, i)
		if r.Choice < 0 && (!m.Free || gain > 0) || r.Choice >= 0 && gain > best {
			r.Choice, best = int8(i), gain
		}
	}
	r.Strong = r.Choice >= 0 && best < -s.party.traits.Near
}

// barred is what crossing a line costs in a choice: more than any worth, also where
// weights are as given.
const barred = 1e6

// amended is what an option on the text on the table is worth.
func (s *Self) amended(m *message.Message, i int) float64 {
	p := s.party
	if o := &m.Options[i]; !m.Whole && o.N == 1 && len(p.traits.Lines) == 0 {
		return p.utility.Gain(&s.table, o.Changes[0], s.worth)
	}
	d := s.table
	m.Amended(i, &d)
	gain := p.utility.Worth(&d) - s.worth
	if _, crossed := p.Crossed(&d); crossed {
		gain -= barred
	}
	return gain
}

// Take amends the text on the party's table, as the mediator says it now reads.
func (s *Self) Take(m *message.Message) {
	m.Amended(0, &s.table)
	s.worth = s.party.utility.Worth(&s.table)
}
