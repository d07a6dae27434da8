package page

import (
	"fmt"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// results are the tables of what came out.
func (b *builder) results() []part {
	var parts []part
	switch {
	case len(b.Summary) == 0:
		return []part{{Text: []string{"This result holds no summary of runs."}}}
	case b.points == 1 && len(b.Mediators) == 1:
		parts = []part{{Table: b.endingsTable()}, {Table: b.measuresTable()}}
	default:
		parts = []part{{Table: b.valuesTable()}, {Table: b.outcomesTable()}}
	}
	if noted := b.besideNumbers(); len(noted) > 0 {
		parts = append([]part{{Text: []string{"To be read with these numbers:"}, List: noted}}, parts...)
	}
	if len(b.Comparison) > 0 {
		parts = append(parts, part{Table: b.differencesTable()})
	}
	if len(b.Robust) > 0 {
		parts = append(parts, part{Table: b.robustTable()})
	}
	if len(b.Regret) > 0 {
		parts = append(parts, part{Table: b.regretTable()})
	}
	return parts
}

// endingsTable shows how the runs of one mediator ended, beside the share that was
// signed.
func (b *builder) endingsTable() *table {
	t := b.table("How the talks ended, with 95% intervals", append(texts("ending"), numbers("share of runs", "runs")...)...)
	t.Class = "narrow few"
	add := func(name, measure string) {
		r := b.row(0, b.Mediators[0].Name, measure)
		if r.N == 0 {
			return
		}
		first := head(name)
		first.Link = b.terms[measure]
		t.add(first, estimated(r),
			cell{Text: fmt.Sprintf("%.0f of %s", r.Estimate*float64(r.N), words.Thousands(r.N)), Sort: fmt.Sprint(r.Estimate), Number: true})
	}
	add("agreement: signed by all who must", "agreement")
	for _, o := range b.Outcomes {
		add(o.Name, "outcome."+o.Name)
	}
	return t
}

// measuresTable shows every measure of the runs of one mediator.
func (b *builder) measuresTable() *table {
	t := b.table("What was measured, mean or share over the runs that have it, with 95% intervals",
		append(texts("measure"), append(numbers("mean or share", "runs"), texts("unit")...)...)...)
	t.Class = "few"
	var none []string
	for _, r := range b.Summary {
		if strings.HasPrefix(r.Measure, "outcome.") || r.Measure == "agreement" {
			continue
		}
		if r.N == 0 {
			none = append(none, words.Label(r.Measure))
			continue
		}
		base, _, _ := strings.Cut(r.Measure, ".")
		first := head(words.Label(r.Measure))
		first.Link = b.terms[base]
		t.add(first, estimated(r), count(r.N), word(b.unit(base)))
	}
	if len(none) > 0 {
		t.Notes = append(t.Notes, "No run has "+words.List(none)+".")
	}
	return t
}

// unit is the unit of a measure.
func (b *builder) unit(measure string) string {
	measure, _, _ = strings.Cut(measure, ".")
	for _, m := range b.Measures {
		if strings.TrimSuffix(m.Name, ".<party>") == measure {
			return m.Unit
		}
	}
	return ""
}

// values are what the table of values shows: agreement, what it is worth to whom,
// how long it holds.
func (b *builder) values() []string {
	measures := []string{"agreement", "joint_gain"}
	for _, p := range b.belligerents() {
		measures = append(measures, "gain."+p)
	}
	return append(measures, "tilt", "expected_peace_5y", "peace")
}

func (b *builder) valuesTable() *table {
	t := b.byMediator("What came of the talks, with 95% intervals", b.values())
	t.Notes = append(t.Notes, "Gains, tilt and expected peace are of signed texts only: mediators sign different runs, so compare them by the differences of runs signed under both. Peace is of all runs.")
	return t
}

// outcomesTable shows how the talks ended: every outcome that any run had.
func (b *builder) outcomesTable() *table {
	var measures, never []string
	for _, o := range b.Outcomes {
		name := "outcome." + o.Name
		switch seen, had := b.seen(name); {
		case had:
			measures = append(measures, name)
		case seen:
			never = append(never, o.Name)
		}
	}
	t := b.byMediator("How the talks ended, share of runs with 95% intervals", measures)
	if len(never) > 0 {
		t.Notes = append(t.Notes, "No run ended as "+strings.Join(never, ", ")+".")
	}
	return t
}

// seen tells whether a measure is in the summary, and whether it ever was more than
// nothing.
func (b *builder) seen(measure string) (seen, had bool) {
	for _, r := range b.Summary {
		if r.Measure == measure && r.N > 0 {
			seen, had = true, had || r.Estimate > 0
		}
	}
	return seen, had
}

// byMediator is a table with a row a point and mediator.
func (b *builder) byMediator(caption string, measures []string) *table {
	t := b.table(caption)
	if b.points > 1 {
		t.Columns = numbers("point")
		for _, f := range b.Design.Factors {
			t.Columns = append(t.Columns, column{Name: f.Name})
		}
	}
	t.Columns = append(t.Columns, column{Name: "mediator"})
	for _, m := range measures {
		t.Columns = append(t.Columns, column{Name: words.Label(m), Unit: b.unit(m), Number: true})
	}
	if len(t.Columns) > 8 {
		t.Class = "wide"
	}
	for point := range b.points {
		for _, m := range b.Mediators {
			row := b.place(point)
			name := head(m.Name)
			if m.Oracle {
				name.Below = "sees the truth: a line, no rival"
			}
			row = append(row, name)
			for _, measure := range measures {
				row = append(row, estimated(b.row(point, m.Name, measure)))
			}
			t.add(row...)
		}
	}
	t.clip("summary.csv")
	return t
}

// place are the cells that name a point of the design.
func (b *builder) place(point int) []cell {
	if b.points == 1 {
		return nil
	}
	row := []cell{value(fmt.Sprint(point), float64(point))}
	for _, level := range b.Design.Points[point] {
		row = append(row, cell{Text: cut(level, 40), Sort: level})
	}
	return row
}

// differencesTable shows the differences of every two mediators, a group a measure.
func (b *builder) differencesTable() *table {
	t := b.table("Differences of mediators, run by run, with 95% intervals")
	t.Class = "few"
	if b.points > 1 {
		t.Columns = numbers("point")
	}
	t.Columns = append(t.Columns, texts("first", "second")...)
	t.Columns = append(t.Columns, numbers("first less second", "p, all pairs counted", "pairs of runs")...)
	t.Columns = append(t.Columns, texts("told apart")...)
	for _, measure := range words.Told() {
		begun := false
		for _, r := range b.Comparison {
			if r.Measure != measure {
				continue
			}
			if !begun {
				unit := words.DifferenceOf(r, b.unit(measure)).In()
				t.group(strings.TrimSuffix(words.Label(measure)+", in "+unit, ", in "), b.terms[measure])
				begun = true
			}
			t.add(b.differenceRow(r)...)
		}
	}
	t.clip("comparison.csv")
	t.Notes = append(t.Notes, "Points are of a hundred. The interval is of the pair alone; p counts all pairs of a measure (Holm), and told apart means that it is at most 0.05. Other measures stand in comparison.csv.")
	return t
}

// differenceRow is one row of the table of differences.
func (b *builder) differenceRow(r record.ComparisonRow) []cell {
	var row []cell
	if b.points > 1 {
		row = append(row, value(fmt.Sprint(r.Point), float64(r.Point)))
	}
	row = append(row, head(r.A), word(r.B))
	d := words.DifferenceOf(r, b.unit(r.Measure))
	if r.N == 0 {
		return append(row, absent(), absent(), count(0), word("no pair"))
	}
	difference := value(d.Number(r.Estimate), r.Estimate)
	if r.Interval == nil {
		return append(row, difference, absent(), count(r.N), word("too few pairs"))
	}
	difference.Below = d.Between(*r.Interval, 1)
	verdict := "no"
	if words.Apart(r) {
		verdict = "yes"
	}
	return append(row, difference, value(chance(r.Holm), r.Holm), count(r.N), word(verdict))
}

// chance writes a p-value.
func chance(p float64) string {
	if p < 0.001 {
		return "<0.001"
	}
	return fmt.Sprintf("%.3f", p)
}
