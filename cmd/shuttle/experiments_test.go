package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every chart that a shipped experiment names is drawn, and nothing is said of any.
func TestShippedExperimentsDrawWhatTheyName(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs")
	}
	names, err := filepath.Glob("../../configs/experiments/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			files, err := readExperiment(name, nil, nil)
			require.NoError(t, err)
			require.NotEmpty(t, files.sweep.Charts)
			out := filepath.Join(t.TempDir(), "result")
			var stdout, stderr bytes.Buffer
			require.Zero(t, run([]string{"sweep", name, "--runs", "12", "--format", "svg", "--out", out}, &stdout, &stderr), stderr.String())
			assert.NotContains(t, stderr.String(), "chart ")
			var drawn []string
			for _, chart := range files.sweep.Charts {
				if _, err := os.Stat(filepath.Join(out, "charts", chart+".svg")); err == nil {
					drawn = append(drawn, chart)
				}
			}
			assert.Equal(t, files.sweep.Charts, drawn)
		})
	}
}
