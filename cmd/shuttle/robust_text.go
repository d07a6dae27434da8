package main

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// write tells how far the differences of some measures hold, and which assumption
// they hang on.
func (r *robust) write(b *strings.Builder, pairs []comparisonRow) {
	if r == nil {
		return
	}
	apart := func(line *record.RobustRow) bool {
		return slices.ContainsFunc(pairs, func(p comparisonRow) bool {
			return p.measure == line.Measure && p.a == line.A && p.b == line.B && p.apart()
		})
	}
	fmt.Fprintf(b, "\nHow far these signs outlive other assumptions: share of %s that keep the sign of the difference\n(95%% interval), and the share among those in which one part of the model is otherwise; of pairs that the\nruns tell apart.\n\n", words.Plural(r.sets, "drawn set", "drawn sets"))
	heads := []string{"measure", "a less b", "here", "keep the sign", "95% interval", "kept, turned, none", "turned beyond noise"}
	for _, s := range r.drawn.Switches {
		heads = append(heads, s.Name+" otherwise")
	}
	t := newTable(heads...)
	left := 0
	for _, measure := range spoken() {
		for i, line := range r.rows {
			switch {
			case line.Measure != measure || line.Switch != "":
			case apart(&line):
				t.AppendRow(row(r.cells(i)...))
			default:
				left++
			}
		}
	}
	if t.Length() > 0 {
		fmt.Fprintf(b, "%s\n", t.Render())
	}
	if left > 0 {
		fmt.Fprintf(b, "%s left out: the runs do not tell the two apart, so that there is no sign to keep.\n", words.Plural(left, "difference is", "differences are"))
	}
	fmt.Fprintf(b, "\n%s\n", r.varied())
}

// sign is what a verdict says of its sign; nothing where the runs found none.
func (r *robust) sign(of *comparisonRow) string {
	if r == nil || !of.apart() {
		return ""
	}
	for _, line := range r.rows {
		if line.Measure == of.measure && line.A == of.a && line.B == of.b && line.Switch == "" {
			return fmt.Sprintf("; over %s of assumptions the sign is %s", words.Plural(line.Sets, "drawn set", "drawn sets"), signTally(&line))
		}
	}
	return ""
}

// cells are one line of the table, from the line over all sets on.
func (r *robust) cells(i int) []string {
	all := &r.rows[i]
	cells := []string{all.Measure, all.A + " – " + all.B, words.Number(all.Estimate), kept(all), words.Percents(all.Interval),
		fmt.Sprintf("%d, %d, %d", all.Keeps, all.Turns, all.Sets-all.Keeps-all.Turns), fmt.Sprint(all.Against)}
	for k := range r.drawn.Switches {
		cells = append(cells, kept(&r.rows[i+2+2*k]))
	}
	return cells
}

// signTally is what became of a sign over the sets.
func signTally(r *record.RobustRow) string {
	return fmt.Sprintf("kept in %d, turned in %d, none in %d", r.Keeps, r.Turns, r.Sets-r.Keeps-r.Turns)
}

// kept is the share of sets that keep the sign.
func kept(r *record.RobustRow) string {
	if r.Sets == 0 {
		return words.None
	}
	return words.Percent(float64(r.Keeps) / float64(r.Sets))
}

// varied says what was varied, and what was not.
func (r *robust) varied() string {
	var parts []string
	for _, s := range r.drawn.Switches {
		parts = append(parts, fmt.Sprintf("%s (%s)", s.Name, s.Doc))
	}
	text := fmt.Sprintf("Varied in each set: %s, each narrowed to half its width around a middle drawn from it", words.Plural(r.drawn.Numbers, "number that is a range", "numbers that are ranges"))
	if r.drawn.Numbers == 0 {
		text = "Varied in each set: no number, as none of the scenario is a range"
	}
	if len(parts) > 0 {
		text += "; and by the toss of a coin " + strings.Join(parts, ", ")
	}
	return text + fmt.Sprintf(".\nNot varied: %s given as one value, who is at the table, the issues and their levels, how parties\nbargain, the rules of the talks. With %s a set, small differences turn by noise alone. All measures and\nswitches stand in robust.csv.",
		words.Plural(r.drawn.Fixed, "number", "numbers"), words.Plural(r.runs, "run", "runs"))
}

// robustLine is a line of robust.csv for other programs.
type robustLine struct {
	Measure  string  `json:"measure"`
	A        string  `json:"a"`
	B        string  `json:"b"`
	Estimate float64 `json:"estimate"`
	Switch   string  `json:"switch,omitempty"`
	Thrown   bool    `json:"thrown,omitempty"`
	Sets     int     `json:"sets"`
	Keeps    int     `json:"keeps"`
	Turns    int     `json:"turns"`
	Against  int     `json:"against"`
	ends
}

// robustTold is how far differences hold, for other programs.
type robustTold struct {
	Sets   int          `json:"sets"`
	Runs   int          `json:"runs_per_set"`
	Varied string       `json:"varied"`
	Lines  []robustLine `json:"lines"`
}

func (r *robust) told() *robustTold {
	if r == nil {
		return nil
	}
	t := &robustTold{Sets: r.sets, Runs: r.runs, Varied: strings.ReplaceAll(r.varied(), "\n", " "), Lines: []robustLine{}}
	for i := range r.rows {
		l := &r.rows[i]
		t.Lines = append(t.Lines, robustLine{l.Measure, l.A, l.B, l.Estimate, l.Switch, l.Thrown,
			l.Sets, l.Keeps, l.Turns, l.Against, endsOf(l.Interval)})
	}
	return t
}
