package report

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// paint draws all arms in one panel, each in its own stroke.
func (t tradeOff) paint(c draw.Canvas) {
	p := panel{look: t.look, x: t.x, y: t.y}
	p.under = func(c draw.Canvas, at func(x, y float64) vg.Point) {
		t.paintGrid(c, at)
		t.paintSpots(c, at)
	}
	drawPanels(c, []panel{p}, 1)
}

// paintEach draws a panel for each arm, with the places of the others in grey.
func (t tradeOff) paintEach(c draw.Canvas) {
	columns := t.across(len(t.spots))
	var ps []panel
	for _, s := range t.spots {
		p := panel{look: t.look, title: s.short, x: t.x, y: t.y}
		p.x.label, p.y.label = "", ""
		p.x.ticks, p.y.ticks = everyOther(p.x.ticks, 3), everyOther(p.y.ticks, 3)
		p.under = func(c draw.Canvas, at func(x, y float64) vg.Point) {
			for _, o := range t.spots {
				c.StrokeLines(draw.LineStyle{Color: dust, Width: 0.4 * t.u}, c.ClipLinesXY(o.around(at))...)
				dot(c, at(o.region.x, o.region.y), 1.4*t.u, dust)
			}
			t.paintSpot(c, s, stroke{color: blue}, at)
		}
		ps = append(ps, p)
	}
	drawPanels(c, ps, columns)
}

func (t tradeOff) paintGrid(c draw.Canvas, at func(x, y float64) vg.Point) {
	for _, v := range t.x.ticks {
		x := at(v.Value, t.y.lo).X
		c.StrokeLine2(draw.LineStyle{Color: rule, Width: 0.5 * t.u}, x, c.Min.Y, x, c.Max.Y)
	}
}

// around is the outline of the region of a spot.
func (s tradeSpot) around(at func(x, y float64) vg.Point) []vg.Point {
	var line []vg.Point
	for _, q := range s.region.outline(72) {
		line = append(line, at(q.X, q.Y))
	}
	return append(line, line[0])
}

func (t tradeOff) paintSpot(c draw.Canvas, s tradeSpot, k stroke, at func(x, y float64) vg.Point) {
	around := s.around(at)
	c.FillPolygon(faint(k.color, 0.08), c.ClipPolygonXY(around))
	c.StrokeLines(draw.LineStyle{Color: k.color, Width: 0.9 * t.u, Dashes: k.lengths(t.u)}, c.ClipLinesXY(around)...)
	p := at(s.region.x, s.region.y)
	dot(c, p, t.radius(s.signed), faint(k.color, 0.35))
	dot(c, p, 1.6*t.u, k.color)
	if s.hollow {
		dot(c, p, 0.9*t.u, white)
	}
}

func (t tradeOff) paintSpots(c draw.Canvas, at func(x, y float64) vg.Point) {
	labels := &placer{u: t.u, bounds: c.Rectangle}
	var centres []vg.Point
	for i, s := range t.spots {
		t.paintSpot(c, s, strokes[i], at)
		labels.avoid(s.around(at), 2*t.u)
		p := at(s.region.x, s.region.y)
		labels.block(p, 3*t.u)
		centres = append(centres, p)
	}
	for i, s := range t.spots {
		p := centres[i]
		w, h := t.strong.width(s.short)+2*t.u, t.strong.capital()+2*t.u
		boxes := append(around(p, w, h, []vg.Length{0.75*t.radius(s.signed) + 2*t.u, t.radius(s.signed) + 6*t.u}, everyWay), within(p, w, h, 60*t.u, 4*t.u)...)
		r, ok := labels.near(p, own(p, centres, slices.Clone(boxes)), math.Inf(1))
		if !ok { // marks so close that no place is nearer to its own
			r, ok = labels.near(p, boxes, math.Inf(1))
		}
		if !ok {
			continue
		}
		if line := []vg.Point{p, nearest(r, p)}; distance(line[0], line[1]) > t.radius(s.signed)+3*t.u {
			c.StrokeLines(draw.LineStyle{Color: strokes[i].color, Width: 0.5 * t.u}, line)
			labels.blockLine(line)
		}
		fillBox(c, faint(white, 0.75), r)
		t.strong.in(strokes[i].color).middle(c, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, centred, s.short)
	}
}
