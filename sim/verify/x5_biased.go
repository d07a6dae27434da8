package verify

import "math"

// biased is X5: for which bias a mediator's word is worth anything, and what it is
// worth.
func biased() Check {
	at := file("x5-biased")
	lean := func(b float64) setting {
		return at.with(put("talks.mediator.bias", b), put("parties[A].tactic.bias", b))
	}
	war := func(what string, at setting, expected float64) trial {
		return func(l *Lab) ([]Row, error) {
			d, err := l.own(what).demand(at, l.draws())
			return []Row{sampled("chance of war, "+what, "share", expected, &d.war, 0)}, err
		}
	}
	edge := func(what string, low, high, expected float64) trial {
		return func(l *Lab) ([]Row, error) {
			b, err := border(math.Log(low), math.Log(high), func(x float64) (bool, error) {
				d, err := l.demand(lean(math.Exp(x)), edgeRuns)
				return d.war.mean() < .3, err
			})
			return []Row{exact(what, "-", expected, math.Exp(b), 1e-4*expected, edgeRuns*halvings)}, err
		}
	}
	return Check{
		ID: "X5", Mechanism: "biased mediator", Source: "Kydd 2003, two types",
		Finds:  "a bias at which a word is believed and should not be, or the other way round, and the two borders between. Three rows expect the same chance of war, as a word that is not believed is worth as much as none; each has draws of its own",
		Misses: "anything about more than two types of cost",
		trials: []trial{
			war("no mediator", at.with("talks.mediator={name: none, contact: 1}"), .5),
			war("a mediator with bias 2", at, .1),
			war("one that only wants peace", lean(0), .5),
			war("one with bias 100", lean(100), .5),
			edge("least bias that is believed", .01, 5, .740741),
			edge("greatest bias that is believed", 5, 1000, 26.6667),
		},
	}
}

// edgeRuns tell a war share of .1 from one of .5 beyond doubt.
const edgeRuns = 400
