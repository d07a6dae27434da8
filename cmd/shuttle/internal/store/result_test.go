package store

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func TestOpenFaults(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*testing.T, string)
		want  string
	}{
		"no folder":   {func(t *testing.T, dir string) { require.NoError(t, os.RemoveAll(dir)) }, "no such folder"},
		"no manifest": {func(t *testing.T, dir string) { require.NoError(t, os.Remove(filepath.Join(dir, "manifest.json"))) }, "not a result: it has no manifest.json"},
		"cut manifest": {func(t *testing.T, dir string) {
			require.NoError(t, os.Truncate(filepath.Join(dir, "manifest.json"), 20))
		},
			"manifest.json: truncated"},
		"newer": {func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "manifest.json"), []byte(`{"marker": "shuttle result", "format": 7, "version": "3.1"}`), 0o600))
		}, "format 7, written by shuttle 3.1; this program reads up to 1"},
		"missing file": {func(t *testing.T, dir string) { require.NoError(t, os.Remove(filepath.Join(dir, "runs.csv"))) }, "runs.csv: missing"},
		"cut file":     {func(t *testing.T, dir string) { require.NoError(t, os.Truncate(filepath.Join(dir, "runs.csv"), 2)) }, "runs.csv: truncated: 2 bytes, written were 5"},
		"longer file":  {func(t *testing.T, dir string) { require.NoError(t, os.Truncate(filepath.Join(dir, "runs.csv"), 9)) }, "runs.csv: changed: 9 bytes, written were 5"},
		"link outside": {func(t *testing.T, dir string) {
			require.NoError(t, os.Remove(filepath.Join(dir, "runs.csv")))
			require.NoError(t, os.Symlink("/etc/hostname", filepath.Join(dir, "runs.csv")))
		}, "runs.csv: "},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "out")
			put(t, dir, "run", "first")
			c.spoil(t, dir)
			_, err := Open(dir)
			assert.ErrorContains(t, err, dir)
			assert.ErrorContains(t, err, c.want)
		})
	}
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := Open(file)
	assert.ErrorContains(t, err, file+": not a directory")
}

func TestVerifySeesWhatOpenCannot(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	put(t, dir, "run", "first")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "charts", "outcomes.svg"), []byte("redrawn"), 0o600))
	assert.Equal(t, "first", generation(t, dir), "a chart may be drawn again")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "runs.csv"), []byte("other"), 0o600))
	r, err := Open(dir)
	require.NoError(t, err)
	defer r.Close()
	assert.EqualError(t, r.Verify(), dir+": runs.csv: changed since it was written")
}

func TestAnOpenResultStaysWhatItWas(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	put(t, dir, "run", "first")
	r, err := Open(dir)
	require.NoError(t, err)
	put(t, dir, "run", "second")
	from, err := r.Reader("runs.csv")
	require.NoError(t, err)
	text, err := io.ReadAll(from)
	require.NoError(t, err)
	assert.Equal(t, "first", string(text))
	require.NoError(t, r.Verify())
	require.NoError(t, r.Close())
	assert.Equal(t, dir, r.Dir())
}

func TestTablesOfAResult(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	rounds := []record.RoundRow{{Mediator: "none", Round: 1, Series: "outcomes", Replicate: record.AllRuns, N: 1, Mean: .5}}
	clauses := []record.ClauseRow{{Mediator: "none", Draft: 1, Clause: "zone", Party: "A", Objections: 1, N: 1}}
	summary := []record.SummaryRow{{Mediator: "none", Measure: "day", N: 1, Estimate: 3, Method: "bca"}}
	s, err := Begin(dir, "run")
	require.NoError(t, err)
	defer s.Discard()
	for name, write := range map[string]func(io.Writer) error{
		"case.json":   func(w io.Writer) error { return record.WriteCase(w, record.Case{Name: "textbook"}) },
		"rounds.csv":  func(w io.Writer) error { return record.WriteRounds(w, rounds) },
		"clauses.csv": func(w io.Writer) error { return record.WriteClauses(w, clauses) },
		"summary.csv": func(w io.Writer) error { return record.WriteSummary(w, summary) },
	} {
		w, err := s.Create(name)
		require.NoError(t, err)
		require.NoError(t, write(w))
		require.NoError(t, w.Close())
	}
	require.NoError(t, s.Commit(Manifest{}))

	r, err := Open(dir)
	require.NoError(t, err)
	defer r.Close()
	c, err := r.Case()
	require.NoError(t, err)
	assert.Equal(t, "textbook", c.Name)
	gotRounds, err := r.Rounds()
	require.NoError(t, err)
	assert.Equal(t, rounds, gotRounds)
	gotClauses, err := r.Clauses()
	require.NoError(t, err)
	assert.Equal(t, clauses, gotClauses)
	gotSummary, err := r.Summary()
	require.NoError(t, err)
	assert.Equal(t, summary, gotSummary)
	_, err = r.Reader("comparison.csv")
	assert.EqualError(t, err, dir+": the result has no comparison.csv")

	bad := filepath.Join(t.TempDir(), "bad")
	s, err = Begin(bad, "run")
	require.NoError(t, err)
	create(t, s, "case.json", "{")
	require.NoError(t, s.Commit(Manifest{}))
	r, err = Open(bad)
	require.NoError(t, err)
	defer r.Close()
	_, err = r.Case()
	assert.EqualError(t, err, bad+": case.json: truncated")
	_, err = r.Rounds()
	assert.ErrorContains(t, err, "no rounds.csv")
}
