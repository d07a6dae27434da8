package mediator_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// engine plays a shipped scenario with patches `path=value`.
func engine(t *testing.T, name string, patches ...string) *talks.Engine {
	t.Helper()
	text, err := os.ReadFile("../../configs/" + name + ".yaml")
	require.NoError(t, err)
	doc, err := document.Parse("case.yaml", text)
	require.NoError(t, err)
	for _, p := range patches {
		path, value, _ := strings.Cut(p, "=")
		require.NoError(t, doc.Patch(path, value))
	}
	s, err := scenario.Compile(doc)
	require.NoError(t, err)
	return talks.NewEngine(s.Case)
}

// play is one run, without a fault.
func play(t *testing.T, e *talks.Engine, replicate int) *talks.Outcome {
	t.Helper()
	o := e.Play(rng.Derive(1, replicate), nil)
	require.Empty(t, o.Fault)
	return o
}
