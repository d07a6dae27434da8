package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/document"
	"shuttle/sim/experiment"
	"shuttle/sim/measure"
	"shuttle/sim/record"
	reportpage "shuttle/sim/report/page"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// reportOf reads what a report says of a result, but for the figures.
func reportOf(r *store.Result) (reportpage.Data, error) {
	m := r.Manifest
	d := reportpage.Data{
		Command: m.Command, Runs: m.Runs / max(1, len(m.Mediators)), Warnings: m.Warnings, Origin: origin(m),
		Mediators: mediatorsOf(m), Measures: measureTerms(), Outcomes: outcomeTerms(),
	}
	err := errors.Join(take(&d.Case, r.Case), take(&d.Summary, r.Summary), setup(r, &d))
	switch m.Command {
	case "run":
		err = errors.Join(err, missedIn(r, &d))
	case "compare":
		err = errors.Join(err, take(&d.Comparison, r.Comparison))
		if holds(r, "robust.csv") {
			err = errors.Join(err, take(&d.Robust, r.Robust))
			d.Origin.Commands[0] += fmt.Sprintf(" --robust %d", setsOf(d.Robust))
		}
		for _, asked := range [][2]string{{"split.csv", " --split"}, {"adaptation.csv", " --adapt"}} {
			if holds(r, asked[0]) {
				d.Origin.Commands[0] += asked[1]
			}
		}
	case "sweep":
		err = errors.Join(err, take(&d.Comparison, r.Comparison), designOf(r, &d))
		if holds(r, "points.csv") {
			err = errors.Join(err, take(&d.Points, r.Points))
		}
		if holds(r, "regret.csv") {
			err = errors.Join(err, take(&d.Regret, r.Regret))
		}
	}
	return d, err
}

// take reads a file of a result into its place.
func take[T any](into *T, read func() (T, error)) error {
	var err error
	*into, err = read()
	return err
}

// holds tells whether a result has a file that not every result has.
func holds(r *store.Result, name string) bool {
	_, err := r.Reader(name)
	return err == nil
}

// mediatorsOf are the mediators of a result, with what the catalog says of them.
func mediatorsOf(m store.Manifest) []reportpage.Mediator {
	var list []reportpage.Mediator
	for _, name := range m.Mediators {
		known, _ := strategy(name)
		list = append(list, reportpage.Mediator{Name: name, Summary: known.Summary, Source: known.Source, Oracle: known.Oracle})
	}
	return list
}

// measureTerms are the measures, and what the summary holds beside them, as a glossary
// explains them.
func measureTerms() []reportpage.Term {
	var list []reportpage.Term
	for _, m := range measure.All() {
		name := m.Name
		if m.Each {
			name += ".<party>"
		}
		list = append(list, reportpage.Term{Name: name, Unit: m.Unit, Text: m.Doc})
	}
	for _, e := range estimateList() {
		if name, _, _ := strings.Cut(e.Name, "."); name != "outcome" {
			list = append(list, reportpage.Term{Name: name, Text: e.Summary + " " + e.Source})
		}
	}
	return list
}

// outcomeTerms are the ways a run can end, as a glossary explains them.
func outcomeTerms() []reportpage.Term {
	var list []reportpage.Term
	for _, c := range talks.Classes() {
		list = append(list, reportpage.Term{Name: c.String(), Text: c.Meaning()})
	}
	return list
}

// setsOf is how many sets of assumptions were drawn.
func setsOf(rows []record.RobustRow) int {
	sets := 0
	for _, r := range rows {
		sets = max(sets, r.Sets)
	}
	return sets
}

// origin says where a result comes from, and how to make it again in its folder.
func origin(m store.Manifest) reportpage.Origin {
	o := reportpage.Origin{
		Version: m.Version, Revision: m.Revision, Date: m.Created.UTC().Format("2 January 2006"), Seed: m.Seed, ConfigHash: m.ConfigHash,
	}
	if o.Revision == unknown {
		o.Revision = ""
	}
	runs := m.Runs / max(1, len(m.Mediators))
	switch m.Command {
	case "compare":
		o.Commands = append(o.Commands, fmt.Sprintf("shuttle compare config.yaml --mediators %s --runs %d --seed %d --out again", quoted(strings.Join(m.Mediators, ",")), runs, m.Seed))
	case "sweep":
		o.Commands = append(o.Commands, "shuttle sweep "+experimentFile+" --out again")
	default:
		o.Commands = append(o.Commands, fmt.Sprintf("shuttle run config.yaml --runs %d --seed %d --out again", runs, m.Seed))
	}
	o.Commands = append(o.Commands, "shuttle report again")
	for _, f := range m.Files {
		o.Files = append(o.Files, reportpage.File{Name: f.Name, Size: f.Size, SHA256: f.SHA256})
	}
	return o
}

// setup reads from the configuration what it asks, and what of the model it
// switches off.
func setup(r *store.Result, d *reportpage.Data) error {
	from, err := r.Reader("config.yaml")
	if err != nil {
		return err
	}
	text, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	doc, err := document.Parse(r.Dir()+"/config.yaml", text)
	if err != nil {
		return err
	}
	d.Question = doc.Root().Text("question", "")
	at := doc.Root().Map("mechanisms")
	for _, m := range scenario.Mechanisms() {
		s := reportpage.Switch{Name: m.Name, Summary: m.Summary, Source: m.Source, State: reportpage.Off}
		if at.Bool(m.Name, true) {
			s.State = reportpage.On
		}
		d.Switches = append(d.Switches, s)
	}
	return nil
}

// missedIn tells deals that were missed from deals that did not exist.
func missedIn(r *store.Result, d *reportpage.Data) error {
	from, err := r.Reader("runs.csv")
	if err != nil {
		return err
	}
	rows, err := record.ReadCSV(from, nil)
	if err != nil {
		return fmt.Errorf("%s: runs.csv: %w", r.Dir(), err)
	}
	var schema record.Schema
	for _, name := range rows.Names() {
		schema = append(schema, record.Column{Name: name})
	}
	m := newMissed(schema)
	if min(m.agreement, m.zone, m.fault) < 0 {
		return nil // a result of a time when this was not recorded
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			d.Missed = m.sentence()
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: runs.csv: %w", r.Dir(), err)
		}
		m.add(row)
	}
}

// designOf reads what a sweep asked and varied.
func designOf(r *store.Result, d *reportpage.Data) error {
	files, err := experimentOf(r)
	if err != nil {
		return err
	}
	s := files.sweep
	d.Question, d.Runs = s.Question, s.Runs
	for i := range s.Factors {
		f := factorOf(&s.Factors[i])
		d.Design.Factors = append(d.Design.Factors, f)
		for _, path := range f.Paths {
			name, switched := strings.CutPrefix(path, "mechanisms.")
			if at := slices.IndexFunc(d.Switches, func(s reportpage.Switch) bool { return s.Name == name }); switched && at >= 0 {
				d.Switches[at].State = reportpage.Varied
			}
		}
	}
	for _, levels := range s.Points {
		var point []string
		for _, l := range levels {
			point = append(point, l.Label())
		}
		d.Design.Points = append(d.Design.Points, point)
	}
	return nil
}

// factorOf says what a factor varies.
func factorOf(f *experiment.Factor) reportpage.Factor {
	known := reportpage.Factor{Name: f.Name, Role: "uncertainty", Unit: f.Unit, Note: f.Note, Paths: f.Paths}
	if f.Lever {
		known.Role = "lever"
	}
	var levels []string
	for _, l := range f.Levels {
		levels = append(levels, l.String())
	}
	if known.Levels = strings.Join(levels, ", "); len(levels) == 0 {
		known.Levels = fmt.Sprintf("%g to %g", f.Lo, f.Hi)
	}
	return known
}
