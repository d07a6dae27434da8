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
// what would no longer be.
func disliked(l *Lab) ([]Row, error) {
	change, err := l.experiment()
	if err != nil {
		return nil, err
	}
	a, err := l.alone(change...)
	if err != nil {
		return nil, err
	}
	rows := append([]Row{unmediatedRate(a)}, raw(Form, a, "each style by itself")...)
	rows[1].Note = "the fallbacks fitted again to the unmediated rate, and nothing else; not adopted: that passers-by judge like governments is a judgement, and the levers of mediators are then too small to tell (the last of these rows)"
	rates, errs := a.rates()
	loss, e := surprise(rates, errs)
	coin := sign(Form, "log loss over the 115 crises of known style, the model's less that of a fair coin, each style by itself", "nats per crisis", false, loss-math.Ln2, e, 5*len(a.none))
	worse := riskier(a.styles[2][1], a.styles[1][0])
	held := sign(Form, "logarithm of the hazard of deals in force either way, under a single text with pressure less without", "-", true, worse.mean(), worse.error(), 2*worse.n)
	held.Missing = "levers as large as what authorship then weighs"
	rows = append(rows, coin, held)
	for i := range rows {
		rows[i].What += ", were authorship to weigh as in an experiment"
		rows[i].Source = icb + "; Stillinger, Epelbaum, Keltner and Ross 1991, by Ross and Stillinger 1991"
	}
	return rows, nil
}
