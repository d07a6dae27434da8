package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"shuttle/sim/record"
)

// Result is a result on disk, open for reading. It keeps showing the result that
// was opened, even when another takes its place.
type Result struct {
	Manifest Manifest
	dir      string
	files    map[string]*os.File // those of the manifest
}

// Open opens the result in a folder: it reads the manifest and makes sure that
// every file it names is there in full length. [Result.Verify] looks at the
// contents as well. A result is to be closed after use.
func Open(dir string) (*Result, error) {
	for {
		root, err := os.OpenRoot(dir)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: no such folder", dir)
		}
		if err != nil {
			return nil, named(dir, err)
		}
		r, err := open(root, dir)
		if err == nil {
			return r, root.Close()
		}
		replaced := !same(root, dir)
		if err = errors.Join(err, root.Close()); !replaced {
			return nil, err
		}
		// Another result took the place while we looked at the earlier: look again.
	}
}

func open(root *os.Root, dir string) (*Result, error) {
	file, err := root.Open(manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: not a result: it has no %s", dir, manifestName)
	}
	if err != nil {
		return nil, named(dir+": "+manifestName, err)
	}
	m, err := readManifest(file)
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	r := &Result{Manifest: m, dir: dir, files: make(map[string]*os.File)}
	for _, f := range m.Files {
		if err := r.open(root, f); err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", dir, err), r.Close())
		}
	}
	return r, nil
}

func (r *Result) open(root *os.Root, f File) error {
	file, err := root.Open(f.Name)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: missing", f.Name)
	}
	if err != nil {
		return named(f.Name, err)
	}
	r.files[f.Name] = file
	info, err := file.Stat()
	if err != nil {
		return named(f.Name, err)
	}
	if info.Size() < f.Size {
		return fmt.Errorf("%s: truncated: %d bytes, written were %d", f.Name, info.Size(), f.Size)
	}
	if info.Size() > f.Size {
		return fmt.Errorf("%s: changed: %d bytes, written were %d", f.Name, info.Size(), f.Size)
	}
	return nil
}

// Stands tells whether a result stands in the folder: whole or not, of this program
// or a newer one.
func Stands(dir string) bool {
	text, err := os.ReadFile(filepath.Join(dir, manifestName))
	var m Manifest
	return err == nil && json.Unmarshal(text, &m) == nil && m.Marker == marker
}

// Dir returns the folder as it was given to Open.
func (r *Result) Dir() string { return r.dir }

// Reader returns a reader of a file of the result from its beginning; several
// may be in use at once.
func (r *Result) Reader(name string) (*io.SectionReader, error) {
	for _, f := range r.Manifest.Files {
		if f.Name == name {
			return io.NewSectionReader(r.files[name], 0, f.Size), nil
		}
	}
	return nil, fmt.Errorf("%s: the result has no %s", r.dir, name)
}

// Verify reads every file and reports all that are not as they were written.
func (r *Result) Verify() error {
	var faults []error
	for _, f := range r.Manifest.Files {
		sum := sha256.New()
		if _, err := io.Copy(sum, io.NewSectionReader(r.files[f.Name], 0, f.Size)); err != nil {
			faults = append(faults, named(r.dir+": "+f.Name, err))
		} else if hex.EncodeToString(sum.Sum(nil)) != f.SHA256 {
			faults = append(faults, fmt.Errorf("%s: %s: changed since it was written", r.dir, f.Name))
		}
	}
	return errors.Join(faults...)
}

// Close closes the files.
func (r *Result) Close() error {
	var faults []error
	for _, f := range r.files {
		faults = append(faults, f.Close())
	}
	return errors.Join(faults...)
}

// Case reads case.json.
func (r *Result) Case() (record.Case, error) { return read(r, "case.json", record.ReadCase) }

// Rounds reads rounds.csv.
func (r *Result) Rounds() ([]record.RoundRow, error) { return read(r, "rounds.csv", record.ReadRounds) }

// Clauses reads clauses.csv.
func (r *Result) Clauses() ([]record.ClauseRow, error) {
	return read(r, "clauses.csv", record.ReadClauses)
}

// Summary reads summary.csv.
func (r *Result) Summary() ([]record.SummaryRow, error) {
	return read(r, "summary.csv", record.ReadSummary)
}

// Comparison reads comparison.csv.
func (r *Result) Comparison() ([]record.ComparisonRow, error) {
	return read(r, "comparison.csv", record.ReadComparison)
}

// Halves reads halves.csv.
func (r *Result) Halves() ([]record.HalfRow, error) { return read(r, "halves.csv", record.ReadHalves) }

// Points reads points.csv.
func (r *Result) Points() ([]record.PointRow, error) { return read(r, "points.csv", record.ReadPoints) }

// Robust reads robust.csv.
func (r *Result) Robust() ([]record.RobustRow, error) {
	return read(r, "robust.csv", record.ReadRobust)
}

// Regret reads regret.csv.
func (r *Result) Regret() ([]record.RegretRow, error) {
	return read(r, "regret.csv", record.ReadRegret)
}

func read[T any](r *Result, name string, decode func(io.Reader) (T, error)) (T, error) {
	from, err := r.Reader(name)
	if err != nil {
		var none T
		return none, err
	}
	t, err := decode(from)
	if err != nil {
		err = fmt.Errorf("%s: %s: %w", r.dir, name, err)
	}
	return t, err
}

// same tells whether the folder of that name is still the one that was opened.
func same(root *os.Root, dir string) bool {
	opened, err := root.Stat(".")
	if err != nil {
		return false
	}
	now, err := os.Stat(dir)
	return err != nil || os.SameFile(opened, now)
}
