package report

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// xy is a point in the units of what is drawn.
type xy struct{ X, Y float64 }

// form is the shape of a mark, so that marks do without colour.
type form struct {
	name  string
	paint func(c draw.Canvas, at vg.Point, r vg.Length, ground color.Color)
}

// shapes are as many as strokes, of about the same weight.
var shapes = []form{{"dot", dot}, {"square", square}, {"triangle", triangle}, {"diamond", rhomb}, {"cross", cross}, {"ring", ring}}

func square(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	r *= 0.9
	fillBox(c, ground, box(p.X-r, p.Y-r, 2*r, 2*r))
}

func triangle(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	r *= 1.2
	c.FillPolygon(ground, []vg.Point{{X: p.X - r, Y: p.Y - 0.75*r}, {X: p.X + r, Y: p.Y - 0.75*r}, {X: p.X, Y: p.Y + r}})
}

func rhomb(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	diamond(c, p, 1.25*r, ground)
}

func cross(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	sty := draw.LineStyle{Color: ground, Width: 0.6 * r}
	c.StrokeLine2(sty, p.X-r, p.Y-r, p.X+r, p.Y+r)
	c.StrokeLine2(sty, p.X-r, p.Y+r, p.X+r, p.Y-r)
}

func ring(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color) {
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: ground, Radius: r, Shape: draw.RingGlyph{}}, p)
}

func noShape(draw.Canvas, vg.Point, vg.Length, color.Color) {}
