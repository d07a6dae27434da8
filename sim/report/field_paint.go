package report

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"golang.org/x/image/font"
)

// columns is how many maps of a measure stand side by side: on a slide with several
// measures as many as leave room for their names.
func (f *field) columns() int {
	if f.Height == 0 || len(f.ms) < 2 {
		most := 4
		if f.stacked() {
			most = 2
		}
		return balanced(len(f.names), most)
	}
	across := (f.Width-2*f.margin())/vg.Length(len(f.ms)) - 8*f.u - f.left() - f.bar()
	for n := balanced(len(f.names), 3); n > 1; n-- {
		room := (across - vg.Length(n-1)*4*f.u) / vg.Length(n)
		if !slices.ContainsFunc(f.names, func(name string) bool { return f.body.width(name) > room }) {
			return n
		}
	}
	return 1
}

func (f *field) rows() int { return (len(f.names) + f.columns() - 1) / f.columns() }

// beside tells whether measures stand side by side: where each has one map.
func (f *field) beside() bool { return len(f.names) == 1 && !f.stacked() }

// bar is the room for a colour scale.
func (f *field) bar() vg.Length {
	var w vg.Length
	for _, b := range f.bars {
		for _, t := range b.ticks {
			w = max(w, f.note.width(t.Label))
		}
	}
	return w + 18*f.u
}

// left is the room for the levels of the upright factor and its name.
func (f *field) left() vg.Length {
	var w vg.Length
	for _, v := range f.y.levels {
		w = max(w, f.note.width(cut(f.note, levelText(v), 0.14*f.Width)))
	}
	return w + f.body.line() + 6*f.u
}

func (f *field) height() vg.Length {
	across := f.Width - 2*f.margin()
	bands := vg.Length(len(f.ms))
	if f.beside() {
		across, bands = across/bands, 1
	}
	return bands * (f.titles() + vg.Length(f.rows())*(f.mapHeight(across)+f.body.line()+3*f.u) + f.foot() + 3*f.u)
}

// mapHeight is the height of a map where the size leaves it free and the maps of a
// measure have a width.
func (f *field) mapHeight(across vg.Length) vg.Length {
	side := (across-f.left()-f.bar())/vg.Length(f.columns()) - 3*f.u
	return min(max(side*vg.Length(len(f.y.levels))/vg.Length(len(f.x.levels)), 0.45*side, 22*vg.Millimeter), 0.9*side, 75*vg.Millimeter)
}

// low is the least height on a slide, where measures stand side by side.
func (f *field) low() vg.Length {
	return f.titles() + vg.Length(f.rows())*(2.5*f.body.line()) + f.foot()
}

func (f *field) paint(c draw.Canvas) {
	tiles := draw.Tiles{Cols: 1, Rows: len(f.ms), PadY: 4 * f.u}
	if f.beside() || f.Height > 0 {
		tiles = draw.Tiles{Cols: len(f.ms), Rows: 1, PadX: 8 * f.u}
	}
	for i := range f.ms {
		f.paintMeasure(tiles.At(c, i%tiles.Cols, i/tiles.Cols), i)
	}
}

// paintMeasure draws the maps of one measure, with its colour scale at the right.
func (f *field) paintMeasure(c draw.Canvas, measure int) {
	f.strong.upwards(c, c.Min.X, c.Max.Y-f.titles()+2*f.u+f.strong.line()-f.strong.size(), c.Size().X, f.heads()[measure])
	columns, rows := f.columns(), f.rows()
	area := draw.Crop(c, f.left(), -f.bar(), f.foot(), -f.titles())
	tiles := draw.Tiles{Cols: columns, Rows: rows, PadX: 4 * f.u, PadY: 3 * f.u}
	for i := range f.names {
		col, row := i%columns, i/columns
		cells := tiles.At(area, col, row)
		if len(f.names) > 1 {
			cells = draw.Crop(cells, 0, 0, 0, -f.body.line())
			f.body.draw(cells, cells.Min.X, cells.Max.Y+2.5*f.u, toRight, cut(f.body, f.names[i], cells.Size().X))
		}
		f.paintMap(cells, measure, i)
		if col == 0 {
			f.nameRows(cells)
		}
		if row == rows-1 || i+columns >= len(f.names) {
			f.nameColumns(cells)
		}
	}
	f.body.drawUp(c, c.Min.X+f.body.size(), (area.Min.Y+area.Max.Y)/2, f.y.fitting(f.look, area.Size().Y))
	label := f.x.fitting(f.look, c.Size().X)
	half := f.body.width(label) / 2
	f.body.draw(c, min(max((area.Min.X+area.Max.X)/2, c.Min.X+half), c.Max.X-half), area.Min.Y-f.foot()+f.u, centred, label)
	f.paintBar(draw.Crop(area, area.Size().X+6*f.u, f.bar(), 0, 0), measure)
}

// tint is where a value lies on its colour scale.
func (f *field) tint(measure int, v float64) float64 {
	b := f.bars[measure]
	return (v - b.lo) / (b.hi - b.lo)
}

func (f *field) paintMap(c draw.Canvas, measure, panel int) {
	values := f.values[measure][panel]
	w, h := c.Size().X/vg.Length(len(f.x.levels)), c.Size().Y/vg.Length(len(f.y.levels))
	under := 0.4 * f.u
	for j := len(f.y.levels) - 1; j >= 0; j-- { // each reaches under its right and lower neighbour: no hairlines
		for i := range values {
			x, y := c.Min.X+vg.Length(i)*w, c.Min.Y+vg.Length(j)*h
			if math.IsNaN(values[i][j]) {
				hatch(c, box(x, y, w, h), f.u)
				continue
			}
			right, down := min(under, c.Max.X-x-w), min(under, y-c.Min.Y)
			fillBox(c, shade(f.tint(measure, values[i][j])), box(x, y-down, w+right, h+down))
		}
	}
	numbers := f.writeValues(c, measure, values, w, h)
	if f.ms[measure].share && f.amounts() {
		f.paintContour(c, chains(isoline(values, f.level), leastChain), numbers, w, h)
	}
	if f.symmetric() {
		dashed := draw.LineStyle{Color: dark, Width: 0.7 * f.u, Dashes: []vg.Length{2 * f.u, 2 * f.u}}
		f.strokeAround(c, []vg.Point{c.Min, c.Max}, numbers, dashed)
	}
	c.StrokeLines(draw.LineStyle{Color: soft, Width: 0.5 * f.u}, []vg.Point{c.Min, {X: c.Max.X, Y: c.Min.Y}, c.Max, {X: c.Min.X, Y: c.Max.Y}, c.Min})
}

// symmetric tells whether both factors have the same levels: then the diagonal means
// something.
func (f *field) symmetric() bool {
	if len(f.x.levels) != len(f.y.levels) || !f.x.numeric || f.x.Unit != f.y.Unit {
		return false
	}
	for i := range f.x.at {
		if f.x.at[i] != f.y.at[i] {
			return false
		}
	}
	return true
}

// write is a value as cells show it.
func (f *field) write(measure int, v float64) string {
	if f.ms[measure].inPercent() {
		return number(100*v, 0)
	}
	decimals := 2
	if b := f.bars[measure]; b.hi-b.lo >= 10 {
		decimals = 0
	} else if b.hi-b.lo >= 2 {
		decimals = 1
	}
	return number(v, decimals)
}

// cellInk is the ink of numbers in cells of a size, smaller than notes where that lets
// them stay, and how much smaller that is.
func (f *field) cellInk(measure int, w, h vg.Length) (k ink, fit float64) {
	var widest vg.Length
	f.has(measure, func(v float64) bool {
		if !math.IsNaN(v) {
			widest = max(widest, f.note.width(f.write(measure, v)))
		}
		return false
	})
	fit = min(1, float64((w-2*f.u)/widest), float64((h-f.u)/f.note.size()))
	return ink{face(hundredth(f.note.size()*vg.Length(max(fit, 0.1))), font.WeightNormal), dark}, fit
}

// leastNumber is how small numbers in cells may be, of the size of notes.
const leastNumber = 0.75

// cell is about how large cells are, before anything is drawn.
func (f *field) cell() (w, h vg.Length) {
	up := f.mapHeight(f.across())
	if f.Height > 0 {
		up = (0.7*f.Height - f.titles() - f.foot()) / vg.Length(f.rows())
		up -= f.body.line() + 3*f.u
	}
	return f.cellWidth(), up / vg.Length(len(f.y.levels))
}

// across is the width of a measure.
func (f *field) across() vg.Length {
	across := f.Width - 2*f.margin()
	if f.Height > 0 || f.beside() {
		across /= vg.Length(len(f.ms))
	}
	return across
}

func (f *field) cellWidth() vg.Length {
	across := f.across() - f.left() - f.bar() - vg.Length(f.columns()-1)*4*f.u
	if f.Height > 0 || f.beside() {
		across -= 8 * f.u // between measures
	}
	return across / vg.Length(f.columns()*len(f.x.levels))
}

// writeValues writes values into cells that are large enough for all, and returns the
// room that they take.
func (f *field) writeValues(c draw.Canvas, measure int, values [][]float64, w, h vg.Length) (taken []vg.Rectangle) {
	if !f.written[measure] {
		return nil
	}
	k, _ := f.cellInk(measure, w, h)
	for i := range values {
		for j, v := range values[i] {
			if math.IsNaN(v) {
				continue
			}
			text, x, y := f.write(measure, v), c.Min.X+(vg.Length(i)+0.5)*w, c.Min.Y+(vg.Length(j)+0.5)*h
			k.in(over(shade(f.tint(measure, v)))).middle(c, x, y, centred, text)
			wide, tall := k.width(text)+3*f.u, k.capital()+3*f.u
			taken = append(taken, box(x-wide/2, y-tall/2, wide, tall))
		}
	}
	return taken
}

// paintBar draws the colour scale of a measure upwards, with its values.
func (f *field) paintBar(c draw.Canvas, measure int) {
	const bands = 100
	b := f.bars[measure]
	tall := min(c.Size().Y, 60*vg.Millimeter)
	y0 := c.Max.Y - tall
	for i := range bands {
		y := y0 + tall*vg.Length(i)/bands
		fillBox(c, shade((float64(i)+0.5)/bands), box(c.Min.X, y, 6*f.u, c.Max.Y-y))
	}
	k := f.note.in(dark)
	for _, t := range b.ticks {
		y := y0 + tall*vg.Length(f.tint(measure, t.Value))
		c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.5 * f.u}, c.Min.X+6*f.u, y, c.Min.X+8*f.u, y)
		k.middle(c, c.Min.X+9.5*f.u, min(max(y, y0+k.capital()/2), c.Max.Y-k.capital()/2), toRight, t.Label)
	}
	if f.ms[measure].share && f.lines {
		y := y0 + tall*vg.Length(f.tint(measure, f.level))
		if y < c.Max.Y {
			c.StrokeLine2(draw.LineStyle{Color: white, Width: 2.6 * f.u}, c.Min.X, y, c.Min.X+6*f.u, y)
			c.StrokeLine2(draw.LineStyle{Color: dark, Width: 1.2 * f.u}, c.Min.X, y, c.Min.X+6*f.u, y)
		}
	}
}
