// Command shuttle plays mediated negotiations in separated tracks many times and
// says what came of them.
//
// It is the only part of the program that touches disk, terminal and clock: it
// reads scenarios, has them played by the core, and writes results. It must not
// know how a run is played or what a measure means.
//
// Each command is one file. What goes to standard output is the product; what goes
// to standard error is for people.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program as a function: 0 when all went well, 1 when something failed,
// 2 for wrong use or bad input.
func run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program where it stands

	p := newProgram(stdout, stderr)
	p.root.SetArgs(args)
	cmd, err := p.root.ExecuteContextC(ctx)
	if err == nil {
		return exitDone
	}
	return p.explain(cmd, err)
}
