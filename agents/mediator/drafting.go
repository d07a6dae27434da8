package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// drafting is a text of the mediator's own on its way to signature: shown to each
// side apart, then to those who must consent, then put up for signing. It is the
// common part of all strategies that keep one text.
type drafting struct {
	consenting
	text  agenda.Deal
	shown int // sides that have seen the text this time
}

// newDrafting starts from the text that lies on the table first.
func newDrafting(b *Brief) drafting {
	return drafting{consenting: consenting{brief: b}, text: b.Initial}
}

// show takes the text to the next side that has not seen it this time.
func (d *drafting) show(n *Notebook) (Move, bool) {
	if d.shown == n.Sides() {
		return Move{}, false
	}
	d.shown++
	return Move{Act: Visit, To: n.Turn(d.shown - 1), Message: tabled(&d.text)}, true
}

// again has the text shown anew, and consent asked anew.
func (d *drafting) again() { d.shown, d.asking = 0, 0 }

// allSign reports whether every side, shown the text this round, would sign it.
func (d *drafting) allSign(n *Notebook) bool {
	for i := range n.Sides() {
		if r, fresh := n.Last(n.Signatory(i), message.Table); !fresh || r.Verdict != message.Sign {
			return false
		}
	}
	return true
}

// askConsent shows a text that the sides would sign to those who must consent, one
// visit a call while more is true, and then gathers everybody. Who refuses has its
// first wish written in and ends the round.
func (d *drafting) askConsent(n *Notebook) (move Move, more bool) {
	visit, refused, more := d.consent(n, &d.text)
	if more || refused != nobody {
		return visit, more
	}
	return Move{Act: Gather, Message: message.Message{Kind: message.Conclude, Author: agenda.Mediator, Text: d.text}}, false
}

// verdict is what a side said of the text this round, or, where it was shown none, of
// the offer it was brought.
func (d *drafting) verdict(n *Notebook, seat int) message.Verdict {
	r, fresh := n.Last(seat, message.Table)
	if offer, brought := n.Last(seat, message.Relay); brought && !fresh {
		return offer.Verdict
	}
	return r.Verdict
}

// ends are the side furthest from signing and, of the others, the one nearest to it.
func (d *drafting) ends(n *Notebook) (far, near int) {
	far, near = n.Turn(0), -1
	for i := 1; i < n.Sides(); i++ {
		if seat := n.Turn(i); d.verdict(n, seat) < d.verdict(n, far) {
			far = seat
		}
	}
	for i := range n.Sides() {
		if seat := n.Turn(i); seat != far && (near < 0 || d.verdict(n, seat) > d.verdict(n, near)) {
			near = seat
		}
	}
	return far, near
}
