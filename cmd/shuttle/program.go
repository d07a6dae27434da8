package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"shuttle/sim/document"
)

// program is the tree of commands and what they share.
type program struct {
	root    *cobra.Command
	stdout  io.Writer
	stderr  io.Writer
	started bool // a command has begun its work: what fails now is no wrong use
}

func newProgram(stdout, stderr io.Writer) *program {
	p := &program{stdout: stdout, stderr: stderr}
	p.root = &cobra.Command{
		Use:   "shuttle",
		Short: "Mediated negotiation in separated tracks, played many times",
		Long: `shuttle plays mediated negotiations in separated tracks: two sides that do not
meet, a mediator that carries texts between them, others whose consent is needed.
It plays a scenario many times, each time with parties drawn from the scenario's
ranges, and says how often and how the talks came out.`,
		Example: `  shuttle run configs/textbook.yaml
  shuttle trace configs/textbook.yaml --replicate 3`,
		Version:          version(),
		SilenceErrors:    true,
		SilenceUsage:     true,
		PersistentPreRun: func(*cobra.Command, []string) { p.started = true },
	}
	p.root.SetOut(stdout)
	p.root.SetErr(stderr)
	p.root.SetFlagErrorFunc(suggestFlag)
	p.root.AddCommand(p.runCommand(), p.compareCommand(), p.sweepCommand(), p.mergeCommand(), p.traceCommand(), p.analyzeCommand(), p.importCommand(), p.checkCommand(), p.schemaCommand(), p.listCommand(), p.plotCommand(), p.reportCommand(), p.verifyCommand())
	return p
}

// suggestFlag names the flag that was probably meant, or says what a flag wants.
func suggestFlag(cmd *cobra.Command, err error) error {
	var wrong *pflag.InvalidValueError
	if errors.As(err, &wrong) {
		want := map[string]string{"int": "a whole number", "uint64": "a whole number from 0 to 18446744073709551615", "bool": "true or false"}
		if kind, ok := want[wrong.GetFlag().Value.Type()]; ok {
			return fmt.Errorf("--%s wants %s, have %q", wrong.GetFlag().Name, kind, wrong.GetValue())
		}
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return err
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := document.Nearest(unknown.GetSpecifiedName(), names); near != "" {
		return fmt.Errorf("%w: did you mean --%s?", err, near)
	}
	return err
}

// version is the program's version and the revision of its source, as far as the
// build recorded them.
func version() string {
	number, revision := build()
	return number + " (revision " + revision + ")"
}

// build is the same in two, as manifests record it; what the build did not record
// is unknown.
func build() (number, revision string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return identity(info)
}

func identity(info *debug.BuildInfo) (number, revision string) {
	if number = info.Main.Version; number == "" || number == "(devel)" {
		number = edition
	}
	revision = unknown
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			revision += ", changed"
		}
	}
	return number, revision
}

// edition is the version of a program whose build recorded none, as go run leaves it.
const edition = "0.1-development"

// unknown is the revision of a program that was built without one: by go run, from
// an archive, or in a checkout that the builder could not read.
const unknown = "unknown"
