package party

import (
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Ultimatum makes one demand and stays with it: of all deals the one that is best for
// it when the chance that the other side refuses is counted in, which leaves it its
// fallback (the risk–return trade-off of Fearon 1995, "Rationalist explanations for
// war", International Organization 49). It does not know the other side's fallback;
// it believes it to lie around what is public of it, and corrects that belief by what
// a mediator reports, as far as it trusts reports.
type Ultimatum struct {
	Spread float64 // half the width of where the other's fallback may lie [worth]
	Prior  string  // uniform, or two-types: one end or the other
	Trust  float64 // chance that what is reported of the other's fallback is so [share]
}

// Fields implements spec.Spec.
func (t *Ultimatum) Fields() []spec.Field {
	return []spec.Field{
		{Name: "spread", Doc: "how far the other's fallback may lie from what is public of it, either way", Unit: "worth", Number: &t.Spread, Min: 0, Max: 1, Source: "own choice"},
		{Name: "prior", Doc: "what it believes of the other's fallback: all alike between the ends, or one end or the other", Choice: &t.Prior, Options: []string{"uniform", "two-types"}, Source: "Fearon 1995 for uniform, Kydd 2003 for two types"},
		{Name: "trust", Doc: "chance that a report of the other's fallback is so; one over the number of parts that reports tell apart is no trust at all", Unit: "share", Number: &t.Trust, Min: 0, Max: 1, Source: "own choice"},
	}
}

// New makes the player of one run.
func (t Ultimatum) New(*rand.Rand) Tactic { return &ultimatum{Ultimatum: t, round: -1} }

type ultimatum struct {
	Ultimatum
	told   message.Report // the last report heard
	round  int            // in which the demand was worked out
	heard  message.Report // on which it rests
	demand agenda.Deal
	worth  float64
}

// Answer implements Tactic.
func (t *ultimatum) Answer(s *Self, m *message.Message, r *message.Reply) {
	if m.Kind == message.Relay && m.Report.Given {
		t.told = m.Report
	}
	t.decide(s, t.told)
	if m.Kind != message.Relay {
		s.Bargain(m, r, t.worth, false)
		return
	}
	if !m.Empty {
		if s.Judge(m, r, t.worth); r.Verdict == message.Sign {
			return
		}
		s.Wish(r)
	}
	r.Offered, r.Offer = true, s.put(t.demand, t.worth)
}

// decide finds the demand that is best in expectation, once a round and report.
func (t *ultimatum) decide(s *Self, told message.Report) {
	if t.round == s.round && t.heard == told {
		return
	}
	t.round, t.heard = s.round, told
	b := t.belief(s, told)
	floor, best, found := s.Floor(), 0.0, false
	list := s.consider()
	for i := range list {
		c := &list[i]
		chance := b.below(c.theirs)
		if value := float64(chance*c.own) + float64((1-chance)*floor); !found || value > best {
			t.demand, t.worth, best, found = c.deal, c.own, value, true
		}
	}
}

// belief is where the other's fallback may lie, after a report.
func (t *Ultimatum) belief(s *Self, told message.Report) belief {
	middle := s.Presumed()
	b := belief{low: middle - t.Spread, high: middle + t.Spread, two: t.Prior == "two-types"}
	b.hear(told, t.Trust)
	return b
}
