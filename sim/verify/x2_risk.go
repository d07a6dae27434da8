package verify

import (
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// demands is what came of many demands: how often they were refused, what they left
// to the other side where they were not, and what each side had in the end.
type demands struct {
	war, left, first, second tally
}

// demand plays a setting in which A makes a demand of B.
func (l *Lab) demand(at setting, runs int) (*demands, error) {
	var d demands
	err := l.play(at, runs, func(s *scenario.Scenario, o *talks.Outcome) {
		d.war.count(!o.Signed)
		a, b := seat(s, "A"), seat(s, "B")
		if !o.Signed {
			d.first.add(o.Floor[a])
			d.second.add(o.Floor[b])
			return
		}
		d.left.add(amount(s, o))
		d.first.add(o.Worth[a])
		d.second.add(o.Worth[b])
	})
	return &d, err
}

// riskReturn is X2: one demand of a side that cannot be read.
func riskReturn() Check {
	return Check{
		ID: "X2", Mechanism: "risk and return, no mediator", Source: "Fearon 1995, with a uniform cost of war",
		Finds:  "an error in how fallbacks are drawn, in what is demanded under risk and in when it is refused",
		Misses: "anything about several rounds or issues",
		trials: []trial{func(l *Lab) ([]Row, error) {
			d, err := l.demand(file("x2-risk-return"), l.draws())
			if err != nil {
				return nil, err
			}
			return []Row{
				exact("what A asks for", "share", .65, 1-d.left.mean(), 1e-9, d.left.n),
				sampled("chance of war", "share", .375, &d.war, 0),
				sampled("what A gets in the mean", "worth", .55625, &d.first, 0),
			}, nil
		}},
	}
}
