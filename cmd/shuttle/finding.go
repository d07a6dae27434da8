package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/report"
	"shuttle/sim/report/words"
	"shuttle/sim/talks"
)

// finding is what came out of a result, ready to be told.
type finding struct {
	files    report.Files
	manifest store.Manifest
	seed     uint64
	dir      string
	point    *int              // of a sweep: the one design point to show; nil: all
	charts   []string          // that answer a sweep's question; empty: the usual
	measures []string          // that they show; empty: the usual
	endings  map[string]string // how replicate 0 ended, by mediator
	missed   *missed           // nil when several mediators were compared
	times    []logRank         // none for one mediator
	warnings []string
}

// data is what charts show: of a sweep all points, or the one that was asked for,
// otherwise the only one.
func (f *finding) data() (report.Data, error) {
	f.files.Columns, f.files.Classes = measure.Columns(caseParties(f.files.Case)), classes()
	load := func(files report.Files) (report.Data, error) { return report.Load(files, 0) }
	switch {
	case f.point != nil:
		load = func(files report.Files) (report.Data, error) { return report.LoadPoint(files, *f.point) }
	case len(f.files.Design.Points) > 0:
		load = report.LoadSweep
	}
	d, err := load(f.files)
	if err != nil {
		return d, err
	}
	d.Measures = f.measures
	d.Seed, d.Focus = f.seed, focus(d.Mediators)
	d.References = slices.DeleteFunc(slices.Clone(d.Mediators), rival)
	for i := range d.Paths {
		d.Paths[i].Outcome = f.endings[d.Paths[i].Mediator]
	}
	return d, nil
}

// caseParties are the parties of a case, in the order of its file.
func caseParties(c record.Case) []string {
	var names []string
	for _, p := range c.Parties {
		names = append(names, p.Name)
	}
	return names
}

// classes are the ways a run can end, as charts want them.
func classes() []report.Class {
	var all []report.Class
	for _, c := range talks.Classes() {
		all = append(all, report.Class{Name: c.String(), Meaning: c.Meaning()})
	}
	return all
}

// focus is the mediator whose runs the charts of one mediator show: the last that
// does not see the truth, as lists of mediators begin with the baseline.
func focus(mediators []string) string {
	for _, name := range slices.Backward(mediators) {
		if m, ok := strategy(name); ok && !m.Oracle {
			return name
		}
	}
	return ""
}

// mainMeasures are those the terminal shows, in this order; a name ending in a dot
// stands for one a belligerent. All others stand in summary.csv.
func mainMeasures() []string {
	return []string{
		"day", "rounds", "drafts", "objections", "gain.", "joint_gain", "tilt", "concession",
		"pareto_distance", "effective_guarantee", "expected_peace_5y", "peace",
	}
}

// shown picks the lines of the summary that the terminal shows.
func (f *finding) shown() []record.SummaryRow {
	var names []string
	for _, name := range mainMeasures() {
		if !strings.HasSuffix(name, ".") {
			names = append(names, name)
			continue
		}
		for _, p := range f.files.Case.Parties {
			if p.Belligerent {
				names = append(names, name+p.Name)
			}
		}
	}
	var rows []record.SummaryRow
	for _, name := range names {
		for _, r := range f.files.Summary {
			if r.Measure == name && r.N > 0 {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// write tells the finding as tables.
func (f *finding) write(w io.Writer) error {
	c := &f.files.Case
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", c.Title)
	if c.Live {
		fmt.Fprintf(&b, "%s\n", words.Sentence(c.Caveat))
	}
	fmt.Fprintf(&b, "\n%s, master seed %d, mediator %s.\n\n", words.Plural(f.manifest.Runs, "run", "runs"), f.seed, strings.Join(f.manifest.Mediators, ", "))
	b.WriteString(f.endingsTable())
	b.WriteString(f.measuresTable())
	for _, line := range []string{words.Zone(*c), f.missed.sentence(), words.Noise} {
		if line != "" {
			fmt.Fprintln(&b, line)
		}
	}
	for _, warning := range f.warnings {
		fmt.Fprintf(&b, "Note: %s\n", words.Sentence(warning))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (f *finding) endingsTable() string {
	t := newTable("how the talks ended", "share of runs", "95% interval", "runs")
	for _, r := range f.files.Summary {
		name, ending := strings.CutPrefix(r.Measure, "outcome.")
		if !ending && r.Measure != "agreement" || r.N == 0 {
			continue
		}
		if r.Measure == "agreement" {
			name = "agreement (signed by all who must)"
		}
		t.AppendRow(row(name, words.Percent(r.Estimate), words.Percents(r.Interval), fmt.Sprintf("%.0f of %d", r.Estimate*float64(r.N), r.N)))
	}
	return t.Render() + "\n\n"
}

func (f *finding) measuresTable() string {
	columns := measure.Columns(caseParties(f.files.Case))
	t := newTable("measure", "mean", "95% interval", "unit", "runs")
	for _, r := range f.shown() {
		unit := ""
		if i := slices.IndexFunc(columns, func(c record.Column) bool { return c.Name == r.Measure }); i >= 0 {
			unit = columns[i].Unit
		}
		between := "–"
		if r.Interval != nil {
			between = words.Number(r.Interval.Low) + " to " + words.Number(r.Interval.High)
		}
		t.AppendRow(row(r.Measure, words.Number(r.Estimate), between, unit, fmt.Sprint(r.N)))
	}
	return t.Render() + "\n\n"
}

// told is a finding as other programs read it.
type told struct {
	Experiment string         `json:"experiment"`
	Title      string         `json:"title"`
	Caveat     string         `json:"caveat,omitempty"`
	Note       string         `json:"note"`
	Runs       int            `json:"runs"`
	Seed       uint64         `json:"seed"`
	Mediators  []string       `json:"mediators"`
	Counts     map[string]int `json:"counts"`
	Faults     int            `json:"faults"`
	ZoneShare  float64        `json:"zone_share"`
	ZoneN      int            `json:"zone_n"`
	Missed     *missed        `json:"without_agreement,omitempty"`
	Summary    []toldRow      `json:"summary"`
	LogRank    []logRank      `json:"log_rank,omitempty"`
	Warnings   []string       `json:"warnings"`
	Result     string         `json:"result"`
}

// toldRow is a line of the summary as other programs read it.
type toldRow struct {
	Point    int      `json:"point"`
	Mediator string   `json:"mediator"`
	Measure  string   `json:"measure"`
	N        int      `json:"n"`
	Estimate *float64 `json:"estimate"`
	ends
	Method string `json:"method"`
}

func (f *finding) told() told {
	c := &f.files.Case
	lines := []toldRow{}
	for _, r := range f.files.Summary {
		lines = append(lines, toldRow{r.Point, r.Mediator, r.Measure, r.N, given(r.N > 0, &r.Estimate), endsOf(r.Interval), r.Method})
	}
	return told{c.Name, c.Title, c.Caveat, words.Noise, f.manifest.Runs, f.seed, f.manifest.Mediators, f.manifest.Counts, f.manifest.Faults,
		c.ZoneShare, c.ZoneN, f.missed, lines, f.times, f.warnings, f.dir}
}

// writeJSON tells the finding for other programs.
func (f *finding) writeJSON(w io.Writer) error { return writeJSON(w, f.told()) }

// writeJSON writes a value, indented, with text as it is.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
