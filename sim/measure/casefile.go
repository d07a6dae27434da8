package measure

import (
	"fmt"

	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/record"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// CaseFile puts together case.json: the space of deals at base values, the share of
// the first so many draws under a master seed that have a zone of agreement, and
// what each issue is worth to whom. Parties stand in the order of the file.
func CaseFile(s *scenario.Scenario, draws int, master rng.Seed) record.Case {
	t := talks.NewTable(s.Case)
	c := record.Case{Name: s.Name, Title: s.Title, Live: s.Live, Warnings: []string{}}
	if s.Live {
		c.Caveat = scenario.Caveat
	}
	for _, i := range s.Order {
		p := t.Parties[i]
		c.Parties = append(c.Parties, record.CaseParty{
			Name: s.Case.Parties[i].Name, Role: p.Role().String(), Fallback: p.Floor(), Belligerent: p.Role() == party.Belligerent,
		})
	}
	c.Issues = issues(s, t)
	solved := Solve(t, Options{Signatories: signatories(s.Case, s.Order)})
	solved.fill(&c, s.Case.Agenda)
	zone := ZoneShare(s.Case, draws, master)
	c.ZoneShare, c.ZoneLow, c.ZoneHigh, c.ZoneN = zone.Share, zone.Low, zone.High, zone.N
	if zone.Unproven > 0 {
		c.Warnings = append(c.Warnings, fmt.Sprintf(
			"whether there is a zone of agreement stayed open in %d of %d draws; its share is of the others, its interval allows for both answers", zone.Unproven, zone.N))
	}
	for _, n := range s.Assumptions {
		a := record.Assumption{
			Path: n.Path, Unit: n.Unit, Basis: n.Basis, Source: n.Source, Note: n.Note,
			Lo: n.Lo, Base: n.Base, Hi: n.Hi, Shape: n.Shape,
		}
		if n.Default && n.Basis == "" { // it rests on the program, which says why where it can
			a.Basis, a.Source = record.ByDefault, n.Origin
		}
		c.Assumptions = append(c.Assumptions, a)
	}
	return c
}

// fill writes the solutions into a case.
func (s *Solutions) fill(c *record.Case, a *agenda.Agenda) {
	point := func(p *Point) record.Point { return record.Point{Deal: a.Labels(&p.Deal), Utilities: p.Utilities} }
	points := func(from []Point) []record.Point {
		to := make([]record.Point, len(from))
		for i := range from {
			to[i] = point(&from[i])
		}
		return to
	}
	one := func(p *Point) *record.Point {
		if p == nil {
			return nil
		}
		r := point(p)
		return &r
	}
	c.Outcomes = s.Outcomes
	c.Frontier, c.Outline, c.Samples = points(s.Frontier), points(s.Outline), points(s.Samples)
	c.Nash, c.KalaiSmorodinsky = one(s.Nash), one(s.KalaiSmorodinsky)
	c.Egalitarian, c.Welfare = one(s.Egalitarian), one(s.Welfare)
	c.RationalFraction = s.RationalFraction
	if opposition := s.Opposition; len(s.Frontier) > 0 {
		c.Opposition = &opposition
	}
	c.Warnings = append(c.Warnings, s.Warnings...)
}

// issues says what each issue is worth to whom.
func issues(s *scenario.Scenario, t *talks.Table) []record.CaseIssue {
	a := s.Case.Agenda
	list := make([]record.CaseIssue, len(a.Issues))
	for k := range a.Issues {
		is, out := &a.Issues[k], &list[k]
		*out = record.CaseIssue{Name: is.Name, Unit: is.Unit, Pillar: a.Pillars[is.Pillar]}
		if is.Document < len(a.Documents) {
			out.Document = a.Documents[is.Document]
		}
		for l := range is.Levels {
			out.Levels = append(out.Levels, is.Levels[l].Label)
		}
		for _, i := range s.Order {
			out.Worth = append(out.Worth, contributions(s.Case, t.Parties[i], s.Case.Parties[i].Name, k))
		}
	}
	return list
}

// contributions are what the levels of an issue add to a party's worth when all else
// is as in the text the talks begin from, counted from the level that is worth least.
func contributions(c *talks.Case, p *party.Party, name string, k int) record.IssueWorth {
	w := record.IssueWorth{Party: name}
	d := c.Initial
	at := p.Worth(&d)
	least := 0.0
	for l := range c.Agenda.Issues[k].Levels {
		gain := p.Gain(&d, agenda.Change{Issue: uint8(k), Level: uint8(l)}, at)
		least = min(least, gain)
		w.Levels = append(w.Levels, gain)
	}
	for l := range w.Levels {
		w.Levels[l] -= least
		w.Span = max(w.Span, w.Levels[l])
	}
	return w
}
