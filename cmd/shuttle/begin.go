package main

import (
	"os"
	"path/filepath"

	"shuttle/cmd/shuttle/internal/store"
)

// journalOf is where the runs of an unfinished sweep are kept, beside the folder that its
// result is to stand in.
func journalOf(out string) string { return filepath.Clean(out) + ".journal" }

// begin begins a result of a command that keeps no journal.
func begin(out, command string) (*store.Stage, error) {
	if err := unclaimed(out); err != nil {
		return nil, err
	}
	stage, err := store.Begin(out, command)
	if err != nil {
		return nil, badInput{err}
	}
	return stage, nil
}

// unclaimed refuses the folder of an unfinished sweep: what is written there would keep the
// sweep from ever writing its result.
func unclaimed(out string) error {
	name := journalOf(out)
	if _, err := os.Lstat(name); err != nil {
		return nil
	}
	return misuse("%s: the runs of an unfinished sweep are kept there, and its result is to stand in %s: finish that sweep with the command that began it, or remove the file, or choose another folder with --out",
		name, filepath.Clean(out))
}
