package party_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// duel is two sides over one pie: A would take .4 of it and B leave .6 to A. Both
// concede by the polynomial curve of Faratin, Sierra and Jennings 1998 from all to
// nothing over a thousand rounds of a day, and meet every day.
const duel = `
name: duel
talks:
  mediator: {name: none, contact: 1, named: 1}
  text: blank
  format: daily
  horizon: 1000
  rounds: 1000
  still: 5000
formats: {daily: {days: 1}}
mechanisms: {commitment: false, devaluation: false}
issues:
  - {name: pie, kind: share, steps: %d, pillar: territory}
parties:
  - name: A
    role: belligerent
    weights: {pie: 1}
    scores: {pie: {curve: linear, worst: 0, best: 1}}
    fallback: {base: 0.4}
    tactic: {name: time-dependent, haste: %v, horizon: 1000, opening: 0, curve: polynomial, anchor: ideal, offers: nearest}
  - name: B
    role: belligerent
    weights: {pie: 1}
    scores: {pie: {curve: linear, worst: 1, best: 0}}
    fallback: {base: 0.4}
    tactic: {name: time-dependent, haste: %v, horizon: 1000, opening: 0, curve: polynomial, anchor: ideal, offers: nearest}
`

// The curves cross at α = 1/(1 − .4 + .6), that is after 1000·α^β rounds, at the
// price .5, which both ladders hold.
func TestSidesMeetWhereTheirCurvesCross(t *testing.T) {
	for _, row := range []struct {
		haste float64
		round int
	}{{.2, 965}, {1, 834}, {5, 402}} {
		for _, steps := range []int{10, 250} {
			t.Run(fmt.Sprintf("haste %v, %d steps", row.haste, steps), func(t *testing.T) {
				out := play(t, fmt.Sprintf(duel, steps, row.haste, row.haste))
				assert.True(t, out.Signed)
				assert.Equal(t, row.round, out.Round)
				assert.EqualValues(t, steps/2, out.Deal[0])
				assert.Equal(t, []float64{.5, .5}, out.Worth)
			})
		}
	}
}

// With a firm and a hasty side the hasty one pays: the curves cross where
// .6·t^(1/.5) + .6·t^(1/2) = 1, t = .8599, and A gets 1 − .6·t² = .556, on a ladder
// of hundredths within a level of it.
func TestTheHastySidePays(t *testing.T) {
	out := play(t, fmt.Sprintf(duel, 100, .5, 2.0))
	assert.True(t, out.Signed)
	assert.InDelta(t, 860, out.Round, 10)
	assert.InDelta(t, .556, out.Worth[0], .011)
}

// play compiles a scenario and plays one run of it.
func play(t *testing.T, text string) *talks.Outcome {
	t.Helper()
	doc, err := document.Parse("duel.yaml", []byte(text))
	require.NoError(t, err)
	s, err := scenario.Compile(doc)
	require.NoError(t, err)
	return talks.NewEngine(s.Case).Play(rng.Seed(0), nil)
}
