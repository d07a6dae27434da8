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
			"A row holds when what theory says, or a published table, lies within the tolerance of what was simulated, which verify.csv states; where runs are drawn, within four standard errors, which the interval shows. Numbers of the published table have to be met by the estimates themselves, within 0.02. Rows are not so many theories: each check says what it can find, and what it cannot.",
			[]Class{Exact, Published}},
		{"Facts that the form of the model was chosen by", "little: they were looked at while the model was built, or it was changed what they are compared with once a result had been seen",
			"Where what is expected reads above 0 or below 0 the data give a sign only, and the whole 95% interval has to have it: nothing is said of the size. A number has to lie in the data's own 95% interval: Wilson's of a rate, Newcombe's of a difference of rates, that of the logarithm of a ratio or of odds, all from the counts. Of each kind a verdict that other runs might well turn is called within noise of the bound.", []Class{Form}},
		{"Facts that numbers were fitted to", "nothing: by construction, as far as the fit goes",
			"The estimate has to lie in the data's own 95% interval.", []Class{Calibrated}},
		{"Facts held out", "most: nothing was fitted to them, and here the model can be wrong", heldOut, []Class{HeldOut}},
		{"What would have to be so", "nothing of the model as it is", supposed, []Class{Supposed}},
	}
}

// heldOut says what is held out, and what no longer is.
const heldOut = "A row is held out only as it was first written: what stands for a style, which crises it takes and what it has to meet are those of the first version that is on record. A row of which any of these was changed once its result had been seen is not held out any more and stands among those that the form was chosen by, even if the change made it harder. Among these are the rates of manipulation and of all mediators together (first under pressure on both sides, in the live case), the steps from style to style, the odds of agreement, the day of the signature, what selection hides, what guarantors are seen to do, what mediated deals are seen to do, and when a mediator comes: all were held out once. What is left is held out in a weak sense. The numbers were fitted to other rows, but the drawn crises took the place of the live case when rates there had been seen, and when these rows had been seen the model was still built on, strategies among it (facilitation passes on four priorities in five since, and a single text haggles), and its two numbers were fitted again. The estimate has to lie in the data's own 95% interval; a sign has to be that of the whole interval. Beside it stands what a coin, the unmediated rate and a logistic regression of all other crises foretell."

// supposed says what the rows of another model are for.
const supposed = "The same rows were authorship to weigh as much as in a published experiment, the fallbacks fitted again to the rate of crises without a mediator and nothing else. It is not adopted: that passers-by judge like governments is a judgement, and the levers of mediators are then too small to tell (the last row). These rows count among no facts."

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

// writeClasses is the table of how many rows and facts of each kind agree, and what that
// means.
func writeClasses(b *strings.Builder, rows []Row) {
	b.WriteString("\n| kind | rows | agree | facts | reproduced | weak | not | what it says when they agree |\n|---|---|---|---|---|---|---|---|\n")
	facts := Distinct(rows)
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
		counts := "– | – | – | –"
		if n, by := tried(facts, s.classes...); n > 0 {
			counts = fmt.Sprintf("%d | %d | %d | %d", n, by[reproduced], by[weak], by[missed])
		}
		fmt.Fprintf(b, "| %s | %d | %d | %s | %s |\n", strings.ToLower(s.title[:1])+s.title[1:], all, agree, counts, s.meaning)
	}
	if len(facts) > 0 {
		b.WriteString("\nA fact may have several rows: other readings of it, other measures, parts of one curve. It is reproduced where all of them agree and one at least might well have failed. Rows that could hardly have failed are called weak, with what would make them fail, and a fact of which all rows are weak counts as neither reproduced nor not. verify.csv says which fact a row is of.\n")
	}
}

// untried are things that a reader might look for and not find.
func untried() []string {
	return []string{
		"In X4 that nobody gains by answering falsely and then refusing what is recommended: the sides of the check follow. For open talks a test searches all policies under which nobody would.",
		"X5 with more than two types of cost.",
		"E1 and E2 as agreements of any kind, tacit and one-sided ones among them: on record 21% without a mediator, and 36%, 57% and 76% under facilitation, formulation and manipulation. Here a text is signed or none is, so that only formal agreements can be compared; the order on record is the same in both.",
		"E1 and E2 as levels of tension: on record tensions are lower within five years after 49% of the crises without a mediator and 64% of those with one, most of them without a formal agreement. Here only a deal ends anything, so that no level can be compared; that styles differ little in it can.",
		"E1 as deals that hold five years, of all crises: it follows from how many agree, as a crisis without a deal has none that holds.",
		"E1 with crises that end by themselves and mediators called to those that last. The first can be played (`war: exhaustion`), the second has no mechanism here; together they would turn the sign of the difference in days, as they must whatever mediators do. Which of two medians a baseline foretells is a question of who is called, too: of the length of crises only 58 and 138 days from the trigger are at hand.",
		"E6 by single provisions (a committee of oversight, hazard ratio 0.76, 0.48 to 1.19; peacekeepers): nearly every deal of this case has full monitoring and a force, and leaves nothing to compare.",
	}
}

// Summary says how many rows there are of each verdict, and how many facts.
func Summary(rows []Row) string {
	count := map[string]int{}
	for i := range rows {
		count[rows[i].Verdict()]++
	}
	text := fmt.Sprintf("%d exact rows hold, %d fail.", count[holds], count[fails])
	if all, by := tried(Distinct(rows), Form, Calibrated, HeldOut); all > 0 {
		text += fmt.Sprintf(" Of %d distinct facts on record %d are reproduced, %d are too weak to tell and %d are not reproduced.", all, by[reproduced], by[weak], by[missed])
	}
	return text
}

func (s *section) write(b *strings.Builder, rows []Row) {
	check, source := "", ""
	for i := range rows {
		r := &rows[i]
		if !slices.Contains(s.classes, r.Class) {
			continue
		}
		if check == "" {
			fmt.Fprintf(b, "\n## %s\n\n%s\n", s.title, s.text)
		}
		head := r.Check + ": " + r.Mechanism
		if head != check {
			fmt.Fprintf(b, "\n### %s\n", head)
		}
		if head != check || r.Source != source {
			fmt.Fprintf(b, "\n%s.\n%s\n| what | expected | simulated | interval | verdict |\n|---|---|---|---|---|\n", r.Source, scope(r))
		}
		check, source = head, r.Source
		what := r.What
		if r.Note != "" {
			what += " (" + r.Note + ")"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", bare(what), r.Wanted(), r.Got(), r.Interval(), r.argued())
	}
}

// scope says what a check with an exact answer can find, and what it cannot.
func scope(r *Row) string {
	for _, c := range Checks() {
		if r.Class.Decides() && c.ID == r.Check && c.Mechanism == r.Mechanism {
			return fmt.Sprintf("\nIt would find %s. It cannot find %s.\n", c.Finds, c.Misses)
		}
	}
	return ""
}

// argued is the verdict and, where it says next to nothing, why.
func (r *Row) argued() string {
	if r.Verdict() == weak {
		return r.Told() + ": " + bare(r.Weak)
	}
	return r.Told()
}

// writeMissed lists what was not met, by what is missing.
func writeMissed(b *strings.Builder, rows []Row) {
	b.WriteString("\n## Not reproduced\n")
	var reasons []string
	by := map[string][]*Row{}
	for i := range rows {
		r := &rows[i]
		if r.Agrees() || r.Class == Supposed {
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
