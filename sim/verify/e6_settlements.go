package verify

import "math"

// settlements is E6 for what mediators leave behind: mediated deals are seen to be
// shorter-lived, because hard cases get mediators, and mediation itself is said to make
// them last. Nothing was fitted to either.
func settlements(l *Lab) ([]Row, error) {
	a, err := l.alone()
	if err != nil {
		return nil, err
	}
	seen, e := a.frailer()
	raw := sign(HeldOut, "logarithm of the hazard of deals in force, with a mediator less without, mediators sent as on record, each style by itself", "-", true, seen, e, 5*len(a.none))
	raw.Missing = "mediators who are sent to peaces that are likelier to break"
	var effect tally
	for _, ways := range a.styles {
		for _, arm := range ways {
			t := riskier(arm, a.none)
			effect.n += t.n
			effect.sum += t.sum
			effect.squares += t.squares
		}
	}
	own := sign(HeldOut, "the same deals with a mediator less without, in force either way, each style by itself", "-", false, effect.mean(), effect.error(), 2*effect.n)
	own.Missing = "what a process does for a peace beyond its text: here a mediator moves how long deals hold only by what the texts say, and by the levers that end with the talks"
	rows := []Row{raw, own}
	for i := range rows {
		rows[i].Source = "Gartner and Bercovitch 2006, more than 1,400 settlements"
	}
	return rows, nil
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
