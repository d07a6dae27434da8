package talks

import (
	"math"
	"slices"

	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Depth is how far a party that does not sign is included [share].
type Depth float64

// The depths: not at all, asked, drafting with the others, standing in for what is
// agreed, at the table with a veto.
const (
	Excluded  Depth = 0
	Consulted Depth = .25
	CoAuthor  Depth = .5
	Standing  Depth = .75
	Seated    Depth = 1
)

// Inclusion is what it does to take others in. Each effect has a coefficient of its
// own, for full inclusion, and counts by depth; what they come to together is left to
// the runs.
type Inclusion struct{ Guests []Guest }

// Guest is a party that may be taken in.
type Guest struct {
	Party int
	Depth Depth // unless the format seats it
	Sits  bool  // it sits at the table, in one format at least

	Legitimacy     rng.Param // of the process [share]
	Credibility    rng.Param // of its own guarantee [share]
	Implementation rng.Param // capacity to implement [share]
	Ratification   rng.Param // support in every ratification [share]

	Amendments int                // wishes that it writes into the first text, as co-author or seated
	Delay      rng.Param          // days that every round lasts longer [days]
	Walkout    []WalkoutOverGuest // who may leave over it
}

// WalkoutOverGuest is a party that may leave because another is taken in.
type WalkoutOverGuest struct {
	Party int
	Rate  rng.Param // [per year]
}

// guest is what taking a party in does in a run.
type guest struct {
	Guest
	depth Depth // today
	rule  int   // place of the consent rule that its veto is; none where it never sits
	key   rng.Key

	legitimacy, credibility, implementation, ratification, delay float64

	rates   []float64
	reasons []string
	given   float64 // credibility of its guarantee as last set
}

func (m Inclusion) join(e *Engine) {
	guests := make([]*guest, len(m.Guests))
	e.brief.Consent = slices.Clone(e.brief.Consent)
	for n := range m.Guests {
		g := &guest{Guest: m.Guests[n], rule: len(e.brief.Consent)}
		if g.Sits {
			e.brief.Consent = append(e.brief.Consent, mediator.Consent{Party: g.Party})
		}
		g.bind(e)
		guests[n] = g
	}
	e.around.setting = append(e.around.setting, func() {
		for _, g := range guests {
			g.depth, g.given = 0, e.scene.credibility[g.Party]
			g.take(e, g.due(e))
		}
	})
	e.around.drafting = append(e.around.drafting, func(text *agenda.Deal) {
		for _, g := range guests {
			g.draft(e, text)
		}
	})
	e.around.opening = append(e.around.opening, func() { hold(e, guests) })
	e.around.morning = append(e.around.morning, func() {
		for _, g := range guests {
			g.objected(e)
		}
	})
	e.around.evening = append(e.around.evening, func() {
		for _, g := range guests {
			if due := g.due(e); due != g.depth {
				g.take(e, due)
			}
		}
		hold(e, guests)
	})
}

func (g *guest) bind(e *Engine) {
	for _, b := range []struct {
		p  rng.Param
		at *float64
	}{{g.Legitimacy, &g.legitimacy}, {g.Credibility, &g.credibility}, {g.Implementation, &g.implementation},
		{g.Ratification, &g.ratification}, {g.Delay, &g.delay}} {
		e.binder.Number(b.p, b.at)
	}
	own := &e.c.Parties[g.Party]
	g.key = own.Key.And(rng.Name("inclusion"))
	g.rates = make([]float64, len(g.Walkout))
	for i, w := range g.Walkout {
		e.binder.Number(w.Rate, &g.rates[i])
		g.reasons = append(g.reasons, e.c.Parties[w.Party].Name+" left over the part of "+own.Name)
	}
}

// hold has the coming round last longer by what those taken in ask for.
func hold(e *Engine, guests []*guest) {
	for _, g := range guests {
		e.scene.delay += float64(g.delay * float64(g.depth))
	}
}

// due is how far the party is taken in by its own standing and by the format.
func (g *guest) due(e *Engine) Depth {
	if f := &e.shared.Format; f.Seats != nil && f.Seats[g.Party] {
		return Seated
	}
	return g.Depth
}

// take includes the party so far and no further: who is left out has no say and gives
// no guarantee, who sits at the table has a say on every text.
func (g *guest) take(e *Engine, depth Depth) {
	s, more := &e.scene, float64(depth-g.depth)
	g.depth = depth
	s.legitimacy += float64(g.legitimacy * more)
	s.capacity += float64(g.implementation * more)
	s.support += float64(g.ratification * more)
	credibility := min(e.shared.Credibility[g.Party]+float64(g.credibility*float64(depth)), 1)
	if s.away[g.Party] = depth == Excluded; depth == Excluded {
		credibility = 0
	}
	s.credibility[g.Party] += credibility - g.given
	g.given = credibility
	g.consent(e)
}

// consent sets the rules that say when the party is asked for its consent.
func (g *guest) consent(e *Engine) {
	for k := range e.c.Consent {
		if c := &e.brief.Consent[k]; c.Party == g.Party {
			if c.Levels = e.c.Consent[k].Levels; g.depth == Excluded {
				c.Levels = party.Levels{}
			}
		}
	}
	if !g.Sits {
		return
	}
	veto := &e.brief.Consent[g.rule]
	veto.Levels = party.Levels{}
	if g.depth == Seated {
		for l := range e.c.Agenda.Issues[veto.Issue].Levels {
			(*party.Levels)(&veto.Levels).Add(l)
		}
	}
}

// objected is whether somebody leaves because the party has a part.
func (g *guest) objected(e *Engine) {
	years := e.elapsed / world.Year
	for i, w := range g.Walkout {
		chance := -math.Expm1(-g.rates[i] * float64(g.depth) * years)
		if e.happens(chance, g.key.And(e.c.Parties[w.Party].Key), e.out.Round) {
			e.scene.stop(Escalation, g.reasons[i])
		}
	}
}

// draft writes what the party wants most into the text that lies on the table first.
func (g *guest) draft(e *Engine, text *agenda.Deal) {
	if g.depth == CoAuthor || g.depth == Seated {
		e.camp([]int{g.Party}, []float64{1}).write(text, g.Amendments)
	}
}
