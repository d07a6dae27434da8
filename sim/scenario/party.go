package scenario

import (
	"fmt"
	"math"

	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// parties reads each party's block.
func (r *reader) parties() {
	for _, i := range r.order { // in the order of the file, for the list of assumptions
		r.readParty(i)
	}
	signs := 0
	for i := range r.c.Parties {
		if r.c.Parties[i].Role == party.Belligerent {
			signs++
		}
	}
	if signs < 2 && len(r.c.Parties) >= minParties { // fewer parties are a fault of their own
		r.root.Fault("parties", fmt.Sprintf("%d of the parties are belligerents", signs), "at least two, whose signatures make an agreement", "")
	}
}

// readParty reads one party and sets up how an engine gets its numbers.
func (r *reader) readParty(i int) {
	m, p := r.blocks[i], &r.c.Parties[i]
	own := owner{key: p.Key, prefix: m.Path()}
	p.Role = role(m.Choice("role", []string{"belligerent", "guarantor", "stakeholder"}))
	m.Text("title", "")
	m.Text("note", "")
	var parts []part
	parts = append(parts,
		r.weights(m, own), r.scores(m, own), r.pillars(m, own), r.losses(m, own), r.guarantor(m, own),
		r.fallback(m, own), r.devaluation(m, own), r.trust(m, own, i), r.lines(m, own), r.terms(m, own),
		r.manner(m, own), r.anchoring(m, own), r.fairness(m, own))
	p.Traits = func(t *party.Traits, b *talks.Binder) {
		for _, set := range parts {
			set(t, b)
		}
	}
	fallbackTactic := "consent"
	if p.Role == party.Belligerent {
		fallbackTactic = "time-dependent"
	}
	p.Tactic = r.tactic(m, own, fallbackTactic)
}

// part sets some of a party's numbers and binds those that vary.
type part func(*party.Traits, *talks.Binder)

func role(name string) party.Role {
	for _, r := range []party.Role{party.Belligerent, party.Guarantor, party.Stakeholder} {
		if r.String() == name {
			return r
		}
	}
	return party.Stakeholder
}

// weights reads the weight of each issue and the share of it that is protection.
func (r *reader) weights(m *document.Map, own owner) part {
	w := m.Map("weights")
	share := document.Between(0, math.Inf(1))
	var weights, security []rng.Param
	sum := 0.0
	sec := m.Map("security")
	for k := range r.c.Agenda.Issues {
		name := r.c.Agenda.Issues[k].Name
		n := w.Number(name, share.In("weight"), document.Plain(0))
		sum += n.Base
		weights = append(weights, own.param(n))
		security = append(security, own.param(sec.Number(name, document.Between(0, 1).In("share"), document.Plain(0))))
	}
	if len(r.c.Agenda.Issues) == 0 { // reported where the issues should be
		w.Skip()
		sec.Skip()
	} else if !w.Present() {
		m.Fault("weights", "has no weights", "a weight for each issue that the party cares for", "")
	} else if !r.asGiven && math.Abs(sum-1) > 1e-6 {
		m.Fault("weights", fmt.Sprintf("the weights add up to %.6g", sum), "1 within 1e-6, or `weights: as_given` at the top of the file", "")
	}
	asGiven := r.asGiven
	return func(t *party.Traits, b *talks.Binder) {
		t.AsGiven = asGiven
		t.Weights = make([]float64, len(weights))
		t.Security = make([]float64, len(security))
		for k := range weights {
			b.Number(weights[k], &t.Weights[k])
			b.Number(security[k], &t.Security[k])
		}
	}
}

// pillars reads how pillars make up for each other.
func (r *reader) pillars(m *document.Map, own owner) part {
	rho := own.param(m.Number("rho", document.Between(-20, 1).In("-"), document.Plain(1)))
	return func(t *party.Traits, b *talks.Binder) { b.Number(rho, &t.Rho) }
}

// losses reads the discount rate and what a collapse costs.
func (r *reader) losses(m *document.Map, own owner) part {
	n := m.Number("discount", document.Between(.001, 5).In("per year"), document.Plain(.1))
	r.rates = append(r.rates, n)
	discount := own.param(n)
	l := m.Map("loss")
	years := document.AtLeast(0).In("years")
	stock := own.param(l.Number("stock", years, document.Plain(0)))
	factor := document.AtLeast(0).In("-")
	ceded := own.param(l.Number("ceded", factor, document.Plain(0)))
	disarmed := own.param(l.Number("disarmed", factor, document.Plain(0)))
	return func(t *party.Traits, b *talks.Binder) {
		b.Number(discount, &t.Discount)
		b.Number(stock, &t.Loss)
		b.Number(ceded, &t.LossCeded)
		b.Number(disarmed, &t.LossDisarm)
	}
}

// guarantor reads what a guarantee is worth and costs its giver. The credibility is
// shared: everybody's worth of a guarantee rests on it.
func (r *reader) guarantor(m *document.Map, own owner) part {
	g := m.Map("guarantee")
	hold := own.param(g.Number("hold", document.AtLeast(0).In("worth"), document.Plain(0)))
	fight := own.param(g.Number("fight", document.AtLeast(0).In("years"), document.Plain(0)))
	return func(t *party.Traits, b *talks.Binder) {
		b.Number(hold, &t.Hold)
		b.Number(fight, &t.Fight)
	}
}

// fallback reads what no deal is worth.
func (r *reader) fallback(m *document.Map, own owner) part {
	f := m.Map("fallback")
	worth := document.Any().In("worth")
	base := own.param(f.Number("base", worth))
	momentum := own.param(f.Number("momentum", worth, document.Plain(0)))
	weariness := own.param(f.Number("weariness", document.AtLeast(0).In("worth"), document.Plain(0)))
	weary := own.param(f.Number("weary", document.Above(0).In("years"), document.Plain(.25)))
	bias := own.param(f.Number("bias", worth, document.Plain(0)))
	learning := own.param(f.Number("learning", document.AtLeast(0).In("years"), document.Plain(0)))
	learns := r.on["learning"]
	myopic := f.Choice("foresight", []string{"discounted", "myopic"}, "discounted") == "myopic"
	return func(t *party.Traits, b *talks.Binder) {
		b.Number(base, &t.Fallback.Base)
		b.Number(momentum, &t.Fallback.Momentum)
		b.Number(weariness, &t.Fallback.Weariness)
		b.Number(weary, &t.Fallback.Weary)
		b.Number(bias, &t.Fallback.Bias)
		if learns {
			b.Number(learning, &t.Fallback.Learning)
		}
		t.Fallback.Myopic = myopic
	}
}

// devaluation reads how much less a text is worth for who wrote it.
func (r *reader) devaluation(m *document.Map, own owner) part {
	d := m.Map("devaluation")
	size := own.param(d.Number("size", document.AtLeast(0).In("worth"), document.Plain(0)))
	share := document.Between(0, 1).In("share")
	adversary := own.param(d.Number("adversary", share, document.Plain(.45)))
	unnamed := own.param(d.Number("unnamed", share, document.Plain(.28)))
	mediator := own.param(d.Number("mediator", share, document.Plain(.12)))
	if !r.on["devaluation"] {
		return func(*party.Traits, *talks.Binder) {}
	}
	return func(t *party.Traits, b *talks.Binder) {
		b.Number(size, &t.Devaluation.Size)
		b.Number(adversary, &t.Devaluation.Adversary)
		b.Number(unnamed, &t.Devaluation.Unnamed)
		b.Number(mediator, &t.Devaluation.Mediator)
	}
}

// trust reads how far a party trusts the promises of others, and the mediator.
// Mistrust of the other signatories scales the hazard it expects, θ = clip(2·(1 −
// least trust), .3, 2); with no trust given θ is 1. Trust in a guarantor discounts
// that guarantor's promise.
func (r *reader) trust(m *document.Map, own owner, self int) part {
	block := m.Map("trust")
	share := document.Between(0, 1).In("share")
	params := map[int]rng.Param{}
	faith := rng.Constant(-1)
	for _, name := range block.Keys() {
		n := block.Number(name, share)
		if name == mediatorKey {
			faith = owner{own.key, own.prefix}.param(n)
			continue
		}
		j, ok := r.party(block, name, name)
		if ok && j == self {
			block.Fault(name, "a party does not trust itself here", "", "")
		}
		if ok {
			params[j] = owner{own.key.And(r.c.Parties[j].Key), n.Path}.param(n)
		}
	}
	commitment, parties := r.on["commitment"], r.c.Parties
	return func(t *party.Traits, b *talks.Binder) {
		t.Trust = make([]float64, len(parties))
		for j := range t.Trust {
			t.Trust[j] = -1
			if p, ok := params[j]; ok {
				b.Number(p, &t.Trust[j])
			}
		}
		b.Number(faith, &t.Faith)
		b.After(func() {
			least, said := 1.0, false
			for j, x := range t.Trust {
				if x >= 0 && parties[j].Role == party.Belligerent {
					least, said = min(least, x), true
				}
			}
			if t.LogTheta = 0; said && commitment {
				t.LogTheta = party.Theta(least)
			}
		})
	}
}

// mediatorKey is the key of trust in the mediator, beside the names of parties.
const mediatorKey = "mediator"

// manner reads how a party speaks.
func (r *reader) manner(m *document.Map, own owner) part {
	near := own.param(m.Number("near", document.AtLeast(0).In("worth"), document.Plain(.02)))
	learning := own.param(m.Number("learning", document.Between(0, 1).In("share"), document.Plain(.25)))
	mandate := m.Int("mandate", 0, 128, 0)
	return func(t *party.Traits, b *talks.Binder) {
		b.Number(near, &t.Near)
		b.Number(learning, &t.Learning)
		t.Mandate = mandate
	}
}
