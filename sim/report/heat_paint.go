package report

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"golang.org/x/image/font"
)

// clauseWidth is the room for the names of clauses.
func (k look) clauseWidth() vg.Length {
	if k.stacked() {
		return 0.42 * k.Width
	}
	return 0.26 * k.Width
}

// objectionColumns is how many of n panels stand side by side.
func objectionColumns(k look, n int) int {
	switch {
	case n < 1 || k.stacked() && n <= 4:
		return 1
	case k.stacked():
		return 2
	case k.Height > 0:
		return balanced(n, 5)
	}
	return balanced(n, 4)
}

// panelWidth is the least width of one of n panels side by side.
func (k look) panelWidth(n int) vg.Length {
	all := k.Width - 2*k.margin() - k.clauseWidth() - 5*k.u
	return (all - vg.Length(n-1)*k.panelGap()) / vg.Length(n)
}

func (k look) panelGap() vg.Length { return 7 * k.u }

// stacked tells whether panels stand above each other: a narrow column has no room
// for two side by side.
func (k look) stacked() bool { return k.Width < 120*vg.Millimeter }

// Rows of clauses where the size leaves them free: they are as high as is good to read,
// lower where they would not fit a page.
const (
	goodRow = 1.5  // in sizes of its letters
	lowRow  = 1.15 // the same
	allRows = 195 * vg.Millimeter
	tiny    = 5 // letters of rows on a slide [points], at least
)

// clausesFitting is how many clauses have room in so many rows of panels.
func (k look) clausesFitting(rows int) int {
	one := lowRow * k.small
	all := allRows
	if k.Height > 0 {
		one, all = tiny, k.slideRows(rows)
	}
	return min(mostClauses, max(1, int(all/one)/max(1, rows)))
}

// slideRows is the room that a slide has for all rows of clauses, in so many rows of
// panels.
func (k look) slideRows(rows int) vg.Length {
	return 0.52*k.Height - vg.Length(rows-1)*(k.body.line()+6*k.u)
}

// row is the height of a row where the size leaves it free.
func (h heat) row() vg.Length {
	return min(goodRow*h.note.size(), max(lowRow*h.note.size(), allRows/vg.Length(len(h.clauses)*h.rows())))
}

func (h heat) footer() vg.Length   { return 2*h.note.line() + 5*h.u }
func (h heat) scaleBar() vg.Length { return 2.6 * h.note.line() }

// height is the height of the whole map where the size leaves it free.
func (h heat) height() vg.Length {
	one := vg.Length(len(h.clauses))*h.row() + h.body.line() + 2*h.u
	return vg.Length(h.rows())*one + vg.Length(h.rows()-1)*h.between() + h.footer() + h.scaleBar()
}

// low is the least height, where rows are as low as their small names allow.
func (h heat) low() vg.Length {
	one := vg.Length(len(h.clauses))*h.label.size() + h.body.line() + 2*h.u
	return vg.Length(h.rows())*one + vg.Length(h.rows()-1)*h.between() + h.footer() + h.scaleBar()
}

// rows is how many panels stand above each other.
func (h heat) rows() int {
	columns := objectionColumns(h.look, len(h.sides))
	return (len(h.sides) + columns - 1) / columns
}

func (h heat) between() vg.Length { return 4 * h.u }

// paint lays the panels out, with one scale for all below them.
func (h heat) paint(c draw.Canvas) {
	var names vg.Length
	for _, s := range h.clauses {
		names = max(names, h.label.width(s))
	}
	names += 4 * h.u
	if !h.alone { // of one run there are two shades, which the note explains
		h.paintScale(c)
	}
	c = draw.Crop(c, 0, 0, h.scaleBar(), 0)
	area := draw.Crop(c, names, -h.u, h.footer(), 0)
	tiles := draw.Tiles{Cols: objectionColumns(h.look, len(h.sides)), Rows: h.rows(), PadX: h.panelGap(), PadY: h.between()}
	for i, s := range h.sides {
		panel := draw.Crop(tiles.At(area, i%tiles.Cols, i/tiles.Cols), 0, 0, 0, -h.body.line()-2*h.u)
		h.strong.draw(panel, panel.Min.X, panel.Max.Y+3*h.u, toRight, s.name)
		h.paintCells(panel, s.share)
		if i%tiles.Cols == 0 {
			h.nameClauses(panel)
		}
		if i+tiles.Cols >= len(h.sides) { // nothing stands below
			h.numberDrafts(panel)
		}
	}
	h.body.draw(c, (area.Min.X+area.Max.X)/2, c.Min.Y+h.u, centred, h.across())
}

// paintCells fills the cells from the upper left. Each reaches under its right and
// lower neighbour, so that no hairline shows between them.
func (h heat) paintCells(c draw.Canvas, share [][]float64) {
	w, t := c.Size().X/vg.Length(len(h.drafts)), c.Size().Y/vg.Length(len(h.clauses))
	under := 0.4 * h.u
	for i, row := range share {
		for j, v := range row {
			x, y := c.Min.X+vg.Length(j)*w, c.Max.Y-vg.Length(i+1)*t
			if math.IsNaN(v) {
				hatch(c, box(x, y, w, t), h.u)
				continue
			}
			right, down := min(under, c.Max.X-x-w), min(under, y-c.Min.Y)
			fillBox(c, shade(v/h.top), box(x, y-down, w+right, t+down))
		}
	}
	h.writeCells(c, share, w, t)
	c.StrokeLines(draw.LineStyle{Color: soft, Width: 0.5 * h.u},
		[]vg.Point{c.Min, {X: c.Max.X, Y: c.Min.Y}, c.Max, {X: c.Min.X, Y: c.Max.Y}, c.Min})
}

// writeCells writes percentages into cells that are large enough for all.
func (h heat) writeCells(c draw.Canvas, share [][]float64, w, t vg.Length) {
	if w < h.note.width("100")+2*h.u || t < h.note.size()+h.u {
		return
	}
	for i, row := range share {
		for j, v := range row {
			if math.IsNaN(v) {
				continue
			}
			ground := shade(v / h.top)
			h.note.in(over(ground)).middle(c, c.Min.X+(vg.Length(j)+0.5)*w, c.Max.Y-(vg.Length(i)+0.5)*t, centred, number(100*v, 0))
		}
	}
}

// hatch marks a cell without a share.
func hatch(c draw.Canvas, r vg.Rectangle, u vg.Length) {
	fillBox(c, white, r)
	inner := draw.Canvas{Canvas: c, Rectangle: r}
	step := 4 * u
	reach := r.Size().Y
	first := vg.Length(math.Floor(float64((r.Min.X-r.Max.Y)/step))) * step
	for d := first; d < r.Max.X-r.Min.Y; d += step { // lines x − y = d
		line := []vg.Point{{X: r.Min.Y + d, Y: r.Min.Y}, {X: r.Min.Y + d + reach, Y: r.Max.Y}}
		c.StrokeLines(draw.LineStyle{Color: dust, Width: 0.4 * u}, inner.ClipLinesXY(line)...)
	}
}

// rowInk is the ink of row labels: smaller where a fixed height makes n rows low, in
// each of so many rows of panels.
func (k look) rowInk(n, rows int) ink {
	size := k.small
	if k.Height > 0 {
		size = min(size, k.slideRows(rows)/vg.Length(n*rows))
	}
	return ink{face(size, font.WeightNormal), dark}
}

func (h heat) nameClauses(c draw.Canvas) {
	t := c.Size().Y / vg.Length(len(h.clauses))
	for i, s := range h.clauses {
		h.label.middle(c, c.Min.X-3*h.u, c.Max.Y-(vg.Length(i)+0.5)*t, toLeft, s)
	}
}

// numberDrafts numbers as many columns as have room, evenly from the first.
func (h heat) numberDrafts(c draw.Canvas) {
	k := h.note.in(dark)
	w := c.Size().X / vg.Length(len(h.drafts))
	need := k.width(number(float64(h.last), 0)) + 4*h.u
	free := c.Min.X - need
	every := 1 // a round number of columns, wide enough for a label
	for _, every = range []int{1, 2, 5, 10, 20} {
		if vg.Length(every)*w >= need {
			break
		}
	}
	for j, d := range h.drafts {
		x := c.Min.X + (vg.Length(j)+0.5)*w
		if j%every > 0 || x-need/2 < free {
			continue
		}
		c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.5 * h.u}, x, c.Min.Y, x, c.Min.Y-2*h.u)
		k.draw(c, x, c.Min.Y-3*h.u-k.size(), centred, number(float64(d), 0))
		free = x + need/2
	}
}

// across names the horizontal axis.
func (h heat) across() string {
	if h.pool > 1 {
		return fmt.Sprintf("Draft (columns of %d)", h.pool)
	}
	return "Draft"
}

// paintScale draws the colour scale at the foot, with its unit.
func (h heat) paintScale(c draw.Canvas) {
	const bands = 200
	k := h.note.in(dark)
	label := "Runs with an objection"
	width := min(c.Size().X, 60*h.u+0.2*h.Width)
	bar := box(c.Max.X-width, c.Min.Y+k.line(), width, 0.8*k.size())
	for i := range bands {
		x := bar.Min.X + width*vg.Length(i)/bands
		fillBox(c, shade((float64(i)+0.5)/bands), box(x, bar.Min.Y, bar.Max.X-x, bar.Size().Y))
	}
	for _, t := range []float64{0, 0.5, 1} {
		k.draw(c, bar.Min.X+vg.Length(t)*width, c.Min.Y+2*h.u, side(-t), percent(t*h.top))
	}
	if k.width(label)+3*h.u < bar.Min.X-c.Min.X {
		k.middle(c, bar.Min.X-3*h.u, (bar.Min.Y+bar.Max.Y)/2, toLeft, label)
	}
}
