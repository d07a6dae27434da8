package mediator

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// relaying carries offers from one side to the next, once around a round. It is
// the common part of direct talks and of facilitation.
type relaying struct {
	consenting
	named float64 // share of offers that bear their author's name
	tells bool    // priorities are passed on with the offers
	exact float64 // share of them that arrive as they were said; others are some clause or other
	lots  bool    // texts drawn by lot go round in place of the offers

	offer  agenda.Deal
	author agenda.Author
	bears  agenda.Author // the name the offer bore when it was last relayed
	made   bool          // there is an offer to carry

	step  int // how many sides were visited this round
	shift int // where the round began
	round int
	phase phase
}

type phase uint8

const (
	carrying  phase = iota // offers go round
	consents               // whoever must consent is shown a text that a side would sign
	gathering              // everybody is asked to sign
	done                   // this round
)

// next names the next visit of the round.
func (r *relaying) next(n *Notebook, move *Move) {
	if n.Round != r.round {
		r.round, r.step, r.phase, r.shift = n.Round, 0, carrying, 0
		if r.made && r.author == agenda.Author(n.Turn(0)) {
			r.shift = 1 // nobody is brought its own offer
		}
	}
	for {
		switch r.phase {
		case carrying:
			if r.carry(n, move) {
				return
			}
		case consents:
			if visit, ok := r.ask(n); ok {
				*move = visit
				return
			}
		case gathering:
			r.phase = done
			*move = Move{Act: Gather, Message: message.Message{Kind: message.Conclude, Author: r.bears, Text: r.offer}}
			return
		case done:
			*move = Move{}
			return
		}
	}
}

// carry takes the offer in hand to the next side, or reads what the last one said.
func (r *relaying) carry(n *Notebook, move *Move) bool {
	if r.step > 0 {
		from := n.Turn(r.step - 1 + r.shift)
		if reply, fresh := n.Last(from, message.Relay); fresh {
			if reply.Verdict == message.Sign {
				r.phase, r.asking = consents, 0
				return false
			}
			if reply.Offered {
				r.offer, r.author, r.made = reply.Offer, agenda.Author(from), true
			}
		}
	}
	if r.step == n.Sides() {
		r.phase = done
		return false
	}
	if r.lots {
		lot(r.brief.Agenda, n.Rand, &r.offer)
		r.author, r.made = agenda.Unnamed, true
	}
	to := n.Turn(r.step + r.shift)
	r.step++
	*move = Move{Act: Visit, To: to, Message: message.Message{Kind: message.Relay, Empty: !r.made}}
	m := &move.Message
	if r.made {
		m.Text, m.Author = r.offer, r.author
		if r.named < 1 && n.Rand.Float64() >= r.named {
			m.Author = agenda.Unnamed
		}
		r.bears = m.Author
		r.tell(n, m)
	}
	return true
}

// tell adds to an offer what its author, when last asked, would have moved first, as far
// as the mediator keeps it right.
func (r *relaying) tell(n *Notebook, m *message.Message) {
	if !r.tells || r.author < 0 {
		return
	}
	reply, _ := n.Last(int(r.author), message.Relay)
	m.Side, m.Named = uint8(r.author), reply.N
	for i, c := range reply.Wishes[:reply.N] {
		m.Ranking[i] = c.Issue
		if r.exact < 1 && n.Rand.Float64() >= r.exact {
			m.Ranking[i] = uint8(n.Rand.IntN(len(r.brief.Agenda.Issues)))
		}
	}
}

// ask shows the text to those who must consent, one after the other. Who refuses has
// its first wish written in, and the text goes round again next time, as its own.
func (r *relaying) ask(n *Notebook) (Move, bool) {
	was := r.offer
	visit, refused, more := r.consent(n, &r.offer)
	switch {
	case refused != nobody:
		if r.phase = done; r.offer != was {
			r.author = agenda.Author(refused)
		}
	case !more:
		r.phase = gathering
	}
	return visit, more
}
