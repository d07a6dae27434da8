package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// Strategy is how a mediator works: told everything heard so far, it names its
// next move. It is made fresh for each run and must not allocate in Next.
type Strategy interface {
	// Next writes the next move into move, which holds the last one.
	Next(n *Notebook, move *Move)
}

// Act is what a mediator does next.
type Act uint8

// The acts. Rest is the zero value: a strategy with nothing to do ends its round.
const (
	Rest   Act = iota // the round is over
	Visit             // say Message to party To
	Gather            // ask every signatory, and whoever must consent, to sign Message.Text
	Leave             // give up

	Press       // hold party To under Size of the pressure there is, from now on
	Pay         // offer party To Size of the payment there is, if it signs
	Commit      // stand by the mediator's guarantee with Size of the credibility there is to add
	SetDeadline // announce Day as the last, with Size of the hardness there is
	Step        // ask the sides for a step that builds confidence
	Hurry       // save Size of the days between rounds that can be saved
)

// Move is a strategy's next step. Levers that the case does not give, and what the
// budget does not pay for, are not moved: such a move changes nothing.
type Move struct {
	Act     Act
	To      int
	Size    float64 // of a lever, in force from now on [share of what there is]
	Day     float64 // SetDeadline: since talks began [days]
	Message message.Message
}

// tabled is the message that shows a text in the mediator's own name.
func tabled(d *agenda.Deal) message.Message {
	return message.Message{Kind: message.Table, Author: agenda.Mediator, Text: *d}
}
