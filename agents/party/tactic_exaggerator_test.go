package party

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// It says far of what it would sign, calls its first wish a line, minds whatever it
// loses by, and signs by its true demand, never below its rule.
func TestExaggeratorSaysMoreThanIsSo(t *testing.T) {
	clock := TimeDependent{Haste: 1, Horizon: 100, Curve: "polynomial", Anchor: "ideal", Offers: "nearest"}
	p := playing(Exaggerator{clock, .2, true}.New(nil), .45)
	p.Observe(1, 100, Outside{}) // demand .45, claims .65
	r := table(p, agenda.Deal{3})
	assert.Equal(t, message.Far, r.Verdict)
	assert.True(t, r.Crossed)
	assert.Equal(t, r.Wishes[0].Issue, r.Line)
	assert.Equal(t, message.Sign, table(p, agenda.Deal{4}).Verdict)
	assert.Equal(t, 3, least(p), "what it signs in truth")
	assert.Equal(t, agenda.Deal{4}, says(p, message.Message{Kind: message.Relay, Empty: true}).Offer, "it asks for what it claims")
	assert.True(t, pick(p, agenda.Deal{3}, false, agenda.Amend(moves(0, 2)...)).Strong)
	assert.False(t, pick(p, agenda.Deal{3}, false, agenda.Amend(moves(0, 4)...)).Strong)
}

// With no margin it says what is so.
func TestExaggeratorWithoutAMargin(t *testing.T) {
	clock := TimeDependent{Haste: 1, Horizon: 100, Curve: "polynomial", Anchor: "ideal", Offers: "trade"}
	lies, honest := playing(Exaggerator{clock, 0, true}.New(nil), .45), playing(clock.New(nil), .45)
	for day := range 11 {
		for l := range uint8(7) {
			lies.Observe(day, 10*float64(day), Outside{})
			honest.Observe(day, 10*float64(day), Outside{})
			assert.Equal(t, table(honest, agenda.Deal{l}), table(lies, agenda.Deal{l}))
			assert.Equal(t, answers(honest, agenda.Deal{l}), answers(lies, agenda.Deal{l}))
			swap := agenda.Amend(moves(0, 0)...)
			assert.Equal(t, pick(honest, agenda.Deal{l}, false, swap), pick(lies, agenda.Deal{l}, false, swap))
		}
	}
}
