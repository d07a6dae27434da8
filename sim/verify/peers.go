package verify

import (
	"fmt"
	"strings"
)

// Workload is a negotiation of which it was measured how fast another library, NegMAS
// 0.15.7, plays it: medians of three timings on one core.
type Workload struct {
	Name  string
	Rate  float64 // of theirs [negotiations per second of CPU]
	Steps float64 // in which theirs ended, in the mean; 0 where ours counts them as one round
	Text  string  // the scenario
	// Rebuild is what to change in it for everything about the parties to be built anew in
	// each run, as theirs does: ranges that are as good as values.
	Rebuild [][2]string
}

// Workloads lists them: alternating offers, and a single text that a mediator changes at
// random, kept when all like the change (veto: any text, hill climbing: one clause). Both
// libraries sit on the same domains: tables of scores, made where they are random by the
// same generator, added up with weights, and no fallback.
func Workloads() []Workload {
	const boulware, linear, conceder = 4, 1, .25
	ladders, small, words, large := ladders(), random(2, 10, 3), random(2, 3, 11), random(2, 10, 10)
	offers := func(name string, rate, steps float64, d domain, first, second float64) Workload {
		return d.workload(name, rate, steps, "{name: none, contact: 1, named: 1}", 100, conceding(first), conceding(second))
	}
	text := func(name string, rate float64, d domain, mediator string, proposals int) Workload {
		m := fmt.Sprintf("{name: peer/%s, proposals: %d}", mediator, proposals)
		return d.workload(name, rate, 0, m, 1, "hill-climber", "hill-climber", "hill-climber")
	}
	return []Workload{
		offers("alternating offers, 3 issues of 11, Boulware and Boulware", 22.3, 83, ladders, boulware, boulware),
		offers("alternating offers, 3 issues of 11, Boulware and conceder", 23.7, 59, ladders, boulware, conceder),
		offers("alternating offers, 3 issues of 11, linear and linear", 35.7, 45, ladders, linear, linear),
		offers("alternating offers, 3 issues of 11, conceder and conceder", 137, 5, ladders, conceder, conceder),
		offers("alternating offers, 10 issues of 3, Boulware and conceder", 1.38, 25, small, boulware, conceder),
		offers("alternating offers, 10 issues of 10, Boulware and conceder", 8.5, 15, large, boulware, conceder),
		text("veto, 3 issues of 11, 100 proposals", 145, words, "veto", 100),
		text("hill climbing, 3 issues of 11, 100 proposals", 605, words, "hill-climbing", 100),
		text("veto, 10 issues of 10, 100 proposals", 66.8, large, "veto", 100),
		text("hill climbing, 10 issues of 10, 100 proposals", 163, large, "hill-climbing", 100),
		text("hill climbing, three parties, 10 issues of 10, 100 proposals", 168, random(3, 10, 10), "hill-climbing", 100),
		text("hill climbing, 10 issues of 10, 1,000 proposals", 93.8, large, "hill-climbing", 1000),
	}
}

// domain is what parties score issues with, party by party.
type domain struct {
	scores  [][][]float64
	weights [][]float64
}

// workload writes the scenario of a domain: no mechanism, a round a day.
func (d domain) workload(name string, rate, steps float64, mediator string, rounds int, tactics ...string) Workload {
	w := Workload{Name: name, Rate: rate, Steps: steps}
	var s strings.Builder
	fmt.Fprintf(&s, "name: peer\ntalks: {mediator: %s, format: table, horizon: %d, rounds: %d}\n", mediator, rounds, rounds)
	s.WriteString("formats: {table: {days: 1}}\nmechanisms: {commitment: false, devaluation: false, fixed_pie: false}\nweights: as_given\nissues:\n")
	for k, levels := range d.scores[0] {
		fmt.Fprintf(&s, "  - {name: i%d, kind: range, from: 0, to: %d, step: 1, pillar: territory}\n", k, len(levels)-1)
	}
	s.WriteString("parties:\n")
	for p := range d.scores {
		party := string(rune('A' + p))
		fmt.Fprintf(&s, "  - name: %s\n    fallback: {base: 0}\n    role: belligerent\n    tactic: %s\n    weights: {", party, tactics[p])
		for k, x := range d.weights[p] {
			fmt.Fprintf(&s, "i%d: %v, ", k, x)
		}
		s.WriteString("}\n    scores: {")
		for k, t := range d.scores[p] {
			fmt.Fprintf(&s, "i%d: %s, ", k, strings.ReplaceAll(fmt.Sprint(t), " ", ", "))
		}
		s.WriteString("}\n")
		w.Rebuild = append(w.Rebuild, [2]string{"parties[" + party + "].fallback.base", "{lo: -1e-300, base: 0, hi: 1e-300}"})
	}
	w.Text = s.String()
	return w
}

// conceding is a party of alternating offers: aspiration 1 − t^e, the offer worth least
// at or above it.
func conceding(e float64) string {
	return fmt.Sprintf("{name: time-dependent, haste: %v, horizon: 101, anchor: ideal, offers: nearest}", 1/e)
}

// ladders is the domain of three issues with eleven values each, opposed.
func ladders() domain {
	d := domain{scores: make([][][]float64, 2), weights: [][]float64{{.5, .3, .2}, {.2, .3, .5}}}
	for range 3 {
		up, down := make([]float64, 11), make([]float64, 11)
		for x := range up {
			up[x], down[x] = float64(x)/10, 1-float64(x)/10
		}
		d.scores[0], d.scores[1] = append(d.scores[0], up), append(d.scores[1], down)
	}
	return d
}

// random is a domain of random tables, each scaled to run from 0 to 1, and ramps of
// weights: up, down, and up from the third.
func random(parties, issues, values int) domain {
	var d domain
	x := uint32(1) // of a linear congruential generator, as when it was measured
	for p := range parties {
		var tables [][]float64
		var weights []float64
		for k := range issues {
			table := make([]float64, values)
			low, high := 2., -1.
			for l := range table {
				x = x*1664525 + 1013904223
				table[l] = float64(x) / (1 << 32)
				low, high = min(low, table[l]), max(high, table[l])
			}
			for l := range table {
				table[l] = (table[l] - low) / (high - low)
			}
			place := [3]int{k, issues - 1 - k, (k + 2) % issues}[p]
			tables, weights = append(tables, table), append(weights, float64(place+1)/float64(issues*(issues+1)/2))
		}
		d.scores, d.weights = append(d.scores, tables), append(d.weights, weights)
	}
	return d
}
