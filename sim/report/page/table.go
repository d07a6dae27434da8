package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// table is a table of the page. The script makes it sortable; data-sort attributes
// say by what where the text does not.
type table struct {
	ID      string
	Number  int
	Class   string // of the style sheet: narrow, wide, dense, lines, which on paper are no table but a line a row, or few, whose intervals have room beside the value on paper
	Caption string
	Columns []column
	Groups  []group
	Notes   []string
}

// group is rows below a head of their own; of most tables there is one, without a
// head. Sorting keeps groups together.
type group struct {
	Head, Link string
	Rows       [][]cell
}

type column struct {
	Name   string
	Unit   string // of its numbers, "" where it need not be said
	Number bool   // cells are numbers: set at the right, sorted by size
}

// cell is one cell; Head makes it the header of its row.
type cell struct {
	Text, Below, Link, Sort string
	Before                  string // how Text begins, where paper leaves that out
	Head, Number            bool
}

// After is what of Text follows Before.
func (c cell) After() string { return strings.TrimPrefix(c.Text, c.Before) }

// Class sets a column of numbers at the right, breaks long names and no others.
func (c column) Class() string { return class(c.Number, c.Name) }

// Class sets a number at the right, breaks long names and no others.
func (c cell) Class() string { return class(c.Number, c.Text) }

func class(number bool, text string) string {
	var names []string
	if number {
		names = append(names, "number")
	}
	switch {
	case unbroken(text) > longestWord:
		names = append(names, "long")
	case strings.Contains(text, "-") && !strings.Contains(text, " ") && len(text) <= longestWord:
		names = append(names, "name")
	}
	return strings.Join(names, " ")
}

// longestWord is up to how many letters a word is kept whole: any longer and one name
// could make a table wider than its page.
const longestWord = 24

// mostRows is how many rows of a result's table the page shows: more would make it
// slow to open and no easier to read. The files hold all.
const mostRows = 400

// table numbers a table.
func (b *builder) table(caption string, columns ...column) *table {
	b.numbers[1]++
	return &table{ID: fmt.Sprintf("table-%d", b.numbers[1]), Number: b.numbers[1], Caption: caption, Columns: columns}
}

// texts are columns of words, numbers columns of numbers.
func texts(names ...string) []column {
	var list []column
	for _, n := range names {
		list = append(list, column{Name: n})
	}
	return list
}

func numbers(names ...string) []column {
	list := texts(names...)
	for i := range list {
		list[i].Number = true
	}
	return list
}

// head is a cell that names its row.
func head(text string) cell { return cell{Text: text, Head: true} }

// word is a cell of words.
func word(text string) cell { return cell{Text: text} }

// value is a cell with a number, sorted by its size and not by how it is written.
func value(text string, x float64) cell {
	return cell{Text: text, Sort: strconv.FormatFloat(x, 'g', -1, 64), Number: true}
}

// count is a cell with a whole number.
func count(n int) cell { return value(words.Thousands(n), float64(n)) }

// absent is a cell without a number.
func absent() cell { return cell{Text: words.None, Number: true} }

// estimated is a cell with an estimate above its interval.
func estimated(r record.SummaryRow) cell {
	if r.N == 0 {
		return absent()
	}
	text, between := words.Estimate(r)
	c := value(text, r.Estimate)
	if r.Interval != nil {
		c.Below = between
	}
	return c
}

// add adds a row to the last group.
func (t *table) add(row ...cell) {
	if len(t.Groups) == 0 {
		t.group("", "")
	}
	g := &t.Groups[len(t.Groups)-1]
	g.Rows = append(g.Rows, row)
}

// group begins a group.
func (t *table) group(name, link string) { t.Groups = append(t.Groups, group{Head: name, Link: link}) }

// rows is how many rows the table has.
func (t *table) rows() int {
	n := 0
	for _, g := range t.Groups {
		n += len(g.Rows)
	}
	return n
}

// Whole tells whether paper should keep the table on one page.
func (t *table) Whole() bool { return t.rows() <= 12 }

// clip keeps a table to what a page can show and says what is left out, and where
// it stands.
func (t *table) clip(file string) {
	more, room := t.rows()-mostRows, mostRows
	if more <= 0 {
		return
	}
	for i := range t.Groups {
		g := &t.Groups[i]
		g.Rows = g.Rows[:min(len(g.Rows), room)]
		room -= len(g.Rows)
	}
	t.Groups = slices.DeleteFunc(t.Groups, func(g group) bool { return len(g.Rows) == 0 })
	t.Notes = append(t.Notes, words.Plural(more, "more row stands in ", "more rows stand in ")+file+".")
}
