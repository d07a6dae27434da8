package report

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// facets are blocks of rows, a dot with its interval in each row, side by side and
// with the names of the rows at their left.
type facets struct {
	look
	names   []string
	blocks  []block
	columns int  // blocks side by side
	written bool // a column of text beside each block
	lanes   int  // marks that stand one below the other within a row, at most
}

// block is one measure of all rows.
type block struct {
	title  string // the measure
	under  string // its unit
	lo, hi float64
	ticks  []tick
	marks  [][]mark  // by row
	lines  []float64 // where upright lines stand
	text   []string  // by row; see facets.written
	head   string    // above the text
}

type tick struct {
	at    float64
	label string
}

// mark is an estimate with its interval.
type mark struct {
	at, low, high float64
	color         color.NRGBA
	hollow        bool
	bar           bool // reaches from from to at
	from          float64
	lane          float64                                                           // how many lanes above the middle of the row
	label         string                                                            // beyond the bar and its interval
	left          bool                                                              // the label stands at the left
	shape         func(c draw.Canvas, at vg.Point, r vg.Length, ground color.Color) // nil: a dot
}

// row is the least height of a row.
func (f facets) row() vg.Length {
	text := 1.55 * f.body.size()
	if slices.ContainsFunc(f.names, func(n string) bool { return strings.Contains(n, "\n") }) {
		text += f.body.line()
	}
	return max(text, vg.Length(f.lanes)*f.lane()+2*f.u)
}

// lane is how far marks stand apart that would cover each other.
func (f facets) lane() vg.Length { return 5.2 * f.u }

// apart gives marks that are nearer to each other than gap lanes of their own, in the
// order of their parties, and returns the most lanes of a row.
func apart(ms []mark, gap float64) int {
	order := make([]int, len(ms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ms[a].at, ms[b].at) })
	most := 1
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && ms[order[to]].at-ms[order[to-1]].at < gap {
			to++
		}
		group := slices.Clone(order[from:to])
		slices.Sort(group)
		for i, at := range group {
			ms[at].lane = float64(len(group)-1)/2 - float64(i)
		}
		most, from = max(most, to-from), to
	}
	return most
}

// head is the room for titles, where there are any.
func (f facets) head() vg.Length {
	if f.blocks[0].title == "" {
		return 2 * f.u
	}
	if !slices.ContainsFunc(f.blocks, func(b block) bool { return b.under != "" }) {
		return f.body.line() + f.u
	}
	return f.body.line() + f.note.line() + f.u
}

func (f facets) foot() vg.Length { return f.note.line() + 5*f.u }

func (f facets) blockRows() int { return (len(f.blocks) + f.columns - 1) / f.columns }

// height is the height of all blocks at the least height of rows.
func (f facets) height() vg.Length {
	one := vg.Length(len(f.names))*f.row() + f.head() + f.foot()
	return vg.Length(f.blockRows())*one + vg.Length(f.blockRows()-1)*2*f.u
}

// fitting is how many blocks a height has room for, at least those of one row; on a
// slide rows may be low.
func (f facets) fitting(room vg.Length) int {
	row := f.row()
	if f.Height > 0 {
		row = 1.05 * f.note.size()
	}
	one := vg.Length(len(f.names))*row + f.body.line() + f.note.line() + f.u + f.foot()
	return max(1, int(room/one)) * f.columns
}

// left is the room for names.
func (f facets) left() vg.Length {
	var w vg.Length
	for _, n := range f.names {
		w = max(w, f.body.broad(n))
	}
	return w + 4*f.u
}

// textRoom is the room for the text beside the blocks of a column.
func (f facets) textRoom(column int) vg.Length {
	var w vg.Length
	for i := column; i < len(f.blocks); i += f.columns {
		w = max(w, f.note.width(f.blocks[i].head))
		for _, t := range f.blocks[i].text {
			w = max(w, f.note.width(t))
		}
	}
	return w
}

// scaled fits a block's axis to what it holds.
func (b *block) scaled(m measured, values []float64, zero bool, n int) {
	if zero {
		values = append(values, 0)
	}
	a := valueAxis(m, values, n)
	if m.share && zero { // a difference of shares has no bounds of its own
		plain := m
		plain.share = false
		a = valueAxis(plain, values, n)
		a.ticks = ticksOf(m, a.lo, a.hi, n)
	}
	b.lo, b.hi = a.lo, a.hi
	for _, t := range a.ticks {
		b.ticks = append(b.ticks, tick{t.Value, t.Label})
	}
}
