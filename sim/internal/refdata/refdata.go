// Package refdata finds reference values that tests compare with. They are not
// part of the module: the environment variable SHUTTLE_DATA names their folder.
//
// It knows names of files and nothing of what is in them. For tests only.
package refdata

import (
	"os"
	"path/filepath"
	"testing"
)

// Path returns where a file of the reference values lies; its name is relative to
// the folder and slash-separated. Without folder or file the test is skipped with a
// message, or fails when the environment variable SHUTTLE_DATA_REQUIRED is 1.
func Path(t testing.TB, name string) string {
	t.Helper()
	missing := t.Skipf
	if os.Getenv("SHUTTLE_DATA_REQUIRED") == "1" {
		missing = t.Fatalf
	}
	folder := os.Getenv("SHUTTLE_DATA")
	if folder == "" {
		missing("needs the reference values: set SHUTTLE_DATA to their folder")
	}
	path := filepath.Join(folder, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		missing("needs the reference value %s: %v", name, err)
	}
	return path
}
