package report

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// zone tints the deals that are worth more than both fallbacks.
var zone = faint(green, 0.13)

func (u utilitySpace) frontierLine() draw.LineStyle {
	return draw.LineStyle{Color: dark, Width: 1.4 * u.u}
}

// fewOnFrontier tells whether the deals on the frontier are shown one by one.
func (u utilitySpace) fewOnFrontier() bool { return len(u.Frontier) <= 12 }

func (u utilitySpace) outlineLine() draw.LineStyle {
	return draw.LineStyle{Color: soft, Width: 0.5 * u.u}
}

func (u utilitySpace) pathLine() draw.LineStyle {
	return draw.LineStyle{Color: vermilion, Width: 0.7 * u.u}
}

func (u utilitySpace) sample() vg.Length { return 0.6 * u.u }

// limit is the frontier of all deals where it is known, else that of the deals that
// nobody refuses.
func (u utilitySpace) limit() []XY {
	if len(u.Outline) > 1 {
		return u.Outline
	}
	return u.Frontier
}

// hasZone tells whether some deal is worth more than both fallbacks.
func (u utilitySpace) hasZone() bool {
	return slices.ContainsFunc(u.limit(), func(p XY) bool { return p.X > u.fallback.X && p.Y > u.fallback.Y })
}

// paintData draws all but the axes, from the ground up.
func (u utilitySpace) paintData(c draw.Canvas, p *plot.Plot) {
	trX, trY := p.Transforms(&c)
	at := func(q XY) vg.Point { return vg.Point{X: trX(q.X), Y: trY(q.Y)} }
	line := func(qs []XY) (pts []vg.Point) {
		for _, q := range qs {
			pts = append(pts, at(q))
		}
		return pts
	}
	frontier, outline, fallback := line(u.Frontier), line(u.Outline), at(u.fallback)
	samples := line(u.Cloud)
	if u.hasZone() {
		u.paintZone(c, line(u.limit()), samples, fallback)
	}
	u.paintSamples(c, samples)
	c.StrokeLines(u.outlineLine(), outline)
	c.StrokeLines(u.frontierLine(), frontier)
	if u.fewOnFrontier() {
		for _, p := range frontier {
			dot(c, p, 1.5*u.u, dark)
		}
	}
	dashed := draw.LineStyle{Color: soft, Width: 0.8 * u.u, Dashes: []vg.Length{4 * u.u, 2.5 * u.u}}
	c.StrokeLine2(dashed, fallback.X, c.Min.Y, fallback.X, c.Max.Y)
	c.StrokeLine2(dashed, c.Min.X, fallback.Y, c.Max.X, fallback.Y)

	labels := &placer{u: u.u, bounds: c.Rectangle}
	labels.avoid(frontier, 2*u.u)
	labels.avoid(outline, 2*u.u)
	labels.avoid([]vg.Point{{X: fallback.X, Y: c.Min.Y}, {X: fallback.X, Y: c.Max.Y}}, 2*u.u)
	labels.avoid([]vg.Point{{X: c.Min.X, Y: fallback.Y}, {X: c.Max.X, Y: fallback.Y}}, 2*u.u)
	var path []vg.Point
	for _, d := range u.drafts {
		path = append(path, at(d.XY))
	}
	labels.spare(samples)
	u.paintPath(c, path, labels)
	u.paintSolutions(c, at, labels)
	u.labelPath(c, path, labels)
	u.labelFallbacks(c, fallback, labels)
}

// paintZone tints what lies under the frontier and above both fallbacks, as far as
// there are deals.
func (u utilitySpace) paintZone(c draw.Canvas, frontier, samples []vg.Point, fallback vg.Point) {
	last := frontier[len(frontier)-1]
	least := vg.Point{X: frontier[0].X, Y: last.Y}
	for _, p := range samples {
		least = vg.Point{X: min(least.X, p.X), Y: min(least.Y, p.Y)}
	}
	area := append([]vg.Point{{X: least.X, Y: frontier[0].Y}}, frontier...)
	area = append(area, vg.Point{X: last.X, Y: least.Y}, least)
	above := draw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{Min: fallback, Max: c.Max}}
	c.FillPolygon(zone, above.ClipPolygonXY(area))
}

// paintSamples draws all samples as one path, which keeps the file small.
func (u utilitySpace) paintSamples(c draw.Canvas, at []vg.Point) {
	var all vg.Path
	r := u.sample()
	for _, p := range at {
		all.Move(vg.Point{X: p.X + r, Y: p.Y})
		all.Arc(p, r, 0, 2*math.Pi)
		all.Close()
	}
	c.SetColor(dust)
	c.Fill(all)
}

func (u utilitySpace) paintPath(c draw.Canvas, path []vg.Point, labels *placer) {
	c.StrokeLines(u.pathLine(), path)
	labels.avoid(path, 2*u.u)
	for i, p := range path {
		r := 1.6 * u.u
		if i == 0 || i == len(path)-1 {
			r = 2.3 * u.u
		}
		dot(c, p, r+0.5*u.u, white)
		dot(c, p, r, vermilion)
		labels.block(p, r)
	}
}

// labelPath numbers the first and the last draft, then those between that have
// room. Drafts that stand on one spot share a label.
func (u utilitySpace) labelPath(c draw.Canvas, path []vg.Point, labels *placer) {
	type stop struct {
		at          vg.Point
		first, last int
	}
	var stops []stop
	for i, p := range path {
		n := u.drafts[i].Number
		if s := len(stops) - 1; s >= 0 && distance(p, stops[s].at) < u.u {
			stops[s].last = n
			continue
		}
		stops = append(stops, stop{p, n, n})
	}
	text := func(s stop) string {
		if s.first == s.last {
			return fmt.Sprint(s.first)
		}
		return fmt.Sprintf("%d–%d", s.first, s.last)
	}
	for i, s := range stops {
		if i == 0 {
			u.tag(c, u.strong.in(vermilion), s.at, "draft "+text(s), labels)
		} else if i == len(stops)-1 {
			u.tag(c, u.strong.in(vermilion), s.at, text(s), labels)
		}
	}
	for i := 1; i < len(stops)-1; i++ {
		w, h := u.note.width(text(stops[i]))+u.u, u.note.capital()+1.5*u.u
		boxes := around(stops[i].at, w, h, []vg.Length{2.4 * u.u}, everyWay)
		most := 16.0 // dearer labels would hide more than they tell
		if stops[i].first != stops[i].last {
			most *= 3
		}
		if r, ok := labels.near(stops[i].at, boxes, most); ok {
			u.write(c, u.note.in(vermilion), r, text(stops[i]))
		}
	}
}

// everyWay lists directions in eighths of a turn, the usual places of a label first.
var everyWay = []int{0, 1, 2, 7, 3, 6, 5, 4}

// tag labels a point where there is room, with a line to it where that is not beside
// it.
func (u utilitySpace) tag(c draw.Canvas, k ink, at vg.Point, label string, labels *placer) {
	w, h := k.width(label)+2*u.u, k.capital()+2*u.u
	boxes := append(around(at, w, h, []vg.Length{5 * u.u}, everyWay), within(at, w, h, 70*u.u, 3*u.u)...)
	r, ok := labels.near(at, boxes, math.Inf(1))
	if !ok {
		return
	}
	if line := []vg.Point{at, nearest(r, at)}; distance(line[0], line[1]) > 5.1*u.u {
		c.StrokeLines(draw.LineStyle{Color: k.color, Width: 0.6 * u.u}, line)
		labels.blockLine(line)
	}
	u.write(c, k, r, label)
}

// write puts a label into its box on a veil, so that it reads over marks.
func (u utilitySpace) write(c draw.Canvas, k ink, r vg.Rectangle, label string) {
	fillBox(c, faint(white, 0.75), r)
	k.middle(c, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, centred, label)
}

// paintSolutions marks the solution points; those that coincide share a label.
func (u utilitySpace) paintSolutions(c draw.Canvas, at func(XY) vg.Point, labels *placer) {
	type spot struct {
		at    vg.Point
		names string
	}
	var spots []spot
	for _, s := range u.solutions {
		p := at(s.XY)
		same := slices.IndexFunc(spots, func(o spot) bool {
			return distance(p, o.at) < 2.5*u.u
		})
		if same >= 0 {
			spots[same].names += ", " + s.name
			continue
		}
		spots = append(spots, spot{p, s.name})
	}
	slices.SortStableFunc(spots, func(a, b spot) int { // the widest has the least choice
		return cmp.Compare(u.body.width(b.names), u.body.width(a.names))
	})
	for _, s := range spots {
		labels.block(s.at, 3.5*u.u)
	}
	for _, s := range spots {
		u.tag(c, u.body, s.at, s.names, labels)
		diamond(c, s.at, 4.2*u.u, white)
		diamond(c, s.at, 3.5*u.u, dark)
		diamond(c, s.at, 1.6*u.u, white)
	}
}

// labelFallbacks names the dashed lines where they leave the picture.
func (u utilitySpace) labelFallbacks(c draw.Canvas, fallback vg.Point, labels *placer) {
	k := u.note
	h, gap := k.capital()+2*u.u, u.u
	wide := max(c.Max.X-fallback.X, fallback.X-c.Min.X) - 5*u.u
	a, b := cut(k, "fallback of "+u.a, wide), cut(k, "fallback of "+u.b, c.Size().X-5*u.u)
	w := k.width(a) + 2*u.u
	var boxes []vg.Rectangle
	for _, y := range []vg.Length{c.Min.Y + gap, c.Max.Y - h - gap, c.Min.Y + h + 3*gap, c.Max.Y - 2*h - 3*gap} {
		boxes = append(boxes, box(fallback.X+gap, y, w, h), box(fallback.X-gap-w, y, w, h))
	}
	if r, ok := labels.anywhere(boxes); ok {
		u.write(c, k, r, a)
	}
	w, boxes = k.width(b)+2*u.u, nil
	for _, x := range []vg.Length{c.Max.X - w - gap, c.Min.X + gap, c.Max.X - 1.5*w, c.Min.X + 0.5*w} {
		boxes = append(boxes, box(x, fallback.Y+gap, w, h), box(x, fallback.Y-gap-h, w, h))
	}
	if r, ok := labels.anywhere(boxes); ok {
		u.write(c, k, r, b)
	}
}

func dot(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: ground, Radius: r, Shape: draw.CircleGlyph{}}, p)
}

func diamond(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	c.FillPolygon(ground, []vg.Point{{X: p.X - r, Y: p.Y}, {X: p.X, Y: p.Y - r}, {X: p.X + r, Y: p.Y}, {X: p.X, Y: p.Y + r}})
}
