package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/talks"
)

// What a side said of the mediator's text does not count once there is another: talks
// that end over a text on which one side only was asked are no one-sided ones.
func TestAVerdictIsOfTheLastText(t *testing.T) {
	c := caseFrom(t, guarded)
	a, b := seat(t, c, "A"), seat(t, c, "B")
	first, second := deal(4, 4), deal(4, 3) // worth 1 and .95 to A, 0 and .2 to B
	for _, row := range []struct {
		name  string
		moves []mediator.Move
		want  talks.Class
	}{
		{"both asked of one text", []mediator.Move{shows(a, first), shows(b, first)}, talks.OneSided},
		{"the text again", []mediator.Move{shows(b, first), shows(a, first)}, talks.OneSided},
		{"B asked of the first only", []mediator.Move{shows(b, first), shows(a, second)}, talks.Stalemate},
		{"A asked of the first only", []mediator.Move{shows(a, first), shows(b, second)}, talks.Stalemate},
		{"both asked of the second", []mediator.Move{shows(b, first), shows(a, second), shows(b, second)}, talks.OneSided},
	} {
		var rounds [][]mediator.Move
		for _, move := range row.moves {
			rounds = append(rounds, []mediator.Move{move})
		}
		assert.Equal(t, row.want, played(mediated(c, daily(rounds...)), 1).Class, row.name)
	}
}

// On a relay where all goes wrong every clause of an offer arrives a rung off, and every
// priority as one drawn anew: of two clauses and two priorities, four things.
func TestPrioritiesAreGarbled(t *testing.T) {
	relayed := message.Message{Kind: message.Relay, Author: 1, Text: deal(2, 2), Named: 2}
	relayed.Ranking[0], relayed.Ranking[1] = 0, 1
	var text agenda.Deal
	var ranking [2]uint8
	hearing := func(noise string) *talks.Engine {
		return talks.NewEngine(mediated(voiced(caseFrom(t, guarded, "formats.table.noise="+noise), func(int) voice {
			return func(_ *party.Self, m *message.Message, _ *message.Reply) {
				text, ranking = m.Text, [2]uint8{m.Ranking[0], m.Ranking[1]}
			}
		}), once(visit(0, relayed))))
	}
	clear, loud := hearing("0"), hearing("1")
	assert.Zero(t, clear.Play(talksSeed(0), nil).Garbled)
	assert.Equal(t, []any{deal(2, 2), [2]uint8{0, 1}}, []any{text, ranking})
	rankings := map[[2]uint8]int{}
	for i := range 64 {
		o := loud.Play(talksSeed(i), nil)
		require.Empty(t, o.Fault)
		assert.Equal(t, 4, o.Garbled)
		for k := range 2 {
			assert.Contains(t, []uint8{1, 3}, text[k])
		}
		rankings[ranking]++
	}
	assert.Len(t, rankings, 4, "each of the four rankings comes up")
}
