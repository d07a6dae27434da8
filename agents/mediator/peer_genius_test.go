package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// taste is what a side likes: a worth for every text, and what it would sign.
type taste struct {
	worth func(agenda.Deal) int
	signs func(agenda.Deal) bool
	table agenda.Deal
}

// shown is one text that went round: its reading and whether all were for it.
type shown struct {
	text agenda.Deal
	all  bool
}

// negotiate answers a strategy for two sides until it rests, and returns the texts put
// to them and the one put up for signature.
func negotiate(t *testing.T, s *shuttle, sides map[int]*taste) (texts []shown, signed *agenda.Deal) {
	t.Helper()
	for range 200_000 {
		move := s.next()
		if move.Act == mediator.Rest {
			return texts, signed
		}
		if move.Act == mediator.Gather {
			d := move.Message.Text
			signed = &d
			continue
		}
		side, m := sides[move.To], &move.Message
		d := side.table
		var yes bool
		answer := message.Reply{Choice: -1}
		switch m.Kind {
		case message.Table:
			d, yes = m.Text, side.signs(m.Text)
			side.table = d
			if yes {
				answer.Verdict = message.Sign
			}
		case message.Choose:
			require.True(t, m.Free)
			m.Amended(0, &d)
			if yes = side.worth(d) > side.worth(side.table); yes {
				answer.Choice = 0
			}
		case message.Adopt:
			m.Amended(0, &side.table)
		}
		if m.Kind != message.Adopt {
			if move.To == west {
				texts = append(texts, shown{d, true})
			}
			texts[len(texts)-1].all = texts[len(texts)-1].all && yes
		}
		*s.notebook.Page(move.To, m.Kind) = answer
	}
	t.Fatal("it never rests")
	return nil, nil
}

func height(d agenda.Deal) int { return int(d[0]) + int(d[1]) + int(d[2]) }

func anything(agenda.Deal) bool { return true }

// Random texts, one a round, until all would sign one; then changes of one clause, each
// drawn evenly, of the last text that all were for; signed in the last round only.
func TestFlipping(t *testing.T) {
	b := brief()
	b.Rounds = 60
	s := newShuttle(t, b, mediator.PeerRandomFlipping{Proposals: 20}.New(b))
	high := func(d agenda.Deal) bool { return height(d) >= 6 }
	sides := map[int]*taste{west: {worth: height, signs: high}, east: {worth: height, signs: anything}}
	at, found := agenda.Deal{}, 0
	for round := 1; round <= b.Rounds; round++ {
		s.round(round)
		texts, signed := negotiate(t, s, sides)
		if found == 0 {
			require.NotEmpty(t, texts)
			assert.Equal(t, high(texts[0].text), texts[0].all)
			if !texts[0].all {
				require.Len(t, texts, 1, "one a round")
				continue
			}
			at, found, texts = texts[0].text, round, texts[1:]
			require.Len(t, texts, 19)
		}
		for _, x := range texts {
			diff := agenda.Diff(&at, &x.text)
			assert.Equal(t, 1, diff.Len(), "one clause of the last accepted text")
			assert.Equal(t, height(x.text) > height(at), x.all)
			if x.all {
				at = x.text
			}
		}
		if round < b.Rounds {
			assert.Nil(t, signed, "before the last round")
		} else {
			assert.Equal(t, at, *signed)
		}
	}
	assert.Greater(t, found, 1)
	assert.Equal(t, deal(3, 3, 3), at)
}

// The same draws in every run, whatever the mediator's stream.
func TestFixedOrderIsFixed(t *testing.T) {
	run := func(seed int, strategy func(*mediator.Brief) mediator.Strategy) []shown {
		b := brief()
		b.Rounds = 1
		s := newShuttle(t, b, strategy(b))
		for range seed {
			s.notebook.Rand.Uint64()
		}
		s.round(1)
		side := func() *taste { return &taste{worth: height, signs: anything} }
		texts, _ := negotiate(t, s, map[int]*taste{west: side(), east: side()})
		return texts
	}
	fixed := mediator.PeerFixedOrderFlipping{Proposals: 50}
	assert.Equal(t, run(0, fixed.New), run(3, fixed.New))
	free := mediator.PeerRandomFlipping{Proposals: 50}
	assert.NotEqual(t, run(0, free.New), run(3, free.New))
	// The first text by hand: three draws of four levels are the two highest bits of each
	// of the first three numbers of java.util.Random(0): 2, 3, 0.
	assert.Equal(t, deal(2, 3, 0), run(0, fixed.New)[0].text)
}

// Nothing to flip: the only text there is goes round once.
func TestFlippingWithNothingToFlip(t *testing.T) {
	b := brief()
	for k := range b.Agenda.Issues {
		b.Agenda.Issues[k].Levels = agenda.Tiers("only")
	}
	b.Rounds = 1
	s := newShuttle(t, b, mediator.PeerRandomFlipping{Proposals: 100}.New(b))
	s.round(1)
	texts, signed := negotiate(t, s, map[int]*taste{west: {worth: height, signs: anything}, east: {worth: height, signs: anything}})
	assert.Len(t, texts, 1)
	assert.Equal(t, deal(0, 0, 0), *signed)
}

// A mediator told better, the same or worse sees every level, finds what both like
// best where they agree, and puts up the last text that nobody called worse.
func TestFeedbackFindsWhatBothLike(t *testing.T) {
	for name, row := range map[string]struct {
		west, east func(agenda.Deal) int
		best       func(agenda.Deal) bool
	}{
		"both alike":          {height, height, func(d agenda.Deal) bool { return d == deal(3, 3, 3) }},
		"one does not care":   {height, func(agenda.Deal) int { return 0 }, func(d agenda.Deal) bool { return d == deal(3, 3, 3) }},
		"each on its own":     {func(d agenda.Deal) int { return int(d[0]) }, func(d agenda.Deal) int { return -int(d[1]) }, func(d agenda.Deal) bool { return d[0] == 3 && d[1] == 0 }},
		"peaks in the middle": {func(d agenda.Deal) int { return -(int(d[0]) - 2) * (int(d[0]) - 2) }, func(d agenda.Deal) int { return int(d[2]) }, func(d agenda.Deal) bool { return d[0] == 2 && d[2] == 3 }},
	} {
		t.Run(name, func(t *testing.T) {
			b := brief()
			b.Rounds = 1
			s := newShuttle(t, b, mediator.PeerFeedback{Proposals: 200}.New(b))
			s.round(1)
			texts, signed := negotiate(t, s, map[int]*taste{west: {worth: row.west, signs: anything}, east: {worth: row.east, signs: anything}})
			require.NotNil(t, signed)
			assert.True(t, row.best(*signed), "%v", signed[:3])
			var levels [3][4]bool
			for _, x := range texts {
				for k := range levels {
					levels[k][x.text[k]] = true
				}
			}
			assert.Equal(t, [3][4]bool{{true, true, true, true}, {true, true, true, true}, {true, true, true, true}}, levels, "every level was shown")
		})
	}
}

// Sides who want the opposite: each text is worse for somebody, so that the first one
// is what is put up.
func TestFeedbackKeepsWhatNobodyCalledWorse(t *testing.T) {
	b := brief()
	b.Rounds = 1
	s := newShuttle(t, b, mediator.PeerFeedback{Proposals: 40}.New(b))
	s.round(1)
	texts, signed := negotiate(t, s, map[int]*taste{
		west: {worth: height, signs: anything}, east: {worth: func(d agenda.Deal) int { return -height(d) }, signs: anything}})
	require.Greater(t, len(texts), 10)
	assert.Equal(t, texts[0].text, *signed)
}
