package experiment

import "shuttle/agents"

// Step is one step of a ladder from talks without a mediator to a strategy.
type Step struct {
	Adds     string // contact, authorship, information, formulation, or own lever
	Strategy string // of the catalog, that plays with it added
	Cast     Cast   // in which it plays
}

// OwnLever is what the last step of most ladders adds.
const OwnLever = "own lever"

// Adds lists what steps may add, in the order in which ladders have them.
func Adds() []string {
	return []string{"contact", "authorship", "information", "formulation", OwnLever}
}

// rung is a strategy of the catalog, with one parameter set or none, that has one lever
// more than the one below it.
type rung struct {
	adds, strategy string
	set            trait
	value          string
}

// rungs are those of a strategy's ladder. Below its own lever stands what it is without:
// by default a single text on top of all that facilitation does. The ladder of
// facilitation ends with itself; talks without a mediator have none.
func rungs(strategy string) []rung {
	contact := rung{"contact", "none", trait{"contact", "share"}, "1"}
	unnamed := rung{"authorship", "facilitation", trait{name: "tells"}, "false"}
	telling := rung{adds: "information", strategy: "facilitation"}
	text := rung{adds: "formulation", strategy: "single-text"}
	bridges := rung{adds: "formulation", strategy: "bridging"}
	own := rung{adds: OwnLever, strategy: strategy}
	switch strategy {
	case "none":
		return nil
	case "placebo/contact", "placebo/relay":
		return []rung{own}
	case "informed", "biased", "go-between":
		return []rung{contact, own}
	case "facilitation":
		return []rung{contact, unnamed, telling}
	case "single-text", "bridging", "confidential":
		return []rung{contact, unnamed, telling, own}
	case "mixed":
		return []rung{contact, unnamed, telling, bridges, own}
	}
	return []rung{contact, unnamed, telling, text, own}
}

// Ladder leads from talks without a mediator to a strategy, one lever a step; the last
// step is the strategy. A rung has the values that the scenario gives for parameters of
// the strategy itself, so that no step but its own shows what they do.
func (c *Casting) Ladder(strategy string) []Step {
	var steps []Step
	for _, r := range rungs(strategy) {
		steps = append(steps, Step{r.adds, r.strategy, c.rung(strategy, r)})
	}
	return steps
}

// rung is the cast that plays on a rung of a strategy's ladder.
func (c *Casting) rung(strategy string, r rung) Cast {
	given := c.scenario.Case.Mediator.Name
	if r.set == (trait{}) && (r.strategy == strategy || given != strategy) {
		return c.Mediator(r.strategy)
	}
	var keep map[trait]string
	if given == r.strategy || given == strategy && r.strategy != "none" { // whose names are on direct offers is no matter of the strategy
		m, _ := agents.FindMediator(given)
		keep = kept(c.doc.Clone().Root().Map("talks").Value("mediator"), m.Make().Spec)
	}
	m, _ := agents.FindMediator(r.strategy)
	return Cast{Mediator: player(r.strategy, m.Make().Spec, keep, r.set, r.value)}
}
