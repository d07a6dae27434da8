package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/document"
	"shuttle/sim/scenario"
)

// parse reads a scenario's file.
func parse(name string) (*document.Document, error) {
	src, err := os.ReadFile(name)
	if info, is := os.Stat(name); is == nil && info.IsDir() {
		config := filepath.Join(name, "config.yaml")
		if _, err := os.Stat(config); err == nil {
			return nil, misuse("%s: is a folder, not a scenario: did you mean %s?", name, config)
		}
		return nil, misuse("%s: is a folder, not a scenario", name)
	}
	if err != nil {
		return nil, badInput{plain(name, err)}
	}
	return document.Parse(name, src)
}

// plain names a file and what the system says of it, without the system's words
// for the call that failed.
func plain(name string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("%s: %w", name, err)
}

// patch applies the values of --set; all that cannot be applied are reported.
func patch(doc *document.Document, set []string) error {
	var faults document.Faults
	for _, s := range set {
		path, value, ok := strings.Cut(s, "=")
		switch {
		case !ok:
			return misuse("--set %s: want path=value, e.g. parties[A].fallback.base=0.4", s)
		case doc.Canonical(path) == "live": // what stands there decides what may be ranked and what every output says
			faults = append(faults, document.Fault{File: "--set " + s, Path: path, Problem: "is the scenario's to say, in its file: whether the conflict goes on"})
			continue
		}
		var found document.Faults
		if err := scenario.Patch(doc, path, value); errors.As(err, &found) {
			faults = append(faults, found...)
		} else if err != nil {
			return badInput{err}
		}
	}
	if len(faults) > 0 {
		return faults
	}
	return nil
}

// compile reads a scenario with the values of --set.
func compile(name string, set []string) (*scenario.Scenario, error) {
	doc, err := parse(name)
	if err != nil {
		return nil, err
	}
	if err := patch(doc, set); err != nil {
		return nil, err
	}
	return scenario.Compile(doc)
}

// open opens a result that is as it was written.
func open(dir string) (*store.Result, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, misuse("%s: is a file, not a result: a result is the folder that shuttle run writes", dir)
	}
	r, err := store.Open(dir)
	if err != nil {
		return nil, badInput{err}
	}
	if err := r.Verify(); err != nil {
		return nil, badInput{errors.Join(err, r.Close())}
	}
	return r, nil
}
