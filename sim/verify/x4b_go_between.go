package verify

// goBetween is X4b: a mediator that knows only what it is told changes nothing between
// sides that think, and much between sides that would tell the truth, which is why they
// do not.
func goBetween() Check {
	at := file("x4b-go-between")
	const believed = "parties[A].tactic.trust=1"
	war := func(what string, at setting, war, second float64) trial {
		return func(l *Lab) ([]Row, error) {
			d, err := l.own(what).demand(at, l.draws())
			return []Row{
				sampled("chance of war, "+what, "share", war, &d.war, 0),
				sampled("what B gets in the mean, "+what, "worth", second, &d.second, 0),
			}, err
		}
	}
	return Check{
		ID: "X4b", Mechanism: "uninformed mediator", Source: "special case of Fey and Ramsay 2010",
		Finds:  "a mediator who lets through what a side would rather not have said, and sides that believe what they should not",
		Misses: "other equilibria than the one that is played",
		trials: []trial{
			war("B says no whatever it is, A knows", at, .375, .378125),
			war("were B honest and believed", at.with("parties[B].tactic=hill-climber", believed), .125, .378125),
			war("were B believed, it would say no", at.with(believed), .125, .453125),
		},
	}
}
