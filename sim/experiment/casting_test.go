package experiment

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
)

func casting(t *testing.T, name string, patches ...string) *Casting {
	t.Helper()
	c, err := NewCasting(compiled(t, name, patches...))
	require.NoError(t, err)
	return c
}

// Every ladder of the catalog goes one way up, can be played, and ends with its strategy.
func TestLadders(t *testing.T) {
	c := casting(t, "textbook", "talks.mediator", "mixed")
	for _, m := range agents.Mediators() {
		ladder := c.Ladder(m.Name)
		if m.Name == "none" {
			assert.Empty(t, ladder)
			continue
		}
		require.NotEmpty(t, ladder, m.Name)
		assert.Equal(t, c.Mediator(m.Name), ladder[len(ladder)-1].Cast, m.Name)
		assert.Equal(t, m.Name, ladder[len(ladder)-1].Strategy)
		at := -1
		for _, step := range ladder {
			next := slices.Index(Adds(), step.Adds)
			assert.Greater(t, next, at, m.Name)
			at = next
			arm, err := c.Arm(step.Cast)
			require.NoError(t, err, "%s: %s", m.Name, step.Adds)
			assert.Equal(t, step.Strategy, arm.mediator())
		}
	}
}

func TestRungsHaveWhatTheScenarioGivesTheStrategy(t *testing.T) {
	const contact = "{name: facilitation, tells: false, named: 1}"
	for _, tt := range []struct {
		given, strategy string
		want            []string // mediators of the casts
	}{
		{"single-text", "single-text", []string{contact, "{name: facilitation, tells: false}", "facilitation", ""}},
		{"{name: carrots, options: 2, from: 6}", "carrots",
			[]string{contact, "{name: facilitation, tells: false}", "facilitation", "{name: single-text, options: 2, prices: {value: 3, unit: count}, pace: {value: 1, unit: count}, patience: {value: 4, unit: rounds}, repeats: {value: 2, unit: count}}", ""}},
		{"{name: carrots, options: 2, from: 6}", "sticks",
			[]string{contact, "{name: facilitation, tells: false}", "facilitation", "single-text", "sticks"}},
		{"{name: facilitation, named: 0.2}", "facilitation",
			[]string{"{name: facilitation, tells: false, accuracy: {value: 0.8, unit: share}, named: 1}", "{name: facilitation, tells: false, accuracy: {value: 0.8, unit: share}, named: 0.2}", ""}},
		{"{name: none, contact: 0.3, named: 0.7}", "informed", []string{contact, "informed"}},
		{"mixed", "mixed", []string{contact, "{name: facilitation, tells: false}", "facilitation", "bridging", ""}},
	} {
		var got []string
		for _, step := range casting(t, "textbook", "talks.mediator", tt.given).Ladder(tt.strategy) {
			got = append(got, step.Cast.Mediator)
		}
		assert.Equal(t, tt.want, got, "%s for %s", tt.given, tt.strategy)
	}
}

// A party keeps its own values where the other tactic has the same parameters.
func TestAnswers(t *testing.T) {
	c := casting(t, "textbook", "parties[B].tactic", "{name: staller, patience: 3, haste: 2}")
	assert.Equal(t, []string{"A", "B"}, c.Signatories())
	tried := map[string]string{}
	for i, a := range c.Answers("none", "B") {
		if i == 0 {
			assert.Equal(t, Answer{"staller", Cast{Mediator: "none"}}, a, "its own comes first")
			continue
		}
		assert.Equal(t, "B", a.Cast.Party)
		assert.Equal(t, "none", a.Cast.Mediator)
		tried[a.Tactic] = a.Cast.Tactic
		arm, err := c.Arm(a.Cast)
		require.NoError(t, err, a.Tactic)
		assert.Equal(t, "none", arm.mediator())
		assert.Equal(t, "time-dependent", arm.Scenario.Case.Parties[0].Tactic.Name, "A bargains as it did")
		assert.Equal(t, a.Tactic, arm.Scenario.Case.Parties[1].Tactic.Name)
	}
	assert.Len(t, tried, len(agents.Tactics())-2, "neither its own nor consent")
	assert.Equal(t, "hill-climber", tried["hill-climber"])
	assert.Equal(t, "rubinstein", tried["rubinstein"], "its patience is another")
	assert.Contains(t, tried["exaggerator"], "haste: 2")
	assert.NotContains(t, tried["exaggerator"], "patience")
}

// Tactics that take the talks to have one other side are not tried where more must sign.
func TestAnswersAmongThree(t *testing.T) {
	c := casting(t, "dayton-1995")
	require.Greater(t, len(c.Signatories()), 2)
	for _, a := range c.Answers("none", c.Signatories()[0]) {
		assert.NotContains(t, forTwo(), a.Tactic)
	}
}
