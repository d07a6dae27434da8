package verify

import (
	"fmt"
	"math"
)

// styles is E2: how often each style agrees, how much more than the one below it, how
// little they differ in what lasts, and how well the model foretells the rates beside a
// logistic regression. What is held out stands as it was first written: facilitation as
// in the catalog, a single text, all crises alike.
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
			each, err := ratesOfStyles(alone, highest)
			if err != nil {
				return nil, err
			}
			foretold, err := foretell(alone, highest)
			if err != nil {
				return nil, err
			}
			rows := append(steps(alone, byItself), steps(highest, asHighest)...)
			return append(append(append(rows, alike(highest)), each...), foretold...), nil
		}},
	}
}

// steps are rows of how much more often a style agrees than the one below it.
func steps(a *arms, reading string) []Row {
	step := func(k int) Row {
		var t tally
		for i := range a.none {
			t.add(a.under(k, i, signature) - a.under(k-1, i, signature))
		}
		more, less := onRecord()[k+1], onRecord()[k]
		r := difference(more, less).row(Form, "agreement under "+more.name+" less under "+less.name+", "+reading, "share",
			t.mean(), t.error(), (len(a.styles[k])+len(a.styles[k-1]))*t.n)
		r.Fact = "by how much more often " + more.name + " agrees than " + less.name
		return r
	}
	draft, force := step(1), step(2)
	draft.Missing = "something that only a mediator's own text can do; what facilitation passes on, which clause each side would move first, has done it before"
	force.Missing = "levers that close more gaps"
	return []Row{draft, force}
}

// alike is a row of how little styles differ in what lasts.
func alike(a *arms) Row {
	manipulation, formulation := a.styles[2][0], a.styles[1][0]
	d, e := apart(inForce(manipulation, fiveYears), inForce(formulation, fiveYears))
	r := difference(style{"manipulation", 45, 30}, style{"formulation", 56, 35}).
		row(Form, "deals in force that hold five years, manipulation less formulation, "+asHighest, "share", d, e, len(manipulation)+len(formulation))
	r.Fact = "what lasts differs little between styles"
	r.Note = "the data speak of tensions that are lower within five years, with a deal or without: 30 of 45 crises and 35 of 56"
	r.Weak = "the interval of so few crises is more than a third wide; it would fail only if levers cost one peace in seven or saved one in five"
	return r
}

// rates are how often each style ends in agreement, with standard errors.
func (a *arms) rates() (rates, errs [3]float64) {
	for k := range a.styles {
		var t tally
		for i := range a.none {
			t.add(a.under(k, i, signature))
		}
		rates[k], errs[k] = t.mean(), t.error()
	}
	return rates, errs
}

// ratesOfStyles are rows of how often each style ends in agreement.
func ratesOfStyles(alone, highest *arms) ([]Row, error) {
	var rows []Row
	rates, errs := alone.rates()
	others, _ := highest.rates()
	for k, s := range onRecord()[1:] {
		expects, err := baseline(k + 1)
		if err != nil {
			return nil, err
		}
		r := rate(s).row(HeldOut, "agreement under "+s.name+", "+byItself, "share", rates[k], errs[k], len(alone.styles[k])*len(alone.none))
		r.Fact = "how often " + s.name + " agrees"
		r.Note = fmt.Sprintf("%.0f crises; a logistic regression of all others says %.2f; as the highest style that a mediator uses it is %.2f", s.n, expects, others[k])
		r.Missing = narrow
		rows = append(rows, r)
	}
	rows[0].Weak = "one of 14 crises leaves an interval that holds the rate of crises without a mediator; it would fail only if facilitation agreed nearly three times as often as those, or hardly ever"
	rows[2].Class = Form
	rows[2].Note += "; pressure and payments take turns, which was settled when the rate under pressure on both sides had been seen in another case"
	return rows, nil
}

// foretell are rows of how well the rates of the styles are foretold.
func foretell(alone, highest *arms) ([]Row, error) {
	var regression, told [3]float64
	for k := range told {
		expects, err := baseline(k + 1)
		if err != nil {
			return nil, err
		}
		regression[k], told[k] = expects, onRecord()[0].agreed/onRecord()[0].n
	}
	loss, e := surprise(alone.rates())
	other, _ := surprise(highest.rates())
	beats := func(what string, rates [3]float64) Row {
		than, _ := surprise(rates, [3]float64{})
		r := sign(HeldOut, "log loss over the 115 crises, the model's less that of "+what+", "+byItself, "nats per crisis", false, loss-than, e, alone.runs())
		r.Fact = "the model foretells styles better than " + what
		r.Note = fmt.Sprintf("%.3f less %.3f; a fair coin has %.3f, the one rate of all mediated crises, which nobody was told, 0.690, and the model with the highest style that a mediator uses %.3f", loss, than, math.Ln2, other)
		return r
	}
	first := beats("the unmediated rate, which is all it was told", told)
	first.Weak = "any rate between 0.12 and 0.83, said of all three styles alike, beats it: it would fail only if mediation did nothing"
	second := beats("a logistic regression that was told of all other crises", regression)
	second.Missing = narrow
	return []Row{first, second}, nil
}
