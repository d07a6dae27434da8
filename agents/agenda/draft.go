package agenda

import "slices"

// Author of a text: a party by its place in the case, or one of the names below.
type Author int8

// Authors that are no party.
const (
	Mediator Author = -1 // the mediator drafted it
	Unnamed  Author = -2 // somebody did; the reader is not told who
)

// Draft is one numbered state of the text.
type Draft struct {
	Number int     // 1 is the initial text
	Round  int     // when it was put on the table
	Author Author  // who wrote it
	Deal   Deal    // the reading of every clause
	Open   Clauses // clauses in square brackets: not yet agreed by every signatory
}

// Objection is one party's wish to move one clause of one draft.
type Objection struct {
	Draft  uint16 // index into the history, from 0
	Clause uint8  // issue
	Party  uint8
}

// History keeps the drafts of a run in order and who objected to what. Its
// capacity is fixed when it is made, so that a run allocates nothing; what does
// not fit is counted, not kept, except for the text that lies on the table.
type History struct {
	Drafts     []Draft
	Objections []Objection
	Lost       int // drafts or objections past the capacity
}

// NewHistory makes room for so many drafts and objections.
func NewHistory(drafts, objections int) *History {
	return &History{Drafts: make([]Draft, 0, drafts), Objections: make([]Objection, 0, objections)}
}

// Reset empties the history for the next run.
func (h *History) Reset() {
	h.Drafts, h.Objections, h.Lost = h.Drafts[:0], h.Objections[:0], 0
}

// Tabled is how many drafts there were, those past the capacity too.
func (h *History) Tabled() int {
	if n := len(h.Drafts); n > 0 {
		return h.Drafts[n-1].Number
	}
	return 0
}

// Table records a text. A text equal to the one on the table is no new draft.
// Clauses in which it differs from the last draft are open. In a full history it takes
// the place of the last draft: what lies on the table is known at all times. It reports
// whether the text is one that was never on the table before, as far as drafts are kept:
// talks that go back and forth between two texts do not move.
func (h *History) Table(d *Deal, author Author, round int) (fresh bool) {
	n := len(h.Drafts)
	if n > 0 && h.Drafts[n-1].Deal == *d {
		return false
	}
	fresh = !slices.ContainsFunc(h.Drafts, func(old Draft) bool { return old.Deal == *d })
	next := Draft{Number: 1, Round: round, Author: author, Deal: *d}
	if n > 0 {
		next.Number, next.Open = h.Drafts[n-1].Number+1, Diff(d, &h.Drafts[n-1].Deal)
	}
	if n == cap(h.Drafts) {
		h.Lost++
		if n > 0 {
			h.Drafts[n-1] = next
		}
		return fresh
	}
	h.Drafts = append(h.Drafts, next)
	return fresh
}

// Object records that a party would move a clause of the text on the table and
// opens that clause. It is recorded once a draft, clause and party.
func (h *History) Object(clause, party int) {
	n := len(h.Drafts)
	if n == 0 {
		return
	}
	o := Objection{Draft: uint16(n - 1), Clause: uint8(clause), Party: uint8(party)}
	for i := len(h.Objections) - 1; i >= 0 && h.Objections[i].Draft == o.Draft; i-- {
		if h.Objections[i] == o {
			return
		}
	}
	if len(h.Objections) == cap(h.Objections) {
		h.Lost++
		return
	}
	h.Objections = append(h.Objections, o)
	h.Drafts[n-1].Open.Add(clause)
}

// Close takes the brackets off every clause of the text on the table: its
// signatories agreed to it.
func (h *History) Close() {
	if n := len(h.Drafts); n > 0 {
		h.Drafts[n-1].Open = Clauses{}
	}
}
