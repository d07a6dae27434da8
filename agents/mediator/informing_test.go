package mediator_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
)

// ranged is the brief with a public picture of the sides: West gains a tenth by each
// level of x from a worth of .3, East loses as much from .7; the fallbacks lie between
// .2 and .6.
func ranged() *mediator.Brief {
	b := brief()
	b.Consent = nil
	for seat, step := range map[int]float64{west: .1, east: -.1} {
		p := &mediator.Public{Worth: .5 - 2*step, Fallback: mediator.Range{Low: .2, Base: .4, High: .6}}
		for k := range b.Agenda.Issues {
			gains := make([]float64, 4)
			for l := range gains {
				if k == 0 {
					gains[l] = step * float64(l)
				}
			}
			p.Gains = append(p.Gains, gains)
			p.Weights = append(p.Weights, mediator.Range{Low: 1, Base: 1, High: 1})
		}
		b.Seats[seat].Public = p
	}
	return b
}

// An informed mediator tells West what it found out of East, and East nothing.
func TestInformedSaysWhatItsSignalSays(t *testing.T) {
	b := ranged()
	s := newShuttle(t, b, mediator.Informed{}.New(b))
	s.notebook.Learn(east, mediator.Signal{Low: .2, High: .3, Accuracy: .8, Cells: 4})
	s.round(1)
	m := s.visits(west, message.Relay, message.Reply{Offered: true, Offer: agenda.Deal{2}})
	assert.Equal(t, message.Report{Given: true, Side: east, Low: .2, High: .3}, m.Report)
	m = s.visits(east, message.Relay, message.Reply{})
	assert.False(t, m.Report.Given)
	assert.Equal(t, agenda.Deal{2}, m.Text, "offers are carried")
}

// Kydd 2003 from the mediator's side: what it says of East does not hang on its signal
// when it only wants peace, nor when it minds war too little: with shares of .8 and .4, half
// in war and a signal that is wrong one time in five, for a bias below .588 and above 5.
func TestBiasedSaysWhatServesIt(t *testing.T) {
	b := ranged()
	weak := mediator.Signal{Low: .2, High: .4, Accuracy: .8, Cells: 2}
	strong := mediator.Signal{Low: .4, High: .6, Accuracy: .8, Cells: 2}
	for _, c := range []struct {
		bias                   float64
		afterWeak, afterStrong bool // that it says weak
	}{{0, false, false}, {2, true, false}, {1000, true, true}} {
		for _, signal := range []mediator.Signal{weak, strong} {
			s := newShuttle(t, b, mediator.Biased{Bias: c.bias, Share: .5, Leans: "first"}.New(b))
			s.notebook.Learn(east, signal)
			s.round(1)
			m := s.visits(west, message.Relay, message.Reply{})
			want := message.Report{Given: true, Side: east, Low: .4, High: .6}
			if signal == weak && c.afterWeak || signal == strong && c.afterStrong {
				want.Low, want.High = .2, .4
			}
			assert.InDelta(t, want.Low, m.Report.Low, 1e-12, "bias %v", c.bias)
			assert.InDelta(t, want.High, m.Report.High, 1e-12, "bias %v", c.bias)
			assert.True(t, m.Report.Given)
		}
	}
	s := newShuttle(t, b, mediator.Biased{Bias: 2, Share: .5, Leans: "second"}.New(b))
	s.notebook.Learn(east, weak)
	s.round(1)
	assert.False(t, s.visits(west, message.Relay, message.Reply{}).Report.Given, "of West it knows nothing")
}

// A go-between asks each side about a text worth the middle of its range to it, .4, and
// passes on what the answer says.
func TestGoBetweenAsksAndTells(t *testing.T) {
	b := ranged()
	s := newShuttle(t, b, mediator.GoBetween{Asks: true}.New(b))
	s.round(1)
	m := s.visits(west, message.Table, message.Reply{Verdict: message.Sign})
	assert.Equal(t, agenda.Deal{1}, m.Text, "worth .3 + .1")
	m = s.visits(east, message.Table, message.Reply{Verdict: message.Far})
	assert.Equal(t, agenda.Deal{3}, m.Text, "worth .7 − .3")
	m = s.visits(west, message.Relay, message.Reply{})
	assert.True(t, m.Report.Given)
	assert.InDelta(t, .4, m.Report.Low, 1e-12)
	assert.InDelta(t, .6, m.Report.High, 1e-12)
	m = s.visits(east, message.Relay, message.Reply{})
	assert.EqualValues(t, west, m.Report.Side)
	assert.InDelta(t, .2, m.Report.Low, 1e-12)
	assert.InDelta(t, .4, m.Report.High, 1e-12)
	s.round(2)
	s.visits(west, message.Relay, message.Reply{}) // asked once

	bare := brief()
	s = newShuttle(t, bare, mediator.GoBetween{Asks: true}.New(bare))
	s.round(1)
	s.visits(west, message.Relay, message.Reply{}) // nothing is public: nothing to ask
}
