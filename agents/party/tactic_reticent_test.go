package party

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// It calls far what it is only asked about, offers nothing, and signs what is worth its
// fallback.
func TestReticentLetsOnNothing(t *testing.T) {
	p := pie(100, .4, .3)
	p.tactic = Reticent{}.New(nil)
	good, near, far := agenda.Deal{60}, agenda.Deal{39}, agenda.Deal{10}
	for _, text := range []agenda.Deal{good, near, far} {
		r := says(p, message.Message{Kind: message.Table, Author: agenda.Mediator, Text: text})
		assert.Equal(t, message.Far, r.Verdict)
		assert.Positive(t, r.N, "it asks for more of anything")
		assert.Equal(t, text == good, says(p, message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: text}).Verdict == message.Sign)
		relayed := says(p, message.Message{Kind: message.Relay, Author: 1, Text: text})
		assert.Equal(t, text == good, relayed.Verdict == message.Sign)
		assert.NotEqual(t, message.Near, relayed.Verdict)
		assert.False(t, relayed.Offered)
	}
	assert.False(t, says(p, message.Message{Kind: message.Relay, Empty: true}).Offered)
}
