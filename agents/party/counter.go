package party

import "shuttle/agents/agenda"

// Counter is the party's answer to an offer at a demand: the text it heard, turned
// to where it is worth the demand by the changes that cost the other side least
// for what they bring, with everything handed back that costs the party nothing.
// An envoy's mandate bounds how many clauses may move from the last offer. With
// nothing heard it opens with its anchor.
func (s *Self) Counter(heard *agenda.Deal, demand float64) agenda.Deal {
	s.seek()
	offer := s.anchor.deal
	if heard == nil {
		s.raise(&offer, demand) // where no deal is worth it to both, the anchor is below its fallback
	} else {
		offer = *heard
		s.raise(&offer, demand)
		s.handBack(&offer, demand)
	}
	return s.put(offer, demand)
}

// put is the offer that a party makes of the text it would like to: as far as its
// mandate carries from its last one.
func (s *Self) put(offer agenda.Deal, demand float64) agenda.Deal {
	if s.offered && s.party.mandate() > 0 {
		offer = s.within(offer, demand)
	}
	s.last, s.offered = offer, true
	return offer
}

// mandate is how many clauses an offer may move: as many as the party lets anybody
// move, and whoever speaks for it today; 0 is no bound.
func (p *Party) mandate() int {
	own, rung := p.traits.Mandate, p.outside.Mandate
	if own == 0 || rung == 0 {
		return max(own, rung)
	}
	return min(own, rung)
}

// raise takes the changes with most own gain for the others' believed loss until
// the text is worth the demand and crosses no line, or no change helps.
func (s *Self) raise(d *agenda.Deal, demand float64) {
	p := s.party
	for range maxSteps {
		worth := p.utility.Worth(d)
		if line, crossed := p.Crossed(d); crossed {
			if c, ok := s.withdraw(d, worth, line); ok {
				d[c.Issue] = c.Level
			} else if !s.better(d) { // what the line asks for elsewhere in the text
				return
			}
			continue
		}
		if worth >= demand {
			return
		}
		s.survey(d, p.guess)
		best, top := -1, 0.0
		for i, own := range s.scratch.own {
			if own <= minGain {
				continue
			}
			if ratio := own / max(-s.scratch.other[i], minGain); ratio > top && s.free(d, s.scratch.changes[i]) {
				best, top = i, ratio
			}
		}
		if best < 0 {
			return
		}
		c := s.scratch.changes[best]
		d[c.Issue] = c.Level
	}
}

// handBack gives the others what they are believed to want, best value for what it
// costs first, while the text stays worth the demand.
func (s *Self) handBack(d *agenda.Deal, demand float64) {
	p := s.party
	for range maxSteps {
		worth := p.utility.Worth(d)
		if worth < demand {
			return
		}
		s.survey(d, p.guess)
		best, top := -1, 0.0
		for i, own := range s.scratch.own {
			if s.scratch.other[i] <= minGain || worth+own < demand {
				continue
			}
			if ratio := s.scratch.other[i] / max(-own, minGain); ratio > top && s.free(d, s.scratch.changes[i]) {
				best, top = i, ratio
			}
		}
		if best < 0 {
			return
		}
		c := s.scratch.changes[best]
		d[c.Issue] = c.Level
	}
}

// free reports whether a change of a text leaves it inside the party's lines.
func (s *Self) free(d *agenda.Deal, c agenda.Change) bool {
	if len(s.party.traits.Lines) == 0 {
		return true
	}
	was := d[c.Issue]
	d[c.Issue] = c.Level
	_, crossed := s.party.Crossed(d)
	d[c.Issue] = was
	return !crossed
}

// within moves the party's last offer towards a text by as many clauses as the
// mandate allows, those first that the others are believed to gain most from.
func (s *Self) within(goal agenda.Deal, demand float64) agenda.Deal {
	p := s.party
	offer := s.last
	for range p.mandate() {
		worth := p.utility.Worth(&offer)
		for _, e := range p.guess {
			e.at = e.utility.At(&offer)
		}
		best, top, found := agenda.Change{}, 0.0, false
		for k := range p.agenda.Issues {
			c := agenda.Change{Issue: uint8(k), Level: goal[k]}
			if offer[k] == goal[k] || !s.free(&offer, c) {
				continue
			}
			if worth+p.utility.Gain(&offer, c, worth) < min(demand, worth) {
				continue
			}
			if gain := gains(p.guess, &offer, c); !found || gain > top {
				best, top, found = c, gain, true
			}
		}
		if !found {
			break
		}
		offer[best.Issue] = best.Level
	}
	return offer
}
