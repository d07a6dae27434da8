package verify

import (
	"math"
	"slices"
)

// mediation is E1: mediated and unmediated crises. The data mix styles, 14 to 56 to 45
// where the style is known, and so do the rows.
func mediation() Check {
	return Check{
		ID: "E1", Mechanism: "mediated or not", Source: icb,
		trials: []trial{func(l *Lab) ([]Row, error) {
			a, err := l.arms()
			if err != nil {
				return nil, err
			}
			rows := rates(a)
			odds, err := oddsRow(a)
			if err != nil {
				return nil, err
			}
			return append(append(rows, odds), durations(a)...), nil
		}},
	}
}

// rates are rows of how often talks end in agreement.
func rates(a *arms) []Row {
	none, mixed := agreed(a.none), a.mixed(signature)
	d, e := apart(mixed, none)
	rise := sign(Form, "agreement with a mediator less without, styles mixed as on record", "share", true, d, e, 4*none.n)
	rise.Note = "the data: 0.33, 95% interval 0.24 to 0.42, mediators not assigned by lot"
	risk := Row{Class: Form, What: "agreement with a mediator over without", Unit: "-", Expected: 3.9, Least: 2, Most: 6,
		Simulated: mixed.mean() / none.mean(), Runs: 4 * none.n, by: hits}
	risk.Low, risk.High = ratioInterval(mixed, none)
	d, e = apart(a.mixed(fiveYears), share(a.none, func(e *ended) bool { return e.lasts(5) }))
	lasts := sign(Form, "deals that hold five years, of all crises, with a mediator less without", "share", true, d, e, 4*none.n)
	lasts.Note = "the data speak of tensions within five years: 0.64 less 0.49, with a deal or without"
	with := figure(Form, "agreement with a mediator, styles mixed as on record", "share", .444, .362, .529, mixed)
	with.Missing = narrow
	return []Row{rise, risk, lasts, figure(Calibrated, "agreement without a mediator", "share", .114, .083, .155, none), with}
}

// narrow is why rates may miss.
const narrow = "more crises with a deal that only a mediator finds: what keeps sides apart who could agree is too weak here, so that fallbacks fitted to the unmediated rate leave too few crises with a deal at all"

// durations are rows of how long talks last.
func durations(a *arms) []Row {
	days := func(e *ended) float64 { return e.day }
	seen, runs := a.seen(a.sent(), days), 4*len(a.none)
	longer := sign(HeldOut, "days that talks last, with a mediator less without, mediators sent as on record", "days", true, seen.mean, seen.error(), runs)
	longer.Note = "the data: medians of 138 days from the trigger of a crisis with a mediator, 58 without"
	longer.Missing = "mediators who are called to what already lasts; here they are there from the first day, and crises without them do not end by themselves"
	causal := a.seen(a.byLot(), days)
	shorter := sign(HeldOut, "days that talks last, with a mediator less without, mediators assigned by lot", "days", false, causal.mean, causal.error(), runs)
	shorter.Source = "Wilkenfeld, Young, Asal and Quinn 2003, in the laboratory"
	return []Row{longer, shorter}
}

// oddsRow is the effect of mediation in a logistic regression of crises that knows how
// hard each is; mediators go where they did on record.
func oddsRow(a *arms) (Row, error) {
	hard, sent := hardness(a.none), a.sent()
	var list []cases
	for i := range a.none {
		list = append(list, cases{[]float64{1, 0, hard[i]}, 1 - sent[i], (1 - sent[i]) * signature(&a.none[i])})
	}
	for k, share := range mix() {
		for i := range a.none {
			n := sent[i] * share
			list = append(list, cases{[]float64{1, 1, hard[i]}, n, n * signature(&a.styles[k][i])})
		}
	}
	fit, errs, err := logistic(list)
	if err != nil {
		return Row{}, err
	}
	e := ninetyFive * errs[1]
	return Row{Class: Form, What: "odds ratio of agreement, with a mediator to without, the hardness of a crisis held fixed", Unit: "-",
		Expected: 6.15, Least: 3.7, Most: 10.1, Simulated: math.Exp(fit[1]), Low: math.Exp(fit[1] - e), High: math.Exp(fit[1] + e),
		Runs: 4 * len(hard), by: hits, Missing: narrow,
		Note: "both by logistic regression; that of the data has no interval at hand, and that of its raw odds, 3.7 to 10.1, stands for it"}, nil
}

// hardness is the sum of the fallbacks, in standard deviations from its mean.
func hardness(arm []ended) []float64 {
	var t tally
	for i := range arm {
		t.add(arm[i].floors)
	}
	spread := t.error() * math.Sqrt(float64(t.n))
	list := make([]float64, len(arm))
	for i := range arm {
		list[i] = (arm[i].floors - t.mean()) / spread
	}
	return list
}

// sent is the chance that a mediator is sent to each crisis: by its quarter, from the
// easiest to the hardest.
func (a *arms) sent() []float64 {
	floors := make([]float64, len(a.none))
	for i := range a.none {
		floors[i] = a.none[i].floors
	}
	sorted := slices.Sorted(slices.Values(floors))
	list := make([]float64, len(floors))
	for i, f := range floors {
		rank, _ := slices.BinarySearch(sorted, f)
		list[i] = sent()[4*rank/len(sorted)]
	}
	return list
}

// byLot is an even chance for each.
func (a *arms) byLot() []float64 { return slices.Repeat([]float64{.5}, len(a.none)) }

// ratioInterval is the interval of a ratio of two shares, on the scale of its logarithm.
func ratioInterval(a, b *tally) (low, high float64) {
	if a.mean() == 0 || b.mean() == 0 {
		return math.NaN(), math.NaN()
	}
	e := ninetyFive * math.Hypot(a.error()/a.mean(), b.error()/b.mean())
	r := a.mean() / b.mean()
	return r * math.Exp(-e), r * math.Exp(e)
}
