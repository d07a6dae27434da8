package agenda

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// set is a set of clauses.
func set(issues ...int) (c Clauses) {
	for _, k := range issues {
		c.Add(k)
	}
	return c
}

func TestHistoryKeepsDrafts(t *testing.T) {
	h := NewHistory(8, 8)
	assert.Zero(t, h.Tabled())
	assert.True(t, h.Table(&Deal{0, 0, 0}, Mediator, 1))
	assert.False(t, h.Table(&Deal{0, 0, 0}, 1, 2), "the same text, whoever brings it")
	assert.True(t, h.Table(&Deal{2, 0, 1}, 1, 2))
	assert.False(t, h.Table(&Deal{0, 0, 0}, Unnamed, 3), "an old text comes back: a draft, and nothing new")
	assert.Equal(t, 3, h.Tabled())
	assert.Equal(t, []Draft{
		{Number: 1, Round: 1, Author: Mediator, Deal: Deal{0, 0, 0}},
		{Number: 2, Round: 2, Author: 1, Deal: Deal{2, 0, 1}, Open: set(0, 2)},
		{Number: 3, Round: 3, Author: Unnamed, Deal: Deal{0, 0, 0}, Open: set(0, 2)},
	}, h.Drafts)
	assert.Zero(t, h.Lost)
}

func TestHistoryKeepsObjections(t *testing.T) {
	h := NewHistory(8, 8)
	h.Object(1, 0)
	assert.Empty(t, h.Objections, "there is no text to object to")
	h.Close() // nor one to close
	h.Table(&Deal{}, Mediator, 1)
	h.Object(1, 0)
	h.Object(2, 0)
	h.Object(1, 0) // said before
	h.Object(1, 1)
	assert.Equal(t, []Objection{{0, 1, 0}, {0, 2, 0}, {0, 1, 1}}, h.Objections)
	assert.Equal(t, set(1, 2), h.Drafts[0].Open, "a clause objected to is open")

	h.Close()
	assert.Zero(t, h.Drafts[0].Open.Len(), "all agreed")
	h.Object(1, 0)
	assert.Len(t, h.Objections, 3, "once a draft, clause and party")

	h.Table(&Deal{1}, Mediator, 2)
	h.Object(1, 0)
	assert.Equal(t, Objection{1, 1, 0}, h.Objections[3], "a new draft is a new chance to object")
	assert.Equal(t, set(0, 1), h.Drafts[1].Open, "what moved, and what is objected to")
	assert.Zero(t, h.Lost)
}

func TestHistoryCountsWhatDoesNotFit(t *testing.T) {
	h := NewHistory(2, 2)
	for l := range uint8(5) {
		h.Table(&Deal{l}, Mediator, 1)
	}
	assert.Len(t, h.Drafts, 2)
	assert.Equal(t, 3, h.Lost)
	assert.Equal(t, Draft{Number: 5, Round: 1, Author: Mediator, Deal: Deal{4}, Open: set(0)}, h.Drafts[1], "the text on the table")
	for k := range 5 {
		h.Object(k, 0)
	}
	assert.Len(t, h.Objections, 2)
	assert.Equal(t, 6, h.Lost)
	h.Reset()
	assert.Zero(t, h.Lost)
	assert.Empty(t, h.Drafts)
	h.Table(&Deal{7}, 0, 1)
	assert.Equal(t, []Draft{{Number: 1, Round: 1, Author: 0, Deal: Deal{7}}}, h.Drafts, "nothing of the last run is left")
}

// A run allocates nothing: what a history holds, it has held from the start.
func TestHistoryAllocatesNothing(t *testing.T) {
	h := NewHistory(4, 4)
	var d Deal
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		h.Reset()
		for l := range uint8(6) {
			d[0] = l
			h.Table(&d, Mediator, 1)
			h.Object(int(l), 0)
		}
	}))
}
