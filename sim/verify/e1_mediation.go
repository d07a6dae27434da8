package verify

import "math"

// icb is where the figures of E1 and E2 come from.
const icb = "International Crisis Behavior data, version 14, recomputed: 432 crises of 1918 to 2001"

// mediation is E1: mediated and unmediated crises. The data mix styles, 14 to 56 to 45
// where the style is known, and so does the row.
func mediation() Check {
	return Check{
		ID: "E1", Mechanism: "mediated or not", Source: icb,
		trials: []trial{func(l *Lab) ([]Row, error) {
			var arms [4][]ended
			for i, at := range []setting{unmediated(), facilitated(), formulated(), manipulated()} {
				arm, err := l.arm(at, l.runs(factRuns))
				if err != nil {
					return nil, err
				}
				arms[i] = arm
			}
			none, mixed := agreed(arms[0]), mix(arms[1:], []float64{14, 56, 45})
			d, e := apart(mixed, none)
			rise := sign(Form, "agreement with a mediator less without, styles mixed as in the data", "share", true, d, e, 4*none.n)
			rise.Note = "the data: 0.33, 95% interval 0.24 to 0.42, mediators not assigned by lot"
			risk := Row{Class: Form, What: "agreement with a mediator over without", Unit: "-", Expected: 3.9, Least: 2, Most: 6,
				Simulated: mixed.mean() / none.mean(), Runs: 4 * none.n, by: hits}
			risk.Low, risk.High = ratioInterval(mixed, none)
			with := figure(HeldOut, "agreement with a mediator, styles mixed as in the data", "share", .444, .362, .529, mixed)
			with.Missing = kinds
			odds := Row{Class: HeldOut, What: "odds of agreement with a mediator over without, against a logistic regression of the data", Unit: "-",
				Expected: 6.15, Least: 3.7, Most: 10.1, Simulated: oddsOf(mixed) / oddsOf(none), Runs: 4 * none.n, by: hits, Missing: kinds,
				Note: "the regression has no interval at hand: that of the raw odds, 3.7 to 10.1, stands for it"}
			odds.Low, odds.High = oddsInterval(mixed, none)
			return []Row{rise, risk, figure(Calibrated, "agreement without a mediator", "share", .114, .083, .155, none), with, odds}, nil
		}},
	}
}

// kinds is why rates may miss.
const kinds = "other conflicts; one is played, in which many draws have no deal that all would sign, and the data hold crises of all kinds"

// mix is a mean over arms with weights.
func mix(arms [][]ended, weights []float64) *tally {
	var t tally
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	for i := range arms[0] {
		x := 0.0
		for k := range arms {
			x += weights[k] / sum * signature(&arms[k][i])
		}
		t.add(x)
	}
	return &t
}

// ratioInterval is the interval of a ratio of two shares, on the scale of its logarithm.
func ratioInterval(a, b *tally) (low, high float64) {
	if a.mean() == 0 || b.mean() == 0 {
		return math.NaN(), math.NaN()
	}
	e := ninetyFive * math.Hypot(a.error()/a.mean(), b.error()/b.mean())
	r := a.mean() / b.mean()
	return r * math.Exp(-e), r * math.Exp(e)
}

// oddsOf is a share over what is left of one.
func oddsOf(t *tally) float64 { return t.mean() / (1 - t.mean()) }

// oddsInterval is the interval of a ratio of odds, on the scale of its logarithm.
func oddsInterval(a, b *tally) (low, high float64) {
	r := oddsOf(a) / oddsOf(b)
	if math.IsNaN(r) || math.IsInf(r, 0) || r == 0 {
		return math.NaN(), math.NaN()
	}
	slope := func(t *tally) float64 { return t.error() / (t.mean() * (1 - t.mean())) }
	e := ninetyFive * math.Hypot(slope(a), slope(b))
	return r * math.Exp(-e), r * math.Exp(e)
}

// styles is E2: the order of styles in agreements, and how little they differ in what
// lasts.
func styles() Check {
	return Check{
		ID: "E2", Mechanism: "styles of mediation", Source: icb + ", 115 of known style",
		trials: []trial{func(l *Lab) ([]Row, error) {
			var arms [3][]ended
			for i, at := range []setting{facilitated(), formulated(), manipulated()} {
				arm, err := l.arm(at, l.runs(factRuns))
				if err != nil {
					return nil, err
				}
				arms[i] = arm
			}
			draft, force := paired(arms[1], arms[0], signature), paired(arms[2], arms[1], signature)
			lasts, e := apart(broken(arms[0]), broken(arms[2]))
			order := sign(Form, "agreement under formulation less under facilitation", "share", true, draft.mean(), draft.error(), 2*draft.n)
			order.Missing = "a mediator that carries offers first and drafts later, as those on record did; here each style is tried alone"
			small := Row{Class: Form, What: "deals that hold five years, manipulation less facilitation", Unit: "share", Expected: math.NaN(), Least: -.2, Most: .2,
				Simulated: lasts, Low: lasts - ninetyFive*e, High: lasts + ninetyFive*e, Runs: 2 * draft.n, by: hits,
				Note: "the data speak of tensions within five years: 0.67 less 0.64"}
			rows := []Row{
				order,
				sign(Form, "agreement under manipulation less under formulation", "share", true, force.mean(), force.error(), 2*force.n),
				small,
				figure(HeldOut, "agreement under facilitation", "share", .071, .013, .315, agreed(arms[0])),
				figure(HeldOut, "agreement under formulation", "share", .393, .276, .524, agreed(arms[1])),
				figure(HeldOut, "agreement under manipulation", "share", .667, .521, .786, agreed(arms[2])),
			}
			for i := range rows[3:] {
				rows[3+i].Missing = kinds
			}
			return rows, nil
		}},
	}
}
