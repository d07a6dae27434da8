package store

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// stagedFile is a file of a result while it is written. It counts and hashes
// what is written and remembers its first failure.
type stagedFile struct {
	name   string // within the result
	file   *os.File
	out    *bufio.Writer
	sum    hash.Hash
	size   int64
	closed bool
	err    error
}

// createFile creates a file below folder, and the folders on the way.
func createFile(folder, name string) (*stagedFile, error) {
	at := filepath.Join(folder, filepath.FromSlash(name))
	err := os.MkdirAll(filepath.Dir(at), 0o777)
	if err != nil {
		return nil, named(name, err)
	}
	file, err := os.OpenFile(at, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, named(name, err)
	}
	return newFile(name, file), nil
}

func newFile(name string, file *os.File) *stagedFile {
	f := &stagedFile{name: name, file: file, sum: sha256.New()}
	f.out = bufio.NewWriterSize(io.MultiWriter(file, f.sum), 64<<10)
	return f
}

// Write implements io.Writer. After a first error nothing more is written.
func (f *stagedFile) Write(p []byte) (int, error) {
	if f.err == nil && f.closed {
		f.err = named(f.name, fs.ErrClosed)
	}
	if f.err != nil {
		return 0, f.err
	}
	n, err := f.out.Write(p)
	f.size += int64(n)
	if err != nil {
		f.err = named(f.name, err)
	}
	return n, f.err
}

// Close hands the last bytes to the disk and waits for it. A second Close
// returns what the first did.
func (f *stagedFile) Close() error {
	if f.closed {
		return f.err
	}
	f.closed = true
	if f.err == nil {
		f.err = named(f.name, f.out.Flush())
	}
	if f.err == nil {
		f.err = named(f.name, f.file.Sync())
	}
	if err := f.file.Close(); f.err == nil {
		f.err = named(f.name, err)
	}
	return f.err
}

// abandon closes the file without a word: it is about to be removed.
func (f *stagedFile) abandon() {
	if !f.closed {
		f.closed = true
		_ = f.file.Close()
	}
}

// finished reports why the file cannot be part of a result.
func (f *stagedFile) finished() error {
	if !f.closed {
		return fmt.Errorf("%s: not closed", f.name)
	}
	return f.err
}

func (f *stagedFile) entry() File {
	return File{Name: f.name, Size: f.size, SHA256: hex.EncodeToString(f.sum.Sum(nil))}
}

// named puts the name within the result in place of the path of the hidden
// folder, which would tell the user nothing. A nil error stays nil.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("%s: %w", name, err)
}

// WriteFile writes one file so that it appears whole or not at all: a chart
// drawn again, a report, a scenario. An earlier file of that name is replaced;
// an error leaves it as it was.
func WriteFile(name string, write func(io.Writer) error) error {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return named(name, err)
	}
	defer os.Remove(file.Name()) // once renamed, there is nothing to remove
	f := newFile(name, file)
	if err := write(f); err != nil {
		f.abandon()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if old, err := os.Stat(name); err == nil {
		mode = old.Mode().Perm()
	}
	if err := os.Chmod(file.Name(), mode); err != nil {
		return named(name, err)
	}
	if err := os.Rename(file.Name(), name); err != nil {
		return fmt.Errorf("%s: %w", name, errors.Unwrap(err))
	}
	return syncFolder(filepath.Dir(name))
}
