package talks_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// What is adopted is the text on the table: an unsigned run reports the text as it
// read last, not the one it began with.
func TestAdoptedTextsAreInTheBooks(t *testing.T) {
	c := caseOf(t, "textbook", "parties[A].fallback.base=0.85", "parties[B].fallback.base=0.85")
	adopt := choice(message.Adopt, 1, agenda.Amend(agenda.Change{Issue: 0, Level: 80}))
	moves := []mediator.Move{
		visit(0, message.Message{Kind: message.Table, Author: agenda.Mediator, Text: deal(40, 40)}),
		visit(1, message.Message{Kind: message.Table, Author: agenda.Mediator, Text: deal(40, 40)}),
		visit(0, adopt), visit(1, adopt),
	}
	o := played(mediated(c, func() script {
		next := 0
		return func(_ *mediator.Notebook, move *mediator.Move) {
			if *move = (mediator.Move{}); next < len(moves) {
				*move = moves[next]
				next++
			}
		}
	}), 1)
	require.Empty(t, o.Fault)
	assert.Equal(t, deal(80, 40), o.Deal)
	assert.Len(t, o.History.Drafts, 2, "both sides were told the same")
	assert.InDelta(t, .9, o.Worth[seat(t, c, "A")], 1e-12)
}

// A mediator does not learn how its message was misheard.
func TestNoiseStaysInTheRoom(t *testing.T) {
	c := caseOf(t, "miami", "formats.split-shuttle.noise=1")
	sent := c.Initial
	o := played(mediated(c, func() script {
		round := 0
		return func(n *mediator.Notebook, move *mediator.Move) {
			if n.Round == round {
				assert.Equal(t, sent, move.Message.Text, "the move as it was written")
				*move = mediator.Move{}
				return
			}
			round = n.Round
			*move = visit(n.Turn(0), message.Message{Kind: message.Relay, Author: agenda.Unnamed, Text: sent})
		}
	}), 1)
	assert.Empty(t, o.Fault)
}

// An answer that does not exist ends the run with a fault; nothing panics.
func TestIllegalRepliesAreFaults(t *testing.T) {
	c := caseOf(t, "textbook")
	for name, answer := range map[string]struct {
		say   func(r *message.Reply)
		fault string
	}{
		"too many wishes": {func(r *message.Reply) { r.N = 6 }, "a party named 6 wishes"},
		"a wish off the ladder": {func(r *message.Reply) {
			r.N, r.Wishes[0] = 1, agenda.Change{Issue: 200}
		}, "a party wished for a level that does not exist"},
		"a line on no issue":        {func(r *message.Reply) { r.Crossed, r.Line = true, 9 }, "a party named a line on an issue that does not exist"},
		"an offer nobody asked for": {func(r *message.Reply) { r.Offered = true }, "a party made an offer with levels that do not exist, or was not asked for one"},
	} {
		t.Run(name, func(t *testing.T) {
			silly := voiced(c, func(int) voice {
				return func(_ *party.Self, _ *message.Message, r *message.Reply) { answer.say(r) }
			})
			assert.Equal(t, answer.fault, played(silly, 1).Fault)
		})
	}
}

// threeSided is the text of miami with a third signatory.
func threeSided(text string) string {
	text = strings.Replace(text, "    seats: [EUR]\n", "", 1)
	from := strings.Index(text, "    seat: guarantor")
	to := from + strings.Index(text[from:], "    discount:")
	text = text[:from] + text[to:]
	eur := strings.Index(text, "  - name: EUR\n")
	return text[:eur] + strings.Replace(text[eur:], "role: guarantor", "role: belligerent", 1)
}

// A run depends on its seed alone, not on what the engine played before it: also
// with three signatories, relay noise and consent.
func TestRunsAreIndependent(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, name := range []string{"none", "facilitation", "single-text", "peer/hill-climbing", "oracle/nash"} {
		for _, c := range []*talks.Case{
			caseOf(t, "miami", "talks.mediator="+name, "formats.split-shuttle.noise=0.2"),
			caseFrom(t, threeSided(read(t, "miami")), "talks.mediator="+name),
		} {
			e := talks.NewEngine(c)
			for r := range 6 {
				e.Play(rng.Derive(1, r), nil)
			}
			for r := range 6 {
				seed := rng.Derive(2, r)
				assert.Equal(t, digest(played(c, seed)), digest(e.Play(seed, nil)), name)
			}
		}
	}
}

// A reader who signed an offer without a name is not told the name when everybody
// is gathered, and the author knows its own text: taking names off offers helps.
func TestNamesOffHelp(t *testing.T) {
	const runs = 400
	with := signed(t, caseOf(t, "miami", calm(), "talks.mediator={name: facilitation, named: 1}"), runs)
	off := signed(t, caseOf(t, "miami", calm(), "talks.mediator={name: facilitation, named: 0}"), runs)
	assert.Greater(t, off, with+runs/50)
}
