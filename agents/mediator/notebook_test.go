package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

func TestNotebookKeepsTheLastReply(t *testing.T) {
	n := mediator.NewNotebook(brief())
	n.Reset(nil)
	n.Round = 1
	_, fresh := n.Last(east, message.Table)
	assert.False(t, fresh)
	*n.Page(east, message.Table) = signs
	*n.Page(east, message.Choose) = picks(2, true)
	r, fresh := n.Last(east, message.Table)
	assert.True(t, fresh)
	assert.Equal(t, message.Sign, r.Verdict)
	n.Round = 2
	r, fresh = n.Last(east, message.Table)
	assert.False(t, fresh, "it came a round ago")
	assert.Equal(t, message.Sign, r.Verdict, "and is still the last")
	_, fresh = n.Last(west, message.Table)
	assert.False(t, fresh)
}

// A new run begins with an empty book.
func TestResetForgets(t *testing.T) {
	n := mediator.NewNotebook(brief())
	n.Reset(nil)
	n.Round = 1
	*n.Page(east, message.Table) = wants(message.Near, set(1, 2))
	n.Gathered(guard)
	assert.Equal(t, guard, n.Refused())
	n.Reset(nil)
	n.Round = 1
	r, fresh := n.Last(east, message.Table)
	assert.False(t, fresh)
	assert.Equal(t, message.Reply{Choice: -1}, *r)
	assert.Equal(t, -1, n.Refused())
}

func TestTurnsBeginWithTheFirst(t *testing.T) {
	n := mediator.NewNotebook(brief())
	assert.Equal(t, 2, n.Sides())
	assert.Equal(t, east, n.Signatory(1))
	assert.Equal(t, []int{west, east}, []int{n.Turn(0), n.Turn(1)})
	n.First = 1
	assert.Equal(t, []int{east, west}, []int{n.Turn(0), n.Turn(1)})
}

func TestConsentIsForItsLevels(t *testing.T) {
	b := brief()
	for level, want := range []bool{false, false, false, true} {
		d := deal(uint8(level), 3, 3)
		assert.Equal(t, want, b.Consent[0].Needs(&d), "level %d", level)
	}
	high := mediator.Consent{Issue: 1}
	high.Levels[3] = 1 << 63
	d := deal(0, 255)
	assert.True(t, high.Needs(&d))
	assert.Equal(t, []int{west, east}, b.Signatories())
}
