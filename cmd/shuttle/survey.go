package main

import (
	"fmt"
	"io"
	"strings"

	"shuttle/sim/experiment"
)

// survey is what came out of a sweep, ready to be told.
type survey struct {
	contrast
	sweep *experiment.Sweep
}

// mostLines is how many lines of the design the terminal shows.
const mostLines = 60

// write tells the sweep as a table: agreement never without what it is worth to whom
// and how long it holds.
func (s *survey) write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", s.sweep.Title)
	if s.sweep.Question != "" {
		fmt.Fprintf(&b, "%s\n", s.sweep.Question)
	}
	if s.files.Case.Live {
		fmt.Fprintf(&b, "%s\n", sentence(s.files.Case.Caveat))
	}
	fmt.Fprintf(&b, "\n%s × %s × %s, master seed %d. Runs of the same number share their\nparties and all that happens around the talks, at every point.\n\n",
		plural(len(s.sweep.Points), "point", "points"), plural(len(s.sweep.Mediators), "mediator", "mediators"),
		plural(s.sweep.Runs, "run", "runs"), s.seed)
	b.WriteString(s.table())
	b.WriteString("Gains and expected_peace_5y are of signed texts only; peace is of all runs. All shares of outcomes and all\nintervals stand in summary.csv, differences between mediators at each point in comparison.csv.\n")
	fmt.Fprintf(&b, "%s\n", noise)
	for _, warning := range s.warnings {
		fmt.Fprintf(&b, "Note: %s\n", sentence(warning))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// table has a line a point and mediator.
func (s *survey) table() string {
	var heads []string
	for _, f := range s.sweep.Factors {
		heads = append(heads, f.Name)
	}
	measures := []string{"agreement", "outcome.holds", "outcome.collapsed", "joint_gain"}
	for _, p := range s.files.Case.Parties {
		if p.Belligerent {
			measures = append(measures, "gain."+p.Name)
		}
	}
	measures = append(measures, "expected_peace_5y", "peace")
	t := newTable(append(append([]string{"point"}, heads...), append([]string{"mediator", "agreement", "95% interval"}, measures[1:]...)...)...)
	cells := s.cells(measures)
	lines := 0
	for point, levels := range s.sweep.Points {
		for _, mediator := range s.sweep.Mediators {
			if lines++; lines > mostLines {
				continue
			}
			line := []string{fmt.Sprint(point)}
			for _, l := range levels {
				line = append(line, short(l.YAML))
			}
			at := cells[cellKey{point, mediator, "agreement"}]
			line = append(line, mediator, at[0], at[1])
			for _, m := range measures[1:] {
				line = append(line, cells[cellKey{point, mediator, m}][0])
			}
			t.AppendRow(row(line...))
		}
	}
	text := t.Render() + "\n\n"
	if lines > mostLines {
		text += fmt.Sprintf("%s more stand in summary.csv.\n", plural(lines-mostLines, "line", "lines"))
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
			value, at := written(&r)
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
