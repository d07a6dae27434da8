package page

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// outlasts says in how many drawn sets of assumptions the differences of mediators
// keep their sign, or that nobody looked.
func (b *builder) outlasts() string {
	least, most, sets := 1.0, 0.0, 0
	for _, r := range b.Robust {
		if slices.Contains(words.Told(), r.Measure) && r.Switch == "" && r.Sets > 0 {
			least, most, sets = min(least, share(r)), max(most, share(r)), r.Sets
		}
	}
	if sets == 0 {
		return "Not examined here: no other assumptions were played. With --robust N, shuttle compare plays N drawn sets of assumptions and says in how many each difference keeps its sign."
	}
	return fmt.Sprintf("The comparison was played again under %s of assumptions. Of the differences above, each keeps its sign in at least %s and at most %s of them; the table of sets says which, and on which part of the model that hangs.",
		words.Plural(sets, "drawn set", "drawn sets"), words.Percent(least), words.Percent(most))
}

// kept says in how many sets a difference keeps its sign, if other assumptions were
// played.
func (b *builder) kept(of record.ComparisonRow) string {
	for _, r := range b.Robust {
		if r.Measure == of.Measure && r.A == of.A && r.B == of.B && r.Switch == "" && r.Sets > 0 {
			return fmt.Sprintf("; the sign is the same in %d of %s of assumptions", r.Keeps, words.Plural(r.Sets, "drawn set", "drawn sets"))
		}
	}
	return ""
}

// direction says who has more here.
func direction(r record.RobustRow) string {
	if r.Estimate < 0 {
		return r.B + " more than " + r.A
	}
	return r.A + " more than " + r.B
}

// share is the share of the sets that keep the sign.
func share(r record.RobustRow) float64 { return float64(r.Keeps) / float64(max(1, r.Sets)) }

// robustTable shows on which part of the model the signs hang: over all sets, and over
// those in which one part is otherwise than in the scenario.
func (b *builder) robustTable() *table {
	switches := b.thrown()
	t := b.table("Share of the drawn sets of assumptions that keep the sign of a difference",
		append(texts("measure", "difference"), numbers("of all sets", "sets", "turn", "beyond noise")...)...)
	t.Class = "wide"
	for _, name := range switches {
		t.Columns = append(t.Columns, column{Name: name + " otherwise", Number: true})
	}
	for _, measure := range words.Told() {
		for _, r := range b.Robust {
			if r.Measure == measure && r.Switch == "" {
				t.add(b.robustRow(r, switches)...)
			}
		}
	}
	t.clip("robust.csv")
	t.Notes = append(t.Notes, "Beyond noise: of the sets in which the sign turns, those whose 95% interval lies all on the other side. Otherwise: in the sets in which that part of the model is not as in the scenario. More stands in robust.csv.")
	return t
}

// thrown are the switches that were thrown, in the order of the file.
func (b *builder) thrown() []string {
	var names []string
	for _, r := range b.Robust {
		if r.Thrown && !slices.Contains(names, r.Switch) {
			names = append(names, r.Switch)
		}
	}
	return names
}

func (b *builder) robustRow(all record.RobustRow, switches []string) []cell {
	name := head(words.Label(all.Measure))
	base, _, _ := strings.Cut(all.Measure, ".")
	name.Link = b.terms[base]
	row := []cell{name, word(direction(all)), keeps(all), count(all.Sets), count(all.Turns), count(all.Against)}
	for _, s := range switches {
		c := absent()
		for _, r := range b.Robust {
			if r.Measure == all.Measure && r.A == all.A && r.B == all.B && r.Switch == s && r.Thrown {
				c = keeps(r)
			}
		}
		row = append(row, c)
	}
	return row
}

// keeps is a cell with the share of sets that keep the sign.
func keeps(r record.RobustRow) cell {
	if r.Sets == 0 || r.Interval == nil {
		return absent()
	}
	c := value(words.Percent(share(r)), share(r))
	c.Below = words.Percents(r.Interval)
	return c
}
