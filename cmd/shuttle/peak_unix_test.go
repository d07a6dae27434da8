//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakMemory is the most memory that a process held [bytes].
func peakMemory(of *os.ProcessState) (int64, bool) {
	usage, ok := of.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, false
	}
	if runtime.GOOS == "darwin" {
		return usage.Maxrss, true // in bytes there, in units of 1024 elsewhere
	}
	return usage.Maxrss << 10, true
}
