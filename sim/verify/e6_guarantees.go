package verify

import (
	"math"
	"slices"

	"shuttle/sim/rng"
)

// agreements is where the figures of E6 on guarantees come from.
const agreements = "UCDP Peace Agreement Dataset, 330 agreements, recomputed"

// guarded is E6 for guarantees: they keep the peace, and where they go to deals that are
// likely to break the raw data say that they do not. Who sends them goes by what can be
// known of a deal, and that not exactly: what its text makes of its hazard, misjudged.
// What else makes one peace frailer than another nobody knows, they neither.
func guarded(l *Lab) ([]Row, error) {
	n, err := l.numbers("e6-guarantors", "doubted", "believed", "misjudged")
	if err != nil {
		return nil, err
	}
	const credibility = "parties[G].guarantee.credibility"
	doubted := formulated().with(put(credibility, n[0]))
	arms, err := l.each(doubted, formulated().with(put(credibility, n[1])), doubted.with("durability.frailty=0"))
	if err != nil {
		return nil, err
	}
	unguarded, guarded := arms[0], arms[1]
	causal := riskier(guarded, unguarded)
	hard, easy := byRisk(unguarded, guarded, l.judged(arms[2], n[2]))
	seen, e := apart(hard, easy)
	return guardedRows(causal, seen, e), nil
}

// guardedRows are the rows of what guarantors do, and of what is seen of it.
func guardedRows(causal *tally, seen, e float64) []Row {
	effect := sign(Form, "logarithm of the hazard ratio of deals, a guarantor who is believed to one who is not", "-", false, causal.mean(), causal.error(), 2*causal.n)
	effect.Source = agreements + "; Fortna 2003 on the effect itself"
	effect.Fact = "guarantors keep the peace"
	effect.Weak = "that guarantees lower the hazard is assumed, of a size that is not known; it would fail only if texts with a guarantor who is believed promised less of everything else"
	raw := band{1.17, .76, 1.82}.times(Form, "hazard ratio that is seen where guarantors who are believed go to the half of the deals that is judged likeliest to break", seen, e, 2*causal.n)
	raw.Source = agreements
	raw.Note = "the data: agreements with peacekeepers over those without; how frail peaces are differs by a figure of the same data, which was taken in when this row had been missed without it"
	raw.Missing = "something that makes a peace likelier to break and that can be seen before it does: here texts differ little, and what else differs is known to nobody"
	less := sign(Form, "logarithm of that hazard ratio less that of the true one", "-", true, seen-causal.mean(), math.Hypot(e, causal.error()), 2*causal.n)
	less.Source, less.Missing = effect.Source, raw.Missing
	raw.Fact = "the effect of guarantors is not seen in raw data"
	less.Fact = raw.Fact
	return []Row{effect, raw, less}
}

// judged is how likely each deal in force is held to be to break: the logarithm of the
// hazard that can be read in its text, in standard deviations, and an error of so many.
func (l *Lab) judged(arm []ended, misjudged float64) []float64 {
	t := inForce(arm, func(e *ended) float64 { return math.Log(e.hazard) })
	spread := t.error() * math.Sqrt(float64(t.n))
	noise := rng.NewStream()
	list := make([]float64, len(arm))
	for i := range arm {
		noise.Reset(rng.Derive(l.seed, i).For(rng.Name("guarantors misjudge")))
		list[i] = math.Log(arm[i].hazard)/spread + float64(misjudged*noise.NormFloat64())
	}
	return list
}

// byRisk are the logarithms of hazards that an observer sees of deals in force either way:
// of the half that is judged likeliest to break, guarded, and of the other, unguarded.
func byRisk(unguarded, guarded []ended, judged []float64) (hard, easy *tally) {
	var both []int
	var of []float64
	for i := range unguarded {
		if unguarded[i].force && guarded[i].force {
			both, of = append(both, i), append(of, judged[i])
		}
	}
	hard, easy = new(tally), new(tally)
	if len(both) == 0 {
		return hard, easy
	}
	middle := slices.Sorted(slices.Values(of))[len(of)/2]
	for _, i := range both {
		if judged[i] >= middle {
			hard.add(math.Log(guarded[i].hazard))
		} else {
			easy.add(math.Log(unguarded[i].hazard))
		}
	}
	return hard, easy
}
