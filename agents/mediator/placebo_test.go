package mediator_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/sim/scenario"
)

// around names the mechanisms that act on talks with a mediator otherwise than on talks
// without one: what is said, and carried, has effects of its own.
func around() (names []string) {
	for _, m := range scenario.Mechanisms() {
		switch m.Name {
		case "commitment", "interactions", "devaluation", "consent", "momentum", "pressure", "fixed_pie", "noise", "jitter":
		default:
			names = append(names, m.Name)
		}
	}
	return names
}

// The control for contact ends every run as talks without a mediator do, and says
// more on the way.
func TestPlaceboContactChangesNothing(t *testing.T) {
	for _, name := range []string{"miami", "textbook"} {
		alone := "mechanisms={" + strings.Join(around(), ": false, ") + ": false, commitment: " + strconv.FormatBool(name == "miami") + "}"
		base, with := engine(t, name, alone, "talks.mediator=none"), engine(t, name, alone, "talks.mediator=placebo/contact")
		for i := range 60 {
			o, p := play(t, base, i), play(t, with, i)
			require.Equal(t, o.Signed, p.Signed, "%s %d", name, i)
			require.Equal(t, o.Round, p.Round)
			if o.Signed {
				require.Equal(t, o.Deal, p.Deal)
			}
			assert.GreaterOrEqual(t, p.Messages, o.Messages+2*(p.Rounds-1), "it does call")
		}
	}
}

// Without calls it is talks without a mediator.
func TestPlaceboContactWithoutCalls(t *testing.T) {
	b := brief()
	s := newShuttle(t, b, mediator.PlaceboContact{None: mediator.None{Contact: 0, Named: 1}}.New(b))
	s.round(1)
	s.rests()
}

// A call shows the initial text once and amends nothing from then on.
func TestPlaceboContactCalls(t *testing.T) {
	b := brief()
	b.Initial = deal(1, 2, 3)
	s := newShuttle(t, b, mediator.PlaceboContact{None: mediator.None{Contact: 0, Named: 1}, Calls: 1}.New(b))
	for round := 1; round <= 3; round++ {
		s.round(round)
		for _, seat := range []int{west, east} {
			if round == 1 {
				assert.Equal(t, b.Initial, s.visits(seat, message.Table, wants(message.Far, set(0, 3))).Text)
				continue
			}
			m, d := s.visits(seat, message.Adopt, message.Reply{}), b.Initial
			m.Amended(0, &d)
			assert.Equal(t, b.Initial, d)
		}
		s.rests()
	}
}

// The control for relaying carries nothing that was said: other answers, the same
// texts.
func TestPlaceboRelayHearsNothing(t *testing.T) {
	texts := func(offer agenda.Deal) (out []agenda.Deal) {
		b := brief()
		s := newShuttle(t, b, mediator.PlaceboRelay{}.New(b))
		for round := 1; round <= 5; round++ {
			s.round(round)
			for _, seat := range []int{west, east} {
				m := s.visits(seat, message.Relay, offers(offer, set(1, 1)))
				assert.Equal(t, agenda.Unnamed, m.Author)
				assert.Zero(t, m.Named)
				out = append(out, m.Text)
			}
			s.rests()
		}
		return out
	}
	first := texts(deal(0, 0, 0))
	assert.Equal(t, first, texts(deal(3, 3, 3)))
	assert.NotEqual(t, first[0], first[1], "each visit draws anew")
}

// By chance alone two sides sign worse texts, and later, than when offers are carried.
func TestPlaceboRelayIsWorseThanRelaying(t *testing.T) {
	lot, relay := engine(t, "textbook", "talks.mediator=placebo/relay"), engine(t, "textbook", "talks.mediator=facilitation")
	gain, days := 0.0, 0.0
	const runs = 100
	for i := range runs {
		o := play(t, relay, i)
		require.True(t, o.Signed)
		require.Equal(t, deal(80, 0), o.Deal, "the trade")
		sum, day := o.Worth[0]+o.Worth[1], o.Day
		p := play(t, lot, i)
		gain += sum - p.Worth[0] - p.Worth[1]
		days += p.Day - day
	}
	assert.Greater(t, gain/runs, .05)
	assert.Greater(t, days/runs, 5.)
}
