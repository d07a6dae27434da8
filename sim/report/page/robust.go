package page

import (
	"fmt"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// outlasts says in how many drawn sets of assumptions the differences of mediators
// keep their sign, or that nobody looked.
func (b *builder) outlasts() part {
	p := part{Head: "Does it hold under other assumptions?"}
	for _, measure := range told() {
		for _, r := range b.Robust {
			if r.Measure == measure && r.Switch == "" && r.Sets > 0 {
				p.List = append(p.List, words.Sentence(fmt.Sprintf("%s, %s: the sign is the same in %s of %s of assumptions (95%% interval %s)",
					label(measure), direction(r), words.Percent(share(r)), words.Plural(r.Sets, "drawn set", "drawn sets"), words.Percents(r.Interval))))
			}
		}
	}
	if len(p.List) == 0 {
		p.Text = []string{"Not examined here: no other assumptions were played. With --robust N, shuttle compare plays N drawn sets of assumptions and says in how many each difference keeps its sign."}
	}
	return p
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

// robustTable shows on which part of the model the signs hang.
func (b *builder) robustTable() *table {
	t := b.table("Sets of assumptions that keep the sign of a difference", append(texts("measure", "difference", "sets in which"),
		numbers("sets", "keep the sign", "95% interval", "turn", "beyond noise")...)...)
	for _, measure := range told() {
		for _, r := range b.Robust {
			if r.Measure == measure {
				t.Rows = append(t.Rows, b.robustRow(r))
			}
		}
	}
	t.clip("robust.csv")
	t.Notes = append(t.Notes, "Beyond noise: of the sets in which the sign turns, those whose 95% interval lies all on the other side.")
	return t
}

func (b *builder) robustRow(r record.RobustRow) []cell {
	which := "all"
	if r.Switch != "" {
		which = r.Switch + " is as in the scenario"
		if r.Thrown {
			which = r.Switch + " is otherwise"
		}
	}
	name := head(label(r.Measure))
	base, _, _ := strings.Cut(r.Measure, ".")
	name.Link = b.terms[base]
	row := []cell{name, word(direction(r)), word(which), count(r.Sets)}
	if r.Sets == 0 || r.Interval == nil {
		return append(row, absent(), absent(), count(r.Turns), count(r.Against))
	}
	return append(row, value(words.Percent(share(r)), share(r)), value(words.Percents(r.Interval), r.Interval.Low), count(r.Turns), count(r.Against))
}
