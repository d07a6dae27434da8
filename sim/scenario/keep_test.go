package scenario_test

import (
	"runtime"
	"testing"
	"weak"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/scenario"
)

// A case has all it needs: the document and what was read of it may go.
func TestACaseLetsItsDocumentGo(t *testing.T) {
	for _, name := range []string{"textbook", "miami", "camp-david-1978"} {
		doc := parse(t, shipped(t, name))
		held := weak.Make(doc)
		s, err := scenario.Compile(doc)
		require.NoError(t, err)
		runtime.GC()
		assert.Nil(t, held.Value(), name)
		runtime.KeepAlive(s)
	}
}

// What is costly is taken from a sibling where it is the same, and only there.
func TestSiblingsShareTables(t *testing.T) {
	text := shipped(t, "miami")
	first := compile(t, text)
	compileBeside := func(patch, value string) *scenario.Scenario {
		doc := parse(t, text)
		require.NoError(t, doc.Patch(patch, value))
		s, err := scenario.Compile(doc, first)
		require.NoError(t, err)
		return s
	}
	same := compileBeside("talks.mediator", "none")
	assert.Same(t, first.Case.Tables, same.Case.Tables)
	assert.Equal(t, outcomes(t, compile(t, text, "talks.mediator=none").Case, 20), outcomes(t, same.Case, 20))
	assert.NotSame(t, first.Case.Tables, compileBeside("parties[RUS].discount", "0.9").Case.Tables)
	assert.NotSame(t, first.Case.Tables, compileBeside("durability", "{clock: constant, rate: 0.05}").Case.Tables)
	assert.Nil(t, compileBeside("mechanisms.commitment", "false").Case.Tables)
}
