package verify

import (
	"math"
	"slices"
)

// guarded is E6 for guarantees: they keep the peace, and where they go to deals that are
// likely to break the raw data say that they do not. Deals are hard by the hazard that
// they would have unguarded.
func guarded(l *Lab) ([]Row, error) {
	const credibility = "parties[G].guarantee.credibility="
	arms, err := l.each(formulated().with(credibility+"0.2"), formulated().with(credibility+"0.8"))
	if err != nil {
		return nil, err
	}
	var without, with []float64 // logarithms of hazards, of runs with a deal in force either way
	for i := range arms[0] {
		if a, b := &arms[0][i], &arms[1][i]; a.force && b.force {
			without, with = append(without, math.Log(a.hazard)), append(with, math.Log(b.hazard))
		}
	}
	middle := math.Inf(1)
	if len(without) > 0 {
		middle = slices.Sorted(slices.Values(without))[len(without)/2]
	}
	var causal, hard, easy tally
	for i := range without {
		causal.add(with[i] - without[i])
		if without[i] >= middle {
			hard.add(with[i])
		} else {
			easy.add(without[i])
		}
	}
	seen, e := apart(&hard, &easy)
	ratio := func(c Class, what string, log, err float64) Row {
		return Row{Class: c, What: what, Unit: "-", Simulated: math.Exp(log), Low: math.Exp(log - ninetyFive*err), High: math.Exp(log + ninetyFive*err),
			Runs: 2 * len(without), Source: "UCDP Peace Agreement Dataset, 330 agreements, recomputed; Fortna 2003 on the effect itself"}
	}
	effect := ratio(Form, "hazard ratio of deals, a guarantor who is believed to one who is not", causal.mean(), causal.error())
	effect.Expected, effect.Least, effect.Most, effect.by = math.NaN(), math.Inf(-1), 1, inside
	raw := ratio(Form, "hazard ratio that is seen where guarantors who are believed go to the half of the deals that is likeliest to break", seen, e)
	raw.Expected, raw.Least, raw.Most, raw.by = 1.17, .76, 1.82, hits
	raw.Note = "the data: agreements with peacekeepers over those without"
	raw.Missing = "what makes some peaces likelier to break than others, whoever guards them"
	less := sign(Form, "logarithm of that hazard ratio less that of the true one", "-", true, seen-causal.mean(), math.Hypot(e, causal.error()), effect.Runs)
	less.Source = effect.Source
	return []Row{effect, raw, less}, nil
}
