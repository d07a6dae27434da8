package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shuttle/sim/document"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
	"shuttle/sim/scenario"
)

func (p *program) checkCommand() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Report every fault of scenarios, and what every number rests on",
		Long: `check reads scenarios, and experiments with theirs, without playing them. It reports
all faults of all files at once, each with file, line and column; in files without
fault it lists every number with its range, unit, basis and note, and says which
have no basis. With --json the faults of each file stand on standard output as well.`,
		Example: `  shuttle check configs/textbook.yaml`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			reports, err := checkAll(args, f.set)
			if err != nil && !f.asJSON {
				return err
			}
			for _, r := range reports {
				p.warnBare(f.quiet, &r)
			}
			if f.asJSON {
				return errors.Join(writeJSON(p.stdout, reports), err)
			}
			return writeChecks(p.stdout, reports)
		},
	}
	f.addSet(cmd.Flags())
	f.addJSON(cmd.Flags())
	f.addQuiet(cmd.Flags())
	return cmd
}

// warnBare names the numbers of a file that say nothing of their basis.
func (p *program) warnBare(quiet bool, c *checked) {
	for _, at := range c.Bare {
		p.warn(quiet, "%s:%s: no basis", c.File, at)
	}
	if len(c.Bare) > 0 {
		p.warn(quiet, "%s: %s: add `basis: source`, assumption, definition or own-choice", c.File,
			words.Plural(len(c.Bare), "number rests on nothing that the file names", "numbers rest on nothing that the file names"))
	}
}

// warn tells people what they should know.
func (p *program) warn(quiet bool, format string, args ...any) {
	if !quiet {
		fmt.Fprintf(p.stderr, "warning: "+format+"\n", args...)
	}
}

// checked is what is known of a scenario: all that is wrong with it, or else its
// numbers.
type checked struct {
	File    string         `json:"file"`
	Faults  []flaw         `json:"faults"`
	Name    string         `json:"name"`
	Hash    string         `json:"config_sha256"`
	Numbers []figure       `json:"numbers"`
	Counts  map[string]int `json:"counts"`        // numbers by basis
	Bare    []string       `json:"without_basis"` // places of numbers that say nothing of their basis
}

// flaw is one thing wrong with a file, as other programs read it.
type flaw struct {
	Line    int    `json:"line"` // from 1; 0 when the place has none
	Column  int    `json:"column"`
	Path    string `json:"path"`
	Problem string `json:"problem"`
	Allowed string `json:"allowed"`
	Nearest string `json:"nearest"`
	Patch   string `json:"set,omitempty"` // the --set that it is in, not the file
}

// figure is one number of a scenario.
type figure struct {
	Path   string  `json:"path"`
	Lo     float64 `json:"lo"`
	Base   float64 `json:"base"`
	Hi     float64 `json:"hi"`
	Shape  string  `json:"shape"`
	Unit   string  `json:"unit"`
	Basis  string  `json:"basis"`
	Source string  `json:"source"`
	Note   string  `json:"note"`
	Line   int     `json:"line"` // 0 when the file does not say it
}

// noBasis is the basis of numbers that a file gives without one.
const noBasis = "none"

// checkable reads a scenario, or the scenario of an experiment as its design finds it.
func checkable(name string, set []string) (*scenario.Scenario, error) {
	doc, err := parse(name)
	if err != nil {
		return nil, err
	}
	if !anExperiment.of(doc) || aScenario.of(doc) && !doc.Clone().Root().Has("design") {
		return compile(name, set)
	}
	files, err := readExperiment(name, set, nil)
	if err != nil {
		return nil, err
	}
	base := *files.sweep.Base
	base.Name, base.Hash = files.sweep.Name, files.sweep.Hash
	return &base, nil
}

// checkAll reads all files; the error is all that is wrong with any.
func checkAll(names, set []string) ([]checked, error) {
	reports, faults := []checked{}, document.Faults{}
	for _, name := range names {
		one := checked{File: name, Faults: []flaw{}, Numbers: []figure{}, Counts: map[string]int{}, Bare: []string{}}
		s, err := checkable(name, set)
		var found document.Faults
		switch {
		case errors.As(err, &found):
		case err != nil:
			found = document.Faults{{File: name, Problem: strings.TrimPrefix(err.Error(), name+": ")}}
		default:
			one.take(s)
		}
		for _, f := range found {
			one.Faults = append(one.Faults, flawOf(f))
		}
		reports, faults = append(reports, one), append(faults, found...)
	}
	if len(faults) > 0 {
		return reports, faults
	}
	return reports, nil
}

func flawOf(f document.Fault) flaw {
	patch, set := strings.CutPrefix(f.File, "--set ")
	if !set {
		patch = ""
	}
	return flaw{f.Line, f.Column, f.Path, f.Problem, f.Allowed, f.Nearest, patch}
}

// take fills in what a scenario without fault says.
func (c *checked) take(s *scenario.Scenario) {
	c.Name, c.Hash = s.Name, s.Hash
	for _, n := range s.Assumptions {
		basis, source := n.Basis, n.Source
		switch {
		case n.Default && basis == "":
			basis, source = record.ByDefault, n.Origin
		case basis == "":
			basis = noBasis
			c.Bare = append(c.Bare, place(n))
		}
		c.Counts[basis]++
		c.Numbers = append(c.Numbers, figure{n.Path, n.Lo, n.Base, n.Hi, n.Shape, n.Unit, basis, source, n.Note, n.Line})
	}
}

// place is where in a file a number stands.
func place(n document.Number) string {
	if n.Line == 0 {
		return n.Path
	}
	return fmt.Sprintf("%d:%d: %s", n.Line, n.Column, n.Path)
}

func writeChecks(w io.Writer, reports []checked) error {
	var b strings.Builder
	for i, c := range reports {
		if i > 0 {
			b.WriteString("\n")
		}
		t := newTable("number", "value", "unit", "basis", "source or note")
		for _, n := range c.Numbers {
			t.AppendRow(row(n.Path, n.value(), n.Unit, n.Basis, n.why()))
		}
		fmt.Fprintf(&b, "%s\n\n%s: no faults. %s.\n", t.Render(), c.File, c.tally())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// value is a number as it is drawn: alone, or its range with the base in the middle.
func (f figure) value() string {
	if f.Lo == f.Hi {
		return fmt.Sprintf("%g", f.Base)
	}
	return fmt.Sprintf("%g to %g, base %g, %s", f.Lo, f.Hi, f.Base, f.Shape)
}

func (f figure) why() string {
	return strings.TrimPrefix(strings.TrimSuffix(f.Source+"; "+f.Note, "; "), "; ")
}

// tally counts the numbers by basis.
func (c *checked) tally() string {
	var parts, bases []string
	for basis := range c.Counts {
		bases = append(bases, basis)
	}
	slices.Sort(bases)
	for _, basis := range bases {
		parts = append(parts, fmt.Sprintf("%d %s", c.Counts[basis], basis))
	}
	text := words.Plural(len(c.Numbers), "number", "numbers")
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	return text
}
