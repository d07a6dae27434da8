package report

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// leastChain is how long a contour is at least [cells]: a shorter one cuts a corner, and
// is a speck beside its numbers.
const leastChain = 0.3

// paintContour draws where shares pass the level, around the numbers of cells, and
// writes the level where it has room.
func (f *field) paintContour(c draw.Canvas, lines [][]xy, numbers []vg.Rectangle, w, h vg.Length) {
	labels := &placer{u: f.u, bounds: c.Rectangle, hard: slices.Clone(numbers)}
	for _, chain := range lines {
		var way []vg.Point
		for _, p := range chain {
			way = append(way, vg.Point{X: c.Min.X + (vg.Length(p.X)+0.5)*w, Y: c.Min.Y + (vg.Length(p.Y)+0.5)*h})
		}
		label, room := f.levelRoom(way, labels)
		around := numbers
		if room {
			around = append(slices.Clone(numbers), label)
		}
		for _, sty := range []draw.LineStyle{{Color: white, Width: 2.6 * f.u}, {Color: dark, Width: 1.2 * f.u}} {
			f.strokeAround(c, way, around, sty)
		}
		if room {
			fillBox(c, faint(white, 0.85), label)
			f.note.in(dark).middle(c, (label.Min.X+label.Max.X)/2, (label.Min.Y+label.Max.Y)/2, centred, percent(f.level))
		}
	}
}

// levelRoom is a place on a contour for its level, as near to its middle as it can be.
func (f *field) levelRoom(way []vg.Point, labels *placer) (vg.Rectangle, bool) {
	w, h := f.note.width(percent(f.level))+3*f.u, f.note.capital()+3*f.u
	var boxes []vg.Rectangle
	for i := 1; i < len(way); i++ {
		for _, t := range []vg.Length{0.5, 0.25, 0.75} {
			x, y := way[i-1].X+t*(way[i].X-way[i-1].X), way[i-1].Y+t*(way[i].Y-way[i-1].Y)
			boxes = append(boxes, box(x-w/2, y-h/2, w, h))
		}
	}
	middle := way[len(way)/2]
	return labels.take(boxes, math.Inf(1), func(r vg.Rectangle) float64 { return float64(distance(middle, nearest(r, middle)) / f.u) },
		func(vg.Rectangle) float64 { return 0 })
}

// strokeAround draws a line but where it passes boxes.
func (f *field) strokeAround(c draw.Canvas, way []vg.Point, boxes []vg.Rectangle, sty draw.LineStyle) {
	var stretch []vg.Point
	flush := func() {
		if n := len(stretch); n > 1 && distance(stretch[0], stretch[n-1]) > 2.5*f.u {
			c.StrokeLines(sty, stretch)
		}
		stretch = nil
	}
	for i := 1; i < len(way); i++ {
		a, b := way[i-1], way[i]
		n := max(1, int(distance(a, b)/(0.5*f.u)))
		free := true // whether the last point was
		for j := range n + 1 {
			t := vg.Length(j) / vg.Length(n)
			p := vg.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}
			inside := slices.ContainsFunc(boxes, func(r vg.Rectangle) bool { return contains(r, p) })
			switch {
			case inside && free && j > 0:
				stretch = append(stretch, p)
				flush()
			case inside:
				flush()
			case j == 0 && len(stretch) == 0, j == n, !free:
				stretch = append(stretch, p)
			}
			free = !inside
		}
	}
	flush()
}
