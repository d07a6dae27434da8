package scenario

import (
	"math"
	"slices"

	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// inclusion reads how far those who do not sign are taken in, and what that does.
func (r *reader) inclusion() {
	var guests []talks.Guest
	for _, i := range r.order {
		if m := r.blocks[i]; r.c.Parties[i].Role != party.Belligerent {
			if m.Has("seat") || m.Has("inclusion") || r.hasSay(i) {
				guests = append(guests, r.guest(i, m))
			}
		} else {
			for _, key := range []string{"seat", "inclusion"} {
				if m.Has(key) {
					m.Fault(key, "a party that signs sits at every table", "role: guarantor or stakeholder", "")
				}
			}
		}
	}
	if len(guests) > 0 {
		r.join("inclusion", talks.Inclusion{Guests: guests})
	}
}

// guest reads one party that may be taken in.
func (r *reader) guest(i int, m *document.Map) talks.Guest {
	p, b := &r.c.Parties[i], m.Map("inclusion")
	own, share := owner{p.Key, m.Path()}, document.Between(0, 1).In("share")
	g := talks.Guest{
		Party:          i,
		Depth:          depth(m, p.Role),
		Legitimacy:     own.param(b.Number("legitimacy", share, document.Plain(0))),
		Credibility:    own.param(b.Number("credibility", share, document.Plain(0))),
		Implementation: own.param(b.Number("implementation", share, document.Plain(0))),
		Ratification:   own.param(b.Number("ratification", share, document.Plain(0))),
		Amendments:     b.Int("amendments", 0, agenda.MaxIssues, 0),
		Delay:          own.param(b.Number("delay", document.AtLeast(0).In("days"), document.Plain(0))),
	}
	g.Sits = g.Depth == talks.Seated || r.hasSay(i)
	b.Text("note", "")
	by := b.Map("walkout")
	for _, name := range by.Keys() {
		n := by.Number(name, document.Between(0, math.Inf(1)).In("per year"))
		j, ok := r.party(by, name, name)
		if ok && r.c.Parties[j].Role != party.Belligerent {
			by.Fault(name, "does not sign: the talks go on without it", "a belligerent", "")
		}
		if ok {
			key := p.Key.And(r.c.Parties[j].Key).And(rng.Name("walkout"))
			g.Walkout = append(g.Walkout, talks.WalkoutOverGuest{Party: j, Rate: owner{key, n.Path}.param(n)})
		}
	}
	return g
}

// caucuses reads which camps settle what they want before the talks begin, in the order
// in which they do.
func (r *reader) caucuses() {
	own := common()
	for _, m := range r.root.Map("talks").List("caucus").Maps() {
		of, ok := r.party(m, "of", m.Text("of"))
		c := talks.Caucus{Members: []int{of}}
		share := fixed(m, "share", document.Between(0, 1).In("share"), document.Plain(.5))
		c.Wishes = m.Int("wishes", 1, agenda.MaxIssues)
		c.Days = own.param(m.Number("days", document.AtLeast(0).In("days"), document.Plain(7)))
		m.Text("note", "")
		with := r.some(m, "with")
		if !m.Has("with") {
			m.Fault("with", "names nobody", "a list of parties", "")
		}
		if ok && slices.Contains(with, of) {
			m.Fault("with", "nobody stands by itself", "other parties", "")
		}
		c.Members = append(c.Members, with...)
		c.Weights = append(c.Weights, 1-share)
		for range with {
			c.Weights = append(c.Weights, share/float64(len(with)))
		}
		if ok && len(with) > 0 {
			r.join("caucus", c)
		}
	}
}

// depth reads how far a party is taken in; guarantors stand in for what is agreed
// and others are asked, where nothing else is said.
func depth(m *document.Map, role party.Role) talks.Depth {
	def := "consulted"
	if role == party.Guarantor {
		def = "guarantor"
	}
	switch m.Choice("seat", []string{"excluded", "consulted", "co-author", "guarantor", "seated"}, def) {
	case "excluded":
		return talks.Excluded
	case "co-author":
		return talks.CoAuthor
	case "guarantor":
		return talks.Standing
	case "seated":
		return talks.Seated
	}
	return talks.Consulted
}
