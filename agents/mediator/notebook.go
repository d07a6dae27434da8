package mediator

import (
	"encoding/binary"
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// Notebook is all a mediator was ever told, and the calendar.
type Notebook struct {
	Round int // from 1
	Day   float64
	First int        // which signatory is visited first this round: a keyed coin
	Rand  *rand.Rand // the mediator's own stream
	Left  float64    // of its budget [worth·years]
	Steps Steps

	heard   []page // by seat
	refused int    // seat that refused at the last gathering, -1 none
	signs   []int
}

// page is what one seat last replied to each verb, and in which round, and what the
// mediator found out of it by its own means.
type page struct {
	signal    Signal
	signalled bool

	reply [message.Kinds]message.Reply
	when  [message.Kinds]int
}

// NewNotebook makes the empty notebook of a case.
func NewNotebook(b *Brief) *Notebook {
	n := len(b.Seats)
	return &Notebook{heard: make([]page, n), refused: -1, signs: b.Signatories()}
}

// Reset empties the notebook for the next run.
func (n *Notebook) Reset(r *rand.Rand) {
	for i := range n.heard {
		n.heard[i] = page{}
		for k := range n.heard[i].reply {
			n.heard[i].reply[k].Clear() // who was not asked picked nothing
		}
	}
	n.Round, n.Day, n.First, n.Rand, n.refused = 0, 0, 0, r, -1
	n.Left, n.Steps = 0, Steps{}
}

// Page is where a party's reply to a verb is written. The engine calls it at each
// visit.
func (n *Notebook) Page(party int, kind message.Kind) *message.Reply {
	p := &n.heard[party]
	p.when[kind] = n.Round
	return &p.reply[kind]
}

// Gathered notes how a gathering ended: refused is the first seat that would not
// sign, -1 when all did.
func (n *Notebook) Gathered(refused int) { n.refused = refused }

// Last is a party's last reply to a verb, and whether it came this round.
func (n *Notebook) Last(party int, kind message.Kind) (r *message.Reply, fresh bool) {
	p := &n.heard[party]
	return &p.reply[kind], p.when[kind] == n.Round
}

// Refused is the seat that would not sign at the last gathering, -1 when none.
func (n *Notebook) Refused() int { return n.refused }

// Turn is the i-th signatory to visit this round: the order turns with First.
func (n *Notebook) Turn(i int) int { return n.signs[(i+n.First)%len(n.signs)] }

// Sides is the number of signatories.
func (n *Notebook) Sides() int { return len(n.signs) }

// Signatory is the i-th signatory in the case's own order.
func (n *Notebook) Signatory(i int) int { return n.signs[i] }

// seen counts how often a text was on the table, by a hash of its clauses.
type seen struct {
	codes []uint64
	count []int
}

func newSeen(room int) seen {
	return seen{codes: make([]uint64, 0, room), count: make([]int, 0, room)}
}

func code(d *agenda.Deal) uint64 {
	h := uint64(14695981039346656037) // FNV-1a, eight clauses at a time
	for i := 0; i < len(d); i += 8 {
		h = (h ^ binary.LittleEndian.Uint64(d[i:])) * 1099511628211
		h ^= h >> 29
	}
	return h
}

// note counts a text; past its room the oldest places are kept.
func (s *seen) note(d *agenda.Deal) {
	c := code(d)
	for i := range s.codes {
		if s.codes[i] == c {
			s.count[i]++
			return
		}
	}
	if len(s.codes) < cap(s.codes) {
		s.codes, s.count = append(s.codes, c), append(s.count, 1)
	}
}

// times is how often a text was on the table.
func (s *seen) times(d *agenda.Deal) int {
	c := code(d)
	for i := range s.codes {
		if s.codes[i] == c {
			return int(s.count[i])
		}
	}
	return 0
}
