package verify

import "math"

// experiment is what a text loses by its author were it as in an experiment on it, and
// the fallbacks that go with that.
func (l *Lab) experiment() ([]string, error) {
	n, err := l.numbers("devaluation", "size", "adversary", "unnamed", "mediator", "fallback")
	if err != nil {
		return nil, err
	}
	var change []string
	for _, party := range []string{"A", "B"} {
		of := "parties[" + party + "]."
		base, err := l.number(crises(), of+"fallback.base")
		if err != nil {
			return nil, err
		}
		shift := n[4] - base.Base
		change = append(change, put(of+"devaluation.size", n[0]), put(of+"devaluation.adversary", n[1]),
			put(of+"devaluation.unnamed", n[2]), put(of+"devaluation.mediator", n[3]),
			spread(of+"fallback.base", base.Lo+shift, base.Base+shift, base.Hi+shift))
	}
	return change, nil
}

// disliked are the same rates were a text to lose by its author what it lost in an
// experiment: what would have to be so for mediation to do what it does on record, and
// what would no longer be. None of it is a fact of the model as it is.
func disliked(l *Lab) ([]Row, error) {
	change, err := l.experiment()
	if err != nil {
		return nil, err
	}
	a, err := l.alone(change...)
	if err != nil {
		return nil, err
	}
	rows := append([]Row{unmediatedRate(a)}, contrast(a, byItself)...)
	rates, errs := a.rates()
	loss, e := surprise(rates, errs)
	coin := sign(Supposed, "log loss over the 115 crises of known style, the model's less that of a fair coin, "+byItself, "nats per crisis", false, loss-math.Ln2, e, a.runs())
	worse := riskier(a.styles[2][1], a.styles[1][0])
	held := sign(Supposed, "logarithm of the hazard of deals in force either way, under a single text with pressure less without", "-", true, worse.mean(), worse.error(), 2*worse.n)
	rows = append(rows, coin, held)
	for i := range rows {
		rows[i].Class, rows[i].Missing, rows[i].Fact = Supposed, "", ""
		rows[i].What += ", were authorship to weigh as in an experiment"
		rows[i].Source = icb + "; Stillinger, Epelbaum, Keltner and Ross 1991, by Ross and Stillinger 1991"
	}
	return rows, nil
}
