package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// BenchmarkSweep sweeps the textbook case, twenty points under two mediators, in a
// process of its own, and prints runs a second, processor time a run, the most memory
// that the process ever held, and how many times as fast two workers are as one:
//
//	go test ./cmd/shuttle -run '^$' -bench Sweep -benchtime 1x
func BenchmarkSweep(b *testing.B) {
	for _, runs := range []int{10_000, 100_000, 1_000_000} {
		alone := 0.
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("runs=%d/workers=%d", runs, workers), func(b *testing.B) {
				rate := benchmarkSweep(b, runs, workers)
				if workers == 1 {
					alone = rate
				} else if alone > 0 {
					b.ReportMetric(rate/alone, "times-one-worker")
				}
			})
		}
	}
}

// benchmarkSweep returns the runs a second.
func benchmarkSweep(b *testing.B, runs, workers int) (rate float64) {
	const points, mediators = 20, 2
	home := b.TempDir()
	scenario, err := filepath.Abs("../../configs/textbook.yaml")
	require.NoError(b, err)
	name := filepath.Join(home, "e.yaml")
	require.NoError(b, os.WriteFile(name, fmt.Appendf(nil, `name: e
scenario: %s
replicates: %d
mediators: [none, single-text]
design:
  - kind: latin-hypercube
    points: %d
    factors: [{name: floor, role: uncertainty, path: "parties[A].fallback.base", lo: 0.2, hi: 0.8}]
`, scenario, runs/points/mediators, points), 0o666))
	for b.Loop() {
		cmd := exec.Command("shuttle", "sweep", name, "--fresh", "--quiet", "--out", filepath.Join(home, "out"), "--workers", fmt.Sprint(workers))
		began := time.Now()
		said, err := cmd.Output()
		require.NoError(b, err, string(said))
		took := time.Since(began).Seconds()
		busy := (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
		rate = float64(runs) / took
		b.ReportMetric(rate, "runs/s")
		b.ReportMetric(1e6*busy/float64(runs), "cpu-us/run")
		if peak, ok := peakMemory(cmd.ProcessState); ok {
			b.ReportMetric(float64(peak)/1e6, "peak-MB")
		}
	}
	return rate
}
