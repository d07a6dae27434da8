package oracle_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/oracle"
)

// trade is the truth about two sides that share x and y, 80 steps each: A cares four
// times as much for x, B for y.
//
//	u_A = .8x + .2y      u_B = .2(1−x) + .8(1−y)
type trade struct {
	floor  [2]float64
	beyond func(d *agenda.Deal) bool // A's line
}

func (u trade) Worth(party int, d *agenda.Deal) float64 {
	x, y := float64(d[0])/80, float64(d[1])/80
	if party == 0 {
		return .8*x + .2*y
	}
	return .2*(1-x) + .8*(1-y)
}

func (u trade) Floor(party int) float64 { return u.floor[party] }

func (u trade) Inside(party int, d *agenda.Deal) bool {
	return party != 0 || u.beyond == nil || !u.beyond(d)
}

func pie(t *testing.T) *mediator.Brief {
	ladder, err := agenda.Share(80)
	require.NoError(t, err)
	return &mediator.Brief{
		Agenda:  &agenda.Agenda{Issues: []agenda.Issue{{Name: "x", Levels: ladder}, {Name: "y", Levels: ladder}}},
		Seats:   []mediator.Seat{{Name: "A", Signs: true}, {Name: "B", Signs: true}},
		Initial: agenda.Deal{40, 40},
		Rounds:  9,
	}
}

type maker interface {
	New(*mediator.Brief, oracle.Truth) mediator.Strategy
}

// tabled is the first text an oracle shows.
func tabled(t *testing.T, m maker, u trade) agenda.Deal {
	b := pie(t)
	n := mediator.NewNotebook(b)
	n.Reset(rand.New(rand.NewPCG(1, 1)))
	n.Round = 1
	var move mediator.Move
	m.New(b, u).Next(n, &move)
	require.Equal(t, mediator.Visit, move.Act)
	require.Equal(t, message.Table, move.Message.Kind)
	return move.Message.Text
}

// Points by hand, on the frontier y = 0 where u_B = 1 − u_A/4, on rungs of 1/80.
func TestPointsOfTheTrade(t *testing.T) {
	nash, ks := oracle.Nash{Every: 1}, oracle.KalaiSmorodinsky{Every: 1}
	egalitarian, utilitarian := oracle.Egalitarian{Every: 1}, oracle.Utilitarian{Every: 1}
	even, uneven := [2]float64{.3, .3}, [2]float64{.3, .7}
	for _, c := range []struct {
		name  string
		by    maker
		floor [2]float64
		want  agenda.Deal
	}{
		{"the trade is everybody's point: nash", nash, even, agenda.Deal{80, 0}},
		{"kalai-smorodinsky", ks, even, agenda.Deal{80, 0}},
		{"egalitarian", egalitarian, even, agenda.Deal{80, 0}},
		{"utilitarian", utilitarian, even, agenda.Deal{80, 0}},
		// (.8x − .3)(.3 − .2x) is largest at x = .9375.
		{"uneven: nash", nash, uneven, agenda.Deal{75, 0}},
		// .8x − .3 = .3 − .2x at x = .6.
		{"uneven: egalitarian", egalitarian, uneven, agenda.Deal{48, 0}},
		// The sum is 1 + .6x, and at x = 1 B still gains .1.
		{"uneven: utilitarian", utilitarian, uneven, agenda.Deal{80, 0}},
		// Best gains .525 (x = 1, y = .125) and .225 (x = .375, y = 0); the shares are
		// equal at x = .7895, between rungs 63 (.6286, .6333) and 64 (.6476, .6222).
		{"uneven: kalai-smorodinsky", ks, uneven, agenda.Deal{63, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, tabled(t, c.by, trade{floor: c.floor}))
		})
	}
}

// No oracle tables a text across a line: each goes as near to y = 0 as A lets it.
func TestOraclesStayInsideTheLines(t *testing.T) {
	u := trade{floor: [2]float64{.3, .3}, beyond: func(d *agenda.Deal) bool { return d[1] < 8 }}
	for _, m := range []maker{oracle.Nash{Every: 1}, oracle.KalaiSmorodinsky{Every: 1}, oracle.Egalitarian{Every: 1}, oracle.Utilitarian{Every: 1}} {
		d := tabled(t, m, u)
		assert.Equal(t, uint8(8), d[1], "%T", m)
	}
}

// Where nothing is acceptable to both, the oracles still table the least bad text.
func TestWithoutAZoneTheLossIsShared(t *testing.T) {
	for _, m := range []maker{oracle.Nash{Every: 1}, oracle.KalaiSmorodinsky{Every: 1}, oracle.Egalitarian{Every: 1}, oracle.Utilitarian{Every: 1}} {
		d := tabled(t, m, trade{floor: [2]float64{.85, .85}})
		assert.Equal(t, agenda.Deal{80, 0}, d, "%T", m)
	}
}
