package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"
)

// Format is the version of the layout of a result that this program writes, and
// the newest that it reads.
const Format = 1

const (
	manifestName = "manifest.json"
	marker       = "shuttle result" // tells a result from any other folder with a manifest.json
	chartFolder  = "charts"
)

// The names of a result's report, as a page and on paper.
const (
	ReportName  = "report.html"
	PrintedName = "report.pdf"
)

// Manifest is manifest.json: what a result is and how it came to be. It is the
// only file of a result with time in it.
type Manifest struct {
	Marker     string         `json:"marker"`                   // filled in by Commit
	Format     int            `json:"format"`                   // filled in by Commit
	Version    string         `json:"version"`                  // of the program
	Revision   string         `json:"revision"`                 // of its source
	Program    string         `json:"program_sha256,omitempty"` // of the program, where the revision does not say what it is
	Command    string         `json:"command"`                  // filled in by Commit: as given to Begin
	Experiment string         `json:"experiment"`               // name of the document
	ConfigHash string         `json:"config_sha256"`            // of the resolved configuration, in hex
	Seed       uint64         `json:"master_seed"`              // every stream of every run derives from it
	Runs       int            `json:"runs"`                     // rows of runs.csv
	Mediators  []string       `json:"mediators"`                // in the order compared
	Counts     map[string]int `json:"counts"`                   // runs by outcome
	Faults     int            `json:"faults"`                   // runs that ended with a fault
	Warnings   []string       `json:"warnings"`                 // to be printed beside every number
	Created    time.Time      `json:"created"`                  // filled in by Commit when zero: when Begin was called
	Seconds    float64        `json:"duration_seconds"`         // filled in by Commit when 0: since Begin
	Files      []File         `json:"files"`                    // filled in by Commit, by name
}

// File is a file of a result as it was written.
type File struct {
	Name   string `json:"name"` // slash-separated, within the folder
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// derived tells whether a file can be drawn again from the others: it is
// not held to the manifest.
func derived(name string) bool {
	return name == ReportName || name == PrintedName || strings.HasPrefix(path.Clean(name), chartFolder+"/")
}

func readManifest(r io.Reader) (Manifest, error) {
	var m Manifest
	if err := json.NewDecoder(r).Decode(&m); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return Manifest{}, fmt.Errorf("%s: truncated", manifestName)
		}
		return Manifest{}, fmt.Errorf("%s: %w", manifestName, err)
	}
	if m.Marker != marker {
		return Manifest{}, fmt.Errorf("%s: not of a result of shuttle", manifestName)
	}
	if m.Format < 1 || m.Format > Format {
		return Manifest{}, fmt.Errorf("%s: format %d, written by shuttle %s; this program reads up to %d",
			manifestName, m.Format, m.Version, Format)
	}
	return m, nil
}
