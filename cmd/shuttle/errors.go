package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"shuttle/sim/document"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitMisuse = 2 // wrong use or bad input: the user can put it right
)

// badInput is an error that the user can put right.
type badInput struct{ error }

// Unwrap is the error itself.
func (b badInput) Unwrap() error { return b.error }

// misuse makes an error that the user can put right.
func misuse(format string, args ...any) error { return badInput{fmt.Errorf(format, args...)} }

// explain tells the user what went wrong and returns the exit code.
func (p *program) explain(cmd *cobra.Command, err error) int {
	var input badInput
	var faults document.Faults
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.stderr, "shuttle: interrupted: nothing was left half written")
		return exitFailed
	case errors.As(err, &faults):
		fmt.Fprintln(p.stderr, err)
		return exitMisuse
	case !p.started:
		fmt.Fprintf(p.stderr, "shuttle: %s\n\nSee `%s --help`.\n", strings.TrimSpace(err.Error()), cmd.CommandPath())
		return exitMisuse
	}
	fmt.Fprintf(p.stderr, "shuttle: %v\n", err)
	if errors.As(err, &input) {
		return exitMisuse
	}
	return exitFailed
}

// only wants one argument and says what it is to be.
func only(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return misuse("name %s", what)
		case 1:
			return nil
		}
		return misuse("name %s, not %d: %s", what, len(args), strings.Join(args, " "))
	}
}
