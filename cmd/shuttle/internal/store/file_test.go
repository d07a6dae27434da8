package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("needs a device that is always full")
	}
	f := newFile("runs.parquet", full)
	_, err = io.WriteString(f, strings.Repeat("x", 200_000))
	assert.ErrorContains(t, err, "runs.parquet: no space left on device")
	assert.Equal(t, err, f.Close(), "the first failure stays")
	assert.Equal(t, err, f.finished())

	full, err = os.OpenFile("/dev/full", os.O_WRONLY, 0)
	require.NoError(t, err)
	late := newFile("case.json", full)
	_, err = io.WriteString(late, "few bytes wait for Close")
	require.NoError(t, err)
	assert.EqualError(t, late.Close(), "case.json: no space left on device")
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.html")
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	require.NoError(t, WriteFile(name, text("first")))
	require.NoError(t, os.Chmod(name, 0o600))
	require.NoError(t, WriteFile(name, text("second")))
	broken := errors.New("broken")
	err := WriteFile(name, func(w io.Writer) error { fmt.Fprint(w, "third"); return broken })
	assert.ErrorIs(t, err, broken)
	got, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "second", string(got))
	info, err := os.Stat(name)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	assert.Equal(t, []string{"report.html"}, names(t, dir))
	assert.ErrorContains(t, WriteFile(filepath.Join(dir, "no", "x"), text("")), "no/x: no such file or directory")
	assert.ErrorContains(t, WriteFile(dir, text("")), dir+": ")
}
