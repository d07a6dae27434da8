package agents

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/party"
)

// Defaults out of range are told by the line and the parameter.
func TestDefaultsAreInRange(t *testing.T) {
	line := tactic("stubborn", "", "", party.Preventive{After: -1})
	assert.PanicsWithError(t, "stubborn: after: must be 0 to 0.999, have -1", func() { line.Make() })
}
