package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// childDir names the folder into which a copy of this test program writes one
// result after the other until it is killed; childSteps makes it do without the
// exchange of folders.
const (
	childDir   = "SHUTTLE_TEST_STORE_DIR"
	childSteps = "SHUTTLE_TEST_STORE_STEPS"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		if err := writeForever(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForever puts results in place, each of another generation, and prints a
// line for each.
func writeForever(dir string) error {
	for i := 1; ; i++ {
		s, err := Begin(dir, "run")
		if err != nil {
			return err
		}
		if os.Getenv(childSteps) != "" {
			s.swap = func(_, _ string) error { return errors.ErrUnsupported }
		}
		generation := strings.Repeat(strconv.Itoa(i)+" ", 20_000)
		w, err := s.Create("runs.csv")
		if err != nil {
			return err
		}
		for rest := generation; rest != ""; rest = rest[min(len(rest), 1000):] {
			if _, err := w.Write([]byte(rest[:min(len(rest), 1000)])); err != nil {
				return err
			}
		}
		if err := w.Close(); err != nil {
			return err
		}
		if err := s.Commit(Manifest{Experiment: generation}); err != nil {
			return err
		}
		fmt.Println(i)
	}
}

// startWriter starts the copy and returns once it has put its first result in
// place.
func startWriter(t *testing.T, dir string, environment ...string) *exec.Cmd {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(append(os.Environ(), childDir+"="+dir), environment...)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, child.Start())
	lines := bufio.NewScanner(out)
	require.True(t, lines.Scan(), "the copy wrote no result")
	go func() {
		for lines.Scan() { // keeps the pipe from filling up
		}
	}()
	return child
}

func kill(t *testing.T, child *exec.Cmd) {
	t.Helper()
	require.NoError(t, child.Process.Kill())
	_ = child.Wait() // killed: always an error
}

func TestKilledWriterLeavesAWholeResult(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	leftovers := 0
	for range 20 {
		child := startWriter(t, dir)
		time.Sleep(rand.N(8 * time.Millisecond))
		kill(t, child)
		generation(t, dir) // whole, and of one generation
		if len(names(t, filepath.Dir(dir))) > 1 {
			leftovers++
		}
	}
	assert.Positive(t, leftovers, "some were killed in the middle")
	s, err := Begin(dir, "run")
	require.NoError(t, err, "a killed program holds no lock")
	require.NoError(t, s.Discard())
	assert.Equal(t, []string{"out"}, names(t, filepath.Dir(dir)), "leftovers are removed")
	generation(t, dir)
}

func TestKilledWriterWithoutExchangeIsMadeGood(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	for range 10 {
		child := startWriter(t, dir, childSteps+"=1")
		time.Sleep(rand.N(8 * time.Millisecond))
		kill(t, child)
		s, err := Begin(dir, "run")
		require.NoError(t, err)
		require.NoError(t, s.Discard())
		generation(t, dir)
	}
}

func TestReaderSeesOneWholeResultAtEveryInstant(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	child := startWriter(t, dir)
	defer kill(t, child)
	seen := map[string]bool{}
	for end := time.Now().Add(time.Second); time.Now().Before(end); {
		seen[generation(t, dir)] = true
	}
	assert.Greater(t, len(seen), 1, "results came and went meanwhile")
}

func TestAnotherProgramIsToldToWait(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	s, err := Begin(dir, "run")
	require.NoError(t, err)
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), childDir+"="+dir)
	said, err := child.CombinedOutput()
	assert.Error(t, err)
	assert.Equal(t, dir+": another program is writing this result: wait for it or choose another folder\n", string(said))
	create(t, s, "runs.csv", "mine")
	require.NoError(t, s.Commit(Manifest{Experiment: "mine"}))
	assert.Equal(t, "mine", generation(t, dir))
}
