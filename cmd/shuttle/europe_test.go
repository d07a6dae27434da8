package main

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The experiment that takes the part of the European guarantors apart starts from the
// numbers of its scenario, leaves none of its inclusion out, and takes each away by
// itself.
func TestCoefficientsAreTheScenarios(t *testing.T) {
	files, err := readExperiment("../../configs/experiments/europe-coefficients.yaml", nil, nil)
	require.NoError(t, err)
	s := files.sweep
	base := map[string]float64{}
	for _, a := range s.Base.Assumptions {
		base[a.Path] = a.Base
	}
	swept := map[string]bool{}
	for _, f := range s.Factors[1:] {
		path := f.Paths[0]
		swept[path] = true
		at, err := strconv.ParseFloat(f.Levels[0].YAML, 64)
		require.NoError(t, err)
		assert.Equal(t, "0", f.Levels[1].YAML, path)
		assert.InDelta(t, base[path], at, 1e-12, path)
		assert.Equal(t, f.Levels[0].YAML, f.Levels[0].Label(), "%s: its label says another number", path)
	}
	for path := range base {
		if strings.HasPrefix(path, "parties[EUR].inclusion.") {
			assert.Contains(t, swept, path)
		}
	}
	assert.Len(t, s.Points, 1+len(s.Factors))
}
