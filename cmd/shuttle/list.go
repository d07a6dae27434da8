package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"shuttle/agents"
	"shuttle/agents/spec"
	"shuttle/sim/experiment"
	"shuttle/sim/measure"
	"shuttle/sim/report"
	"shuttle/sim/report/words"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// entry is one line of a catalog.
type entry struct {
	Name       string      `json:"name"`
	Summary    string      `json:"summary"`
	Source     string      `json:"source"`
	Parameters []parameter `json:"parameters"`
}

// parameter is one thing that can be set of an entry.
type parameter struct {
	Name    string `json:"name"`
	Doc     string `json:"doc"`
	Unit    string `json:"unit"`
	Range   string `json:"range"`
	Default string `json:"default"`
	Source  string `json:"source"`
}

// catalog is a list that the program can show.
type catalog struct {
	name, about string
	write       func(w io.Writer, asJSON bool) error
}

func catalogs() []catalog {
	return []catalog{
		{"mediators", "mediation strategies: `talks.mediator` of a scenario", listing(mediators)},
		{"tactics", "ways a party bargains: `tactic` of a party", listing(tactics)},
		{"mechanisms", "parts of the model that a scenario can switch off: `mechanisms`", listing(mechanisms)},
		{"outcomes", "how a run can come out, exactly one each", listing(outcomes)},
		{"measures", "what is recorded of every run: columns of runs.csv; and of the space of deals: keys of case.json", listing(measures)},
		{"estimates", "what summary.csv holds beside the measures", listing(estimateList)},
		{"tables", "what a result's other tables hold: columns of split.csv, robust.csv and the rest", listing(tableList)},
		{"designs", "ways of choosing the points of a sweep: `design` of an experiment", listing(designs)},
		{"charts", "figures that a result can be drawn as: --chart", listing(chartList)},
		{"coverage", "what of mediated talks is represented, and by what", listCoverage},
	}
}

func (p *program) listCommand() *cobra.Command {
	var f flags
	var names []string
	about := ""
	for _, c := range catalogs() {
		names = append(names, c.name)
		about += fmt.Sprintf("\n  %-11s %s", c.name, c.about)
	}
	cmd := &cobra.Command{
		Use:   "list [" + strings.Join(names, "|") + "]",
		Short: "Show the catalog: strategies, tactics, measures, charts",
		Long:  "list shows a catalog with every parameter, its unit, range, default and source:\n" + about,
		Example: `  # Every mediation strategy and what can be set of it.
  shuttle list mediators`,
		ValidArgs: names,
		Args:      cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listCatalogs(p.stdout, f.asJSON)
			}
			for _, c := range catalogs() {
				if c.name == args[0] {
					return c.write(p.stdout, f.asJSON)
				}
			}
			return misuse("no catalog is called %s: %s", args[0], oneOf(args[0], names))
		},
	}
	f.addJSON(cmd.Flags())
	return cmd
}

// listCatalogs shows what can be listed.
func listCatalogs(w io.Writer, asJSON bool) error {
	var all []entry
	for _, c := range catalogs() {
		all = append(all, entry{Name: c.name, Summary: c.about, Parameters: []parameter{}})
	}
	if asJSON {
		return writeJSON(w, all)
	}
	t := newTable("catalog", "what it lists")
	for _, e := range all {
		t.AppendRow(row(e.Name, e.Summary))
	}
	_, err := fmt.Fprintln(w, t.Render())
	return err
}

// listing shows entries one after the other.
func listing(entries func() []entry) func(io.Writer, bool) error {
	return func(w io.Writer, asJSON bool) error {
		if asJSON {
			return writeJSON(w, entries())
		}
		return writeEntries(w, entries())
	}
}

func writeEntries(w io.Writer, entries []entry) error {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%s\n  %s\n", e.Name, strings.ReplaceAll(e.Summary, ". ", ".\n  ")) // a sentence a line
		if e.Source != "" {
			fmt.Fprintf(&b, "  Source: %s\n", e.Source)
		}
		if len(e.Parameters) > 0 {
			t := newTable("name", "default", "range", "unit", "what it is", "source")
			t.SuppressEmptyColumns()
			for _, p := range e.Parameters {
				t.AppendRow(row(p.Name, p.Default, p.Range, p.Unit, p.Doc, p.Source))
			}
			b.WriteString("    " + strings.ReplaceAll(t.Render(), "\n", "\n    ") + "\n")
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

func mediators() []entry {
	list := []entry{}
	for _, m := range agents.Mediators() {
		list = append(list, entry{m.Name, m.Summary, m.Source, parameters(m.Make().Spec)})
	}
	return list
}

func tactics() []entry {
	list := []entry{}
	for _, t := range agents.Tactics() {
		list = append(list, entry{t.Name, t.Summary, t.Source, parameters(t.Make().Spec)})
	}
	return list
}

// parameters spells out a parameter set at its defaults.
func parameters(s spec.Spec) []parameter {
	list := []parameter{}
	for _, f := range s.Fields() {
		p := parameter{Name: f.Name, Doc: f.Doc, Unit: f.Unit, Source: f.Source}
		switch {
		case f.Number != nil:
			p.Default, p.Range = strconv.FormatFloat(*f.Number, 'g', -1, 64), spec.Bounds(f)
		case f.Flag != nil:
			p.Default, p.Range = strconv.FormatBool(*f.Flag), "true, false"
		case f.Choice != nil:
			p.Default, p.Range = *f.Choice, strings.Join(f.Options, ", ")
		}
		list = append(list, p)
	}
	return list
}

func mechanisms() []entry {
	list := []entry{}
	for _, m := range scenario.Mechanisms() {
		list = append(list, entry{m.Name, m.Summary, m.Source, []parameter{}})
	}
	return list
}

func outcomes() []entry {
	list := []entry{}
	for _, c := range talks.Classes() {
		list = append(list, entry{c.String(), c.Meaning(), "", []parameter{}})
	}
	return list
}

func designs() []entry {
	list := []entry{}
	for _, d := range experiment.Designs() {
		e := entry{d.Name, d.Summary, d.Source, []parameter{}}
		if d.Sized {
			e.Parameters = append(e.Parameters, parameter{Name: "points", Doc: "how many points", Unit: "points", Range: "from 1"})
		}
		list = append(list, e)
	}
	return list
}

func measures() []entry {
	list := identifying()
	for _, m := range measure.All() {
		name, unit := m.Name, ""
		if m.Each {
			name += ".<party>"
		}
		if m.Unit != "" {
			unit = " [" + m.Unit + "]"
		}
		list = append(list, entry{name, words.Sentence(m.Doc + unit), "", []parameter{}})
	}
	for _, d := range measure.OfSpace() {
		list = append(list, entry{d.Name, words.Sentence("of the case, not of a run: "+d.Doc) + " Equals " + d.Peer + ".", "", []parameter{}})
	}
	return list
}

func chartList() []entry {
	list := []entry{}
	for _, c := range report.Charts() {
		list = append(list, entry{c.Name, c.Purpose + " Needs " + c.Needs + ".", "", []parameter{}})
	}
	return list
}
