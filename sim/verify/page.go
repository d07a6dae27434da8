package verify

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// section is a part of the page: the rows of some classes.
type section struct {
	title, text string
	classes     []Class
}

func sections() []section {
	return []section{
		{"Exact", "Theory says what must come out. A row holds when what is expected lies within the tolerance, or, where runs are drawn, within four standard errors. The program ends with an error when one does not.", []Class{Exact, Published}},
		{"Facts that the form of the model was chosen by", "They were looked at while the model was built: that they are reproduced says that it was built to. Where what is expected reads above 0 or below 0, the data give a sign only, and the whole interval has to have it.", []Class{Form}},
		{"Facts that numbers were fitted to", "Reproduced by construction, as far as the fit goes.", []Class{Calibrated}},
		{"Facts held out", "Nothing was fitted to them. Here the model can be wrong.", []Class{HeldOut}},
	}
}

// WritePage writes the rows as a page that a sceptical reader can follow: what is
// exact, what is only a sign, what is assumed, and what is not reproduced or not tried.
func WritePage(w io.Writer, rows []Row, assumed string) error {
	var b strings.Builder
	b.WriteString("# What the model was held against\n\n")
	b.WriteString("Written by `shuttle verify`, which plays the scenarios of `configs/verify` through the same engine, parties and mediators as every other command. What is expected stands in the program with its source; what is simulated comes out of the scenarios, and a scenario that says something else makes its rows fail.\n\n")
	b.WriteString(Summary(rows) + "\n")
	for _, s := range sections() {
		s.write(&b, rows)
	}
	writeMissed(&b, rows)
	b.WriteString("\n## Assumed\n\n" + assumed + "\n\n## Not tried\n\n")
	for _, line := range untried() {
		b.WriteString("- " + line + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// untried are things that a reader might look for and not find.
func untried() []string {
	return []string{
		"Open talks in X4 where γ < 1: no closed form is known to compare with.",
		"In X4 that nobody gains by answering falsely and then refusing what is recommended: the sides of the check follow.",
		"X5 with more than two types of cost.",
		"E2 and E5 as they depend on how complex the agenda is, and how long talks last: crises on record are counted from their trigger, talks here from their first day.",
	}
}

// Summary says how many rows there are of each verdict.
func Summary(rows []Row) string {
	count := map[string]int{}
	for i := range rows {
		count[rows[i].Verdict()]++
	}
	text := fmt.Sprintf("%d exact rows hold, %d fail.", count[holds], count[fails])
	if facts := count[reproduced] + count[missed]; facts > 0 {
		text += fmt.Sprintf(" Of %d facts on record %d are reproduced and %d are not.", facts, count[reproduced], count[missed])
	}
	return text
}

func (s *section) write(b *strings.Builder, rows []Row) {
	check := ""
	for i := range rows {
		r := &rows[i]
		if !slices.Contains(s.classes, r.Class) {
			continue
		}
		if check == "" {
			fmt.Fprintf(b, "\n## %s\n\n%s\n", s.title, s.text)
		}
		if head := r.Check + ": " + r.Mechanism; head != check {
			check = head
			fmt.Fprintf(b, "\n### %s\n\n%s.\n\n| what | expected | simulated | interval | verdict |\n|---|---|---|---|---|\n", head, r.Source)
		}
		what := r.What
		if r.Note != "" {
			what += " (" + r.Note + ")"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", bare(what), r.Wanted(), Number(r.Simulated), r.Interval(), r.Verdict())
	}
}

// writeMissed lists what was not met, with what is missing.
func writeMissed(b *strings.Builder, rows []Row) {
	b.WriteString("\n## Not reproduced\n\n")
	none := true
	for i := range rows {
		if r := &rows[i]; !r.Agrees() {
			none = false
			fmt.Fprintf(b, "- %s, %s: expected %s, simulated %s", r.Check, r.What, r.Wanted(), Number(r.Simulated))
			if remark := r.Remark(); remark != "" {
				b.WriteString(" (" + remark + ")")
			}
			b.WriteString("\n")
		}
	}
	if none {
		b.WriteString("Nothing of what was checked.\n")
	}
}

// bare keeps a text from ending a cell of a table.
func bare(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// Wanted is what is expected: a number, or the range that agrees.
func (r *Row) Wanted() string {
	switch {
	case !math.IsNaN(r.Expected):
		return Number(r.Expected)
	case math.IsInf(r.Most, 1):
		return "above " + Number(r.Least)
	case math.IsInf(r.Least, -1):
		return "below " + Number(r.Most)
	}
	return Number(r.Least) + " to " + Number(r.Most)
}

// Interval is the interval of what was simulated; a dash where nothing was drawn.
func (r *Row) Interval() string {
	if r.Low == r.High || math.IsNaN(r.Simulated) {
		return "–"
	}
	return Number(r.Low) + " to " + Number(r.High)
}

// Number writes a number with six digits, more than a reader wants and what a check
// needs.
func Number(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}
