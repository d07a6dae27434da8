package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The committed samples are what the program makes today, byte for byte:
//
//	go run ./cmd/shuttle run configs/miami.yaml
//
// of which the summary and the charts are kept.
func TestSamplesAreMadeByTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	if runtime.GOARCH != "amd64" {
		t.Skip("the last digits of intervals are promised for amd64 only")
	}
	out := filepath.Join(t.TempDir(), "miami")
	var stdout, stderr bytes.Buffer
	require.Zero(t, run([]string{"run", "../../configs/miami.yaml", "--quiet", "--out", out}, &stdout, &stderr), stderr.String())
	const samples = "../../results/samples/miami"
	kept := []string{"summary.csv"}
	charts, err := filepath.Glob(samples + "/charts/*.svg")
	require.NoError(t, err)
	require.NotEmpty(t, charts)
	for _, c := range charts {
		kept = append(kept, filepath.Join("charts", filepath.Base(c)))
	}
	for _, name := range kept {
		want, err := os.ReadFile(filepath.Join(samples, name))
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(out, name))
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), "%s: make the samples again", name)
	}
}
