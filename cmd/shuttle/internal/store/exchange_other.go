//go:build !linux

package store

import "errors"

// exchange tells that this system cannot swap two folders in one step.
func exchange(_, _ string) error { return errors.ErrUnsupported }
