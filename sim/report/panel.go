package report

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// trace is a line with its band.
type trace struct {
	stroke
	short     string    // its name as the panel writes it
	end       string    // what stands behind the name at the end of the line
	x, y      []float64 // a y that is no number breaks the line
	low, high []float64 // nil: no band
	stairs    bool      // y holds from its x to the next
	dots      bool      // each value is marked
	n         []int     // runs behind each value; nil: enough
}

// axis is one axis of a panel.
type axis struct {
	label  string
	lo, hi float64
	ticks  plot.ConstantTicks
}

// panel is axes with lines.
type panel struct {
	look
	above  string    // a heading over its row
	top    vg.Length // room for titles, the same for all panels
	until  vg.Length // where the heading must end, if beyond the panel
	from   vg.Length // where the panel with its axis begins
	title  string    // above the axes
	x, y   axis
	traces []trace
	others []trace // in grey, for comparison
	named  bool    // lines are named at their ends
	blank  bool    // nothing is drawn
	// under and over draw below and above the lines; nil: nothing.
	under, over func(c draw.Canvas, at func(x, y float64) vg.Point)
}

// nameRoom is the room for names at the ends of lines.
func (p panel) nameRoom() vg.Length {
	if !p.named {
		return 2 * p.u
	}
	var w vg.Length
	for _, t := range p.traces {
		w = max(w, p.strong.width(t.label(p.strong, p.endRoom())))
	}
	return w + p.leader() + 2*p.u
}

func (p panel) leader() vg.Length { return 9 * p.u }

func (t trace) label(k ink, most vg.Length) string {
	return cut(k, t.short, most-k.width(t.end)) + t.end
}

// head is the room for the title.
func (p panel) head() vg.Length {
	if p.title == "" {
		return p.note.size() / 2
	}
	return linesOf([]string{p.title})*p.strong.line() + p.note.size()/2
}

// plot makes the axes.
func (p panel) plot() *plot.Plot {
	axes := p.axes()
	for _, a := range []struct {
		to   *plot.Axis
		from axis
	}{{&axes.X, p.x}, {&axes.Y, p.y}} {
		a.to.Min, a.to.Max, a.to.Tick.Marker, a.to.Label.Text = a.from.lo, a.from.hi, a.from.ticks, a.from.label
	}
	return axes
}

func (p panel) paint(c draw.Canvas, axes *plot.Plot) {
	axes.Draw(c)
	data := axes.DataCanvas(c)
	trX, trY := axes.Transforms(&data)
	at := func(x, y float64) vg.Point { return vg.Point{X: trX(x), Y: trY(y)} }
	if p.title != "" {
		left := data.Min.X
		if p.strong.broad(p.title) > data.Size().X+p.nameRoom() { // over the axis as well
			left = min(left, p.from+p.u)
		}
		most := data.Max.X + p.nameRoom() - left
		p.strong.upwards(c, left, data.Max.Y+p.note.size()/2+2*p.u, most, p.title)
		p.note.in(dark).draw(c, left, data.Max.Y+p.top+2*p.u, toRight, cut(p.note, p.above, max(most, p.until-left)))
	}
	for _, t := range p.y.ticks {
		y := trY(t.Value)
		data.StrokeLine2(draw.LineStyle{Color: rule, Width: 0.5 * p.u}, data.Min.X, y, data.Max.X, y)
	}
	if p.under != nil {
		p.under(data, at)
	}
	for _, t := range p.others {
		t.paint(data, at, draw.LineStyle{Color: dust, Width: 0.6 * p.u})
	}
	for _, t := range p.traces {
		t.paintBand(data, at)
	}
	for _, t := range p.traces {
		t.paint(data, at, draw.LineStyle{Color: t.color, Width: 1.3 * p.u, Dashes: t.lengths(p.u)})
		t.paintDots(data, at, p.u)
	}
	if p.over != nil {
		p.over(data, at)
	}
	if p.named {
		p.nameEnds(data, at)
	}
}

// runs are the stretches of the line without a gap.
func (t trace) runs() [][2]int {
	var all [][2]int
	for i := range t.y {
		switch {
		case math.IsNaN(t.y[i]):
		case len(all) > 0 && all[len(all)-1][1] == i:
			all[len(all)-1][1]++
		default:
			all = append(all, [2]int{i, i + 1})
		}
	}
	return all
}

// line is the way through a stretch of values.
func (t trace) line(x, y []float64, at func(x, y float64) vg.Point) []vg.Point {
	var pts []vg.Point
	for i := range x {
		if t.stairs && i > 0 {
			pts = append(pts, at(x[i], y[i-1]))
		}
		pts = append(pts, at(x[i], y[i]))
	}
	return pts
}

func (t trace) paint(c draw.Canvas, at func(x, y float64) vg.Point, sty draw.LineStyle) {
	for _, r := range t.runs() {
		c.StrokeLines(sty, c.ClipLinesXY(t.line(t.x[r[0]:r[1]], t.y[r[0]:r[1]], at))...)
	}
}

func (t trace) paintBand(c draw.Canvas, at func(x, y float64) vg.Point) {
	if t.low == nil {
		return
	}
	for _, r := range t.runs() {
		x := t.x[r[0]:r[1]]
		high, low := t.line(x, t.high[r[0]:r[1]], at), t.line(x, t.low[r[0]:r[1]], at)
		slices.Reverse(low)
		c.FillPolygon(faint(t.color, 0.17), c.ClipPolygonXY(append(high, low...)))
	}
}

func (t trace) paintDots(c draw.Canvas, at func(x, y float64) vg.Point, u vg.Length) {
	if !t.dots {
		return
	}
	for i, y := range t.y {
		if !math.IsNaN(y) {
			r := 1.5 * u
			if t.few(i) {
				r = 2 * u
			}
			dot(c, at(t.x[i], y), r+0.5*u, white)
			dot(c, at(t.x[i], y), r, t.color)
			if t.few(i) {
				dot(c, at(t.x[i], y), 0.6*r, white)
			}
		}
	}
}

// few tells whether too few runs stand behind a value.
func (t trace) few(i int) bool { return t.n != nil && t.n[i] < fewestOfCell && !math.IsNaN(t.y[i]) }

// last is the last value of the line.
func (t trace) last() (x, y float64, ok bool) {
	for i, y := range slices.Backward(t.y) {
		if !math.IsNaN(y) {
			return t.x[i], y, true
		}
	}
	return 0, 0, false
}

// nameEnds names the lines at their ends, apart from each other.
func (p panel) nameEnds(c draw.Canvas, at func(x, y float64) vg.Point) {
	type end struct {
		trace
		from vg.Point
	}
	var ends []end
	for _, t := range p.traces {
		if x, y, ok := t.last(); ok {
			ends = append(ends, end{t, at(x, min(max(y, p.y.lo), p.y.hi))})
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int { return int(sign(float64(a.from.Y - b.from.Y))) })
	var wish []vg.Length
	for _, e := range ends {
		wish = append(wish, e.from.Y)
	}
	wish, room := spread(wish, p.strong.line(), c.Min.Y-p.strong.line(), c.Max.Y+p.strong.line()/2)
	if !room {
		return
	}
	for i, e := range ends {
		elbow := c.Max.X + 0.3*p.leader()
		c.StrokeLines(draw.LineStyle{Color: e.color, Width: 0.6 * p.u},
			[]vg.Point{{X: e.from.X + p.u, Y: e.from.Y}, {X: elbow, Y: e.from.Y}, {X: c.Max.X + 0.8*p.leader(), Y: wish[i]}, {X: c.Max.X + p.leader(), Y: wish[i]}})
		p.strong.in(e.color).middle(c, c.Max.X+p.leader()+p.u, wish[i], toRight, e.label(p.strong, p.endRoom()))
	}
}

// keyOf explains lines where they are not named at their ends.
func (k look) keyOf(ts []trace) []keyItem {
	var key []keyItem
	for _, t := range ts {
		key = append(key, keyItem{t.short, func(c draw.Canvas, r vg.Rectangle) {
			y := (r.Min.Y + r.Max.Y) / 2
			if t.low != nil {
				fillBox(c, faint(t.color, 0.17), box(r.Min.X, y-2.5*k.u, r.Size().X, 5*k.u))
			}
			c.StrokeLine2(draw.LineStyle{Color: t.color, Width: 1.3 * k.u, Dashes: t.lengths(k.u)}, r.Min.X, y, r.Max.X, y)
		}})
	}
	return key
}
