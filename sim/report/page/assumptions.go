package page

import (
	"fmt"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// assumptions lists every number of the scenario with its unit and basis, a table
// for each group of them.
func (b *builder) assumptions() []part {
	all := b.Case.Assumptions
	if len(all) == 0 {
		return []part{{Text: []string{"The result lists no number of the scenario."}}}
	}
	ranged := 0
	for _, a := range all {
		if a.Lo != a.Hi {
			ranged++
		}
	}
	text := fmt.Sprintf("The scenario has %s. %s a range, from which every run draws; the others are fixed.",
		words.Plural(len(all), "number", "numbers"), words.Capital(words.Plural(ranged, "number has", "numbers have")))
	if b.points > 1 {
		text += " What the design varies stands under the case; these are the values of the scenario that it starts from."
	}
	text += " Basis default: the scenario leaves the number to the program, whose own value stands."
	text += " Of each number stand its place in the scenario, its value or range, its unit, its basis, and its source or a note."
	parts := []part{{Text: []string{text}}, {Table: b.basesTable()}}
	var order []string
	groups := map[string][]record.Assumption{}
	for _, a := range all {
		g := owner(a.Path)
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], a)
	}
	for _, g := range order {
		parts = append(parts, part{Table: b.assumptionsTable(g, groups[g])})
	}
	return parts
}

// owner is what a number belongs to: the first name of its path, parties apart.
func owner(path string) string {
	if at := strings.Index(path, "]"); strings.HasPrefix(path, "parties[") && at > 0 {
		return path[:at+1]
	}
	if at := strings.IndexAny(path, ".["); at > 0 {
		return path[:at]
	}
	return path
}

// basesTable counts the numbers by what they rest on.
func (b *builder) basesTable() *table {
	t := b.table("What the numbers rest on", append(texts("basis"), numbers("numbers", "with a range")...)...)
	t.Class = "narrow"
	var order []string
	counts := map[string][2]int{}
	for _, a := range b.Case.Assumptions {
		name := basis(a)
		n, known := counts[name]
		if !known {
			order = append(order, name)
		}
		n[0]++
		if a.Lo != a.Hi {
			n[1]++
		}
		counts[name] = n
	}
	for _, name := range order {
		n := counts[name]
		t.add(head(name), count(n[0]), count(n[1]))
	}
	return t
}

// basis is what a number rests on.
func basis(a record.Assumption) string {
	if a.Basis == "" {
		return "none given"
	}
	return a.Basis
}

func (b *builder) assumptionsTable(group string, all []record.Assumption) *table {
	t := b.table("Numbers of "+group, append(texts("number"), append(numbers("value"), texts("unit", "basis", "source or note")...)...)...)
	t.Class = "dense lines"
	for _, a := range all {
		why := strings.TrimPrefix(strings.TrimSuffix(a.Source+"; "+a.Note, "; "), "; ")
		t.add(pathOf(a.Path, group), drawn(a), word(a.Unit), word(basis(a)), word(why))
	}
	return t
}

// pathOf is the path of a number of a group; on paper, where the caption has just said the
// group, it stands without.
func pathOf(path, group string) cell {
	c := head(path)
	if rest := strings.TrimPrefix(strings.TrimPrefix(path, group), "."); rest != path && rest != "" {
		c.Before = strings.TrimSuffix(path, rest)
	}
	return c
}

// drawn is a number as runs draw it: alone, or its range with the base.
func drawn(a record.Assumption) cell {
	c := value(fmt.Sprintf("%.6g", a.Base), a.Base)
	if a.Lo != a.Hi {
		c.Text = fmt.Sprintf("%.6g to %.6g", a.Lo, a.Hi)
		c.Below = fmt.Sprintf("base %.6g, %s", a.Base, a.Shape)
	}
	return c
}
