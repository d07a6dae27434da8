package verify

import (
	"fmt"

	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// strength is a setting of the confidential mediator: how often sides are strong, what
// that is worth in war, and what war leaves.
type strength struct{ q, p, left float64 }

// setting is that of the file where it says so, else the file changed.
func (c strength) setting() setting {
	at := file("x4-confidential")
	if c == (strength{.2, .9, .8}) {
		return at
	}
	low, high := (1-c.p)*c.left, c.left/2
	for _, party := range []string{"A", "B"} {
		base := "parties[" + party + "].fallback.base."
		at = at.with(put(base+"lo", low), put(base+"hi", high), put(base+"base", low+c.q*(high-low)))
	}
	return at.with(put("talks.mediator.strong", c.q), put("talks.mediator.odds", c.p), put("talks.mediator.left", c.left))
}

// confidential is X4: what a mediator reaches that is told the truth in confidence, what
// open talks reach, and that it is best to tell the truth. For open talks where a weak
// side has more to fear than a strong one to gain (γ < 1, the last two settings) the closed
// form is our own; a linear program over 201 splits gave 0.883697 and 0.879070, the first
// a little less because 0.636 is none of them.
func confidential() Check {
	c := Check{ID: "X4", Mechanism: "confidential mediation", Source: "Hörner, Morelli and Squintani 2015, in closed form",
		Finds:  "an error in how sides are drawn, in what they answer, in the lots that the mediator draws and in whether sides follow, and by the last four rows whether the truth pays. Where open and confidential talks reach the same they are played with draws of their own",
		Misses: "whether the policy is the best there is: it stands in the strategy in closed form, and what is expected is worked out from the same form. A test searches all policies of open talks; of confidential ones the paper's proof is relied on",
	}
	for _, cell := range []struct {
		strength
		mediated, open float64
	}{
		{strength{.20, .9, .8}, .758519, .758519}, {strength{.50, .9, .8}, .666667, .666667}, {strength{.55, .9, .8}, .728090, .711905},
		{strength{.60, .9, .8}, .752941, .685714}, {strength{.65, .9, .8}, .834043, .659524},
		{strength{.30, .9, .7}, .906038, .88375}, {strength{.40, .9, .7}, .933333, .879070},
	} {
		what := fmt.Sprintf("strong with chance %v, odds %v, war leaves %v", cell.q, cell.p, cell.left)
		c.trials = append(c.trials, peace("chance of peace, "+what, cell.setting(), cell.mediated))
		open := cell.setting().with("talks.mediator.open=true")
		if cell.strength == (strength{.30, .9, .7}) { // what a strong side is given there, 0.636, is a 250th's multiple
			open = open.with("issues[pie].steps=250")
		}
		c.trials = append(c.trials, peace("chance of peace in open talks, "+what, open, cell.open))
	}
	c.trials = append(c.trials, honesty)
	return c
}

// peace is one row of how often a setting ends with a signature.
func peace(what string, at setting, expected float64) trial {
	return func(l *Lab) ([]Row, error) {
		var signed tally
		err := l.own(what).play(at, l.draws(), func(_ *scenario.Scenario, o *talks.Outcome) { signed.count(o.Signed) })
		return []Row{sampled(what, "share", expected, &signed, 0)}, err
	}
}

// honesty is what the truth is worth, where a weak side would gain nothing by another
// answer and a strong one just as much by war.
func honesty(l *Lab) ([]Row, error) {
	const what = ", strong with chance 0.6"
	at := strength{.6, .9, .8}
	told, err := l.own("told").fates(at, at.setting())
	if err != nil {
		return nil, err
	}
	lied, err := l.own("lied").fates(at, at.setting().with("parties[A].tactic=reticent"))
	if err != nil {
		return nil, err
	}
	return []Row{
		sampled("what a weak side gets that says so"+what, "share", .396235, &told.weak, 0),
		sampled("what a weak side gets that calls itself strong"+what, "share", .396235, &lied.weak, 0),
		sampled("what a strong side gets"+what, "share", .528, &told.strong, 0),
		sampled("what a strong side would get in war"+what, "share", .528, &told.war, 0),
	}, nil
}

// fates is what A came to, by what it is.
type fates struct{ weak, strong, war tally }

// fates plays a setting. Whoever is strong has the higher of its fallbacks.
func (l *Lab) fates(c strength, at setting) (*fates, error) {
	var f fates
	err := l.play(at, l.draws(), func(s *scenario.Scenario, o *talks.Outcome) {
		a, b := seat(s, "A"), seat(s, "B")
		middle := ((1-c.p)*c.left + c.left/2) / 2
		strong, other := o.Start[a] > middle, o.Start[b] > middle
		war := c.left / 2 // what is left, by who wins it
		switch {
		case strong && !other:
			war = c.p * c.left
		case other && !strong:
			war = (1 - c.p) * c.left
		}
		gets := war
		if o.Signed {
			gets = o.Worth[a]
		}
		if !strong {
			f.weak.add(gets)
			return
		}
		f.strong.add(gets)
		f.war.add(war)
	})
	return &f, err
}
