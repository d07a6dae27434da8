package measure

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// shipped compiles a shipped scenario with patches `path=value`.
func shipped(t testing.TB, name string, patches ...string) *scenario.Scenario {
	t.Helper()
	text, err := os.ReadFile("../../configs/" + name + ".yaml")
	require.NoError(t, err)
	return compile(t, string(text), patches...)
}

func compile(t testing.TB, text string, patches ...string) *scenario.Scenario {
	t.Helper()
	doc, err := document.Parse("case.yaml", []byte(text))
	require.NoError(t, err)
	for _, p := range patches {
		path, value, _ := strings.Cut(p, "=")
		require.NoError(t, doc.Patch(path, value))
	}
	s, err := scenario.Compile(doc)
	require.NoError(t, err)
	return s
}

func table(t testing.TB, s *scenario.Scenario) *talks.Table {
	t.Helper()
	return talks.NewTable(s.Case)
}

func floors(t *talks.Table) []float64 {
	var out []float64
	for _, p := range t.Parties {
		out = append(out, p.Floor())
	}
	return out
}
