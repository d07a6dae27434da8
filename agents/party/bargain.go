package party

import (
	"shuttle/agents/agenda"
	"shuttle/agents/message"
)

// Bargain is how any tactic that has a demand answers: sign what is worth it, name
// wishes otherwise, pick what costs least, counter an offer. With nearest, offers
// are the deal worth least above the demand, where that can be found.
func (s *Self) Bargain(m *message.Message, r *message.Reply, demand float64, nearest bool) {
	demand = s.pressed(demand)
	switch m.Kind {
	case message.Table:
		s.Judge(m, r, demand)
		if r.Verdict != message.Sign {
			s.Wish(r)
		}
	case message.Conclude:
		s.Judge(m, r, demand)
	case message.Choose:
		s.Pick(m, r)
	case message.Adopt:
		s.Take(m)
	case message.Relay:
		s.hear(m, r, demand, nearest)
	}
}

// hear answers the other side's offer: sign it, or counter it.
func (s *Self) hear(m *message.Message, r *message.Reply, demand float64, nearest bool) {
	s.learn(m)
	if !m.Empty {
		if s.Judge(m, r, demand); r.Verdict == message.Sign {
			return
		}
		s.Wish(r)
	}
	r.Offered = true
	if nearest {
		if d, ok := s.Nearest(demand); ok {
			r.Offer = s.put(d, demand)
			return
		}
	}
	if m.Empty {
		r.Offer = s.Counter(nil, demand)
	} else {
		r.Offer = s.Counter(&m.Text, demand)
	}
}

// bargainBy is Bargain of a tactic that has a way of its own to turn an offer it heard
// into one that is worth its demand.
func (s *Self) bargainBy(m *message.Message, r *message.Reply, demand float64, turn func(*Self, *agenda.Deal, float64) agenda.Deal) {
	if m.Kind != message.Relay || m.Empty {
		s.Bargain(m, r, demand, false)
		return
	}
	s.learn(m)
	demand = s.pressed(demand)
	if s.Judge(m, r, demand); r.Verdict == message.Sign {
		return
	}
	s.Wish(r)
	r.Offered, r.Offer = true, s.put(turn(s, &m.Text, demand), demand)
}

// learn corrects the party's guess of a side by the priorities passed on from it. A
// guess that is the public picture already has nothing to learn from a ranking.
func (s *Self) learn(m *message.Message) {
	p := s.party
	if m.Named == 0 || !p.pie {
		return
	}
	for _, e := range p.guess {
		if e.index == int(m.Side) {
			e.Learn(m.Ranking[:m.Named], p.traits.Learning)
		}
	}
}
