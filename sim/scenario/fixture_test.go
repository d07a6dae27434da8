package scenario_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// small is a whole scenario with every key it needs and no more.
const small = `name: small
talks: {mediator: single-text, text: middle, horizon: 20, rounds: 20}
formats: {table: {days: 1}}
issues:
  - {name: land, kind: share, steps: 4, pillar: territory}
  - name: shield
    pillar: guarantees
    levels:
      - {name: none}
      - {name: weak, strength: 0.3}
      - {name: strong, strength: 0.8}
parties:
  - name: North
    role: belligerent
    weights: {land: 0.7, shield: 0.3}
    scores: {land: {curve: linear}, shield: [0, 0.5, 1]}
    fallback: {base: 0.3}
  - name: South
    role: belligerent
    weights: {land: 1}
    scores: {land: {curve: linear, worst: 1, best: 0}}
    fallback: {base: 0.3}
  - name: Far
    role: guarantor
    weights: {shield: 1}
    scores: {shield: [1, 0.8, 0.2]}
    guarantee: {credibility: 0.8, hold: 0.02}
    fallback: {base: 0.1}
`

// meeting is the small scenario with all it can say of how the sides meet.
func meeting(t testing.TB) string {
	t.Helper()
	text := small
	for _, r := range [][2]string{
		{"rounds: 20}", "rounds: 20, format: apart, ladder: [apart, table], gates: {closeness: 0.2}, eager: 0.2, walkout: 1,\n" +
			"  rungs: [{name: envoys, mandate: 1}, {name: leaders, gate: {closeness: 0.6}}], rung: leaders, confirm: 3, premature: 0.3,\n" +
			"  caucus: [{of: North, with: [Far], wishes: 1}]}"},
		{"{table: {days: 1}}", "{apart: {days: {lo: 1, base: 2, hi: 3}}, table: {days: 1, joint: true, clash: {lo: 0, base: 0.2, hi: 0.4}, publicity: 0.5, seats: [Far]}}"},
		{"    weights: {land: 1}\n", "    weights: {land: 1}\n    formats: {table: {lo: -0.2, base: 0, hi: 0.2}}\n"},
		{"    weights: {shield: 1}\n", "    weights: {shield: 1}\n    seat: co-author\n    formats: {table: 0.1}\n" +
			"    inclusion: {legitimacy: {lo: 0, base: 0.2, hi: 0.4}, amendments: 1, delay: 0.5, walkout: {South: {lo: 0, base: 1, hi: 4}}}\n"},
	} {
		require.Equal(t, 1, strings.Count(text, r[0]), r[0])
		text = strings.Replace(text, r[0], r[1], 1)
	}
	return text
}

func parse(t testing.TB, text string) *document.Document {
	t.Helper()
	doc, err := document.Parse("case.yaml", []byte(text))
	require.NoError(t, err)
	return doc
}

func compile(t testing.TB, text string, patches ...string) *scenario.Scenario {
	t.Helper()
	doc := parse(t, text)
	for _, p := range patches {
		path, value, _ := strings.Cut(p, "=")
		require.NoError(t, doc.Patch(path, value))
	}
	s, err := scenario.Compile(doc)
	require.NoError(t, err)
	return s
}

func shipped(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../configs/" + name + ".yaml")
	require.NoError(t, err)
	return string(text)
}

// outcomes is a hash over every bit of so many runs.
func outcomes(t testing.TB, c *talks.Case, runs int) string {
	t.Helper()
	e, sum := talks.NewEngine(c), sha256.New()
	for i := range runs {
		o := *e.Play(rng.Derive(1, i), nil)
		require.Empty(t, o.Fault)
		history := *o.History
		o.History = nil
		fmt.Fprintf(sum, "%+v %+v", o, history)
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}
