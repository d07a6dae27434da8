package party

import "shuttle/agents/message"

// Bargain is how any tactic that has a demand answers: sign what is worth it, name
// wishes otherwise, pick what costs least, counter an offer. With nearest, offers
// are the deal worth least above the demand, where that can be found.
func (s *Self) Bargain(m *message.Message, demand float64, nearest bool) message.Reply {
	switch m.Kind {
	case message.Table:
		r := s.Judge(m, demand)
		if r.Verdict != message.Sign {
			s.Wish(&r)
		}
		return r
	case message.Conclude:
		return s.Judge(m, demand)
	case message.Choose:
		return s.Pick(m)
	case message.Adopt:
		s.Take(m)
		return message.Reply{}
	case message.Relay:
		return s.hear(m, demand, nearest)
	}
	return message.Reply{}
}

// hear answers the other side's offer: sign it, or counter it.
func (s *Self) hear(m *message.Message, demand float64, nearest bool) message.Reply {
	var r message.Reply
	s.learn(m)
	if !m.Empty {
		if r = s.Judge(m, demand); r.Verdict == message.Sign {
			return r
		}
		s.Wish(&r)
	}
	r.Offered = true
	if nearest {
		if d, ok := s.Nearest(demand); ok {
			r.Offer = d
			return r
		}
	}
	if m.Empty {
		r.Offer = s.Counter(nil, demand)
	} else {
		r.Offer = s.Counter(&m.Text, demand)
	}
	return r
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
