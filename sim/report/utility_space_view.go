package report

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// When a panel shows the part with the drafts only.
const (
	smallFocus = 0.4  // share of each axis that drafts, solutions and fallbacks take at most
	leastView  = 0.25 // share of each axis that is shown at least
	roomAround = 0.35 // around them, of what they take
)

// extent is from where to where some points reach.
type extent struct{ lo, hi xy }

func extentOf(ps []xy) extent {
	e := extent{ps[0], ps[0]}
	for _, p := range ps {
		e.lo, e.hi = xy{min(e.lo.X, p.X), min(e.lo.Y, p.Y)}, xy{max(e.hi.X, p.X), max(e.hi.Y, p.Y)}
	}
	return e
}

// view is what the axes show: all points, or the part around the drafts where all of
// them crowd in a corner; the whole is then drawn small beside it.
func (u utilitySpace) view() (part extent, zoomed bool) {
	all := extentOf(u.points())
	if u.small || len(u.drafts) == 0 {
		return all, false
	}
	at := []xy{u.fallback}
	for _, d := range u.drafts {
		at = append(at, d.xy)
	}
	for _, s := range u.solutions {
		at = append(at, s.xy)
	}
	part = extentOf(at)
	wide, tall := all.hi.X-all.lo.X, all.hi.Y-all.lo.Y
	if part.hi.X-part.lo.X > smallFocus*wide || part.hi.Y-part.lo.Y > smallFocus*tall {
		return all, false
	}
	part.lo.X, part.hi.X = widened(part.lo.X, part.hi.X, leastView*wide)
	part.lo.Y, part.hi.Y = widened(part.lo.Y, part.hi.Y, leastView*tall)
	return part, true
}

// widened gives a stretch some room and at least a width.
func widened(lo, hi, least float64) (from, to float64) {
	half := max(least, (1+2*roomAround)*(hi-lo)) / 2
	return (lo+hi)/2 - half, (lo+hi)/2 + half
}

// onlyIn are the points in a rectangle.
func onlyIn(r vg.Rectangle, ps []vg.Point) []vg.Point {
	return slices.DeleteFunc(slices.Clone(ps), func(p vg.Point) bool { return !contains(r, p) })
}

// paintOverview draws the whole space small where it hides least, with a frame around
// what the panel shows.
func (u utilitySpace) paintOverview(c draw.Canvas, part extent, labels *placer) {
	size := c.Size()
	w, h, gap := 0.3*size.X, 0.3*size.Y, 2*u.u
	r, ok := labels.anywhere([]vg.Rectangle{
		box(c.Max.X-w-gap, c.Max.Y-h-gap, w, h), box(c.Min.X+gap, c.Min.Y+gap, w, h),
		box(c.Max.X-w-gap, c.Min.Y+gap, w, h), box(c.Min.X+gap, c.Max.Y-h-gap, w, h),
	})
	if !ok {
		return
	}
	all := extentOf(u.points())
	inner := draw.Canvas{Canvas: c.Canvas, Rectangle: box(r.Min.X+gap, r.Min.Y+gap, w-2*gap, h-2*gap)}
	at := func(p xy) vg.Point {
		return vg.Point{
			X: inner.Min.X + vg.Length((p.X-all.lo.X)/(all.hi.X-all.lo.X))*inner.Size().X,
			Y: inner.Min.Y + vg.Length((p.Y-all.lo.Y)/(all.hi.Y-all.lo.Y))*inner.Size().Y,
		}
	}
	line := func(ps []xy) (pts []vg.Point) {
		for _, p := range ps {
			pts = append(pts, at(p))
		}
		return pts
	}
	fillBox(c, white, r)
	u.paintSamples(inner, line(u.cloud))
	c.StrokeLines(u.outlineLine(), line(u.outline))
	c.StrokeLines(draw.LineStyle{Color: dark, Width: 0.7 * u.u}, line(u.frontier))
	f := at(u.fallback)
	dashed := draw.LineStyle{Color: soft, Width: 0.4 * u.u, Dashes: []vg.Length{2 * u.u, 1.5 * u.u}}
	c.StrokeLine2(dashed, f.X, inner.Min.Y, f.X, inner.Max.Y)
	c.StrokeLine2(dashed, inner.Min.X, f.Y, inner.Max.X, f.Y)
	lo, hi := at(part.lo), at(part.hi)
	frame := []vg.Point{lo, {X: hi.X, Y: lo.Y}, hi, {X: lo.X, Y: hi.Y}, lo}
	c.StrokeLines(draw.LineStyle{Color: dark, Width: 0.9 * u.u}, inner.ClipLinesXY(frame)...)
	c.StrokeLines(draw.LineStyle{Color: soft, Width: 0.5 * u.u}, []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}, r.Min})
}
