package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"shuttle/sim/report"
)

// replaceable reports why what stands in the place may not be replaced by a
// result of the command: it is no folder, no result, a result of something
// else, or a result with other files among its own.
func (p place) replaceable(command string) error {
	info, err := os.Lstat(p.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", p.given, err)
	}
	if !info.IsDir() {
		return fmt.Errorf("%s: is a file, not a folder", p.given)
	}
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return fmt.Errorf("%s: %w", p.given, err)
	}
	if len(entries) == 0 {
		return nil
	}
	file, err := os.Open(filepath.Join(p.dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return p.refuse("holds %s and is not an earlier result", entries[0].Name())
	}
	if err != nil {
		return fmt.Errorf("%s: %w", p.given, err)
	}
	defer file.Close()
	m, err := readManifest(file)
	if err != nil {
		return p.refuse("is not an earlier result this program knows: %v", err)
	}
	if !succeeds(command, m.Command) {
		return p.refuse("holds a result of %q, which %q does not replace", m.Command, command)
	}
	other, err := stranger(p.dir, m)
	if err != nil {
		return fmt.Errorf("%s: %w", p.given, err)
	}
	if other != "" {
		return p.refuse("holds an earlier result and %s, which is not part of it", other)
	}
	return nil
}

func (p place) refuse(why string, about ...any) error {
	return fmt.Errorf("%s: %s; nothing was changed: choose another folder or empty this one",
		p.given, fmt.Sprintf(why, about...))
}

// succeeds tells whether a result of one command may replace one of another.
func succeeds(command, earlier string) bool {
	single := func(c string) bool { return c == "run" || c == "compare" }
	return command == earlier || single(command) && single(earlier)
}

// stranger returns a file of the folder that no program of ours put there, "" if
// there is none.
func stranger(dir string, m Manifest) (string, error) {
	ours := map[string]bool{".": true, manifestName: true, chartFolder: true}
	for _, f := range m.Files {
		for at := path.Clean(f.Name); !ours[at]; at = path.Dir(at) {
			ours[at] = true
		}
	}
	other := ""
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		known := ours[name] || drawn(name)
		if err == nil && (!known || !e.IsDir() && !e.Type().IsRegular()) {
			other = name
			return fs.SkipAll
		}
		return err
	})
	return other, err
}

// drawn tells whether a file of a result is one that this program draws: a report, or
// a chart of a known name, size and ending, or what a killed program left of one.
func drawn(name string) bool {
	folder, file := path.Split(name)
	if half, hidden := strings.CutPrefix(file, "."); hidden {
		file = half[:max(0, strings.LastIndex(half, "."))]
	}
	switch folder {
	case "":
		return file == ReportName || file == PrintedName
	case chartFolder + "/":
	default:
		return false
	}
	for _, chart := range report.Charts() {
		for _, size := range report.Sizes() {
			for _, ending := range report.Endings() {
				if file == chart.File(size)+ending {
					return true
				}
			}
		}
	}
	return false
}
