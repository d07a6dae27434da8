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
	title   string
	meaning string // what it says that a row of them agrees
	text    string
	classes []Class
}

func sections() []section {
	return []section{
		{"Exact", "theory is met: the program ends with an error when one row is not",
			"A row holds when what theory says, or a published table, lies within the tolerance of what was simulated, which verify.csv states; where runs are drawn, within four standard errors, which the interval shows. Numbers of the published table have to be met by the estimates themselves, within 0.02.",
			[]Class{Exact, Published}},
		{"Facts that the form of the model was chosen by", "little: they were looked at while the model was built, or before it was settled what they are compared with",
			"Where what is expected reads above 0 or below 0 the data give a sign only, and the whole 95% interval has to have it: nothing is said of the size. A rate has to lie in the data's own interval. Of each kind a verdict that other runs might well turn is called within noise of the bound.", []Class{Form}},
		{"Facts that numbers were fitted to", "nothing: by construction, as far as the fit goes",
			"The estimate has to lie in the data's own 95% interval.", []Class{Calibrated}},
		{"Facts held out", "most: nothing was fitted to them, and here the model can be wrong",
			"Foretold after the two numbers were fitted, by a reading of the styles that was written down before, beside what a coin, the unmediated rate and a logistic regression of all other crises foretell. The estimate has to lie in the data's own 95% interval; a sign has to be that of the whole interval.", []Class{HeldOut}},
	}
}

// WritePage writes the rows as a page that a sceptical reader can follow: what is
// exact, what is only a sign, what is assumed, and what is not reproduced or not tried.
func WritePage(w io.Writer, rows []Row, assumed string) error {
	var b strings.Builder
	b.WriteString("# What the model was held against\n\n")
	b.WriteString("Written by `shuttle verify`, which plays the scenarios of `configs/verify` through the same engine, parties and mediators as every other command. What is expected stands in the program with its source; what is simulated comes out of the scenarios, and a scenario that says something else makes its rows fail. The same command writes the same bytes again; `--full` plays five times as many runs.\n\n")
	b.WriteString(Summary(rows) + "\n")
	writeClasses(&b, rows)
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

// writeClasses is the table of how many rows of each kind agree, and what that means.
func writeClasses(b *strings.Builder, rows []Row) {
	b.WriteString("\n| rows | how many | agree | what it says when they agree |\n|---|---|---|---|\n")
	for _, s := range sections() {
		all, agree := 0, 0
		for i := range rows {
			if r := &rows[i]; slices.Contains(s.classes, r.Class) {
				all++
				if r.Agrees() {
					agree++
				}
			}
		}
		fmt.Fprintf(b, "| %s | %d | %d | %s |\n", strings.ToLower(s.title[:1])+s.title[1:], all, agree, s.meaning)
	}
}

// untried are things that a reader might look for and not find.
func untried() []string {
	return []string{
		"In X4 that nobody gains by answering falsely and then refusing what is recommended: the sides of the check follow. For open talks a test searches all policies under which nobody would.",
		"X5 with more than two types of cost.",
		"E1 and E2 as agreements of any kind, tacit and one-sided ones among them: on record 21% without a mediator, and 36%, 57% and 76% under facilitation, formulation and manipulation. Here a text is signed or none is, so that only formal agreements can be compared; the order is the same in both.",
		"E1 and E2 as levels of tension: on record tensions are lower within five years after 49% of the crises without a mediator and 64% of those with one, most of them without a formal agreement. Here only a deal ends anything, so that no level can be compared; that styles differ little in it can.",
		"E1 with crises that end by themselves and mediators called to those that last. The first can be played (`war: exhaustion`), the second has no mechanism here; together they would turn the sign of the difference in days, as they must whatever mediators do. Which of two medians a baseline foretells is a question of who is called, too: of the length of crises only 58 and 138 days from the trigger are at hand.",
		"E6 by single provisions (a committee of oversight, hazard ratio 0.76, 0.48 to 1.19; peacekeepers): nearly every deal of this case has full monitoring and a force, and leaves nothing to compare.",
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
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", bare(what), r.Wanted(), r.Got(), r.Interval(), r.Told())
	}
}

// writeMissed lists what was not met, by what is missing.
func writeMissed(b *strings.Builder, rows []Row) {
	b.WriteString("\n## Not reproduced\n")
	var reasons []string
	by := map[string][]*Row{}
	for i := range rows {
		r := &rows[i]
		if r.Agrees() {
			continue
		}
		if !slices.Contains(reasons, r.Missing) {
			reasons = append(reasons, r.Missing)
		}
		by[r.Missing] = append(by[r.Missing], r)
	}
	for _, reason := range reasons {
		if reason != "" {
			fmt.Fprintf(b, "\nMissing: %s.\n", reason)
		}
		b.WriteString("\n")
		for _, r := range by[reason] {
			fmt.Fprintf(b, "- %s, %s: expected %s, simulated %s\n", r.Check, r.What, r.Wanted(), r.Got())
		}
	}
	if len(reasons) == 0 {
		b.WriteString("\nNothing of what was checked.\n")
	}
}

// Told is the verdict, and whether it is a close one.
func (r *Row) Told() string {
	if r.Close() {
		return r.Verdict() + ", " + nearBound
	}
	return r.Verdict()
}

// bare keeps a text from ending a cell of a table.
func bare(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// Wanted is what is expected: a number, a range that agrees, or both where the data give
// an interval.
func (r *Row) Wanted() string {
	switch {
	case r.by == hits && !math.IsNaN(r.Expected):
		return r.number(r.Expected) + " (" + r.number(r.Least) + " to " + r.number(r.Most) + ")"
	case !math.IsNaN(r.Expected):
		return r.number(r.Expected)
	case math.IsInf(r.Most, 1):
		return "above " + r.number(r.Least)
	case math.IsInf(r.Least, -1):
		return "below " + r.number(r.Most)
	}
	return r.number(r.Least) + " to " + r.number(r.Most)
}

// Interval is the interval of what was simulated; a dash where nothing was drawn.
func (r *Row) Interval() string {
	if r.Low == r.High || math.IsNaN(r.Simulated) {
		return "–"
	}
	return r.number(r.Low) + " to " + r.number(r.High)
}

// Got is what was simulated.
func (r *Row) Got() string { return r.number(r.Simulated) }

// number writes a number of the row: with six digits where a check decides, and with
// three of facts, which say no more.
func (r *Row) number(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	digits := 3
	if r.Class.Decides() {
		digits = 6
	}
	return strconv.FormatFloat(x, 'g', digits, 64)
}
