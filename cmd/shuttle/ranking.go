package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/scenario"
)

// ranking is what mediators are ranked by: nothing, unless the user states weights.
type ranking []weighed

// weighed is a measure and what one unit of it counts.
type weighed struct {
	measure string
	weight  float64
}

// ranked is a place in a ranking.
type ranked struct {
	Mediator string  `json:"mediator"`
	Score    float64 `json:"score"`
}

// parseRanking reads --rank and refuses what nobody should be ranked by.
func parseRanking(text string, s *scenario.Scenario) (ranking, error) {
	if text == "" {
		return nil, nil
	}
	var known []string
	for _, e := range measure.Estimates(measure.Schema(partyNames(s), nil)) {
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

// hasty measures say whether and how fast something was signed, not what.
func hasty(name string) bool {
	return slices.Contains([]string{"agreement", "zone", "round", "day", "rounds", "drafts", "messages", "load", "objections"}, name)
}

// force tells names of measures and factors of how much force is used.
func force(name string) bool {
	return slices.ContainsFunc([]string{"pressure", "coercion", "strikes", "threat", "leverage"}, func(word string) bool {
		return strings.Contains(name, word)
	})
}

// presses tells mediators that have pressure among their levers.
func presses(mediator string) bool {
	m, _ := strategy(mediator)
	return m.Presses
}

// order ranks the mediators by the weighted sum of their estimates, each in its own
// unit, so that no mediator's score depends on which others are compared. Oracles have
// no place in it, nor in live cases strategies that press.
func (r ranking) order(summary []record.SummaryRow, mediators []string, live bool) ([]ranked, error) {
	if len(r) == 0 {
		return nil, nil
	}
	var list []ranked
	for _, name := range mediators {
		if !rival(name) || live && presses(name) {
			continue
		}
		place := ranked{Mediator: name}
		for _, w := range r {
			i := slices.IndexFunc(summary, func(s record.SummaryRow) bool {
				return s.Mediator == name && s.Measure == w.measure && s.N > 0
			})
			if i < 0 {
				return nil, fmt.Errorf("cannot rank: under %s no run has %s", name, w.measure)
			}
			place.Score += float64(w.weight * summary[i].Estimate)
		}
		list = append(list, place)
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(b.Score, a.Score) })
	return list, nil
}

// String spells the weights out.
func (r ranking) String() string {
	var parts []string
	for _, w := range r {
		parts = append(parts, fmt.Sprintf("%g × %s", w.weight, w.measure))
	}
	return strings.Join(parts, " + ")
}
