package verify

import (
	"fmt"
	"math"
)

// styles is E2: the order of styles in agreements, how little they differ in what lasts,
// and how well the model foretells the three rates beside a logistic regression. Two
// readings of the styles are told apart: the one that was written down before any rate had
// been seen, and the one that the coding rule of the data suggests, which was thought of
// after.
func styles() Check {
	return Check{
		ID: "E2", Mechanism: "styles of mediation", Source: icb + ", 115 of known style",
		trials: []trial{func(l *Lab) ([]Row, error) {
			highest, err := l.highest()
			if err != nil {
				return nil, err
			}
			alone, err := l.alone()
			if err != nil {
				return nil, err
			}
			seen, err := foretell(Form, highest, "the highest style that a mediator uses")
			if err != nil {
				return nil, err
			}
			foretold, err := foretell(HeldOut, alone, "each style by itself")
			if err != nil {
				return nil, err
			}
			rows := append(order(highest, alone.styles[0][0]), seen...)
			return append(append(rows, steps(alone)...), foretold...), nil
		}},
	}
}

// order are rows of what the data say in signs. Offers may also be carried and nothing
// told beside them.
func order(a *arms, carried []ended) []Row {
	facilitation, formulation, manipulation := a.styles[0][0], a.styles[1][0], a.styles[2][0]
	draft, force := paired(formulation, facilitation, signature), paired(manipulation, formulation, signature)
	bare := paired(formulation, carried, signature)
	first := sign(Form, "agreement under formulation less under facilitation", "share", true, draft.mean(), draft.error(), 2*draft.n)
	first.Missing = "something that only a mediator's own text can do; what facilitation passes on, which clause each side would move first, has done it before"
	return []Row{
		first,
		sign(Form, "agreement under formulation less where offers are carried and nothing is told beside them", "share", true, bare.mean(), bare.error(), 2*bare.n),
		sign(Form, "agreement under manipulation less under formulation", "share", true, force.mean(), force.error(), 2*force.n),
		alike("formulation less facilitation", "0.62 less 0.64", formulation, facilitation),
		alike("manipulation less facilitation", "0.67 less 0.64", manipulation, facilitation),
		alike("manipulation less formulation", "0.67 less 0.62", manipulation, formulation),
	}
}

// alike is a row of how little two styles differ in what lasts.
func alike(which, data string, a, b []ended) Row {
	d, e := apart(inForce(a, fiveYears), inForce(b, fiveYears))
	return Row{Class: Form, What: "deals in force that hold five years, " + which, Unit: "share", Expected: math.NaN(), Least: -.2, Most: .2,
		Simulated: d, Low: d - ninetyFive*e, High: d + ninetyFive*e, Runs: len(a) + len(b), by: hits,
		Note: "the data speak of tensions within five years: " + data}
}

// steps are rows of the order of styles, each by itself.
func steps(a *arms) []Row {
	step := func(what string, k int) Row {
		var t tally
		for i := range a.none {
			t.add(a.under(k, i, signature) - a.under(k-1, i, signature))
		}
		return sign(HeldOut, what, "share", true, t.mean(), t.error(), (len(a.styles[k])+len(a.styles[k-1]))*t.n)
	}
	return []Row{
		step("agreement under a single text less where offers are carried, each style by itself", 1),
		step("agreement under a single text with payments or pressure less under one without, each style by itself", 2),
	}
}

// rates are how often each style ends in agreement, mediators sent as on record, with
// standard errors.
func (a *arms) rates() (rates, errs [3]float64) {
	sent := a.onRecordSent()
	for k := range a.styles {
		s := a.style(k, sent, signature)
		rates[k], errs[k] = s.mean, s.error()
	}
	return rates, errs
}

// foretell are rows of the rates of the styles, and of how well they are foretold.
func foretell(c Class, a *arms, reading string) ([]Row, error) {
	var rows []Row
	var regression, told [3]float64
	record := onRecord()
	rates, errs := a.rates()
	for k, interval := range [3][2]float64{{.013, .315}, {.276, .524}, {.521, .786}} {
		s := record[k+1]
		expects, err := baseline(k + 1)
		if err != nil {
			return nil, err
		}
		e := ninetyFive * errs[k]
		rows = append(rows, Row{Class: c, What: "agreement under " + s.name + ", " + reading, Unit: "share",
			Expected: math.Round(1000*s.agreed/s.n) / 1000, Least: interval[0], Most: interval[1],
			Simulated: rates[k], Low: rates[k] - e, High: rates[k] + e, Runs: len(a.styles[k]) * len(a.none), by: hits,
			Note: fmt.Sprintf("%.0f crises; a logistic regression of all others says %.2f", s.n, expects), Missing: narrow})
		regression[k], told[k] = expects, record[0].agreed/record[0].n
	}
	loss, e := surprise(rates, errs)
	beats := func(what string, than float64, missing string) {
		r := sign(c, "log loss over the 115 crises, the model's less that of "+what+", "+reading, "nats per crisis", false, loss-than, e, 3*len(a.none))
		r.Note, r.Missing = fmt.Sprintf("%.3f less %.3f; the one rate of all mediated crises, which nobody was told, has 0.690", loss, than), missing
		rows = append(rows, r)
	}
	unmediated, _ := surprise(told, [3]float64{})
	others, _ := surprise(regression, [3]float64{})
	beats("the unmediated rate, which is all it was told", unmediated, "anything that the model knows of styles")
	beats("a fair coin", math.Ln2, narrow)
	beats("a logistic regression that was told of all other crises", others, narrow)
	return rows, nil
}
