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
			adjusted, err := heldFixed(highest)
			if err != nil {
				return nil, err
			}
			rows := append([]Row{rise(highest)}, contrast(highest, asHighest)...)
			rows[3].Note = adjusted
			rows = append(rows, contrast(alone, byItself)...)
			for i := range rows {
				rows[i].Fact = "crises with a mediator agree more often, by as much as on record"
			}
			return append(append(rows, unmediatedRate(highest)), lengths(alone)...), nil
		}, disliked},
	}
}

// The two readings of the styles.
const (
	asHighest = "each style the highest that a mediator uses"
	byItself  = "each style by itself"
)

// rise is what mediation does, mediators assigned by lot.
func rise(a *arms) Row {
	more := a.seen(a.byLot(), signature)
	return sign(Form, "agreement with a mediator less without, mediators assigned by lot, "+asHighest, "share", true, more.mean, more.error(), 4*len(a.none))
}

// contrast are rows of what an observer sees: mediators sent as on record. That the rate,
// the ratio and the odds are one contrast in three measures is why they are one fact.
func contrast(a *arms, reading string) []Row {
	sent, runs := a.onRecordSent(), a.runs()
	with, without := a.with(sent, signature), a.without(sent, signature)
	ratio, chances := with.over(without), with.odds(without)
	const as = ", mediators sent as on record, "
	rows := []Row{
		rate(mediated()).row(Form, "agreement with a mediator"+as+reading, "share", with.mean, with.error(), runs),
		quotient(mediated(), onRecord()[0]).times(Form, "agreement with a mediator over without"+as+reading, ratio.mean, ratio.error(), runs+len(a.none)),
		odds(mediated(), onRecord()[0]).times(Form, "odds ratio of agreement, with a mediator to without"+as+reading, chances.mean, chances.error(), runs+len(a.none)),
	}
	for i := range rows {
		rows[i].Missing = narrow
	}
	return rows
}

// unmediatedRate is the row that the fallbacks were fitted to: of the crises that are left
// when mediators went where they go.
func unmediatedRate(a *arms) Row {
	left := a.without(a.onRecordSent(), signature)
	r := rate(onRecord()[0]).row(Calibrated, "agreement without a mediator, in the crises left when mediators are sent as on record", "share", left.mean, left.error(), len(a.none))
	r.Note = fmt.Sprintf("%.3f of all crises would agree without one", agreed(a.none).mean())
	r.Fact = "how often crises without a mediator agree"
	return r
}

// narrow is why rates may miss.
const narrow = "more crises with a deal that only a mediator finds: what keeps sides apart who could agree is weak here, so that fallbacks fitted to the unmediated rate leave too few crises with a deal at all"

// heldFixed says what mediation does in a logistic regression of crises that knows how
// hard each is; mediators go where they did on record.
func heldFixed(a *arms) (string, error) {
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
		return "", err
	}
	e := ninetyFive * errs[1]
	return fmt.Sprintf("raw odds on both sides; by logistic regressions that hold the hardness of a crisis fixed it is 6.15 in the data, of which no interval is at hand, and %.2f here (%.2f to %.2f)",
		math.Exp(fit[1]), math.Exp(fit[1]-e), math.Exp(fit[1]+e)), nil
}
