package store

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEmptyFolderIsFine(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Chmod(dir, 0o750))
	put(t, dir, "run", "first")
	assert.Equal(t, "first", generation(t, dir))
	info, err := os.Stat(dir)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o750), info.Mode().Perm(), "its mode stays")
}

func TestFoldersOfOthersAreRefused(t *testing.T) {
	write := func(name, text string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			at := filepath.Join(dir, name)
			require.NoError(t, os.MkdirAll(filepath.Dir(at), 0o700))
			require.NoError(t, os.WriteFile(at, []byte(text), 0o600))
		}
	}
	earlier := func(t *testing.T, dir string) { put(t, dir, "run", "first") }
	for name, c := range map[string]struct {
		make []func(*testing.T, string)
		want string
	}{
		"a thesis":        {[]func(*testing.T, string){write("thesis.tex", "x")}, "holds thesis.tex and is not an earlier result"},
		"other manifest":  {[]func(*testing.T, string){write("manifest.json", `{"name": "web app"}`)}, "not of a result of shuttle"},
		"broken manifest": {[]func(*testing.T, string){write("manifest.json", `{"marker": `)}, "manifest.json: truncated"},
		"newer result": {[]func(*testing.T, string){write("manifest.json", `{"marker": "shuttle result", "format": 2, "version": "9.0"}`)},
			"format 2, written by shuttle 9.0; this program reads up to 1"},
		"notes among it":          {[]func(*testing.T, string){earlier, write("notes.txt", "x")}, "holds an earlier result and notes.txt"},
		"notes among the charts":  {[]func(*testing.T, string){earlier, write("charts/my-notes.svg", "x")}, "holds an earlier result and charts/my-notes.svg"},
		"a chart of another size": {[]func(*testing.T, string){earlier, write("charts/outcomes-poster.svg", "x")}, "holds an earlier result and charts/outcomes-poster.svg"},
		"a chart of another kind": {[]func(*testing.T, string){earlier, write("charts/outcomes.pdf", "x")}, "holds an earlier result and charts/outcomes.pdf"},
		"folder among the charts": {[]func(*testing.T, string){earlier, write("charts/agreement.svg/notes", "x")}, "holds an earlier result and charts/agreement.svg/notes"},
		"folder among it":         {[]func(*testing.T, string){earlier, write("old/runs.csv", "x")}, "holds an earlier result and old"},
		"sweep":                   {[]func(*testing.T, string){func(t *testing.T, dir string) { put(t, dir, "sweep", "first") }}, `holds a result of "sweep", which "run" does not replace`},
		"link in its name": {[]func(*testing.T, string){earlier, func(t *testing.T, dir string) {
			require.NoError(t, os.Remove(filepath.Join(dir, "runs.csv")))
			require.NoError(t, os.Symlink("/etc/hostname", filepath.Join(dir, "runs.csv")))
		}}, "holds an earlier result and runs.csv"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "out")
			for _, step := range c.make {
				step(t, dir)
			}
			before := tree(t, filepath.Dir(dir))
			_, err := Begin(dir, "run")
			assert.ErrorContains(t, err, c.want)
			assert.ErrorContains(t, err, dir)
			assert.Equal(t, before, tree(t, filepath.Dir(dir)), "untouched")
		})
	}
}

// tree returns every path below a folder with its content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(at string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			text, err := os.ReadFile(at)
			got[at] = string(text)
			return err
		}
		got[at] = e.Type().String()
		return err
	}))
	return got
}

func TestPlacesThatCannotHoldAResult(t *testing.T) {
	top := t.TempDir()
	file := filepath.Join(top, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	require.NoError(t, os.Symlink(filepath.Join(top, "gone"), filepath.Join(top, "link")))
	for dir, want := range map[string]string{
		file:                         "is a file, not a folder",
		filepath.Join(file, "out"):   "not a directory",
		filepath.Join(file, "a/b/c"): "not a directory",
		filepath.Join(top, "link"):   "a link that leads nowhere",
		"/":                          "cannot stand at the root",
	} {
		_, err := Begin(dir, "run")
		assert.ErrorContains(t, err, want, dir)
		assert.ErrorContains(t, err, dir)
	}
	assert.ElementsMatch(t, []string{"file", "link"}, names(t, top))
}

func TestUnwritableParent(t *testing.T) {
	if os.Getuid() == 0 {
		if _, err := os.Stat("/proc/self"); err != nil {
			t.Skip("nothing is unwritable for this user")
		}
		_, err := Begin("/proc/out", "run")
		assert.ErrorContains(t, err, "/proc/out")
		return
	}
	parent := t.TempDir()
	require.NoError(t, os.Chmod(parent, 0o500))
	_, err := Begin(filepath.Join(parent, "out"), "run")
	assert.ErrorIs(t, err, os.ErrPermission)
}

func TestResultBehindALink(t *testing.T) {
	top, elsewhere := t.TempDir(), t.TempDir()
	real, link := filepath.Join(elsewhere, "real"), filepath.Join(top, "link")
	require.NoError(t, os.Mkdir(real, 0o700))
	require.NoError(t, os.Symlink(real, link))
	put(t, link, "run", "first")
	put(t, link, "run", "second")
	assert.Equal(t, "second", generation(t, real))
	assert.Equal(t, []string{"link"}, names(t, top))
	assert.Equal(t, []string{"real"}, names(t, elsewhere))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink, "the link stays a link")
}

func TestLeftoversAreRemovedUnlessInUse(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "out")
	put(t, dir, "run", "first")
	for _, left := range []string{".out.staging-1", ".out.retired", ".outer.staging-1"} {
		require.NoError(t, os.MkdirAll(filepath.Join(top, left, "charts"), 0o700))
	}
	put(t, dir, "run", "second")
	assert.Equal(t, "second", generation(t, dir))
	assert.Equal(t, []string{".outer.staging-1", "out"}, names(t, top), "those of other results stay")
}

func TestResultSetAsideByAKilledProgramComesBack(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "out")
	put(t, dir, "run", "first")
	require.NoError(t, os.Rename(dir, filepath.Join(top, ".out.retired")))
	s, err := Begin(dir, "run")
	require.NoError(t, err)
	require.NoError(t, s.Discard())
	assert.Equal(t, "first", generation(t, dir))
}
