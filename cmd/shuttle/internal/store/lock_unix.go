//go:build unix

package store

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// lock is held on a file until it is released or the program ends, however it
// ends.
type lock struct{ file *os.File }

var errBusy = errors.New("locked by another program")

// acquire takes the lock without waiting; errBusy tells that another program
// has it.
func acquire(path string) (*lock, error) {
	for {
		file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o666)
		if err != nil {
			return nil, err
		}
		err = unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if errors.Is(err, unix.EWOULDBLOCK) {
			return nil, errors.Join(errBusy, file.Close())
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%s: cannot lock: %w", path, err), file.Close())
		}
		if stands(file, path) {
			return &lock{file}, nil
		}
		// The holder before removed the file between our opening and locking it.
		if err := file.Close(); err != nil {
			return nil, err
		}
	}
}

// release gives the lock up and removes its file. A nil lock is not held.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	return errors.Join(os.Remove(l.file.Name()), l.file.Close())
}

// stands tells whether the open file is still the one of that name.
func stands(file *os.File, path string) bool {
	open, err := file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(path)
	return err == nil && os.SameFile(open, named)
}
