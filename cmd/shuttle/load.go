package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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

// kind is what a file is to be read as.
type kind struct {
	name  string   // with its article
	own   []string // keys of the document that only this kind has
	plays string   // the command that plays it
}

var (
	aScenario    = kind{"a scenario", []string{"parties", "issues"}, "shuttle run"}
	anExperiment = kind{"an experiment", []string{"design", "scenario"}, "shuttle sweep"}
)

// of tells whether the document has keys of this kind.
func (k kind) of(doc *document.Document) bool {
	root := doc.Clone().Root() // so that nothing counts as asked for
	return slices.ContainsFunc(k.own, root.Has)
}

// parseAs reads a file that is to be of one kind, and says so of one that is of another:
// all its keys would be unknown.
func parseAs(want kind, name string) (*document.Document, error) {
	doc, err := parse(name)
	if err != nil {
		return nil, err
	}
	for _, other := range []kind{aScenario, anExperiment} {
		if other.name != want.name && other.of(doc) && !want.of(doc) {
			return nil, misuse("%s: is %s, not %s: %s %s plays it", name, other.name, want.name, other.plays, name)
		}
	}
	return doc, nil
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
	doc, err := parseAs(aScenario, name)
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
