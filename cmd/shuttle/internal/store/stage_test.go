package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// put writes a whole result whose files all tell its generation.
func put(t testing.TB, dir, command, generation string) {
	t.Helper()
	s, err := Begin(dir, command)
	require.NoError(t, err)
	create(t, s, "runs.csv", generation)
	create(t, s, "charts/outcomes.svg", generation)
	require.NoError(t, s.Commit(Manifest{Experiment: generation}))
}

func create(t testing.TB, s *Stage, name, text string) {
	t.Helper()
	w, err := s.Create(name)
	require.NoError(t, err)
	_, err = io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
}

// generation makes sure that a result is whole and of one generation, and
// returns it.
func generation(t testing.TB, dir string) string {
	t.Helper()
	r, err := Open(dir)
	require.NoError(t, err)
	defer r.Close()
	require.NoError(t, r.Verify())
	from, err := r.Reader("runs.csv")
	require.NoError(t, err)
	text, err := io.ReadAll(from)
	require.NoError(t, err)
	require.Equal(t, r.Manifest.Experiment, string(text), "manifest and files are of one generation")
	return r.Manifest.Experiment
}

func names(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	got := []string{}
	for _, e := range entries {
		got = append(got, e.Name())
	}
	return got
}

func TestCommitPutsAResultInPlace(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "results", "miami")
	s, err := Begin(dir, "run")
	require.NoError(t, err)
	create(t, s, "runs.csv", "a,b\n")
	create(t, s, "charts/outcomes.svg", "<svg/>")
	assert.NoDirExists(t, dir, "nothing shows before Commit")
	require.NoError(t, s.Commit(Manifest{Seed: 1<<64 - 1, Counts: map[string]int{"holds": 3}}))
	require.NoError(t, s.Discard(), "after Commit it does nothing")

	assert.Equal(t, []string{"charts", "manifest.json", "runs.csv"}, names(t, dir))
	assert.Equal(t, []string{"miami"}, names(t, filepath.Dir(dir)), "nothing hidden stays")
	r, err := Open(dir)
	require.NoError(t, err)
	defer r.Close()
	m := r.Manifest
	assert.Equal(t, "run", m.Command)
	assert.Equal(t, uint64(1<<64-1), m.Seed)
	assert.Equal(t, Format, m.Format)
	assert.WithinDuration(t, time.Now(), m.Created, time.Minute)
	assert.Positive(t, m.Seconds)
	assert.Equal(t, []File{{Name: "runs.csv", Size: 4, // printf 'a,b\n' | sha256sum
		SHA256: "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313"}}, m.Files,
		"charts are not held to the manifest")
}

func TestCommitReplacesAnEarlierResult(t *testing.T) {
	for name, swap := range map[string]func(a, b string) error{
		"exchange":   exchange,
		"step aside": func(_, _ string) error { return errors.ErrUnsupported },
	} {
		t.Run(name, func(t *testing.T) {
			top := t.TempDir()
			dir := filepath.Join(top, "out")
			put(t, dir, "run", "first")
			require.NoError(t, os.WriteFile(filepath.Join(dir, "report.html"), nil, 0o600))
			s, err := Begin(dir, "compare")
			require.NoError(t, err)
			s.swap = swap
			create(t, s, "runs.csv", "second")
			assert.Equal(t, "first", generation(t, dir), "the earlier stands until Commit")
			require.NoError(t, s.Commit(Manifest{Experiment: "second"}))
			assert.Equal(t, "second", generation(t, dir))
			assert.NoFileExists(t, filepath.Join(dir, "report.html"))
			assert.Equal(t, []string{"out"}, names(t, top))
		})
	}
}

func TestDiscardLeavesEverythingAsItWas(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "a", "b", "out")
	s, err := Begin(dir, "run")
	require.NoError(t, err)
	_, err = s.Create("runs.csv") // left open
	require.NoError(t, err)
	require.NoError(t, s.Discard())
	assert.Empty(t, names(t, top), "made folders go as well")
	_, err = s.Create("other.csv")
	assert.ErrorContains(t, err, "the result is closed")
	assert.ErrorContains(t, s.Commit(Manifest{}), "the result is closed")

	put(t, dir, "run", "first")
	s, err = Begin(dir, "run")
	require.NoError(t, err)
	create(t, s, "runs.csv", "second")
	require.NoError(t, s.Discard())
	assert.Equal(t, "first", generation(t, dir))
	assert.Equal(t, []string{"out"}, names(t, filepath.Dir(dir)))
}

func TestWhatComesBetweenBeginAndCommitIsKept(t *testing.T) {
	dir := t.TempDir()
	s, err := Begin(dir, "run")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o600))
	assert.ErrorContains(t, s.Commit(Manifest{}), "holds notes.txt")
	require.NoError(t, s.Discard())
	assert.Equal(t, []string{"notes.txt"}, names(t, dir))
}

func TestOneProgramAtATime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	s, err := Begin(dir, "run")
	require.NoError(t, err)
	_, err = Begin(dir, "run")
	assert.ErrorContains(t, err, "another program is writing this result")
	create(t, s, "runs.csv", "first")
	require.NoError(t, s.Commit(Manifest{Experiment: "first"}))
	assert.Equal(t, "first", generation(t, dir), "the refused did no harm")
	put(t, dir, "run", "second")
}

func TestCreateRefuses(t *testing.T) {
	s, err := Begin(filepath.Join(t.TempDir(), "out"), "run")
	require.NoError(t, err)
	defer s.Discard()
	for _, name := range []string{"", ".", "..", "../x", "/etc/x", "a/../b", "a//b", "a/", "manifest.json"} {
		_, err := s.Create(name)
		assert.ErrorContains(t, err, "cannot be the name", name)
	}
	create(t, s, "runs.csv", "")
	_, err = s.Create("runs.csv")
	assert.ErrorContains(t, err, "runs.csv: created twice")
	_, err = s.Create("runs.csv/below")
	assert.ErrorContains(t, err, "runs.csv/below: not a directory")
}

func TestCommitRefusesOpenAndFailedFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	s, err := Begin(dir, "run")
	require.NoError(t, err)
	w, err := s.Create("runs.csv")
	require.NoError(t, err)
	assert.EqualError(t, s.Commit(Manifest{}), "runs.csv: not closed")
	require.NoError(t, w.Close())
	_, err = w.Write([]byte("late"))
	assert.ErrorIs(t, err, os.ErrClosed)
	assert.ErrorContains(t, s.Commit(Manifest{}), "runs.csv: file already closed")
	require.NoError(t, s.Discard())
	assert.NoDirExists(t, dir)
}
