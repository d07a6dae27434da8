package report

import (
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
func (u utilitySpace) fewOnFrontier() bool { return len(u.frontier) <= 12 }

func (u utilitySpace) outlineLine() draw.LineStyle {
	return draw.LineStyle{Color: soft, Width: 0.5 * u.u}
}

// other is the size of a deal that is on the frontier for a third side only.
func (u utilitySpace) other() vg.Length { return 0.9 * u.u }

func (u utilitySpace) sample() vg.Length { return 0.6 * u.u }

// limit is the frontier of all deals where it is known, else that of the deals that
// nobody refuses.
func (u utilitySpace) limit() []xy {
	if len(u.outline) > 1 {
		return u.outline
	}
	return u.frontier
}

// hasZone tells whether some deal is worth more than both fallbacks.
func (u utilitySpace) hasZone() bool {
	return slices.ContainsFunc(u.limit(), func(p xy) bool { return p.X > u.fallback.X && p.Y > u.fallback.Y })
}

// paintData draws all but the axes, from the ground up.
func (u utilitySpace) paintData(c draw.Canvas, p *plot.Plot) {
	trX, trY := p.Transforms(&c)
	at := func(q xy) vg.Point { return vg.Point{X: trX(q.X), Y: trY(q.Y)} }
	line := func(qs []xy) (pts []vg.Point) {
		for _, q := range qs {
			pts = append(pts, at(q))
		}
		return pts
	}
	frontier, outline, fallback := line(u.frontier), line(u.outline), at(u.fallback)
	samples := onlyIn(c.Rectangle, line(u.cloud))
	if u.hasZone() {
		u.paintZone(c, line(u.limit()), line(u.cloud), fallback)
	}
	u.paintSamples(c, samples)
	c.StrokeLines(u.outlineLine(), c.ClipLinesXY(outline)...)
	c.StrokeLines(u.frontierLine(), c.ClipLinesXY(frontier)...)
	if u.fewOnFrontier() {
		for _, p := range onlyIn(c.Rectangle, frontier) {
			dot(c, p, 1.5*u.u, dark)
		}
	}
	for _, p := range onlyIn(c.Rectangle, line(u.others)) {
		dot(c, p, u.other(), soft)
	}
	dashed := draw.LineStyle{Color: soft, Width: 0.8 * u.u, Dashes: []vg.Length{4 * u.u, 2.5 * u.u}}
	c.StrokeLine2(dashed, fallback.X, c.Min.Y, fallback.X, c.Max.Y)
	c.StrokeLine2(dashed, c.Min.X, fallback.Y, c.Max.X, fallback.Y)

	var path []vg.Point
	for _, d := range u.drafts {
		path = append(path, at(d.xy))
	}
	labels := &placer{u: u.u, bounds: c.Rectangle}
	labels.avoid(frontier, 2*u.u)
	labels.avoid(outline, 2*u.u)
	labels.avoid([]vg.Point{{X: fallback.X, Y: c.Min.Y}, {X: fallback.X, Y: c.Max.Y}}, 2*u.u)
	labels.avoid([]vg.Point{{X: c.Min.X, Y: fallback.Y}, {X: c.Max.X, Y: fallback.Y}}, 2*u.u)
	labels.spare(samples)
	stops := u.stops(path)
	u.paintPath(c, path, stops, labels)
	u.label(c, stops, u.spots(at), fallback, labels)
}

// label writes what the points are, the most important first.
func (u utilitySpace) label(c draw.Canvas, stops []stop, spots []spot, fallback vg.Point, labels *placer) {
	for _, s := range spots {
		labels.block(s.at, 3.5*u.u)
	}
	if part, zoomed := u.view(); zoomed {
		u.paintOverview(c, part, labels)
	}
	u.labelEnds(c, stops, labels)
	u.paintSolutions(c, spots, labels)
	if !u.small {
		u.labelBetween(c, stops, labels)
	}
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

func dot(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: ground, Radius: r, Shape: draw.CircleGlyph{}}, p)
}

func diamond(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	c.FillPolygon(ground, []vg.Point{{X: p.X - r, Y: p.Y}, {X: p.X, Y: p.Y - r}, {X: p.X + r, Y: p.Y}, {X: p.X, Y: p.Y + r}})
}
