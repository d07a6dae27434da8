package verify

import (
	"fmt"
	"math"
)

// settlements is E6 for what mediators leave behind: mediated deals are seen to be
// shorter-lived, because hard cases get mediators, while mediation itself is said to make
// them last. The two belong together: deals that are seen to be frailer because mediators
// make them so are not what was found.
func settlements(l *Lab) ([]Row, error) {
	a, err := l.alone()
	if err != nil {
		return nil, err
	}
	raw, e := a.frailer()
	own := a.own()
	rows := []Row{
		sign(Form, "logarithm of the hazard of deals in force, with a mediator less without, mediators sent as on record, "+byItself, "-", true, raw, e, a.runs()+len(a.none)),
		sign(Form, "the same deals with a mediator less without, in force either way, "+byItself, "-", false, own.mean(), own.error(), 2*own.n),
	}
	if !rows[1].Agrees() {
		rows[0].by = never
		rows[0].Note = fmt.Sprintf("the sign is that of the data, and its cause is not: mediators themselves move it by %.3f, which the source denies, so that it does not count as reproduced", own.mean())
	}
	rows[0].Missing = "mediators who are sent to peaces that are likelier to break, and who do not make them so"
	rows[1].Missing = "what a process does for a peace beyond its text: here a mediator moves how long deals hold only by what the texts say, and by the levers that end with the talks"
	for i := range rows {
		rows[i].Fact = "mediated deals are seen to be frailer, though mediation makes them last"
		rows[i].Source = "Gartner and Bercovitch 2006, more than 1,400 settlements"
	}
	return rows, nil
}

// own is what mediators do to the logarithm of the hazard of deals in force either way,
// all ways of mediating together.
func (a *arms) own() *tally {
	var all tally
	for _, ways := range a.styles {
		for _, arm := range ways {
			t := riskier(arm, a.none)
			all.n += t.n
			all.sum += t.sum
			all.squares += t.squares
		}
	}
	return &all
}

// frailer is by how much the mean log hazard of mediated deals lies above that of the
// others, mediators sent as on record and styles mixed so too, and its standard error.
func (a *arms) frailer() (mean, err float64) {
	sent := a.onRecordSent()
	var with, without [2][]float64 // weights, log hazards
	add := func(to *[2][]float64, weight float64, e *ended) {
		if e.force {
			to[0], to[1] = append(to[0], weight), append(to[1], math.Log(e.hazard))
		}
	}
	for i := range a.none {
		add(&without, 1-sent[i], &a.none[i])
		for k, share := range mix() {
			for _, arm := range a.styles[k] {
				add(&with, sent[i]*share/float64(len(a.styles[k])), &arm[i])
			}
		}
	}
	of := func(x *[2][]float64) *sighting { return weigh(x[0], func(run int) float64 { return x[1][run] }) }
	m, n := of(&with), of(&without)
	return m.mean - n.mean, math.Hypot(m.error(), n.error())
}
