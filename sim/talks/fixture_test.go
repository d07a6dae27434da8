package talks_test

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/message"
	"shuttle/agents/oracle"
	"shuttle/agents/party"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// caseOf compiles a shipped scenario with patches `path=value`.
func caseOf(t testing.TB, name string, patches ...string) *talks.Case {
	t.Helper()
	return caseFrom(t, read(t, name), patches...)
}

// around names the mechanisms that are neither in the room nor on paper.
func around() []string {
	inside := []string{"commitment", "interactions", "devaluation", "consent", "momentum", "pressure", "fixed_pie", "noise", "jitter", "signals"}
	var out []string
	for _, m := range scenario.Mechanisms() {
		if !slices.Contains(inside, m.Name) {
			out = append(out, m.Name)
		}
	}
	return out
}

// calm is the patch that leaves a case with what is in the room and on paper: nothing
// around the table happens.
func calm() string { return "mechanisms={" + strings.Join(around(), ": false, ") + ": false}" }

func read(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../configs/" + name + ".yaml")
	require.NoError(t, err)
	return string(text)
}

func caseFrom(t testing.TB, text string, patches ...string) *talks.Case {
	t.Helper()
	doc, err := document.Parse("case.yaml", []byte(text))
	require.NoError(t, err)
	for _, p := range patches {
		path, value, _ := strings.Cut(p, "=")
		require.NoError(t, doc.Patch(path, value))
	}
	s, err := scenario.Compile(doc)
	require.NoError(t, err)
	return s.Case
}

// guarded is a case of three: the two of the textbook on five rungs each, and a
// guarantor without whose consent x does not stand at its top.
const guarded = `
name: guarded
talks: {mediator: none, text: middle, horizon: 20, rounds: 20, still: 10}
formats: {table: {days: 1}}
mechanisms: {commitment: false}
consent:
  - {issue: x, levels: ["1"], needs: [G]}
issues:
  - {name: x, kind: share, steps: 4, pillar: territory}
  - {name: "y", kind: share, steps: 4, pillar: guarantees}
parties:
  - name: A
    role: belligerent
    weights: {x: 0.8, "y": 0.2}
    scores: {x: {curve: linear}, "y": {curve: linear}}
    fallback: {base: 0.3}
    tactic: hill-climber
  - name: B
    role: belligerent
    weights: {x: 0.2, "y": 0.8}
    scores: {x: {curve: linear, worst: 1, best: 0}, "y": {curve: linear, worst: 1, best: 0}}
    fallback: {base: 0.3}
    tactic: hill-climber
  - name: G
    role: guarantor
    weights: {x: 1}
    scores: {x: {curve: linear, worst: 1, best: 0}}
    fallback: {base: 0.1}
`

// seat of a party of that name.
func seat(t testing.TB, c *talks.Case, name string) int {
	t.Helper()
	for i := range c.Parties {
		if c.Parties[i].Name == name {
			return i
		}
	}
	require.Fail(t, "no party "+name)
	return -1
}

// script is a mediator that a test writes.
type script func(n *mediator.Notebook, move *mediator.Move)

// Next implements mediator.Strategy.
func (s script) Next(n *mediator.Notebook, move *mediator.Move) { s(n, move) }

// mediated is the case with a scripted mediator, made anew for each run.
func mediated(c *talks.Case, fresh func() script) *talks.Case {
	with := *c
	with.Mediator.Make = func(*talks.Binder) agents.MediatorMaker {
		return agents.MediatorMaker{New: func(*mediator.Brief, oracle.Truth) mediator.Strategy { return fresh() }}
	}
	return &with
}

// once makes one move a run and rests from then on.
func once(first mediator.Move) func() script {
	return func() script {
		made := false
		return func(_ *mediator.Notebook, move *mediator.Move) {
			if *move = (mediator.Move{}); !made {
				made, *move = true, first
			}
		}
	}
}

// voice is a tactic that a test writes.
type voice func(s *party.Self, m *message.Message, r *message.Reply)

// Answer implements party.Tactic.
func (v voice) Answer(s *party.Self, m *message.Message, r *message.Reply) { v(s, m, r) }

// voiced is the case with scripted parties.
func voiced(c *talks.Case, v func(seat int) voice) *talks.Case {
	with := *c
	with.Parties = append([]talks.Party(nil), c.Parties...)
	for i := range with.Parties {
		with.Parties[i].Tactic.Make = func(*talks.Binder) agents.TacticMaker {
			return agents.TacticMaker{New: func(*rand.Rand) party.Tactic { return v(i) }}
		}
	}
	return &with
}

// digest is a hash over every bit of an outcome.
func digest(o *talks.Outcome) string {
	flat := *o
	flat.History = nil
	return fmt.Sprintf("%.8x", sha256.Sum256(fmt.Appendf(nil, "%+v %+v", flat, *o.History)))
}

// played is one run of a fresh engine.
func played(c *talks.Case, seed rng.Seed) *talks.Outcome { return talks.NewEngine(c).Play(seed, nil) }

// signed is how many of so many runs end in a signature.
func signed(t testing.TB, c *talks.Case, runs int) int {
	t.Helper()
	e, n := talks.NewEngine(c), 0
	for i := range runs {
		o := e.Play(rng.Derive(1, i), nil)
		require.Empty(t, o.Fault)
		if o.Signed {
			n++
		}
	}
	return n
}

// deal is a text of level places.
func deal(levels ...uint8) (d agenda.Deal) {
	copy(d[:], levels)
	return d
}
