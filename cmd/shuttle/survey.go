package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/experiment"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// survey is what came out of a sweep, ready to be told.
type survey struct {
	contrast
	sweep     *experiment.Sweep
	points    []pointRow
	regret    []record.RegretRow // none where there is nothing to choose, or one scenario only
	unweighed []string           // mediators that have no part in it
}

// put weighs the choices and writes what the result says, beside the rows.
func (s *survey) put(stage *store.Stage, files *experimentFiles) error {
	of := newRegrets(s.sweep, s.files.Summary, s.files.Case.Live)
	s.regret, s.unweighed = of.rows(s.files.Case), of.left
	err := errors.Join(
		files.put(stage),
		putSummary(stage, s.files),
		put(stage, "comparison.csv", func(w io.Writer) error { return writeComparison(w, s.pairs) }),
		put(stage, "design.csv", func(w io.Writer) error { return writeDesign(w, s.sweep) }),
		put(stage, "points.csv", func(w io.Writer) error { return writePoints(w, s.points) }),
		put(stage, "regret.csv", func(w io.Writer) error { return record.WriteRegret(w, s.regret) }),
	)
	if s.files.Halves != nil {
		err = errors.Join(err, put(stage, "halves.csv", func(w io.Writer) error { return record.WriteHalves(w, s.files.Halves) }))
	}
	return err
}

// mostLines is how many lines of the design the terminal shows.
const mostLines = 60

// write tells the sweep as two tables: agreement never without what it is worth to
// whom and how long it holds, nor without how the other runs ended.
func (s *survey) write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", s.sweep.Title)
	if s.sweep.Question != "" {
		fmt.Fprintf(&b, "%s\n", s.sweep.Question)
	}
	if s.files.Case.Live {
		fmt.Fprintf(&b, "%s\n", words.Sentence(s.files.Case.Caveat))
	}
	fmt.Fprintf(&b, "\n%s × %s × %s, master seed %d. Runs of the same number share their\nparties and all that happens around the talks, at every point.\n\n",
		words.Plural(len(s.sweep.Points), "point", "points"), words.Plural(len(s.sweep.Mediators), "mediator", "mediators"),
		words.Plural(s.sweep.Runs, "run", "runs"), s.seed)
	b.WriteString(s.table(s.values()))
	b.WriteString(s.table(s.endings()))
	b.WriteString(s.regretTable())
	b.WriteString("Gains, tilt and expected_peace_5y are of signed texts only; peace is of all runs. All intervals stand in\nsummary.csv, differences between mediators at each point in comparison.csv, between each point and the\nfirst in points.csv.\n")
	fmt.Fprintf(&b, "%s\n", words.Noise)
	for _, warning := range s.warnings {
		fmt.Fprintf(&b, "Note: %s\n", words.Sentence(warning))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// endings are the outcomes, all of them.
func (s *survey) endings() []string {
	var measures []string
	for _, r := range s.files.Summary {
		if r.Point == 0 && r.Mediator == s.sweep.Mediators[0] && strings.HasPrefix(r.Measure, "outcome.") {
			measures = append(measures, r.Measure)
		}
	}
	return measures
}

// table has a line a point and mediator; the interval is that of the first measure.
func (s *survey) table(measures []string) string {
	heads := []string{"point"}
	for _, f := range s.sweep.Factors {
		heads = append(heads, f.Name)
	}
	heads = append(heads, "mediator")
	for i, m := range measures {
		heads = append(heads, strings.TrimPrefix(m, "outcome."))
		if i == 0 {
			heads = append(heads, "95% interval")
		}
	}
	t := newTable(heads...)
	cells := s.cells(measures)
	lines := 0
	for point, levels := range s.sweep.Points {
		for _, mediator := range s.sweep.Mediators {
			if lines++; lines > mostLines {
				continue
			}
			line := []string{fmt.Sprint(point)}
			for _, l := range levels {
				line = append(line, short(l.Label()))
			}
			line = append(line, mediator)
			for i, m := range measures {
				at := cells[cellKey{point, mediator, m}]
				line = append(line, at[0])
				if i == 0 {
					line = append(line, at[1])
				}
			}
			t.AppendRow(row(line...))
		}
	}
	text := t.Render() + "\n\n"
	if lines > mostLines {
		text += fmt.Sprintf("%s more stand in summary.csv.\n\n", words.Plural(lines-mostLines, "line", "lines"))
	}
	return text
}

// cellKey finds an estimate in a table.
type cellKey struct {
	point             int
	mediator, measure string
}

// cells writes the estimates and intervals of the measures, a dash where none is.
func (s *survey) cells(measures []string) map[cellKey][2]string {
	cells := map[cellKey][2]string{}
	wanted := map[string]bool{}
	for _, m := range measures {
		wanted[m] = true
		for point := range s.sweep.Points {
			for _, mediator := range s.sweep.Mediators {
				cells[cellKey{point, mediator, m}] = [2]string{"–", "–"}
			}
		}
	}
	for _, r := range s.files.Summary {
		if wanted[r.Measure] && r.N > 0 {
			value, at := words.Estimate(r)
			cells[cellKey{r.Point, r.Mediator, r.Measure}] = [2]string{value, at}
		}
	}
	return cells
}

// short keeps a level from filling the table.
func short(level string) string {
	const most = 24
	if r := []rune(level); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return level
}

// writeJSON tells the sweep for other programs.
func (s *survey) writeJSON(w io.Writer) error {
	return writeJSON(w, struct {
		contrastTold
		Regret []regretLine `json:"regret,omitempty"`
	}{s.toldWithPairs(), regretLines(s.regret)})
}
