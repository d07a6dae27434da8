package scenario_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// A resolved document says all that was computed: it compiles, resolves to itself,
// has the same hash, and its runs are the same to the last bit.
func TestTheResolvedDocumentIsTheCase(t *testing.T) {
	for name, text := range map[string]string{"small": small, "meeting": meeting(t), "textbook": shipped(t, "textbook"), "miami": shipped(t, "miami")} {
		t.Run(name, func(t *testing.T) {
			s := compile(t, text)
			doc, err := document.Parse("resolved.yaml", s.Resolved)
			require.NoError(t, err)
			again, err := scenario.Compile(doc)
			require.NoError(t, err)
			assert.Equal(t, string(s.Resolved), string(again.Resolved))
			assert.Equal(t, s.Hash, again.Hash)
			assert.Equal(t, outcomes(t, s.Case, 50), outcomes(t, again.Case, 50))
			assert.Equal(t, len(s.Assumptions), len(again.Assumptions))
		})
	}
}

// Two engines of two compilations play the same 200 runs.
func TestRunsAreDetermined(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	text := shipped(t, "miami")
	for _, m := range agents.Mediators() {
		if m.Oracle || strings.HasPrefix(m.Name, "peer/") {
			continue // slow, and no different: package talks tries the whole catalog
		}
		patch := "talks.mediator=" + m.Name
		assert.Equal(t, outcomes(t, compile(t, text, patch).Case, 200), outcomes(t, compile(t, text, patch).Case, 200), m.Name)
	}
}

// The order of the file is kept for reports, and only for them.
func TestOrderOfTheFile(t *testing.T) {
	s := compile(t, small)
	var names []string
	for _, i := range s.Order {
		names = append(names, s.Case.Parties[i].Name)
	}
	assert.Equal(t, []string{"North", "South", "Far"}, names)
	assert.Equal(t, "Far", s.Case.Parties[0].Name, "inside they stand by key")
	assert.Equal(t, "small", s.Name)
	assert.Equal(t, "small", s.Title, "the title is the name when none is given")
	assert.False(t, s.Live)
}

// A number that a part does not use is not listed; every number that varies is.
func TestAssumptionsAreListed(t *testing.T) {
	s := compile(t, small, "parties[North].fallback.base={lo: 0.1, base: 0.3, hi: 0.5, basis: assumption}")
	found := map[string]document.Number{}
	for _, n := range s.Assumptions {
		found[n.Path] = n
	}
	require.Contains(t, found, "parties[North].fallback.base")
	assert.Equal(t, .5, found["parties[North].fallback.base"].Hi)
	assert.Contains(t, found, "durability.guarantee")
	assert.False(t, found["durability.guarantee"].Given)
}

// Parties nobody gave a tactic have the one of their role.
func TestDefaultTactics(t *testing.T) {
	s := compile(t, small)
	for i, want := range map[int]string{0: "consent", 1: "time-dependent", 2: "time-dependent"} {
		assert.Equal(t, want, s.Case.Parties[i].Tactic.Name)
	}
}

// FuzzCompile: whatever is written over a line of a scenario, or behind its key,
// Compile does not panic, and what compiles plays a run.
func FuzzCompile(f *testing.F) {
	texts := []string{small, meeting(f), shipped(f, "textbook"), shipped(f, "miami")}
	for i, seed := range []string{"", "[]", "{}", "-1", "1e308", "{lo: 0, base: 1, hi: 2}", "- {name: x}", "north", "null", "\"\"", "{value: .nan}"} {
		f.Add(uint8(i), uint16(7*i), seed, i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, which uint8, at uint16, with string, key bool) {
		lines := strings.Split(texts[int(which)%len(texts)], "\n")
		line := &lines[int(at)%len(lines)]
		if before, _, ok := strings.Cut(*line, ": "); key && ok {
			with = strings.TrimSpace(before) + ": " + with
		}
		indent := (*line)[:len(*line)-len(strings.TrimLeft(*line, " "))]
		*line = indent + with
		doc, err := document.Parse("case.yaml", []byte(strings.Join(lines, "\n")))
		if err != nil {
			return
		}
		s, err := scenario.Compile(doc)
		if err != nil {
			var faults document.Faults
			require.ErrorAs(t, err, &faults)
			return
		}
		if s.Case.Longest <= 100 {
			outcomes(t, s.Case, 1)
		}
	})
}
