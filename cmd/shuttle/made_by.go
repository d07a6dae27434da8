package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"strings"
	"sync"
)

// maker is the identity of the program that is running, in one line: its version and
// revision, and where the revision does not say what the program is, the hash of the
// program itself. Rows that were played by programs of two identities are never mixed.
func maker() string {
	number, revision := build()
	return madeBy(number, revision, executable())
}

func madeBy(number, revision, program string) string {
	return strings.TrimSuffix(strings.ReplaceAll(number+" "+revision+" "+program, "\n", " "), " ")
}

// executable is the sha256 of the running program, "" where its revision says what it is
// or where the program cannot be read.
func executable() string {
	if _, revision := build(); revision != unknown && !strings.HasSuffix(revision, ", changed") {
		return ""
	}
	return hashed()
}

var hashed = sync.OnceValue(func() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
})
