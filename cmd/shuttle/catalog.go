package main

import (
	"shuttle/agents"
	"shuttle/sim/experiment"
)

// strategy is what the catalog says of a mediator of a result, which may have parameters
// in its name.
func strategy(mediator string) (agents.Mediator, bool) {
	return agents.FindMediator(experiment.Strategy(mediator))
}
