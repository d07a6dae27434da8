package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Stage is a result in the making. Files may be created and written by several
// goroutines.
type Stage struct {
	place   place
	command string
	begun   time.Time
	hidden  string // where the files gather
	lock    *lock
	made    []string // folders above the result that did not exist, outermost first

	mu    sync.Mutex
	files map[string]*stagedFile
	done  bool
	swap  func(a, b string) error // exchanges two folders
}

// Begin starts a result of a command ("run", "compare" …) that is to stand in
// the folder dir, which need not exist, and locks it against other programs.
//
// A folder that exists must be empty or hold an earlier result: of the same
// command, or for run and compare of either. Anything else is refused and left
// untouched, as is a folder another program is writing. What a killed program
// left beside it is removed.
func Begin(dir, command string) (*Stage, error) {
	s := &Stage{command: command, begun: time.Now(), files: make(map[string]*stagedFile), swap: exchange}
	if err := s.begin(dir); err != nil {
		s.Discard()
		return nil, err
	}
	return s, nil
}

func (s *Stage) begin(dir string) (err error) {
	if s.made, err = makeParents(dir); err != nil {
		return err
	}
	if s.place, err = resolve(dir); err != nil {
		return err
	}
	if s.lock, err = acquire(s.place.beside("lock")); errors.Is(err, errBusy) {
		return fmt.Errorf("%s: another program is writing this result: wait for it or choose another folder", dir)
	} else if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	if err := s.place.clean(); err != nil {
		return err
	}
	if err := s.place.replaceable(s.command); err != nil {
		return err
	}
	s.hidden = s.place.beside(fmt.Sprintf("%s%d", stagingMark, os.Getpid()))
	if err := os.Mkdir(s.hidden, 0o777); err != nil {
		s.hidden = ""
		return fmt.Errorf("%s: %w", dir, err)
	}
	return nil
}

// Create opens a new file of the result for writing. Its name is slash-separated
// and stays within the folder; each can be created once, and manifest.json is
// Commit's. Errors of writing and closing name the file. Close makes sure that
// the bytes are on the disk.
func (s *Stage) Create(name string) (io.WriteCloser, error) {
	if !filepath.IsLocal(name) || path.Clean(name) != name || name == "." || name == manifestName {
		return nil, fmt.Errorf("%q cannot be the name of a file of a result", name)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return nil, fmt.Errorf("%s: the result is closed", name)
	}
	if s.files[name] != nil {
		return nil, fmt.Errorf("%s: created twice", name)
	}
	f, err := createFile(s.hidden, name)
	if err != nil {
		return nil, err
	}
	s.files[name] = f
	return f, nil
}

// Commit completes the manifest, writes it, and puts the result in place in one
// step, removing the earlier one. It refuses while a file is open or when one
// failed; then, and after any other error, the folder is as it was, and Discard
// is to be called. Where only the removal of the earlier result fails, the new
// one stands, and what is left goes with the next Begin.
func (s *Stage) Commit(m Manifest) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return errors.New("the result is closed")
	}
	if err := s.complete(&m); err != nil {
		return err
	}
	if err := s.writeManifest(m); err != nil {
		return err
	}
	if err := syncTree(s.hidden); err != nil {
		return err
	}
	if err := s.place.replaceable(s.command); err != nil {
		return err // something came in the meantime
	}
	if err := s.place.put(s.hidden, s.swap); err != nil {
		return err
	}
	s.done = true
	return errors.Join(syncFolder(s.place.parent), os.RemoveAll(s.hidden), s.lock.release())
}

// Discard gives the result up: nothing of it stays, and the folder is as it was.
// After Commit it does nothing.
func (s *Stage) Discard() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return nil
	}
	s.done = true
	for _, f := range s.files {
		f.abandon()
	}
	var err error
	if s.hidden != "" {
		err = os.RemoveAll(s.hidden)
	}
	err = errors.Join(err, s.lock.release())
	for _, dir := range slices.Backward(s.made) {
		_ = os.Remove(dir) // stays when something else has come into it
	}
	return err
}

// complete fills in what the stage knows.
func (s *Stage) complete(m *Manifest) error {
	m.Marker, m.Format, m.Command, m.Files = marker, Format, s.command, []File{}
	if m.Warnings == nil {
		m.Warnings = []string{} // a list without entries, not null
	}
	if m.Created.IsZero() {
		m.Created = s.begun.UTC()
	}
	if m.Seconds == 0 {
		m.Seconds = time.Since(s.begun).Seconds()
	}
	for name, f := range s.files {
		if err := f.finished(); err != nil {
			return err
		}
		if !derived(name) {
			m.Files = append(m.Files, f.entry())
		}
	}
	slices.SortFunc(m.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return nil
}

func (s *Stage) writeManifest(m Manifest) error {
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("%s: %w", manifestName, err)
	}
	f, err := createFile(s.hidden, manifestName)
	if err != nil {
		return err
	}
	_, err = f.Write(append(text, '\n'))
	return errors.Join(err, f.Close())
}
