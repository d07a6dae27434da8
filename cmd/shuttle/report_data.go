package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"shuttle/agents"
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
	d := reportpage.Data{Command: m.Command, Runs: m.Runs / max(1, len(m.Mediators)), Warnings: m.Warnings, Origin: origin(m)}
	var faults [7]error
	d.Case, faults[0] = r.Case()
	d.Summary, faults[1] = r.Summary()
	if m.Command != "run" {
		d.Comparison, faults[2] = r.Comparison()
	}
	d.Question, d.Switches, faults[3] = setup(r)
	if _, none := r.Reader("robust.csv"); none == nil {
		d.Robust, faults[6] = r.Robust()
		d.Origin.Commands[0] += fmt.Sprintf(" --robust %d", setsOf(d.Robust))
	}
	if m.Command == "run" {
		d.Missed, faults[4] = missedIn(r)
	}
	if m.Command == "sweep" {
		d.Points, faults[5] = r.Points()
	}
	for _, name := range m.Mediators {
		known, _ := agents.FindMediator(name)
		d.Mediators = append(d.Mediators, reportpage.Mediator{Name: name, Summary: known.Summary, Source: known.Source, Oracle: known.Oracle})
	}
	for _, known := range measure.All() {
		name := known.Name
		if known.Each {
			name += ".<party>"
		}
		d.Measures = append(d.Measures, reportpage.Term{Name: name, Unit: known.Unit, Text: known.Doc})
	}
	for _, c := range talks.Classes() {
		d.Outcomes = append(d.Outcomes, reportpage.Term{Name: c.String(), Text: c.Meaning()})
	}
	err := errors.Join(faults[:]...)
	if m.Command == "sweep" {
		err = errors.Join(err, designOf(r, &d))
	}
	return d, err
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
	runs := m.Runs / max(1, len(m.Mediators))
	switch m.Command {
	case "compare":
		o.Commands = append(o.Commands, fmt.Sprintf("shuttle compare config.yaml --mediators %s --runs %d --seed %d --out again", strings.Join(m.Mediators, ","), runs, m.Seed))
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
func setup(r *store.Result) (question string, switches []reportpage.Switch, err error) {
	from, err := r.Reader("config.yaml")
	if err != nil {
		return "", nil, err
	}
	text, err := io.ReadAll(from)
	if err != nil {
		return "", nil, err
	}
	doc, err := document.Parse(r.Dir()+"/config.yaml", text)
	if err != nil {
		return "", nil, err
	}
	at := doc.Root().Map("mechanisms")
	for _, m := range scenario.Mechanisms() {
		s := reportpage.Switch{Name: m.Name, Summary: m.Summary, Source: m.Source, State: reportpage.Off}
		if at.Bool(m.Name, true) {
			s.State = reportpage.On
		}
		switches = append(switches, s)
	}
	return doc.Root().Text("question", ""), switches, nil
}

// missedIn tells deals that were missed from deals that did not exist.
func missedIn(r *store.Result) (string, error) {
	from, err := r.Reader("runs.csv")
	if err != nil {
		return "", err
	}
	rows, err := record.ReadCSV(from, nil)
	if err != nil {
		return "", fmt.Errorf("%s: runs.csv: %w", r.Dir(), err)
	}
	var schema record.Schema
	for _, name := range rows.Names() {
		schema = append(schema, record.Column{Name: name})
	}
	m := newMissed(schema)
	if min(m.agreement, m.zone, m.fault) < 0 {
		return "", nil // a result of a time when this was not recorded
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return m.sentence(), nil
		}
		if err != nil {
			return "", fmt.Errorf("%s: runs.csv: %w", r.Dir(), err)
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
			point = append(point, l.YAML)
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
		levels = append(levels, l.YAML)
	}
	if known.Levels = strings.Join(levels, ", "); len(levels) == 0 {
		known.Levels = fmt.Sprintf("%g to %g", f.Lo, f.Hi)
	}
	return known
}
