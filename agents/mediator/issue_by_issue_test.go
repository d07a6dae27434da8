package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// ranked answers a choice by a ranking of levels, best first, and is what was put.
func ranked(s *shuttle, seat int, levels ...uint8) *message.Message {
	s.t.Helper()
	move := s.next()
	require.Equal(s.t, mediator.Visit, move.Act)
	require.Equal(s.t, seat, move.To)
	require.Equal(s.t, message.Choose, move.Message.Kind)
	for _, l := range levels {
		for i := range move.Message.N {
			if move.Message.Options[i].Changes[0].Level == l {
				*s.notebook.Page(seat, message.Choose) = picks(int8(i), false)
				return &move.Message
			}
		}
	}
	require.Fail(s.t, "nothing to pick from")
	return nil
}

// Sides that rank the levels in opposite order meet in the middle; what was settled
// is not asked for again, and the text goes to signature as a whole.
func TestIssueByIssueFallsBackToTheMiddle(t *testing.T) {
	b := brief()
	b.Agenda.Issues = b.Agenda.Issues[:2]
	b.Agenda.Issues[1].Levels = agenda.Tiers("0", "1", "2")
	b.Consent = nil
	s := newShuttle(t, b, mediator.IssueByIssue{First: "hard", Pace: 1}.New(b))
	s.round(1)
	s.visits(west, message.Table, wants(message.Far, set(1, 1)))
	s.visits(east, message.Table, wants(message.Far))
	for range 2 { // (2, 0), then (1, 1)
		assert.Equal(t, uint8(1), ranked(s, west, 2, 1, 0).Options[0].Changes[0].Issue, "asked for most")
		ranked(s, east, 0, 1, 2)
	}
	s.rests()
	s.round(2)
	assert.Equal(t, deal(0, 1), s.visits(west, message.Table, wants(message.Far, set(1, 2))).Text)
	s.visits(east, message.Table, wants(message.Far))
	assert.Equal(t, uint8(0), ranked(s, west, 3, 2, 1, 0).Options[0].Changes[0].Issue)
	ranked(s, east, 3, 1, 2, 0)
	s.rests()
	s.round(3)
	assert.Equal(t, deal(3, 1), s.visits(west, message.Table, wants(message.Near, set(1, 2))).Text)
	s.visits(east, message.Table, signs)
	s.rests()
	s.round(4)
	s.visits(west, message.Table, signs)
	s.visits(east, message.Table, signs)
	s.gathers(deal(3, 1))
}

// The easiest clause first is the one nobody has asked for.
func TestIssueByIssueTakesTheEasiestFirst(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.IssueByIssue{First: "easy", Pace: 1}.New(b))
	s.round(1)
	s.visits(west, message.Table, wants(message.Far, set(0, 1), set(2, 1)))
	s.visits(east, message.Table, wants(message.Far, set(0, 2)))
	assert.Equal(t, uint8(1), ranked(s, west, 0).Options[0].Changes[0].Issue)
}

// A clause settled across somebody's line is taken off it.
func TestIssueByIssueLeavesLines(t *testing.T) {
	b := brief()
	b.Agenda.Issues = b.Agenda.Issues[:1]
	b.Consent = nil
	s := newShuttle(t, b, mediator.IssueByIssue{First: "easy", Pace: 1}.New(b))
	s.round(1)
	s.visits(west, message.Table, wants(message.Far))
	s.visits(east, message.Table, wants(message.Far))
	ranked(s, west, 3)
	ranked(s, east, 3)
	s.rests()
	s.round(2)
	crossed := wants(message.Far, set(0, 2))
	crossed.Crossed = true
	assert.Equal(t, deal(3), s.visits(west, message.Table, crossed).Text)
	s.visits(east, message.Table, signs)
	s.rests()
	s.round(3)
	assert.Equal(t, deal(2), s.visits(west, message.Table, signs).Text)
}

// Of a long ladder a side names from rungs that stand as far from the one end as from
// the other: neither end is nearer to the middle.
func TestIssueByIssueNamesEvenly(t *testing.T) {
	for _, top := range []uint8{3, 7, 8, 20, 80, 255} {
		b := brief()
		b.Agenda.Issues = b.Agenda.Issues[:1]
		b.Agenda.Issues[0].Levels = make([]agenda.Level, int(top)+1)
		b.Consent = nil
		s := newShuttle(t, b, mediator.IssueByIssue{First: "easy", Pace: 1}.New(b))
		s.round(1)
		s.visits(west, message.Table, wants(message.Far))
		s.visits(east, message.Table, wants(message.Far))
		m := s.visits(west, message.Choose, picks(0, false))
		for i := range m.N {
			low, high := m.Options[i].Changes[0].Level, m.Options[m.N-1-i].Changes[0].Level
			assert.Equal(t, top, low+high, "of %d rungs", int(top)+1)
		}
	}
}
