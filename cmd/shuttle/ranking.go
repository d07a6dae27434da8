package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"shuttle/sim/experiment"
	"shuttle/sim/measure"
	"shuttle/sim/scenario"
)

// ranking is what mediators are ranked by: nothing, unless the user states weights.
type ranking []weighed

// weighed is a measure and what one unit of it counts.
type weighed struct {
	measure string
	weight  float64
}

// parseRanking reads --rank and refuses what nobody should be ranked by.
func parseRanking(text string, s *scenario.Scenario) (ranking, error) {
	if text == "" {
		return nil, nil
	}
	var known []string
	for _, e := range newPairing(measure.Schema(partyNames(s), nil), spansOf(s)).estimates {
		known = append(known, e.Name)
	}
	var r ranking
	for _, part := range strings.Split(text, ",") {
		name, given, ok := strings.Cut(part, "=")
		weight, err := strconv.ParseFloat(given, 64)
		switch {
		case force(name):
			return nil, misuse("--rank %s: coercion is reported, never ranked: no search for the best of it", name)
		case !ok:
			return nil, misuse("--rank %s: state a weight, measure=weight", part)
		case err != nil || math.IsNaN(weight) || math.IsInf(weight, 0) || weight == 0:
			return nil, misuse("--rank %s: the weight must be a number other than 0", part)
		case !slices.Contains(known, name):
			return nil, misuse("--rank %s: %s", name, oneOf(name, known))
		case !everyRun(name) && !nothing(name):
			return nil, misuse("--rank %s: not every run has it, so that who gets the fewest texts signed could lead by it: weigh what all runs have, such as gains (0 where nothing is signed), peace or days_unsigned", name)
		case slices.ContainsFunc(r, func(w weighed) bool { return w.measure == name }):
			return nil, misuse("--rank: %s is weighed twice", name)
		}
		r = append(r, weighed{name, weight})
	}
	if s.Live && !slices.ContainsFunc(r, func(w weighed) bool { return !hasty(w.measure) }) {
		return nil, misuse("--rank: a live case is not ranked by agreement or speed alone: weigh what the text is worth to each side, or how long it holds, as well")
	}
	return r, nil
}

// among tells whether a measure, of whichever party, is one of a list.
func among(name string, list ...string) bool {
	kind, _, _ := strings.Cut(name, ".")
	return slices.Contains(list, kind)
}

// everyRun tells measures that every run has, signed or not.
func everyRun(name string) bool {
	return among(name, "agreement", "rounds", "drafts", "messages", "load", "objections", "floor", "peace", "legitimacy", "exchanges",
		"outcome", "signed_by", daysUnsigned)
}

// nothing tells measures of signed texts that are 0 where nothing is signed: nobody gains,
// and nothing is kept.
func nothing(name string) bool {
	return among(name, "gain", "joint_gain", "nash_product", "expected_peace_5y", "effective_guarantee", "ratified", "implemented")
}

// hasty measures say whether and how fast something was signed, not what.
func hasty(name string) bool {
	return among(name, "agreement", "zone", "rounds", "drafts", "messages", "load", "objections", "signed_by", daysUnsigned)
}

// force tells names of measures of how much force is used, and of ends that it brings.
func force(name string) bool {
	return slices.ContainsFunc([]string{"pressure", "coercion", "strikes", "threat", "leverage", "victory", "escalation"}, func(word string) bool {
		return strings.Contains(name, word)
	})
}

// presses tells mediators that have pressure among their levers.
func presses(mediator string) bool { return experiment.Presses(mediator) }

// String spells the weights out.
func (r ranking) String() string {
	var parts []string
	for _, w := range r {
		parts = append(parts, fmt.Sprintf("%g × %s", w.weight, w.measure))
	}
	return strings.Join(parts, " + ")
}
