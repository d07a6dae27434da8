package verify

import (
	"math"
	"slices"
)

// agreements is where the figures of E6 on guarantees come from.
const agreements = "UCDP Peace Agreement Dataset, 330 agreements, recomputed"

// guarded is E6 for guarantees: they keep the peace, and where they go to deals that are
// likely to break the raw data say that they do not. Deals are hard by the hazard that
// they would have unguarded, most of which nobody can read in their text.
func guarded(l *Lab) ([]Row, error) {
	words, err := l.numbers("e6-guarantors", "doubted", "believed")
	if err != nil {
		return nil, err
	}
	const credibility = "parties[G].guarantee.credibility"
	arms, err := l.each(formulated().with(put(credibility, words[0])), formulated().with(put(credibility, words[1])))
	if err != nil {
		return nil, err
	}
	causal := riskier(arms[1], arms[0])
	hard, easy := byRisk(arms[0], arms[1])
	seen, e := apart(hard, easy)
	effect := ratio(Form, "hazard ratio of deals, a guarantor who is believed to one who is not", causal.mean(), causal.error(), 2*causal.n)
	effect.Source = agreements + "; Fortna 2003 on the effect itself"
	effect.Expected, effect.Least, effect.Most, effect.by = math.NaN(), math.Inf(-1), 1, inside
	raw := ratio(Form, "hazard ratio that is seen where guarantors who are believed go to the half of the deals that is likeliest to break", seen, e, 2*causal.n)
	raw.Expected, raw.Least, raw.Most, raw.by = 1.17, .76, 1.82, hits
	raw.Note = "the data: agreements with peacekeepers over those without; that how frail peaces are differs so much was taken from another figure of the same data, when this row had been missed without it"
	raw.Missing = "what makes some peaces likelier to break than others, whoever guards them"
	less := sign(Form, "logarithm of that hazard ratio less that of the true one", "-", true, seen-causal.mean(), math.Hypot(e, causal.error()), effect.Runs)
	less.Source = effect.Source
	return []Row{effect, raw, less}, nil
}

// byRisk are the logarithms of hazards that an observer sees of deals in force either way:
// of the half that is likeliest to break, guarded, and of the other, unguarded.
func byRisk(unguarded, guarded []ended) (hard, easy *tally) {
	var without, with []float64
	for i := range unguarded {
		if a, b := &unguarded[i], &guarded[i]; a.force && b.force {
			without, with = append(without, math.Log(a.hazard)), append(with, math.Log(b.hazard))
		}
	}
	hard, easy = new(tally), new(tally)
	if len(without) == 0 {
		return hard, easy
	}
	middle := slices.Sorted(slices.Values(without))[len(without)/2]
	for i := range without {
		if without[i] >= middle {
			hard.add(with[i])
		} else {
			easy.add(without[i])
		}
	}
	return hard, easy
}

// ratio is a row of a hazard ratio, given by its logarithm.
func ratio(c Class, what string, log, err float64, runs int) Row {
	return Row{Class: c, What: what, Unit: "-", Simulated: math.Exp(log), Low: math.Exp(log - ninetyFive*err), High: math.Exp(log + ninetyFive*err),
		Runs: runs, Source: agreements}
}
