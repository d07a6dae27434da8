package report

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// paintDot draws an estimate; one of too few runs is hollow, with their number beside it.
func (k look) paintDot(c draw.Canvas, p vg.Point, r vg.Length, ground color.Color, n int) {
	dot(c, p, r+0.5*k.u, white)
	dot(c, p, r, ground)
	if n >= fewestOfCell {
		return
	}
	dot(c, p, 0.6*r, white)
	text := fewN(n)
	w := k.note.width(text)
	x := p.X + r + 1.5*k.u
	if x+w > c.Max.X { // at the left where the right has no room
		x = p.X - r - 1.5*k.u - w
	}
	fillBox(c, faint(white, 0.75), box(x-0.5*k.u, p.Y-k.note.size()/2, w+k.u, k.note.size()))
	k.note.in(dark).middle(c, x, p.Y, toRight, text)
}

func fewN(n int) string { return fmt.Sprintf("n = %d", n) }

// fewOf says of an estimate in a caption that few runs have it.
func fewOf(n int) string {
	if n >= fewestOfCell {
		return ""
	}
	return " (" + fewN(n) + ")"
}

// fewText explains hollow marks.
func fewText(marks string) string {
	return fmt.Sprintf("Hollow %s: fewer than %d runs have the measure.", marks, fewestOfCell)
}
