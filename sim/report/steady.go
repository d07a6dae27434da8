package report

import (
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// steady is a canvas whose points are whole hundredths of a typographic point.
// Processors differ in the last bit of a product and a sum; without rounding that
// bit shows wherever a coordinate falls between two decimals of the file.
type steady struct {
	vg.Canvas
}

// hundredth rounds to hundredths. Ties are common, since letters are measured in
// sixty-fourths; the small push keeps them, and what is nearly one, on one side.
func hundredth(l vg.Length) vg.Length {
	return vg.Length(math.Floor(float64(l)*100+0.5+1e-6) / 100)
}

func steadyPoint(p vg.Point) vg.Point {
	return vg.Point{X: hundredth(p.X), Y: hundredth(p.Y)}
}

func steadyPath(p vg.Path) vg.Path {
	out := make(vg.Path, len(p))
	for i, part := range p { // curves have no place in charts; arcs keep their angles
		part.Pos, part.Radius = steadyPoint(part.Pos), hundredth(part.Radius)
		out[i] = part
	}
	return out
}

// Stroke implements vg.Canvas.
func (s steady) Stroke(p vg.Path) { s.Canvas.Stroke(steadyPath(p)) }

// Fill implements vg.Canvas.
func (s steady) Fill(p vg.Path) { s.Canvas.Fill(steadyPath(p)) }

// FillString implements vg.Canvas.
func (s steady) FillString(f font.Face, at vg.Point, text string) {
	s.Canvas.FillString(f, steadyPoint(at), text)
}
