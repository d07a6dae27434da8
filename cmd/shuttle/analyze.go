package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"shuttle/sim/measure"
	"shuttle/sim/record"
	"shuttle/sim/report/words"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
)

func (p *program) analyzeCommand() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:   "analyze SCENARIO",
		Short: "Say what could be agreed, without playing anything",
		Long: `analyze maps the deals of a scenario without any talks: the frontier, the usual
solution points, what each issue is worth to whom, and in how many draws of the
parties there is a deal that nobody would refuse.`,
		Example: `  shuttle analyze configs/textbook.yaml --set parties[B].fallback.base=0.7`,
		Args:    only("a scenario"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(cmd.Flags()); err != nil {
				return err
			}
			return p.analyze(cmd.Context(), args[0], &f)
		},
	}
	to := cmd.Flags()
	f.addRuns(to, "how many draws of the parties to look at")
	f.addSeed(to)
	f.addSet(to)
	f.addJSON(to)
	return cmd
}

func (p *program) analyze(ctx context.Context, name string, f *flags) error {
	s, err := compile(name, f.set)
	if err != nil {
		return err
	}
	c, err := await(ctx, func() (record.Case, error) {
		return measure.CaseFile(s, f.runs, rng.Seed(f.seed)), nil
	})
	if err != nil {
		return err
	}
	if f.asJSON {
		if s.Live {
			p.warn(false, "%s", scenario.Caveat)
		}
		return writeSpace(p.stdout, &c)
	}
	return writeAnalysis(p.stdout, &c)
}

// writeSpace writes the space of deals for other programs.
func writeSpace(w io.Writer, c *record.Case) error {
	return writeJSON(w, struct {
		Outcomes         float64        `json:"outcomes"`
		Frontier         []record.Point `json:"frontier"`
		Nash             *record.Point  `json:"nash"`
		KalaiSmorodinsky *record.Point  `json:"kalai_smorodinsky"`
		Egalitarian      *record.Point  `json:"egalitarian"`
		Welfare          *record.Point  `json:"welfare"`
		Opposition       *float64       `json:"opposition"`
		RationalFraction float64        `json:"rational_fraction"`
		ZoneShare        float64        `json:"zone_share"`
	}{c.Outcomes, c.Frontier, c.Nash, c.KalaiSmorodinsky, c.Egalitarian, c.Welfare, c.Opposition, c.RationalFraction, c.ZoneShare})
}

// writeAnalysis tells people the same, and what each issue is worth to whom.
func writeAnalysis(w io.Writer, c *record.Case) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", c.Title)
	if c.Live {
		fmt.Fprintf(&b, "%s\n", words.Sentence(c.Caveat))
	}
	fmt.Fprintf(&b, "\n%s deals are possible. At base values %s of them would be refused by nobody and leave\nevery side that signs better off than no deal; %d deals that nobody would refuse are undominated.\n",
		many(c.Outcomes), words.Percent(c.RationalFraction), len(c.Frontier))
	opposition := "–"
	if c.Opposition != nil {
		opposition = words.Number(*c.Opposition)
	}
	fmt.Fprintf(&b, "Opposition %s: 0 when one deal is best for everybody.\n", opposition)
	fmt.Fprintf(&b, "%s\n%s\n\n", words.Zone(*c), words.Noise)
	b.WriteString(pointsTable(c))
	b.WriteString(issuesTable(c))
	for _, warning := range c.Warnings {
		fmt.Fprintf(&b, "Note: %s\n", words.Sentence(warning))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// pointsTable shows the solution points side by side: what they are worth to whom,
// and their clauses.
func pointsTable(c *record.Case) string {
	points := []*record.Point{c.Nash, c.KalaiSmorodinsky, c.Egalitarian, c.Welfare}
	t := newTable("", "Nash", "Kalai–Smorodinsky", "egalitarian", "greatest sum")
	line := func(name string, of func(*record.Point) string) {
		cells := []string{name}
		for _, p := range points {
			if p == nil {
				cells = append(cells, "–")
			} else {
				cells = append(cells, of(p))
			}
		}
		t.AppendRow(row(cells...))
	}
	signatory := 0
	for _, p := range c.Parties {
		if p.Belligerent {
			i := signatory
			line("worth to "+p.Name, func(p *record.Point) string { return words.Number(p.Utilities[i]) })
			signatory++
		}
	}
	t.AppendSeparator()
	for k, is := range c.Issues {
		line(is.Name, func(p *record.Point) string { return p.Deal[k] })
	}
	return t.Render() + "\n\n"
}

// issuesTable shows what is at stake for whom: the span from the worst level of an
// issue to the best.
func issuesTable(c *record.Case) string {
	columns := []string{"issue", "levels"}
	for _, p := range c.Parties {
		columns = append(columns, "at stake for "+p.Name)
	}
	t := newTable(columns...)
	for _, is := range c.Issues {
		cells := []string{is.Name, fmt.Sprint(len(is.Levels))}
		for _, w := range is.Worth {
			cells = append(cells, words.Number(w.Span))
		}
		t.AppendRow(row(cells...))
	}
	cells := []string{"no deal", ""}
	for _, p := range c.Parties {
		cells = append(cells, words.Number(p.Fallback))
	}
	t.AppendSeparator()
	t.AppendRow(row(cells...))
	return t.Render() + "\n\n"
}
