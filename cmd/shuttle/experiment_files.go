package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/document"
	"shuttle/sim/experiment"
	"shuttle/sim/measure"
	"shuttle/sim/scenario"
)

// The files that make a sweep's result say what was played.
const (
	experimentFile = "experiment.yaml"
	scenarioFile   = "scenario.yaml"
	journalFile    = "blocks.journal" // of a part, for merge
)

// experimentFiles is an experiment and the scenario it names, as they are written
// into a result.
type experimentFiles struct {
	sweep    *experiment.Sweep
	scenario []byte // with the values of --set
}

// readExperiment reads an experiment with the values of flags, and its scenario
// with those of --set.
func readExperiment(name string, set, overrides []string) (*experimentFiles, error) {
	doc, err := parseAs(anExperiment, name)
	if err != nil {
		return nil, err
	}
	if err := patch(doc, overrides); err != nil {
		return nil, err
	}
	files, err := bind(doc, func(scenario string) (*document.Document, error) {
		at := scenario
		if !filepath.IsAbs(at) {
			at = filepath.Join(filepath.Dir(name), filepath.FromSlash(scenario))
		}
		if _, err := os.Stat(at); err != nil {
			return nil, plain(at, err)
		}
		other, err := parseAs(aScenario, at)
		if err != nil {
			return nil, err
		}
		return other, patch(other, set)
	})
	if err != nil {
		return nil, err
	}
	return files, files.heeds(set)
}

// heeds reports values of --set that the experiment would undo without a word.
func (f *experimentFiles) heeds(set []string) error {
	for _, s := range set {
		path, _, _ := strings.Cut(s, "=")
		if by := f.sweep.SetBy(path); by != "" {
			return misuse("--set %s: %s sets it, so that --set would do nothing: change the experiment", s, by)
		}
	}
	return nil
}

// bind reads an experiment as a result holds it, beside its scenario, so that the
// same work has the same name wherever its files lie.
func bind(doc *document.Document, open func(string) (*document.Document, error)) (*experimentFiles, error) {
	name := doc.Clone().Root().Text("scenario")
	other, err := open(name)
	if name == "" || err != nil {
		_, err := experiment.Read(doc, open, known()) // for its faults, where the file says them
		return nil, err
	}
	beside := doc.Clone()
	if err := beside.Patch("scenario", scenarioFile); err != nil {
		return nil, err
	}
	s, err := experiment.Read(beside, func(string) (*document.Document, error) { return other, nil }, known())
	return &experimentFiles{sweep: s, scenario: other.Bytes()}, err
}

// known is what experiments may name that is ours to define.
func known() experiment.Known {
	return experiment.Known{Charts: chartNames(), Measures: func(s *scenario.Scenario) []string {
		return estimateNames(measure.Schema(partyNames(s), nil), spansOf(s))
	}}
}

// experimentOf reads the experiment that a result holds.
func experimentOf(r *store.Result) (*experimentFiles, error) {
	load := func(name string) (*document.Document, error) {
		from, err := r.Reader(name)
		if err != nil {
			return nil, badInput{err}
		}
		src, err := io.ReadAll(from)
		if err != nil {
			return nil, err
		}
		return document.Parse(filepath.ToSlash(filepath.Join(r.Dir(), name)), src)
	}
	doc, err := load(experimentFile)
	if err != nil {
		return nil, err
	}
	return bind(doc, func(string) (*document.Document, error) { return load(scenarioFile) })
}

// put writes the experiment into a result: as it was read, its scenario as it was
// given, and the scenario with every default written out.
func (f *experimentFiles) put(stage *store.Stage) error {
	var faults []error
	for _, file := range []struct {
		name string
		text []byte
	}{{experimentFile, f.sweep.Resolved}, {scenarioFile, f.scenario}, {"config.yaml", f.sweep.Base.Resolved}} {
		faults = append(faults, put(stage, file.name, func(w io.Writer) error {
			_, err := w.Write(file.text)
			return err
		}))
	}
	return errors.Join(faults...)
}
