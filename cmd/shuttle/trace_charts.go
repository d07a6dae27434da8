package main

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/spf13/pflag"

	"shuttle/agents/agenda"
	"shuttle/agents/party"
	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/report"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// addCharts adds the flags of the charts of one run.
func (t *tracing) addCharts(to *pflag.FlagSet) {
	t.drawing = usualDrawing()
	to.StringVar(&t.out, "out", "", "also draw charts of the run, into this folder")
	to.StringSliceVar(&t.drawing.only, "chart", []string{"utility-space", "course", "narrative", "load", "objections"}, "charts to draw with --out")
	to.StringSliceVar(&t.drawing.formats, "format", t.drawing.formats, "formats of the charts: svg, png")
	to.StringVar(&t.drawing.size, "size", t.drawing.size, "place the charts are for: column, text or slide")
}

// draw draws the charts of the run. Only of those that were chosen is it said when they
// have nothing to show.
func (t *tracing) draw(ctx context.Context, s *scenario.Scenario, o *talks.Outcome) error {
	notes, err := t.drawing.to(ctx, t.chartData(s, o), t.out, func(string) error { return nil })
	for _, note := range notes {
		t.warn(t.quiet || !t.drawing.strict, "%s", note)
	}
	if err == nil && !t.quiet {
		fmt.Fprintf(t.stderr, "The charts of this run are in %s.\n", t.out)
	}
	return err
}

// chartData is what charts show of one run: its deals and drafts are worth what they
// were to the parties it drew, on its first day.
func (t *tracing) chartData(s *scenario.Scenario, o *talks.Outcome) report.Data {
	mediator := s.Case.Mediator.Name
	d := report.Data{
		Title: s.Title, Live: s.Live, Caveat: scenario.Caveat, Runs: 1, Seed: t.seed, Alone: true, Replicate: t.replicate,
		Mediators: []string{mediator}, Focus: mediator, Classes: classes(),
	}
	table := talks.NewTable(s.Case)
	table.Draw(rng.Derive(rng.Seed(t.seed), t.replicate))
	var signs []int
	for _, i := range s.Order {
		p := table.Parties[i]
		belligerent := p.Role() == party.Belligerent
		d.Parties = append(d.Parties, report.Party{Name: s.Case.Parties[i].Name, Belligerent: belligerent, Fallback: p.Floor()})
		if belligerent {
			signs = append(signs, i)
		}
	}
	d.Space = spaceFor(measure.Solve(table, measure.Options{Signatories: signs}))
	path := report.Path{Mediator: mediator, Replicate: t.replicate, Outcome: o.Class.String()}
	for _, draft := range o.History.Drafts {
		at := report.Draft{Number: draft.Number, Round: draft.Round, Author: authorOf(s, draft.Author)}
		for _, i := range signs {
			at.Worths = append(at.Worths, table.Parties[i].Worth(&draft.Deal))
		}
		path.Drafts = append(path.Drafts, at)
	}
	d.Paths = []report.Path{path}
	d.Series = seriesFor(s, o)
	d.Clauses, d.Objections = objectionsFor(s, o)
	return d
}

// authorOf names who wrote a draft; empty: nobody in particular.
func authorOf(s *scenario.Scenario, a agenda.Author) string {
	switch {
	case a == agenda.Mediator:
		return record.MediatorAuthor
	case a >= 0:
		return s.Case.Parties[a].Name
	}
	return ""
}

// spaceFor is a space of deals as charts want it.
func spaceFor(s measure.Solutions) report.Space {
	all := func(points []measure.Point) (ws []report.Worths) {
		for _, p := range points {
			ws = append(ws, p.Utilities)
		}
		return ws
	}
	one := func(p *measure.Point) report.Worths {
		if p == nil {
			return nil
		}
		return p.Utilities
	}
	return report.Space{
		Frontier: all(s.Frontier), Outline: all(s.Outline), Cloud: all(s.Samples),
		Nash: one(s.Nash), KalaiSmorodinsky: one(s.KalaiSmorodinsky), Egalitarian: one(s.Egalitarian), Welfare: one(s.Welfare),
	}
}

// objectionsFor is who objected to which clause of which draft: every party that objected
// at all, clause by clause.
func objectionsFor(s *scenario.Scenario, o *talks.Outcome) (clauses []string, all []report.Objection) {
	for _, issue := range s.Case.Agenda.Issues {
		clauses = append(clauses, issue.Name)
	}
	voiced := o.History.Objections
	for i := range o.History.Drafts {
		for k, clause := range clauses {
			for _, p := range s.Order {
				if !slices.ContainsFunc(voiced, func(v agenda.Objection) bool { return int(v.Party) == p }) {
					continue
				}
				one := report.Objection{Mediator: s.Case.Mediator.Name, Draft: i + 1, Clause: clause, Party: s.Case.Parties[p].Name, N: 1}
				if slices.Contains(voiced, agenda.Objection{Draft: uint16(i), Clause: uint8(k), Party: uint8(p)}) {
					one.Count = 1
				}
				all = append(all, one)
			}
		}
	}
	return clauses, all
}

// seriesFor is what went on in a run, round by round.
func seriesFor(s *scenario.Scenario, o *talks.Outcome) []report.Series {
	of := func(name string, value func(*talks.Moment) float64) report.Series {
		series := report.Series{Mediator: s.Case.Mediator.Name, Name: name}
		for i := range o.Course {
			m := &o.Course[i]
			if math.IsNaN(value(m)) {
				continue // nothing is said
			}
			series.Round, series.Day, series.N = append(series.Round, i+1), append(series.Day, m.Day), append(series.N, 1)
			series.Mean = append(series.Mean, value(m))
		}
		return series
	}
	all := []report.Series{
		of("momentum", func(m *talks.Moment) float64 { return m.Momentum }),
		of("trust", func(m *talks.Moment) float64 { return m.Trust }),
		of("closeness", func(m *talks.Moment) float64 { return m.Closeness }),
		of("narrative", func(m *talks.Moment) float64 { return m.Narrative }),
		of("exchanges", func(m *talks.Moment) float64 { return float64(m.Exchanges) }),
		of("load", func(m *talks.Moment) float64 { return float64(m.Load) }),
	}
	for _, i := range s.Order {
		name := s.Case.Parties[i].Name
		all = append(all, of("pressure."+name, func(m *talks.Moment) float64 { return m.Pressure[i] }),
			of("trust."+name, func(m *talks.Moment) float64 { return m.Trusts[i] }))
	}
	return slices.DeleteFunc(all, func(s report.Series) bool { return len(s.Round) == 0 })
}
