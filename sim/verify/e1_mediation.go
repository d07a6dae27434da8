package verify

import (
	"fmt"
	"math"
)

// mediation is E1: mediated and unmediated crises. The data mix styles, 14 to 56 to 45
// where the style is known, and so do the rows. Raw figures on record are of crises that
// were not given mediators by lot, and are compared with what is seen where mediators are
// sent as on record.
func mediation() Check {
	return Check{
		ID: "E1", Mechanism: "mediated or not", Source: icb,
		trials: []trial{func(l *Lab) ([]Row, error) {
			highest, err := l.highest()
			if err != nil {
				return nil, err
			}
			alone, err := l.alone()
			if err != nil {
				return nil, err
			}
			odds, err := oddsRow(highest)
			if err != nil {
				return nil, err
			}
			rows := append(effects(highest), odds, later(highest), unmediatedRate(highest))
			rows = append(rows, raw(Form, highest, "each style the highest that a mediator uses")...)
			return append(append(rows, raw(HeldOut, alone, "each style by itself")...), sooner(alone)), nil
		}, disliked},
	}
}

// effects are rows of what mediation does, mediators assigned by lot.
func effects(a *arms) []Row {
	lot, runs := a.byLot(), 4*len(a.none)
	with, without := a.with(lot, signature), a.without(lot, signature)
	more, last := with.less(without), a.seen(lot, fiveYears)
	rise := sign(Form, "agreement with a mediator less without, mediators assigned by lot", "share", true, more.mean, more.error(), runs)
	lasts := sign(Form, "deals that hold five years, of all crises, with a mediator less without, mediators assigned by lot", "share", true, last.mean, last.error(), runs)
	lasts.Note = "the data speak of tensions within five years, mediators not assigned by lot: 0.64 less 0.49, with a deal or without"
	return []Row{rise, times(Form, "agreement with a mediator over without, mediators assigned by lot", with, without, runs), lasts}
}

// times is a row of the ratio of two shares.
func times(c Class, what string, with, without *sighting, runs int) Row {
	ratio := with.over(without)
	e := ninetyFive * ratio.error()
	return Row{Class: c, What: what, Unit: "-", Expected: 3.9, Least: 2, Most: 6, Simulated: math.Exp(ratio.mean),
		Low: math.Exp(ratio.mean - e), High: math.Exp(ratio.mean + e), Runs: runs, by: hits}
}

// raw are rows of what an observer sees: mediators sent as on record.
func raw(c Class, a *arms, styles string) []Row {
	sent, runs := a.onRecordSent(), 0
	for _, ways := range a.styles {
		runs += len(ways) * len(a.none)
	}
	with, without := a.with(sent, signature), a.without(sent, signature)
	const as = "mediators sent as on record"
	rate := seenFigure(c, "agreement with a mediator, "+as+", "+styles, "share", .444, .362, .529, with, runs)
	rate.Missing = narrow
	more := seenFigure(c, "agreement with a mediator less without, "+as+", "+styles, "share", .33, .239, .42, with.less(without), runs+len(a.none))
	more.Missing = narrow
	return []Row{rate, more, times(c, "agreement with a mediator over without, "+as+", "+styles, with, without, runs+len(a.none))}
}

// seenFigure is a row of a number that the data give with an interval of their own.
func seenFigure(c Class, what, unit string, expected, least, most float64, s *sighting, runs int) Row {
	e := ninetyFive * s.error()
	return Row{Class: c, What: what, Unit: unit, Expected: expected, Least: least, Most: most,
		Simulated: s.mean, Low: s.mean - e, High: s.mean + e, Runs: runs, by: hits}
}

// unmediatedRate is the row that the fallbacks were fitted to: of the crises that are left
// when mediators went where they go.
func unmediatedRate(a *arms) Row {
	r := seenFigure(Calibrated, "agreement without a mediator, in the crises left when mediators are sent as on record", "share",
		.114, .083, .155, a.without(a.onRecordSent(), signature), len(a.none))
	r.Note = fmt.Sprintf("%.3f of all crises would agree without one", agreed(a.none).mean())
	return r
}

// narrow is why rates may miss.
const narrow = "more crises with a deal that only a mediator finds: what keeps sides apart who could agree is weak here, so that fallbacks fitted to the unmediated rate leave too few crises with a deal at all"

// later is how long talks last where mediators are sent as on record.
func later(a *arms) Row {
	seen := a.seen(a.onRecordSent(), func(e *ended) float64 { return e.day })
	longer := sign(Form, "days that talks last, with a mediator less without, mediators sent as on record", "days", true, seen.mean, seen.error(), 4*len(a.none))
	longer.Note = "the data: medians of 138 days from the trigger of a crisis with a mediator, 58 without; here every run without a signature ends with the half year that is played, and so do the medians of both wherever fewer than half agree; to foretell each by the other's median on record would miss by 80 days"
	longer.Missing = "crises that end by themselves, and mediators who are called to those that last; here they are there from the first day. Both together turn the sign whatever mediators do, so that it would say who is called, and nothing of mediation"
	return longer
}

// sooner is how much sooner a text is signed that is signed with a mediator and without:
// only there does the length of talks say something of mediation.
func sooner(a *arms) Row {
	var t tally
	for i := range a.none {
		all := a.none[i].signed
		for _, ways := range a.styles {
			for _, arm := range ways {
				all = all && arm[i].signed
			}
		}
		if all {
			t.add(a.styled(i, func(e *ended) float64 { return e.day }) - a.none[i].day)
		}
	}
	r := sign(HeldOut, "day of the signature in crises that agree either way, with a mediator less without, each style by itself", "days", false, t.mean(), t.error(), 5*t.n)
	r.Source = "Wilkenfeld, Young, Asal and Quinn 2003, in the laboratory"
	return r
}

// oddsRow is the effect of mediation in a logistic regression of crises that knows how
// hard each is; mediators go where they did on record.
func oddsRow(a *arms) (Row, error) {
	hard, sent := hardness(a.none), a.onRecordSent()
	var list []cases
	for i := range a.none {
		list = append(list, cases{[]float64{1, 0, hard[i]}, 1 - sent[i], (1 - sent[i]) * signature(&a.none[i])})
	}
	for i := range a.none {
		list = append(list, cases{[]float64{1, 1, hard[i]}, sent[i], sent[i] * a.styled(i, signature)})
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
