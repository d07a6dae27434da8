package main

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// swept is a small experiment in a folder of its own, with the name of its file.
func swept(t *testing.T) (home, name string) {
	t.Helper()
	home = t.TempDir()
	scenario, err := filepath.Abs("../../configs/textbook.yaml")
	require.NoError(t, err)
	name = filepath.Join(home, "e.yaml")
	require.NoError(t, os.WriteFile(name, []byte(`name: e
scenario: `+scenario+`
replicates: 200
mediators: [none, single-text]
design:
  - kind: latin-hypercube
    points: 6
    factors:
      - {name: floor, role: uncertainty, path: "parties[A].fallback.base", lo: 0.2, hi: 0.8}
`), 0o666))
	return home, name
}

// sameData wants two results to hold the same bytes, but for when they were made.
func sameData(t *testing.T, want, got string) {
	t.Helper()
	files, err := os.ReadDir(want)
	require.NoError(t, err)
	for _, f := range files {
		if f.Name() == "manifest.json" {
			continue
		}
		a, err := os.ReadFile(filepath.Join(want, f.Name()))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(got, f.Name()))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(a, b), f.Name())
	}
}

// A sweep that is killed again and again, at any instant, ends with the bytes of one
// that was left alone.
func TestKilledSweepsResume(t *testing.T) {
	if testing.Short() {
		t.Skip("kills its own processes, again and again")
	}
	if runtime.GOOS == "windows" {
		t.Skip("needs kill -9")
	}
	home, name := swept(t)
	whole := filepath.Join(home, "whole")
	began := time.Now()
	require.NoError(t, exec.Command("shuttle", "sweep", name, "--out", whole, "--quiet", "--no-charts").Run())
	length := time.Since(began)

	const wanted = 50 // kills, at instants drawn evenly over a sweep's life and a little after
	r := rand.New(rand.NewPCG(7, 7))
	kills, results := 0, 0
	for ; kills < wanted; results++ {
		out := filepath.Join(home, "killed", strconv.Itoa(results))
		for {
			cmd := exec.Command("shuttle", "sweep", name, "--out", out, "--quiet", "--no-charts", "--workers", []string{"1", "2", "5"}[r.IntN(3)])
			require.NoError(t, cmd.Start())
			stop := time.AfterFunc(time.Duration(r.Float64()*1.2*float64(length)), func() { _ = cmd.Process.Kill() })
			err := cmd.Wait()
			stop.Stop()
			if err == nil {
				break
			}
			var ended *exec.ExitError
			require.True(t, errors.As(err, &ended) && ended.ExitCode() == -1, "killed, not failed: %v", err)
			kills++
		}
		sameData(t, whole, out)
		assert.NoFileExists(t, out+".journal")
	}
	left, err := filepath.Glob(filepath.Join(home, "killed", ".*staging*"))
	require.NoError(t, err)
	assert.Empty(t, left)
	t.Logf("%d kills on the way to %d results", kills, results)
}

// A journal that was damaged is used as far as it is whole, and the sweep says so.
func TestDamagedJournalIsMended(t *testing.T) {
	if testing.Short() {
		t.Skip("the program many times over")
	}
	home, name := swept(t)
	whole, out := filepath.Join(home, "whole"), filepath.Join(home, "out")
	require.NoError(t, exec.Command("shuttle", "sweep", name, "--out", whole, "--quiet", "--no-charts", "--runs", "2000").Run())
	cmd := exec.Command("shuttle", "sweep", name, "--out", out, "--runs", "2000", "--quiet")
	require.NoError(t, cmd.Start())
	journal := out + ".journal"
	require.Eventually(t, func() bool {
		info, err := os.Stat(journal)
		return err == nil && info.Size() > 2_000_000
	}, time.Minute, time.Millisecond)
	require.NoError(t, cmd.Process.Kill())
	require.Error(t, cmd.Wait())
	text, err := os.ReadFile(journal)
	require.NoError(t, err)
	text[len(text)/2] ^= 1
	require.NoError(t, os.WriteFile(journal, text, 0o666))

	again := exec.Command("shuttle", "sweep", name, "--out", out, "--no-charts", "--runs", "2000")
	var stderr bytes.Buffer
	again.Stderr = &stderr
	require.NoError(t, again.Run())
	assert.Regexp(t, `warning: .*out\.journal: its last [0-9,]+ bytes are cut short or were changed: the runs in them are played again`, stderr.String())
	assert.Contains(t, stderr.String(), "of them played before")
	sameData(t, whole, out)
}

// Ctrl-C says what is kept and how to go on; going on gives the same bytes.
func TestInterruptedSweepResumes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted here")
	}
	home, name := swept(t)
	out := filepath.Join(home, "out")
	cmd := exec.Command("shuttle", "sweep", name, "--out", out, "--runs", "20000")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	require.NoError(t, cmd.Start())
	require.Eventually(t, func() bool {
		info, err := os.Stat(out + ".journal")
		return err == nil && info.Size() > 10_000
	}, time.Minute, time.Millisecond)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	require.Error(t, cmd.Wait())
	assert.Equal(t, exitFailed, cmd.ProcessState.ExitCode())
	assert.Contains(t, stderr.String(), "of 240,000 runs are kept in "+out+".journal; the same command continues")
	assert.NoDirExists(t, out)

	var again bytes.Buffer
	cmd = exec.Command("shuttle", "sweep", name, "--out", out, "--runs", "3", "--fresh")
	cmd.Stderr = &again
	require.NoError(t, cmd.Run())
	assert.NotContains(t, again.String(), "played before")
	assert.NoFileExists(t, out+".journal")
}
