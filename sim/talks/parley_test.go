package talks_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/sim/talks"
)

// parley is a case whose zone of agreement is narrow where the sides distrust each
// other, with guarantors beside them, and formats and rungs to choose from.
const parley = `
name: parley
talks: {mediator: single-text, text: middle, format: apart, horizon: 60, rounds: 200, still: 60}
formats:
  apart: {days: 12}
  near: {days: 3}
  table: {days: 1, joint: true, clash: 0.3, clash_cost: 0.1}
issues:
  - {name: x, kind: share, steps: 20, pillar: territory}
  - {name: "y", kind: share, steps: 20, pillar: territory}
  - name: shield
    pillar: guarantees
    levels:
      - {name: none}
      - {name: some, strength: 0.4}
      - {name: strong, strength: 0.8}
parties:
  - name: A
    role: belligerent
    weights: {x: 0.7, "y": 0.2, shield: 0.1}
    scores: {x: {curve: linear}, "y": {curve: linear}, shield: [0, 0.5, 1]}
    fallback: {base: {lo: 0.35, base: 0.6, hi: 0.85}}
    loss: {stock: 2}
    trust: {B: 0.3}
    tactic: hill-climber
  - name: B
    role: belligerent
    weights: {x: 0.2, "y": 0.7, shield: 0.1}
    scores: {x: {curve: linear, worst: 1, best: 0}, "y": {curve: linear, worst: 1, best: 0}, shield: [1, 0.5, 0]}
    fallback: {base: {lo: 0.35, base: 0.6, hi: 0.85}}
    loss: {stock: 2}
    trust: {A: 0.3}
    tactic: hill-climber
  - name: G
    role: guarantor
    weights: {x: 0.5, shield: 0.5}
    scores: {x: {curve: linear, worst: 1, best: 0}, shield: [1, 0.5, 0]}
    fallback: {base: 0}
    guarantee: {credibility: 0.3}
  - name: H
    role: guarantor
    weights: {x: 1}
    scores: {x: {curve: linear}}
    fallback: {base: 0}
    guarantee: {credibility: 0.3}
`

// tally is what so many runs came to.
type tally struct {
	signed int
	rounds float64 // to a signature
	days   float64 // to a signature
	hazard float64 // of a signed text
	class  map[talks.Class]int
}

// tallied plays a case from its text.
func tallied(t testing.TB, text string, runs int, patches ...string) (sum tally) {
	t.Helper()
	e := talks.NewEngine(caseFrom(t, text, patches...))
	sum.class = map[talks.Class]int{}
	for i := range runs {
		o := e.Play(talksSeed(i), nil)
		require.Empty(t, o.Fault)
		sum.class[o.Class]++
		if o.Signed {
			sum.signed++
			sum.hazard += o.Hazard
			sum.rounds += float64(o.Round)
			sum.days += o.Day
		}
	}
	sum.rounds /= float64(max(sum.signed, 1))
	sum.days /= float64(max(sum.signed, 1))
	sum.hazard /= float64(max(sum.signed, 1))
	return sum
}
