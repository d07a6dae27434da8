package measure

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// What is defined of the space of deals is what a case file says of it, and each has its
// peers' definition.
func TestDefinitionsAreOfTheCaseFile(t *testing.T) {
	text, err := json.Marshal(record.Case{Nash: &record.Point{}, KalaiSmorodinsky: &record.Point{}, Egalitarian: &record.Point{}, Welfare: &record.Point{}, Opposition: new(float64)})
	require.NoError(t, err)
	var keys map[string]any
	require.NoError(t, json.Unmarshal(text, &keys))
	for _, d := range OfSpace() {
		assert.Contains(t, keys, d.Name)
		assert.Regexp(t, "NegMAS|peer", d.Peer, d.Name)
	}
}
