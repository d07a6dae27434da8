package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// consenting takes a text that the sides would sign round those who must consent to it.
type consenting struct {
	brief  *Brief
	asking int // place in brief.Consent
}

// nobody refuses.
const nobody = -1

// consent is the next visit; false when everybody consented, or somebody refused, whose
// first wish is then written into the text.
func (c *consenting) consent(n *Notebook, text *agenda.Deal) (visit Move, refused int, more bool) {
	if c.asking > 0 {
		party := c.brief.Consent[c.asking-1].Party
		if r, fresh := n.Last(party, message.Table); fresh && r.Verdict != message.Sign {
			if r.N > 0 {
				change := agenda.Amend(r.Wishes[0])
				change.Apply(text)
			}
			return Move{}, party, false
		}
	}
	for c.asking < len(c.brief.Consent) {
		rule := &c.brief.Consent[c.asking]
		c.asking++
		if rule.Needs(text) {
			return Move{Act: Visit, To: rule.Party, Message: tabled(text)}, nobody, true
		}
	}
	return Move{}, nobody, false
}
