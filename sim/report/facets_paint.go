package report

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"golang.org/x/image/font"
)

func (f facets) paint(c draw.Canvas) {
	left := f.left()
	tiles := draw.Tiles{Cols: f.columns, Rows: f.blockRows(), PadX: 14 * f.u, PadY: 2 * f.u}
	area := draw.Crop(c, left, -f.note.width("00")/2, 0, 0)
	for i, b := range f.blocks {
		tile := tiles.At(area, i%f.columns, i/f.columns)
		text := vg.Length(0)
		if f.written {
			text = f.textRoom(i%f.columns) + 4*f.u
		}
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
	most := tile.Max.X - data.Min.X + 9*f.u // into the gap before the next
	if tile.Max.X+9*f.u > f.Width-2*f.margin() {
		most -= 9 * f.u
	}
	f.strong.draw(tile, data.Min.X, data.Max.Y+f.head()-f.body.line()+f.u, toRight, cut(f.strong, b.title, most))
	f.note.draw(tile, data.Min.X, data.Max.Y+3*f.u, toRight, cut(f.note, b.under, most-f.note.width(b.head)-f.headGap(b)))
	f.note.draw(tile, tile.Max.X, data.Max.Y+3*f.u, toLeft, b.head)
}

// headGap keeps the unit off the head of the text.
func (f facets) headGap(b block) vg.Length {
	if b.head == "" {
		return 0
	}
	return 12 * f.u
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
	f.paintTicks(c, b.ticks, x)
	for _, v := range b.lines {
		c.StrokeLine2(draw.LineStyle{Color: soft, Width: 0.8 * f.u}, x(v), c.Min.Y, x(v), c.Max.Y)
	}
	radius := f.radius(b, x)
	for r, ms := range b.marks {
		y := f.at(c, r)
		for _, m := range ms {
			f.paintMark(c, m, radius, x, y)
		}
		f.labelBars(c, ms, x, y)
		if f.written && b.text[r] != "" {
			f.textInk(c).middle(c, right, y, toLeft, b.text[r])
		}
	}
}

// paintTicks marks values and labels all of them, or every second or third, as there is
// room that does not reach into the next block.
func (f facets) paintTicks(c draw.Canvas, ticks []tick, x func(float64) vg.Length) {
	from := func(t tick) vg.Length {
		w := f.note.width(t.label)
		return min(max(x(t.at)-w/2, c.Min.X-3*f.u), c.Max.X+3*f.u-w)
	}
	every := 1
	for fits := false; !fits && every < len(ticks); {
		fits = true
		for i := every; i < len(ticks) && fits; i += every {
			before := ticks[i-every]
			fits = from(ticks[i]) >= from(before)+f.note.width(before.label)+2*f.u
		}
		if !fits {
			every++
		}
	}
	for i, t := range ticks {
		c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.6 * f.u}, x(t.at), c.Min.Y, x(t.at), c.Min.Y-2.5*f.u)
		if i%every == 0 {
			f.note.in(dark).draw(c, from(t), c.Min.Y-3.5*f.u-f.note.size(), toRight, t.label)
		}
	}
}

// radius is that of the marks of a block: where intervals are short, marks are smaller,
// so that they do not hide them.
func (f facets) radius(b block, x func(float64) vg.Length) vg.Length {
	var halves []vg.Length
	for _, ms := range b.marks {
		for _, m := range ms {
			if half := (x(m.high) - x(m.low)) / 2; half > 0 {
				halves = append(halves, half)
			}
		}
	}
	if len(halves) == 0 {
		return 2.3 * f.u
	}
	slices.Sort(halves)
	return min(max(0.6*halves[len(halves)/2], 1.2*f.u), 2.3*f.u)
}

func (f facets) paintMark(c draw.Canvas, m mark, radius vg.Length, x func(float64) vg.Length, y vg.Length) {
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
	shape(c, p, 1.25*radius, white)
	shape(c, p, radius, m.color)
	if m.hollow {
		shape(c, p, 0.52*radius, white)
	}
}

// withLabels widens an axis so that the labels of bars have room beyond their ends.
func (f facets) withLabels(rows [][]mark, lo, hi float64) (from, to float64) {
	width := (f.Width-2*f.margin()-f.left()-f.note.width("00")/2-vg.Length(f.columns-1)*14*f.u)/vg.Length(f.columns) - 2*f.u
	span := max(hi-lo, math.SmallestNonzeroFloat64)
	from, to = lo-0.05*span, hi+0.05*span
	for range 20 { // an axis that is wider needs more room for its labels: this soon settles
		perPoint := (to - from) / float64(width)
		for _, m := range slices.Concat(rows...) {
			wide := float64(f.note.width(m.label)+4*f.u) * perPoint
			switch {
			case m.label == "":
			case m.left:
				from = min(from, min(m.from, m.low)-wide)
			default:
				to = max(to, max(m.from, m.high)+wide)
			}
		}
		from, to = max(from, lo-2*span), min(to, hi+2*span) // of labels as wide as the axis
	}
	return from, to
}

// labelBars writes the labels of a row's bars beyond each and its interval.
func (f facets) labelBars(c draw.Canvas, ms []mark, x func(float64) vg.Length, y vg.Length) {
	for _, m := range ms {
		if m.label == "" {
			continue
		}
		k, at := f.barInk(c, m), y+f.barLane(c, m)
		if m.left {
			k.middle(c, min(x(m.from), x(m.low))-2*f.u, at, toLeft, m.label)
		} else {
			k.middle(c, max(x(m.from), x(m.high))+2*f.u, at, toRight, m.label)
		}
	}
}

// barsApart is how far the two bars of a row lie apart.
func (f facets) barsApart(c draw.Canvas) vg.Length {
	return min(0.42*c.Size().Y/vg.Length(len(f.names)), 1.4*f.note.size())
}

// barLane is how far above the middle of its row a bar lies: of two, one lies in the
// upper half and one in the lower.
func (f facets) barLane(c draw.Canvas, m mark) vg.Length {
	return vg.Length(m.lane) * f.barsApart(c)
}

// barInk is that of the label of a bar, smaller where its half of a row is low.
func (f facets) barInk(c draw.Canvas, m mark) ink {
	most := c.Size().Y / vg.Length(len(f.names))
	if m.lane != 0 {
		most = 1.3 * f.barsApart(c)
	}
	if f.note.size() <= most {
		return f.note.in(dark)
	}
	return ink{face(hundredth(most), font.WeightNormal), dark}
}

// paintBar draws a bar, with its interval over its end.
func (f facets) paintBar(c draw.Canvas, m mark, x func(float64) vg.Length, y vg.Length) {
	tall := min(0.6*c.Size().Y/vg.Length(len(f.names)), 1.6*f.body.size())
	if y += f.barLane(c, m); m.lane != 0 {
		tall = 0.86 * f.barsApart(c)
	}
	r := box(min(x(m.from), x(m.at)), y-tall/2, 0, tall)
	r.Max.X = max(x(m.from), x(m.at))
	fillBox(c, m.color, r)
	c.StrokeLine2(draw.LineStyle{Color: white, Width: 2 * f.u}, x(m.low), y, x(m.high), y)
	c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.8 * f.u}, x(m.low), y, x(m.high), y)
}
