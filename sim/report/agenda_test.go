package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Marks that would cover each other stand apart; those that stand alone stay in the
// middle of their row.
func TestMarksThatAgreeStandApart(t *testing.T) {
	ms := []mark{{at: 0.2}, {at: 0.5}, {at: 0.21}, {at: 0.2}}
	assert.Equal(t, 3, apart(ms, 0.05))
	var lanes []float64
	for _, m := range ms {
		lanes = append(lanes, m.lane)
	}
	assert.Equal(t, []float64{1, 0, 0, -1}, lanes)
}

func TestEveryBelligerentIsInTheAgenda(t *testing.T) {
	for _, size := range Sizes() {
		figure, err := chartNamed(t, "agenda").Draw(twelve(), size)
		require.NoError(t, err)
		var svg bytes.Buffer
		require.NoError(t, figure.WriteSVG(&svg))
		for i := range 12 {
			assert.Equal(t, 1, strings.Count(svg.String(), fmt.Sprintf(">Side %d</text>", i+1)), "%s", size.Name)
		}
	}
}
