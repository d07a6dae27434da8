package verify

import (
	"fmt"
	"math"
)

// styles is E2: the order of styles in agreements, how little they differ in what lasts,
// and how well the model foretells the three rates beside a logistic regression.
func styles() Check {
	return Check{
		ID: "E2", Mechanism: "styles of mediation", Source: icb + ", 115 of known style",
		trials: []trial{func(l *Lab) ([]Row, error) {
			a, err := l.arms()
			if err != nil {
				return nil, err
			}
			bare := facilitated().with("talks.mediator={name: facilitation, tells: false}")
			alone, err := l.each(bare, drafted(), paid(), pressed())
			if err != nil {
				return nil, err
			}
			rows, err := foretell(a)
			if err != nil {
				return nil, err
			}
			rows[1].Note += fmt.Sprintf("; drafting alone reaches %.2f", agreed(alone[1]).mean())
			rows[2].Note += fmt.Sprintf("; drafting with payments alone reaches %.2f, with pressure alone %.2f", agreed(alone[2]).mean(), agreed(alone[3]).mean())
			return append(order(a, alone[0]), rows...), nil
		}},
	}
}

// order are rows of what the data say in signs. Offers may also be carried and nothing
// told beside them.
func order(a *arms, carried []ended) []Row {
	facilitation, formulation, manipulation := a.styles[0], a.styles[1], a.styles[2]
	draft, force := paired(formulation, facilitation, signature), paired(manipulation, formulation, signature)
	bare := paired(formulation, carried, signature)
	lasts, e := apart(inForce(manipulation, fiveYears), inForce(facilitation, fiveYears))
	first := sign(Form, "agreement under formulation less under facilitation", "share", true, draft.mean(), draft.error(), 2*draft.n)
	first.Missing = "something that only a mediator's own text can do; what facilitation passes on, which clause each side would move first, has done it before"
	return []Row{
		first,
		sign(Form, "agreement under formulation less where offers are carried and nothing is told beside them", "share", true, bare.mean(), bare.error(), 2*bare.n),
		sign(Form, "agreement under manipulation less under formulation", "share", true, force.mean(), force.error(), 2*force.n),
		{Class: Form, What: "deals in force that hold five years, manipulation less facilitation", Unit: "share", Expected: math.NaN(), Least: -.2, Most: .2,
			Simulated: lasts, Low: lasts - ninetyFive*e, High: lasts + ninetyFive*e, Runs: 2 * draft.n, by: hits,
			Note: "the data speak of tensions within five years: 0.67 less 0.64"},
	}
}

// foretell are rows of the rates of the styles, and of how well they are foretold.
func foretell(a *arms) ([]Row, error) {
	var rows []Row
	var rates, errs, regression, told [3]float64
	record := onRecord()
	for k, interval := range [3][2]float64{{.013, .315}, {.276, .524}, {.521, .786}} {
		s := record[k+1]
		expects, err := baseline(k + 1)
		if err != nil {
			return nil, err
		}
		t := agreed(a.styles[k])
		r := figure(Form, "agreement under "+s.name, "share", math.Round(1000*s.agreed/s.n)/1000, interval[0], interval[1], t)
		r.Note = fmt.Sprintf("%.0f crises; a logistic regression of all others says %.2f", s.n, expects)
		r.Missing = narrow
		rows = append(rows, r)
		rates[k], errs[k] = t.mean(), t.error()
		regression[k], told[k] = expects, record[0].agreed/record[0].n
	}
	loss, e := surprise(rates, errs)
	beats := func(what, note, missing string, other [3]float64) {
		than, _ := surprise(other, [3]float64{})
		r := sign(Form, what, "nats per crisis", false, loss-than, e, 3*len(a.none))
		r.Note, r.Missing = fmt.Sprintf(note, loss, than)+"; a fair coin has 0.693, the one rate of all mediated crises 0.690", missing
		rows = append(rows, r)
	}
	beats("log loss over the 115 crises, the model's less that of the unmediated rate, which is all it was told", "%.3f less %.3f",
		"anything that the model knows of styles", told)
	beats("log loss over the 115 crises, the model's less that of a logistic regression that was told of all other crises", "%.3f less %.3f",
		narrow, regression)
	return rows, nil
}
