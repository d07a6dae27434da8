package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	stagingMark = "staging-" // a result in the making, or an earlier one being removed
	retiredMark = "retired"  // an earlier result, stepped aside where folders cannot be exchanged
)

// place is where a result stands or is to stand.
type place struct {
	given  string // as the user wrote it
	dir    string // absolute, links followed
	parent string
}

// makeParents makes the folders above dir and returns those it made.
func makeParents(dir string) (made []string, err error) {
	at, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for at = filepath.Dir(at); ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append(made, at)
	}
	slices.Reverse(made)
	for i, at := range made {
		if err := os.Mkdir(at, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return made[:i], fmt.Errorf("%s: %w", dir, err)
		}
	}
	return made, nil
}

// resolve follows links: a result may stand behind one, and stays there.
func resolve(dir string) (place, error) {
	at, err := filepath.Abs(dir)
	if err != nil {
		return place{}, err
	}
	parent, err := filepath.EvalSymlinks(filepath.Dir(at))
	if err != nil {
		return place{}, named(dir, err)
	}
	if at == filepath.Dir(at) {
		return place{}, fmt.Errorf("%s: a result cannot stand at the root of a file system", dir)
	}
	at = filepath.Join(parent, filepath.Base(at))
	if info, err := os.Lstat(at); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if at, err = filepath.EvalSymlinks(at); err != nil {
			return place{}, named(dir+": a link that leads nowhere", err)
		}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return place{}, named(dir, err)
	}
	return place{given: dir, dir: at, parent: filepath.Dir(at)}, nil
}

// beside returns the path of a hidden neighbour of the result.
func (p place) beside(mark string) string {
	return filepath.Join(p.parent, "."+filepath.Base(p.dir)+"."+mark)
}

// clean removes what killed programs left, having put back an earlier result
// that one of them had set aside. The caller holds the lock, so that none of it
// is anyone's.
func (p place) clean() error {
	retired := p.beside(retiredMark)
	if _, err := os.Lstat(p.dir); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(retired, p.dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	entries, err := os.ReadDir(p.parent)
	if err != nil {
		return err
	}
	prefix := filepath.Base(p.beside(stagingMark))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) || e.Name() == filepath.Base(retired) {
			if err := os.RemoveAll(filepath.Join(p.parent, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// put exchanges the staged folder with what stands in the place, or moves it
// there when nothing does. Afterwards the staged path holds the earlier result,
// if there was one.
func (p place) put(staged string, swap func(a, b string) error) error {
	info, err := os.Lstat(p.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return os.Rename(staged, p.dir)
	}
	if err != nil {
		return err
	}
	if err := os.Chmod(staged, info.Mode().Perm()); err != nil {
		return err
	}
	if err := swap(staged, p.dir); err == nil || !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return stepAside(staged, p.dir, p.beside(retiredMark))
}

// stepAside exchanges two folders where the file system has no single step for
// it. Between the first and the second rename nothing stands at dir; a program
// killed there is made good by clean.
func stepAside(staged, dir, retired string) error {
	if err := os.Rename(dir, retired); err != nil {
		return err
	}
	if err := os.Rename(staged, dir); err != nil {
		return errors.Join(err, os.Rename(retired, dir))
	}
	return os.Rename(retired, staged)
}
