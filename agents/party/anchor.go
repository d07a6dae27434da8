package party

import (
	"math"

	"shuttle/agents/agenda"
)

// anchor is where a party's aspirations start: the best deal for itself that, by
// its own guess, every other signatory would still take.
type anchor struct {
	version int // of the utility it was found for

	found bool
	deal  agenda.Deal
	worth float64 // of deal

	dreamt bool
	ideal  float64 // worth of the party's own dream
}

// seek finds the anchor once a run: from the party's dream, give way where the
// others are believed to gain most for what it costs, until they would take it;
// then win back what can be won without losing them.
func (s *Self) seek() {
	if s.anchor.found {
		return
	}
	s.anchor.found = true
	p := s.party
	s.dream()
	d := s.anchor.deal
	if !s.meet(&d) {
		// Where two clauses would have to move at once the way down from the dream
		// ends; the way from what the others like best may not.
		t := s.theirs()
		if s.meet(&t); s.short(&t) < s.short(&d) {
			d = t
		}
	}
	s.winBack(&d)
	s.anchor.deal, s.anchor.worth = d, p.utility.Worth(&d)
}

// meet gives way until the others would take the deal; false when no single change
// brings them nearer although they would not.
func (s *Self) meet(d *agenda.Deal) bool {
	for range maxSteps {
		if s.short(d) <= 0 {
			return true
		}
		c, ok := s.concede(d)
		if !ok {
			return false
		}
		d[c.Issue] = c.Level
	}
	return false
}

// theirs climbs from the dream to what the others are believed to like best, all of
// them together, inside the party's own lines.
func (s *Self) theirs() agenda.Deal {
	d := s.anchor.deal
	for range maxSteps {
		for _, e := range s.party.public {
			e.at = e.utility.At(&d)
		}
		best, gain := agenda.Change{}, minGain
		for _, c := range s.scratch.changes {
			if g := gains(s.party.public, &d, c); g > gain && s.free(&d, c) {
				best, gain = c, g
			}
		}
		if gain == minGain {
			break
		}
		d[best.Issue] = best.Level
	}
	return d
}

// maxSteps bounds every climb: far above the number of issues times rungs that a
// monotone climb needs.
const maxSteps = 1024

// dream climbs to the party's own best deal inside its lines.
func (s *Self) dream() {
	if s.anchor.dreamt {
		return
	}
	s.anchor.dreamt = true
	p := s.party
	var d agenda.Deal
	for k := range p.agenda.Issues {
		for l := range p.agenda.Issues[k].Levels {
			if p.Score(k, uint8(l)) > p.Score(k, d[k]) {
				d[k] = uint8(l)
			}
		}
	}
	for range maxSteps {
		if !s.better(&d) {
			break
		}
	}
	s.anchor.deal, s.anchor.ideal = d, p.utility.Worth(&d)
}

// better makes the change that is worth most, or while a line is crossed the
// cheapest one that takes the text off it.
func (s *Self) better(d *agenda.Deal) bool {
	p := s.party
	worth := p.utility.Worth(d)
	line, out := p.Crossed(d)
	gain := minGain
	if out {
		gain = math.Inf(-1)
	}
	best, ok := agenda.Change{}, false
	for _, c := range s.scratch.changes {
		g := p.utility.Gain(d, c, worth)
		if d[c.Issue] == c.Level || g <= gain {
			continue
		}
		t := *d
		t[c.Issue] = c.Level
		if at, crossed := p.Crossed(&t); crossed && (!out || at == line) {
			continue
		}
		best, gain, ok = c, g, true
	}
	if ok {
		d[best.Issue] = best.Level
	}
	return ok
}

// minGain is the least a climb goes on for: above float dust, below any worth
// that matters.
const minGain = 1e-9

// short is how far the others are believed to be from taking a deal, summed over
// them [worth]; a public line that is crossed counts as much as the whole scale.
func (s *Self) short(d *agenda.Deal) float64 {
	total := 0.0
	for _, e := range s.party.public {
		total += e.short(d)
	}
	return total
}

func (e *Estimate) short(d *agenda.Deal) float64 { return e.shortAt(d, e.utility.Worth(d)) }

// shortAt is short of a deal that is worth so much to the other.
func (e *Estimate) shortAt(d *agenda.Deal, worth float64) float64 {
	short := max(0, e.floor-worth)
	if _, crossed := crossing(e.public.Lines, e.utility, d); crossed {
		short++
	}
	return short
}

// concede is the change that brings the others nearest for what it costs.
func (s *Self) concede(d *agenda.Deal) (best agenda.Change, ok bool) {
	p := s.party
	point, short, top := p.utility.At(d), 0.0, 0.0
	for _, e := range p.public {
		e.at = e.utility.At(d)
		short += e.shortAt(d, e.at.Worth)
	}
	for _, c := range s.scratch.changes {
		was := d[c.Issue]
		if was == c.Level {
			continue
		}
		cost := max(-p.utility.GainAt(&point, d, c), minGain)
		nearer := short
		for _, e := range p.public {
			worth := e.at.Worth + e.utility.GainAt(&e.at, d, c)
			d[c.Issue] = c.Level
			nearer -= e.shortAt(d, worth)
			d[c.Issue] = was
		}
		if nearer <= 0 || nearer/cost <= top || !s.free(d, c) {
			continue
		}
		best, top, ok = c, nearer/cost, true
	}
	return best, ok
}

// winBack raises the party's own worth by single changes and by pairs of changes
// that leave the others where they would still take it (or no further away).
func (s *Self) winBack(d *agenda.Deal) {
	p := s.party
	limit := s.short(d)
	for range maxSteps {
		worth := p.utility.Worth(d)
		s.survey(d, p.public)
		if !s.single(d, limit) && (len(s.scratch.changes) > mostPaired || !s.pair(d, limit, worth)) {
			return
		}
	}
}

// mostPaired is how many changes of one clause an agenda may have for exchanges of two
// to be tried: their number grows with the square.
const mostPaired = 1024

// survey notes what every change is worth to the party and, by a picture of them,
// to the others.
func (s *Self) survey(d *agenda.Deal, by []*Estimate) {
	p := s.party
	point := p.utility.At(d)
	for _, e := range by {
		e.at = e.utility.At(d)
	}
	for i, c := range s.scratch.changes {
		s.scratch.own[i] = p.utility.GainAt(&point, d, c)
		s.scratch.other[i] = gains(by, d, c)
	}
}

// gains is what a change is believed to be worth to the others, summed.
func gains(by []*Estimate, d *agenda.Deal, c agenda.Change) float64 {
	total := 0.0
	for _, e := range by {
		total += e.utility.GainAt(&e.at, d, c)
	}
	return total
}

// single makes the best change for the party that keeps the others.
func (s *Self) single(d *agenda.Deal, limit float64) bool {
	best, gain := -1, minGain
	for i, c := range s.scratch.changes {
		if s.scratch.own[i] > gain && s.keeps(d, agenda.Amend(c), limit) {
			best, gain = i, s.scratch.own[i]
		}
	}
	if best < 0 {
		return false
	}
	c := s.scratch.changes[best]
	d[c.Issue] = c.Level
	return true
}

// pair makes the first best exchange of two clauses that keeps the others.
func (s *Self) pair(d *agenda.Deal, limit, worth float64) bool {
	ch, own, other := s.scratch.changes, s.scratch.own, s.scratch.other
	slack := s.slack()
	bi, bj, gain := -1, -1, minGain
	for i := range ch {
		if own[i] <= 0 {
			continue
		}
		for j := range ch {
			if ch[j].Issue == ch[i].Issue || own[i]+own[j] <= gain || other[i]+other[j]+slack < 0 {
				continue
			}
			o := agenda.Amend(ch[i], ch[j])
			if g := s.exact(d, &o) - worth; g > gain && s.keeps(d, o, limit) {
				bi, bj, gain = i, j, g
			}
		}
	}
	if bi < 0 {
		return false
	}
	d[ch[bi].Issue], d[ch[bj].Issue] = ch[bi].Level, ch[bj].Level
	return true
}

// slack is how much the others, by the public picture, could still lose in sum at
// the deal last surveyed.
func (s *Self) slack() float64 {
	total := 0.0
	for _, e := range s.party.public {
		total += max(0, e.at.Worth-e.floor)
	}
	return total
}

func (s *Self) exact(d *agenda.Deal, o *agenda.Amendment) float64 {
	t := *d
	o.Apply(&t)
	return s.party.utility.Worth(&t)
}

// keeps reports whether an amendment crosses none of the party's lines and leaves
// the others no further from taking the deal than limit.
func (s *Self) keeps(d *agenda.Deal, o agenda.Amendment, limit float64) bool {
	t := *d
	o.Apply(&t)
	if _, crossed := s.party.Crossed(&t); crossed {
		return false
	}
	return s.short(&t) <= limit
}
