package experiment

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/internal/refdata"
	"shuttle/sim/record"
)

func TestSobolIsTheReferenceSequence(t *testing.T) {
	file, err := os.Open(refdata.Path(t, "statistics/scipy_sobol_unscrambled_8d_64.csv"))
	require.NoError(t, err)
	defer file.Close()
	rows, err := record.ReadCSV(file, nil)
	require.NoError(t, err)
	s := newSobol(8)
	n := 0
	for ; ; n++ {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		for d, x := range s.point(n) {
			want, _ := row[d].Number()
			require.Equal(t, want, x, "point %d, dimension %d", n, d+1)
		}
	}
	assert.Equal(t, 64, n)
}

// A later point holds more of the direction numbers: all sixteen dimensions.
func TestSobolFarOut(t *testing.T) {
	var want struct {
		Row []float64 `json:"sobol64d_row513_x2^32"`
	}
	text, err := os.ReadFile(refdata.Path(t, "statistics/sobol_sequence_checks.json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &want))
	for d, x := range newSobol(maxSobol).point(513) {
		assert.Equal(t, want.Row[d], x*0x1p32, "dimension %d", d+1)
	}
}

// In each dimension the first 2^k points fall one into each of 2^k equal slices.
func TestSobolFillsEverySlice(t *testing.T) {
	const n = 1024
	s := newSobol(maxSobol)
	for d := range maxSobol {
		seen := make([]bool, n)
		for i := range n {
			seen[int(s.point(i)[d]*n)] = true
		}
		assert.NotContains(t, seen, false, "dimension %d", d+1)
	}
}
