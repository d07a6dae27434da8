//go:build !unix

package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// lock is a file that exists while it is held. A killed program leaves it: the
// message of acquire then tells what to remove.
type lock struct{ file *os.File }

var errBusy = errors.New("locked by another program")

// acquire takes the lock without waiting.
func acquire(path string) (*lock, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("another program is writing this result; if none is, remove %s", path)
	}
	if err != nil {
		return nil, err
	}
	return &lock{file}, nil
}

// release gives the lock up and removes its file. A nil lock is not held.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	return errors.Join(l.file.Close(), os.Remove(l.file.Name()))
}
