package party

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// With a fallback of .68 that falls by .03 and nine tenths of a deal's life after the
// fall, a deal has to be worth (.68 − .9·.65)/.1 = .95 until then; when it falls by .04,
// 1.04: no deal is.
func TestPreventiveAsksForWhatItLoses(t *testing.T) {
	for _, c := range []struct {
		fall  float64
		signs uint8 // least level that it signs, past the ladder when none
	}{{0, 68}, {.03, 95}, {.04, 101}} {
		p := pie(100, .68, 0)
		p.traits.Fallback.Weariness, p.traits.Fallback.Weary, p.traits.Fallback.Myopic = c.fall, 1000, true
		p.tactic = Preventive{After: .9}.New(nil)
		p.Observe(1, 1, Outside{Years: 1 / year})
		for l := range uint8(101) {
			r := says(p, message.Message{Kind: message.Table, Author: agenda.Mediator, Text: agenda.Deal{l}})
			assert.Equal(t, l >= c.signs, r.Verdict == message.Sign, "fall %v, level %d", c.fall, l)
		}
	}
}

// What is left when all weariness has come does not depend on how much has come yet, nor
// on whether the party looks ahead.
func TestExhausted(t *testing.T) {
	for _, myopic := range []bool{false, true} {
		for _, days := range []float64{0, 100, 3000} {
			p := pie(10, .6, 0)
			p.traits.Fallback = Fallback{Base: .6, Weariness: .2, Weary: .5, Myopic: myopic}
			p.Observe(1, days, Outside{Years: days / year})
			assert.InDelta(t, .4, p.self.Exhausted(), 1e-12)
		}
	}
}
