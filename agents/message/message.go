// Package message holds what can be said between a mediator and a party: the
// verbs, the replies and the claims.
//
// It is values only. Nothing in it carries a utility, a fallback or a reference
// to a party; what a party says of itself need not be so.
package message

import "shuttle/agents/agenda"

// Kind is the verb of a message.
type Kind uint8

// The verbs. A new one is a constant here and a case in the engine.
const (
	Table    Kind = iota + 1 // show a text: would you sign, and what would you move first?
	Choose                   // pick one of a few amendments of the text on your table
	Adopt                    // the text on your table now reads as amended; nothing is asked
	Relay                    // carry the other side's offer (or the invitation to open), ask for a counter-offer
	Conclude                 // sign this text, or do not
)

// Kinds is one more than the last verb, for tables by verb.
const Kinds = int(Conclude) + 1

// String is the verb as stories print it.
func (k Kind) String() string {
	switch k {
	case Table:
		return "table"
	case Choose:
		return "choose"
	case Adopt:
		return "adopt"
	case Relay:
		return "relay"
	case Conclude:
		return "conclude"
	}
	return "unknown"
}

// MaxOptions bounds the amendments a party is asked to choose from.
const MaxOptions = 8

// Message is what one party is told, and asked, in its own room.
type Message struct {
	Kind    Kind
	Author  agenda.Author    // whose name the text bears
	Empty   bool             // Relay: nobody made an offer yet
	Free    bool             // Choose: none of them is an answer
	Whole   bool             // Choose, Adopt: the one option is Text itself, not an amendment
	N       uint8            // Choose: how many options
	Side    uint8            // Relay: whose priorities are passed on
	Named   uint8            // Relay: how many of its priorities are
	Ranking [MaxWishes]uint8 // Relay: the clauses that side would move first, most wanted first
	Report  Report           // Relay: what the mediator says of another side
	Text    agenda.Deal      // Table, Relay, Conclude
	Options [MaxOptions]agenda.Amendment
}

// Amended writes option i into a text.
func (m *Message) Amended(i int, text *agenda.Deal) {
	if m.Whole {
		*text = m.Text
		return
	}
	m.Options[i].Apply(text)
}

// Verdict is what a party says of a text it is shown.
type Verdict uint8

// Verdicts, from worst to best.
const (
	Far  Verdict = iota // not near signing
	Near                // within the margin the case calls near
	Sign                // would sign
)

// String is the verdict as stories print it.
func (v Verdict) String() string {
	return [...]string{"far", "near", "sign"}[min(v, Sign)]
}

// MaxWishes bounds the changes a party names when it is shown a text.
const MaxWishes = 5

// Reply is a party's answer. Fields that the verb does not ask for stay zero.
type Reply struct {
	Verdict Verdict
	Crossed bool                     // one of its lines is crossed
	Line    uint8                    // the clause that crosses it
	N       uint8                    // wishes named
	Wishes  [MaxWishes]agenda.Change // one-clause changes it wants, most wanted first
	Choice  int8                     // Choose: index of the option, -1 none of them
	Strong  bool                     // Choose: it minds a good deal
	Offered bool                     // Relay: Offer holds a counter-offer
	Offer   agenda.Deal              // read only when Offered
}

// Clear empties a reply for the next answer; what Offer holds is not read then.
func (r *Reply) Clear() {
	r.Verdict, r.Crossed, r.Line, r.N, r.Choice, r.Strong, r.Offered = Far, false, 0, 0, -1, false, false
}
