package report

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

func (l lineChart) paint(c draw.Canvas) {
	if l.each() {
		drawPanels(c, l.onePerLine(), l.columns())
		return
	}
	var ps []panel
	for i := range l.ms {
		for f := range l.families {
			p := l.panel(i, f)
			if len(l.families) > 1 && i < len(l.ms)-1 {
				p.x.label = ""
			}
			if len(l.families) > 1 && f == 0 {
				if p.above = l.ms[i].label(); l.note.width(p.above) > l.Width/vg.Length(l.columns())-20*l.u {
					p.above = l.ms[i].words
				}
			}
			ps = append(ps, p)
		}
		for len(l.families) > 1 && len(ps)%l.columns() > 0 { // the next measure begins a row
			ps = append(ps, panel{look: l.look, blank: true})
		}
	}
	drawPanels(c, ps, l.columns())
}

// onePerLine are panels of one line each, with the others in grey.
func (l lineChart) onePerLine() []panel {
	var ps []panel
	for j := range l.families[0].names {
		for i := range l.ms {
			p := l.panel(i, 0)
			one := p.traces[j]
			one.stroke = strokes[0]
			p.others, p.traces, p.over = p.traces, []trace{one}, nil
			p.title = one.short
			p.x.label, p.y.label = "", ""
			if j == 0 && len(l.ms) > 1 {
				p.above = l.ms[i].label()
			}
			if j == len(l.families[0].names)-1 {
				p.x.label = l.factor.label()
			}
			p.y.ticks = ticksOf(l.ms[i], p.y.lo, p.y.hi, 2)
			ps = append(ps, p)
		}
	}
	return ps
}

// panel is that of a measure and a family.
func (l lineChart) panel(measure, family int) panel {
	var values []float64
	for j, of := range l.traces {
		if l.ms[j].family() == l.ms[measure].family() {
			for _, lines := range of {
				values = slices.Concat(values, valuesOf(lines))
			}
		}
	}
	lines := slices.Clone(l.traces[measure][family])
	ticks := 4
	if len(l.families) > 1 && l.Height > 0 {
		ticks = 2
	}
	p := panel{look: l.look, traces: lines, y: valueAxis(l.ms[measure], values, ticks)}
	width := l.Width/vg.Length(l.columns()) - 20*l.u
	p.title, p.y.label = l.heading(measure, family, width)
	p.x = l.factor.axis(l.look, width-8*l.u)
	bars := []trace(nil)
	if !l.banded() {
		bars = l.traces[measure][family]
		for i := range lines {
			lines[i].low, lines[i].high = nil, nil
		}
	}
	p.over = func(c draw.Canvas, at func(x, y float64) vg.Point) {
		l.paintBars(c, at, bars)
		labels := &placer{u: l.u, bounds: c.Rectangle}
		l.paintCrossings(c, at, l.marks[measure][family], labels)
		l.paintFew(c, at, l.traces[measure][family], labels)
	}
	return p
}

// heading is what stands above a panel, and upright beside it where that leaves no
// room for all. Where families share a measure it stands above their row.
func (l lineChart) heading(measure, family int, width vg.Length) (title, upright string) {
	m := l.ms[measure]
	if len(l.families) > 1 {
		return l.titled(l.families, l.columns())[family], ""
	}
	if l.strong.width(m.label()) > width {
		return m.words, m.unit
	}
	return m.label(), ""
}

// paintBars draws the intervals of several lines at each level side by side.
func (l lineChart) paintBars(c draw.Canvas, at func(x, y float64) vg.Point, lines []trace) {
	for j, t := range lines {
		aside := vg.Length(float64(j)-float64(len(lines)-1)/2) * 1.4 * l.u
		for i := range t.x {
			if math.IsNaN(t.low[i]) || math.IsNaN(t.high[i]) {
				continue
			}
			low, high := at(t.x[i], t.low[i]), at(t.x[i], t.high[i])
			c.StrokeLines(draw.LineStyle{Color: faint(t.color, 0.7), Width: 0.8 * l.u}, []vg.Point{{X: low.X + aside, Y: low.Y}, {X: high.X + aside, Y: high.Y}})
		}
	}
}
