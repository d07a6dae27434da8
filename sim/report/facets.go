package report

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"golang.org/x/image/font"
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

func (f facets) textRoom() vg.Length {
	var w vg.Length
	for _, b := range f.blocks {
		for _, t := range b.text {
			w = max(w, f.note.width(t))
		}
	}
	return w
}

func (f facets) paint(c draw.Canvas) {
	left, text := f.left(), vg.Length(0)
	if f.written {
		text = f.textRoom() + 5*f.u
	}
	tiles := draw.Tiles{Cols: f.columns, Rows: f.blockRows(), PadX: 14 * f.u, PadY: 2 * f.u}
	area := draw.Crop(c, left, -f.note.width("00")/2, 0, 0)
	for i, b := range f.blocks {
		tile := tiles.At(area, i%f.columns, i/f.columns)
		data := draw.Crop(tile, 2*f.u, -text, f.foot(), -f.head())
		f.paintHead(tile, data, b)
		f.paintBlock(data, b, tile.Max.X)
		if i%f.columns > 0 {
			continue
		}
		for r, name := range f.names {
			f.nameInk(data).lines(c, c.Min.X+left-4*f.u, f.at(data, r), toLeft, name)
		}
	}
}

// nameInk is smaller where a fixed height makes rows low.
func (f facets) nameInk(c draw.Canvas) ink {
	most := 0.85 * c.Size().Y / vg.Length(len(f.names)) / linesOf(f.names)
	if f.body.size() <= most {
		return f.body
	}
	return ink{face(hundredth(most), font.WeightNormal), dark}
}

// textInk is that of the text beside rows, never larger than that of names.
func (f facets) textInk(c draw.Canvas) ink {
	if k := f.nameInk(c); k.size() < f.note.size() {
		return k
	}
	return f.note.in(dark)
}

// at is the height of a row.
func (f facets) at(c draw.Canvas, row int) vg.Length {
	return c.Max.Y - (vg.Length(row)+0.5)*c.Size().Y/vg.Length(len(f.names))
}

func (f facets) paintHead(tile, data draw.Canvas, b block) {
	most := tile.Max.X - data.Min.X
	f.strong.draw(tile, data.Min.X, data.Max.Y+f.head()-f.body.line()+f.u, toRight, cut(f.strong, b.title, most))
	f.note.draw(tile, data.Min.X, data.Max.Y+3*f.u, toRight, cut(f.note, b.under, most))
}

func (f facets) paintBlock(c draw.Canvas, b block, right vg.Length) {
	x := func(v float64) vg.Length {
		return c.Min.X + vg.Length((min(max(v, b.lo), b.hi)-b.lo)/(b.hi-b.lo))*c.Size().X
	}
	for r := range f.names {
		y := f.at(c, r)
		c.StrokeLine2(draw.LineStyle{Color: rule, Width: 0.5 * f.u}, c.Min.X, y, c.Max.X, y)
	}
	axis := draw.LineStyle{Color: dark, Width: 0.6 * f.u}
	c.StrokeLine2(axis, c.Min.X, c.Min.Y, c.Max.X, c.Min.Y)
	free := c.Min.X - f.note.size()
	for _, t := range b.ticks {
		at, w := x(t.at), f.note.width(t.label)
		c.StrokeLine2(axis, at, c.Min.Y, at, c.Min.Y-2.5*f.u)
		if from := min(max(at-w/2, c.Min.X-3*f.u), c.Max.X+3*f.u-w); from > free { // not into the next block
			f.note.in(dark).draw(c, from, c.Min.Y-3.5*f.u-f.note.size(), toRight, t.label)
			free = from + w + 2*f.u
		}
	}
	for _, v := range b.lines {
		c.StrokeLine2(draw.LineStyle{Color: soft, Width: 0.8 * f.u}, x(v), c.Min.Y, x(v), c.Max.Y)
	}
	for r, ms := range b.marks {
		y := f.at(c, r)
		for _, m := range ms {
			f.paintMark(c, m, x, y)
		}
		f.labelBars(c, ms, x, y)
		if f.written && b.text[r] != "" {
			f.textInk(c).middle(c, right, y, toLeft, b.text[r])
		}
	}
}

func (f facets) paintMark(c draw.Canvas, m mark, x func(float64) vg.Length, y vg.Length) {
	if math.IsNaN(m.at) {
		return
	}
	if m.bar {
		f.paintBar(c, m, x, y)
		return
	}
	c.StrokeLine2(draw.LineStyle{Color: m.color, Width: 1.2 * f.u}, x(m.low), y, x(m.high), y)
	shape := m.shape
	if shape == nil {
		shape = dot
	}
	if m.lane != 0 {
		y += vg.Length(m.lane) * min(f.lane(), c.Size().Y/vg.Length(len(f.names)*f.lanes))
	}
	p := vg.Point{X: x(m.at), Y: y}
	shape(c, p, 2.9*f.u, white)
	shape(c, p, 2.3*f.u, m.color)
	if m.hollow {
		shape(c, p, 1.2*f.u, white)
	}
}

// labelBars writes the labels of a row's bars beyond all of them.
func (f facets) labelBars(c draw.Canvas, ms []mark, x func(float64) vg.Length, y vg.Length) {
	left, right := vg.Length(math.Inf(1)), vg.Length(math.Inf(-1))
	for _, m := range ms {
		left, right = min(left, x(m.from), x(m.low)), max(right, x(m.from), x(m.high))
	}
	for _, m := range ms {
		switch {
		case m.label == "":
		case m.left:
			f.note.in(dark).middle(c, left-2*f.u, y, toLeft, m.label)
		default:
			f.note.in(dark).middle(c, right+2*f.u, y, toRight, m.label)
		}
	}
}

// paintBar draws a bar, with its interval over its end.
func (f facets) paintBar(c draw.Canvas, m mark, x func(float64) vg.Length, y vg.Length) {
	tall := min(0.6*c.Size().Y/vg.Length(len(f.names)), 1.6*f.body.size())
	r := box(min(x(m.from), x(m.at)), y-tall/2, 0, tall)
	r.Max.X = max(x(m.from), x(m.at))
	fillBox(c, m.color, r)
	c.StrokeLine2(draw.LineStyle{Color: white, Width: 2 * f.u}, x(m.low), y, x(m.high), y)
	c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.8 * f.u}, x(m.low), y, x(m.high), y)
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
