package utility

import (
	"fmt"
	"math"

	"pgregory.net/rapid"

	"shuttle/agents/agenda"
	"shuttle/agents/clock"
)

// plain is an agenda with so many levels an issue, each issue a pillar of its own.
func plain(levels ...int) *agenda.Agenda {
	a := &agenda.Agenda{Documents: []string{"agreement"}}
	for k, n := range levels {
		is := agenda.Issue{Name: fmt.Sprintf("issue %d", k), Pillar: k}
		for l := range n {
			is.Levels = append(is.Levels, agenda.Plain(fmt.Sprint(l), float64(l)))
		}
		a.Issues, a.Pillars = append(a.Issues, is), append(a.Pillars, is.Name)
	}
	return a
}

// made is the utility of the party at place 0.
func made(a *agenda.Agenda, n Numbers, tables *clock.Tables) *Utility {
	u := New(a)
	u.Set(a, 0, &n, tables)
	return u
}

// tables are built once: a clock at any discount rate a test draws.
var tables = func() *clock.Tables {
	t, err := clock.NewTables(clock.Published(), .02, .5)
	if err != nil {
		panic(err)
	}
	return t
}()

// memoryless is the clock of the closed forms.
func memoryless(rate float64) *clock.Tables {
	t, err := clock.NewTables(clock.Constant(rate), .05, .05)
	if err != nil {
		panic(err)
	}
	return t
}

// hundredths draws numbers of the sizes a case has: no dust.
func hundredths(low, high int) *rapid.Generator[float64] {
	return rapid.Map(rapid.IntRange(low, high), func(n int) float64 { return float64(n) / 100 })
}

// drawn is a random small case with every feature a level may carry.
func drawn(t *rapid.T) (*agenda.Agenda, Numbers) {
	share := hundredths(0, 100)
	a := plain(rapid.SliceOfN(rapid.IntRange(1, 4), 1, 5).Draw(t, "levels")...)
	for k := range a.Issues {
		a.Issues[k].Pillar = rapid.IntRange(0, len(a.Issues)-1).Draw(t, "pillar")
		for l := range a.Issues[k].Levels {
			if !rapid.Bool().Draw(t, "special") {
				continue
			}
			a.Issues[k].Levels[l].Features = agenda.Features{
				Strength: share.Draw(t, "strength"), Legal: share.Draw(t, "legal"),
				Verification: share.Draw(t, "verification"), Ambiguity: share.Draw(t, "ambiguity"),
				Ceded: []float64{share.Draw(t, "ceded")}, Disarmed: []float64{share.Draw(t, "disarmed")},
			}
		}
	}
	return a, numbers(t, a)
}

// numbers draws a party's traits.
func numbers(t *rapid.T, a *agenda.Agenda) Numbers {
	share, wide := hundredths(0, 100), hundredths(0, 300)
	n := Numbers{
		Rho:      rapid.SampledFrom([]float64{1, 1, .5, 0, -1, -3}).Draw(t, "rho"),
		Discount: hundredths(2, 50).Draw(t, "discount"),
		Loss:     wide.Draw(t, "loss"), LossCeded: wide.Draw(t, "loss of ceding"), LossDisarm: wide.Draw(t, "loss of disarming"),
		Hold: share.Draw(t, "hold"), Fight: share.Draw(t, "fight"),
		Eta: wide.Draw(t, "eta"), Verification: share.Draw(t, "verification"), LogTheta: hundredths(-120, 69).Draw(t, "theta"),
		Credibility: share.Draw(t, "credibility"), SteelAt: share.Draw(t, "steel"),
		AsGiven:   rapid.Bool().Draw(t, "as given"),
		Reference: Reference{Guarantee: share.Draw(t, "reference guarantee"), Verification: share.Draw(t, "reference verification")},
	}
	if rapid.Bool().Draw(t, "protects") {
		n.Security = make([]float64, len(a.Issues))
	}
	for k := range a.Issues {
		n.Weights = append(n.Weights, share.Draw(t, "weight"))
		if n.Security != nil {
			n.Security[k] = share.Draw(t, "security")
		}
		n.Scores = append(n.Scores, rapid.SliceOfN(share, len(a.Issues[k].Levels), len(a.Issues[k].Levels)).Draw(t, "scores"))
	}
	n.Terms, n.Pairs = terms(t, a), pairings(t, a)
	return n
}

// pairings draws clauses that depend on each other.
func pairings(t *rapid.T, a *agenda.Agenda) []Pairing {
	issue := rapid.IntRange(0, len(a.Issues)-1)
	var out []Pairing
	for range rapid.IntRange(0, 6).Draw(t, "pairs") {
		p := Pairing{A: issue.Draw(t, "a"), B: issue.Draw(t, "b")}
		values := len(a.Issues[p.A].Levels) * len(a.Issues[p.B].Levels)
		p.Values = rapid.SliceOfN(hundredths(-100, 100), values, values).Draw(t, "values")
		out = append(out, p)
	}
	return out
}

// terms draws interactions.
func terms(t *rapid.T, a *agenda.Agenda) []Term {
	issue := rapid.IntRange(0, len(a.Issues)-1)
	var out []Term
	for range rapid.IntRange(0, 4).Draw(t, "terms") {
		x := Term{
			Kind: TermKind(rapid.IntRange(int(Guarded), int(Linked)).Draw(t, "kind")),
			K:    hundredths(-100, 100).Draw(t, "size"),
			A:    issue.Draw(t, "a"), B: issue.Draw(t, "b"),
		}
		if x.Kind == Linked && x.A == x.B {
			continue // an issue is not linked with itself
		}
		x.Levels[0] = rapid.Uint64().Draw(t, "levels")
		out = append(out, x)
	}
	return out
}

// dealt is any deal.
func dealt(t *rapid.T, a *agenda.Agenda) agenda.Deal {
	var d agenda.Deal
	for k := range a.Issues {
		d[k] = uint8(rapid.IntRange(0, len(a.Issues[k].Levels)-1).Draw(t, "level"))
	}
	return d
}

// maybe is the clock, or the commitment mechanism switched off.
func maybe(t *rapid.T) *clock.Tables {
	if rapid.Bool().Draw(t, "clock") {
		return tables
	}
	return nil
}

// fits says how close two worths must be: rounding grows with their size.
func fits(x float64) float64 { return 1e-12 * max(1, math.Abs(x)) }
