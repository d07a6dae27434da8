package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/sim/talks"
)

func gather(d agenda.Deal) mediator.Move {
	return mediator.Move{Act: mediator.Gather, Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: d}}
}

func visit(to int, m message.Message) mediator.Move {
	return mediator.Move{Act: mediator.Visit, To: to, Message: m}
}

func choice(kind message.Kind, n uint8, options ...agenda.Amendment) message.Message {
	m := message.Message{Kind: kind, N: n}
	copy(m.Options[:], options)
	return m
}

// An illegal move ends the run with a fault that says what it was; nothing panics.
func TestIllegalMovesAreFaults(t *testing.T) {
	c := caseOf(t, "textbook")
	high := agenda.Amend(agenda.Change{Issue: 0, Level: 81})
	for _, illegal := range []struct {
		name  string
		move  mediator.Move
		fault string
	}{
		{"a room that is not there", visit(2, message.Message{Kind: message.Table}), "the mediator visited party 2 of 2"},
		{"a room before the first", visit(-1, message.Message{Kind: message.Table}), "the mediator visited party -1 of 2"},
		{"no verb", visit(0, message.Message{}), "the mediator said verb 0 on a visit"},
		{"a signature on a visit", visit(0, message.Message{Kind: message.Conclude}), "the mediator said verb 5 on a visit"},
		{"a level that does not exist", visit(0, message.Message{Kind: message.Table, Text: deal(81)}), "the mediator carried a text with levels that do not exist"},
		{"an issue that does not exist", visit(0, message.Message{Kind: message.Relay, Text: deal(0, 0, 1)}), "the mediator carried a text with levels that do not exist"},
		{"no option", visit(0, choice(message.Choose, 0)), "the mediator gave 0 options"},
		{"too many options", visit(0, choice(message.Choose, message.MaxOptions+1)), "the mediator gave 9 options"},
		{"an option off the ladder", visit(0, choice(message.Choose, 1, high)), "the mediator gave an option with a level that does not exist"},
		{"an option on no issue", visit(0, choice(message.Adopt, 1, agenda.Amend(agenda.Change{Issue: 2}))), "the mediator gave an option with a level that does not exist"},
		{"an option with too many changes", visit(0, choice(message.Choose, 1, agenda.Amendment{N: agenda.MaxChanges + 1})), "the mediator gave an option with 7 changes"},
		{"a whole text among options", visit(0, message.Message{Kind: message.Choose, N: 2, Whole: true}), "the mediator gave 2 options"},
		{"a whole text off the ladder", visit(0, message.Message{Kind: message.Adopt, N: 1, Whole: true, Text: deal(81)}), "the mediator gave a text with levels that do not exist"},
		{"options before a text", visit(1, choice(message.Choose, 1, agenda.Amend(agenda.Change{Issue: 0, Level: 1}))), "the mediator gave options to party 1 before it showed it a text"},
		{"an adoption before a text", visit(0, message.Message{Kind: message.Adopt, N: 1, Whole: true}), "the mediator gave options to party 0 before it showed it a text"},
		{"too long a ranking", visit(0, message.Message{Kind: message.Relay, Named: message.MaxWishes + 1}), "the mediator passed on 6 priorities"},
		{"a ranking of no issue", visit(0, message.Message{Kind: message.Relay, Side: 1, Named: 1, Ranking: [message.MaxWishes]uint8{2}}), "the mediator passed on a priority for an issue that does not exist"},
		{"a gathering for no text", gather(deal(81)), "the mediator gathered everybody for a text with levels that do not exist"},
		{"an act that is none", mediator.Move{Act: mediator.Hurry + 1}, "the mediator made move 10"},
	} {
		t.Run(illegal.name, func(t *testing.T) {
			e := talks.NewEngine(mediated(c, once(illegal.move)))
			o := e.Play(1, nil)
			assert.Equal(t, illegal.fault, o.Fault)
			assert.Equal(t, 1, o.Rounds, "the run ends there")
			assert.False(t, o.Signed)
		})
	}
}

// The engine outlives a fault: the next run is as if there had been none.
func TestAFaultLeavesNothingBehind(t *testing.T) {
	c := caseFrom(t, guarded)
	faulty := true
	e := talks.NewEngine(mediated(c, func() script {
		if faulty {
			return once(visit(7, message.Message{Kind: message.Table}))()
		}
		return once(gather(deal(3, 1)))()
	}))
	require.NotEmpty(t, e.Play(1, nil).Fault)
	faulty = false
	o := e.Play(1, nil)
	assert.Empty(t, o.Fault)
	assert.True(t, o.Signed)
}

func TestAMediatorThatNeverRests(t *testing.T) {
	c := caseOf(t, "textbook")
	busy := func(_ *mediator.Notebook, move *mediator.Move) {
		*move = visit(0, message.Message{Kind: message.Table, Author: agenda.Mediator})
	}
	o := played(mediated(c, func() script { return busy }), 1)
	assert.Equal(t, "the mediator did not rest within 1048576 messages of round 1", o.Fault)
	assert.Equal(t, 1<<20, o.Messages)
}
