package party

import (
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Rubinstein plays the subgame-perfect equilibrium of alternating offers (Rubinstein
// 1982, "Perfect equilibrium in a bargaining model", Econometrica 50): what there is
// to share is a pie from its fallback to the best it believes it can get, each offer
// that is turned down shrinks it, and both sides know by how much for whom. Whoever
// offers keeps all but what the other would get by waiting for its own turn; whoever
// is offered that much takes it. With a last offer the shares are found backwards
// from it; without one they are (1−δ_other)/(1−δ_own·δ_other) for who offers.
//
// Its clock is the number of offers made, not the calendar.
type Rubinstein struct {
	Patience float64 // δ_own: what is left to it of a pie that it gets one offer later [share]
	Other    float64 // δ_other: the same for the other side [share]
	Offers   float64 // T: offers after which there is nothing left; 0 is no end [count]
}

// Fields implements spec.Spec.
func (t *Rubinstein) Fields() []spec.Field {
	const rubinstein = "Rubinstein 1982"
	return []spec.Field{
		{Name: "patience", Doc: "what is left to it of a gain that comes one offer later", Unit: "share", Number: &t.Patience, Min: 0, Max: .999999, Source: rubinstein + "; default own choice"},
		{Name: "other", Doc: "the same of the other side, which both know", Unit: "share", Number: &t.Other, Min: 0, Max: .999999, Source: rubinstein + "; default own choice"},
		{Name: "offers", Doc: "offers after which nothing is left; 0 is no end", Unit: "count", Number: &t.Offers, Min: 0, Max: 10000, Source: "Ståhl 1972 for the finite game; default own choice"},
	}
}

// New makes the player of one run.
func (t Rubinstein) New(*rand.Rand) Tactic { return &rubinstein{Rubinstein: t} }

type rubinstein struct {
	Rubinstein
	offers int         // number of the offer last made or heard, from 1
	made   agenda.Deal // the offer in the making
}

// Share is the part of the pie that whoever makes an offer keeps, when it is this
// side (own) and when it is the other, at offer number k of the game.
func (t *Rubinstein) Share(k int, own bool) float64 {
	mine, theirs := t.Patience, t.Other
	if !own {
		mine, theirs = theirs, mine
	}
	if t.Offers == 0 {
		return (1 - theirs) / (1 - float64(mine*theirs))
	}
	last := int(t.Offers)
	if k > last {
		return 0
	}
	share := 1.0 // of the last to offer
	offering := own == ((last-k)%2 == 0)
	for i := last - 1; i >= k; i-- {
		wait := t.Patience // of the one who answers offer i and makes the next
		if !offering {
			wait = t.Other
		}
		share, offering = 1-float64(wait*share), !offering
	}
	return share
}

// Answer implements Tactic.
func (t *rubinstein) Answer(s *Self, m *message.Message, r *message.Reply) {
	if m.Kind != message.Relay {
		demand := s.Aspiration(t.waiting()) - minGain
		if s.offered && m.Text == s.last {
			demand = s.Floor() // it stands by its own offer
		}
		s.Bargain(m, r, demand, false)
		return
	}
	if !m.Empty {
		t.offers++
		if s.Judge(m, r, s.Aspiration(t.waiting())-minGain); r.Verdict == message.Sign {
			return
		}
		s.Wish(r)
	}
	t.offers++
	r.Offered, r.Offer = true, t.offer(s, m)
}

// waiting is the part of the pie that this side would turn an offer down for: what
// its own next offer would keep, as it counts today.
func (t *rubinstein) waiting() float64 {
	return t.Patience * t.Share(max(t.offers, 1)+1, true)
}

// offer is the deal that keeps its share: rounded so that the other side gets no less
// than it would wait for.
func (t *rubinstein) offer(s *Self, m *message.Message) agenda.Deal {
	demand := s.Aspiration(t.Share(t.offers, true))
	var ok bool
	if t.made, ok = s.Under(demand + minGain); ok && s.Worth(&t.made, m.Author) >= s.Floor() {
		return s.put(t.made, demand)
	}
	if m.Empty {
		return s.Counter(nil, demand)
	}
	return s.Counter(&m.Text, demand)
}
