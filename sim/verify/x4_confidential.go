package verify

import (
	"fmt"

	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// confidential is X4: what a mediator reaches that is told the truth in confidence, and
// what open talks reach.
func confidential() Check {
	c := Check{ID: "X4", Mechanism: "confidential mediation", Source: "Hörner, Morelli and Squintani 2015, in closed form"}
	for _, cell := range []struct{ q, p, left, mediated, open float64 }{
		{.20, .9, .8, .758519, .758519}, {.50, .9, .8, .666667, .666667}, {.55, .9, .8, .728090, .711905},
		{.60, .9, .8, .752941, .685714}, {.65, .9, .8, .834043, .659524},
		{.30, .9, .7, .906038, 0}, {.40, .9, .7, .933333, 0}, // for open talks there no closed form is known
	} {
		at := file("x4-confidential")
		if cell.q != .2 { // else the file as it stands
			low, high := (1-cell.p)*cell.left, cell.left/2
			for _, party := range []string{"A", "B"} {
				base := "parties[" + party + "].fallback.base."
				at = at.with(put(base+"lo", low), put(base+"hi", high), put(base+"base", low+cell.q*(high-low)))
			}
			at = at.with(put("talks.mediator.strong", cell.q), put("talks.mediator.odds", cell.p), put("talks.mediator.left", cell.left))
		}
		what := fmt.Sprintf("strong with chance %v, odds %v, war leaves %v", cell.q, cell.p, cell.left)
		c.trials = append(c.trials, peace("chance of peace, "+what, at, cell.mediated))
		if cell.open > 0 {
			c.trials = append(c.trials, peace("chance of peace in open talks, "+what, at.with("talks.mediator.open=true"), cell.open))
		}
	}
	return c
}

// peace is one row of how often a setting ends with a signature.
func peace(what string, at setting, expected float64) trial {
	return func(l *Lab) ([]Row, error) {
		var signed tally
		err := l.play(at, l.draws(), func(_ *scenario.Scenario, o *talks.Outcome) { signed.count(o.Signed) })
		return []Row{sampled(what, "share", expected, &signed, 0)}, err
	}
}
