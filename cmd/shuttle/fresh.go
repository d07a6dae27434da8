package main

import (
	"os"
	"path/filepath"
)

// freshFiles are the files and folders that did not stand before something was written.
type freshFiles struct {
	before  map[string]bool // files of the folder
	files   []string
	folders []string // innermost first
}

// watchFolder notes what stands in a folder before it is written to.
func watchFolder(folder string) *freshFiles {
	f := &freshFiles{before: map[string]bool{}}
	entries, _ := os.ReadDir(folder) // of none that can be read nothing is known, as of none at all
	for _, e := range entries {
		f.before[e.Name()] = true
	}
	for at := filepath.Clean(folder); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); err == nil || at == filepath.Dir(at) {
			return f
		}
		f.folders = append(f.folders, at)
	}
}

// add notes a file that was written.
func (f *freshFiles) add(name string) error {
	if !f.before[filepath.Base(name)] {
		f.files = append(f.files, name)
	}
	return nil
}

// takeBack removes what is new, but for folders that others have put something in.
func (f *freshFiles) takeBack() {
	for _, name := range append(f.files, f.folders...) {
		_ = os.Remove(name) // it is the first error that counts
	}
}
