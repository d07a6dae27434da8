package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// Each side's text is tried on the other, redrafted by its first wish; the one that
// takes fewer redrafts becomes the single text.
func TestCompetingTextsTakeTheOneMindedLess(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.CompetingTexts{SingleText: mediator.SingleText{Options: 5, Prices: 1, Pace: 1, Patience: 100, Repeats: 2}, Redrafts: 3}.New(b))
	s.round(1)
	assert.True(t, s.visits(west, message.Relay, offers(deal(3, 3, 3))).Empty)
	assert.True(t, s.visits(east, message.Relay, offers(deal(0, 1, 0))).Empty)
	m := *s.visits(east, message.Table, wants(message.Far, set(0, 2), set(1, 2)))
	assert.Equal(t, deal(3, 3, 3), m.Text)
	assert.Equal(t, agenda.Author(west), m.Author)
	m = *s.visits(east, message.Table, wants(message.Near, set(1, 1)))
	assert.Equal(t, deal(2, 3, 3), m.Text)
	assert.Equal(t, agenda.Mediator, m.Author, "as redrafted it is nobody else's")
	assert.Equal(t, deal(2, 1, 3), s.visits(east, message.Table, signs).Text)
	assert.Equal(t, deal(0, 1, 0), s.visits(west, message.Table, wants(message.Near, set(2, 1))).Text)
	assert.Equal(t, deal(0, 1, 1), s.visits(west, message.Table, signs).Text)
	m = *s.visits(west, message.Table, signs) // the single text, as its author left it
	assert.Equal(t, deal(0, 1, 0), m.Text)
	assert.Equal(t, agenda.Mediator, m.Author)
	s.visits(east, message.Table, signs)
	s.gathers(deal(0, 1, 0))
}

// With no text made the initial one is the single text.
func TestCompetingTextsWithoutTexts(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 2, 1)
	s := newShuttle(t, b, mediator.CompetingTexts{SingleText: mediator.SingleText{Options: 5, Prices: 1, Pace: 1, Patience: 100, Repeats: 2}, Redrafts: 1}.New(b))
	s.round(1)
	s.visits(west, message.Relay, message.Reply{})
	s.visits(east, message.Relay, message.Reply{})
	assert.Equal(t, b.Initial, s.visits(west, message.Table, signs).Text)
}

// From a side's own text the trade is found as from the middle.
func TestCompetingTextsFindTheTrade(t *testing.T) {
	e := engine(t, "textbook", "talks.mediator=competing-texts", "talks.text=blank")
	for i := range 10 {
		o := play(t, e, i)
		require.True(t, o.Signed)
		assert.Equal(t, deal(80, 0), o.Deal)
	}
}
