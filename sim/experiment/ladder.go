package experiment

import (
	"maps"

	"shuttle/agents"
)

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

// rung is a strategy of the catalog, with some parameters set, that has one lever more
// than the one below it.
type rung struct {
	adds, strategy string
	set            map[trait]string
}

// rungs are those of a strategy's ladder. The lowest is a mediator who carries offers
// every round with their authors' names on, and no more. Above all that facilitation does
// stands the strategy: what its own lever adds to that, or takes from it where it works
// on a text instead. A strategy built on another has that one below it. The ladder of
// facilitation ends with itself; talks without a mediator have none.
func rungs(strategy string) []rung {
	tells, named := trait{name: "tells"}, trait{"named", "share"}
	contact := rung{"contact", "facilitation", map[trait]string{tells: "false", named: "1"}}
	unnamed := rung{"authorship", "facilitation", map[trait]string{tells: "false"}}
	telling := rung{"information", "facilitation", nil}
	text := rung{"formulation", "single-text", nil}
	bridges := rung{"formulation", "bridging", nil}
	own := rung{OwnLever, strategy, nil}
	switch strategy {
	case "none":
		return nil
	case "placebo/contact", "placebo/relay", "placebo/text":
		return []rung{own}
	case "informed", "biased", "go-between":
		return []rung{contact, own}
	case "facilitation":
		return []rung{contact, unnamed, telling}
	case "placebo/hearsay":
		return []rung{contact, unnamed, own}
	case "carrots", "sticks", "deadline", "procedure", "guarantor", "gradual", "deferral", "handover", "competing-texts":
		return []rung{contact, unnamed, telling, text, own}
	case "mixed":
		return []rung{contact, unnamed, telling, bridges, own}
	}
	return []rung{contact, unnamed, telling, own}
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
	if r.set == nil && (r.strategy == strategy || given != strategy) {
		return c.Mediator(r.strategy)
	}
	values := map[trait]string{}
	if given == r.strategy || given == strategy {
		m, _ := agents.FindMediator(given)
		values = kept(c.doc.Clone().Root().Map("talks").Value("mediator"), m.Make().Spec)
	}
	maps.Copy(values, r.set)
	m, _ := agents.FindMediator(r.strategy)
	return Cast{Mediator: player(r.strategy, m.Make().Spec, values)}
}
