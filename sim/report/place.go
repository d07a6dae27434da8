package report

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// placer finds room for labels: hard boxes may not be covered, soft points should
// not be.
type placer struct {
	u      vg.Length // the unit of distances
	bounds vg.Rectangle
	hard   []vg.Rectangle
	soft   []softPoint
}

// softPoint is a point that a label should leave free, with the fine for covering it.
type softPoint struct {
	vg.Point
	fine float64
}

// block keeps labels off a square of half-width r.
func (p *placer) block(at vg.Point, r vg.Length) {
	p.hard = append(p.hard, box(at.X-r, at.Y-r, 2*r, 2*r))
}

// blockLine keeps labels, and the ways to them, off a straight line.
func (p *placer) blockLine(line []vg.Point) {
	a, b := line[0], line[1]
	for d := vg.Length(0); d < distance(a, b); d += p.u {
		t := d / distance(a, b)
		p.block(vg.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}, 0.6*p.u)
	}
}

// avoid keeps labels off a line where it can.
func (p *placer) avoid(line []vg.Point, every vg.Length) {
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		n := 1 + int(distance(a, b)/every)
		for j := range n {
			t := vg.Length(j) / vg.Length(n)
			p.soft = append(p.soft, softPoint{vg.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}, 6})
		}
	}
}

// spare keeps labels off single points, which matter less than lines.
func (p *placer) spare(points []vg.Point) {
	for _, at := range points {
		p.soft = append(p.soft, softPoint{at, 1.5})
	}
}

// near takes the best of the boxes for a label of a point: close to it, off lines,
// and with a clear way to it. It reports false when every box covers something hard,
// leaves the bounds or costs more than most: the distance in units of u, and a fine
// for each point of a line covered.
func (p *placer) near(at vg.Point, boxes []vg.Rectangle, most float64) (vg.Rectangle, bool) {
	far := func(r vg.Rectangle) float64 { return float64(distance(at, nearest(r, at)) / p.u) }
	return p.take(boxes, most, far, func(r vg.Rectangle) float64 { return p.spoilt(r) + p.crossed(at, r) })
}

// own keeps the boxes that are nearer to a point than to any of the others, so that no
// label seems another's.
func own(at vg.Point, others []vg.Point, boxes []vg.Rectangle) []vg.Rectangle {
	return slices.DeleteFunc(boxes, func(r vg.Rectangle) bool {
		far := distance(at, nearest(r, at))
		return slices.ContainsFunc(others, func(o vg.Point) bool { return o != at && distance(o, nearest(r, o)) < far+touch })
	})
}

// anywhere takes the box that covers least, the first of equals.
func (p *placer) anywhere(boxes []vg.Rectangle) (vg.Rectangle, bool) {
	return p.take(boxes, math.Inf(1), func(vg.Rectangle) float64 { return 0 }, p.spoilt)
}

// take takes the box of least distance and fine; fines, which are dear to reckon, are
// asked only where the distance leaves a chance.
func (p *placer) take(boxes []vg.Rectangle, most float64, far, fine func(vg.Rectangle) float64) (vg.Rectangle, bool) {
	const even = 1e-6 // costs nearer than this are equal, and the first box wins on every machine
	best, least := -1, most
	for i, r := range boxes {
		way := far(r)
		if way >= least-even || !inside(r, p.bounds) || slices.ContainsFunc(p.hard, func(h vg.Rectangle) bool { return overlap(r, h) }) {
			continue
		}
		if c := way + fine(r); c < least-even {
			best, least = i, c
		}
	}
	if best < 0 {
		return vg.Rectangle{}, false
	}
	p.hard = append(p.hard, boxes[best])
	return boxes[best], true
}

// spoilt is the fine for what a label in r would cover, lines in their full width.
func (p *placer) spoilt(r vg.Rectangle) float64 {
	wide := 0.9 * p.u // less than the gap between a label and its own line
	r = box(r.Min.X-wide, r.Min.Y-wide, r.Size().X+2*wide, r.Size().Y+2*wide)
	cost := 0.0
	for _, s := range p.soft {
		if contains(r, s.Point) {
			cost += s.fine
		}
	}
	return cost
}

// crossed is the fine for what the way from a point to its label in r crosses.
func (p *placer) crossed(at vg.Point, r vg.Rectangle) float64 {
	const fine = 25
	to := nearest(r, at)
	far, cost := distance(at, to), 0.0
	for d := p.u; d < far; d += p.u {
		t := d / far
		on := vg.Point{X: at.X + t*(to.X-at.X), Y: at.Y + t*(to.Y-at.Y)}
		if slices.ContainsFunc(p.hard, func(h vg.Rectangle) bool { return contains(h, on) && !contains(h, at) }) {
			cost += fine
		}
	}
	return cost
}

// around lists boxes of w × h about a point, nearest first, at the given gaps and
// in the order of the directions (in eighths of a turn from the right).
func around(at vg.Point, w, h vg.Length, gaps []vg.Length, directions []int) []vg.Rectangle {
	var boxes []vg.Rectangle
	for _, g := range gaps {
		for _, d := range directions {
			sin, cos := math.Sincos(float64(d) * math.Pi / 4)
			x := at.X + g*vg.Length(cos) + w/2*vg.Length(sign(cos)) - w/2
			y := at.Y + g*vg.Length(sin) + h/2*vg.Length(sign(sin)) - h/2
			boxes = append(boxes, box(x, y, w, h))
		}
	}
	return boxes
}

// within lists boxes of w × h on a grid around a point.
func within(at vg.Point, w, h, reach, step vg.Length) []vg.Rectangle {
	var boxes []vg.Rectangle
	for dy := -reach; dy <= reach; dy += step {
		for dx := -reach - w; dx <= reach; dx += step {
			boxes = append(boxes, box(at.X+dx, at.Y+dy-h/2, w, h))
		}
	}
	return boxes
}

// spread moves positions apart so that neighbours are at least gap apart and all
// lie in [lo, hi], as little as it can; at is sorted upwards. It reports false when
// there is no room.
func spread(at []vg.Length, gap, lo, hi vg.Length) ([]vg.Length, bool) {
	if vg.Length(len(at)-1)*gap > hi-lo {
		return nil, false
	}
	type group struct{ sum, n vg.Length } // members' wishes, each less its offset in the group
	var groups []group
	start := func(g group) vg.Length {
		return min(max(g.sum/g.n, lo), hi-(g.n-1)*gap)
	}
	for _, y := range at {
		g := group{y, 1}
		for len(groups) > 0 {
			prev := groups[len(groups)-1]
			if start(prev)+prev.n*gap <= start(g) {
				break
			}
			g = group{prev.sum + g.sum - g.n*prev.n*gap, prev.n + g.n}
			groups = groups[:len(groups)-1]
		}
		groups = append(groups, g)
	}
	var out []vg.Length
	for _, g := range groups {
		for i := range int(g.n) {
			out = append(out, start(g)+vg.Length(i)*gap)
		}
	}
	return out, true
}

// touch is how far boxes that touch may seem to overlap.
const touch = 1e-6

func box(x, y, w, h vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: x, Y: y}, Max: vg.Point{X: x + w, Y: y + h}}
}

// nearest is the point of r that is nearest to p.
func nearest(r vg.Rectangle, p vg.Point) vg.Point {
	return vg.Point{X: min(max(p.X, r.Min.X), r.Max.X), Y: min(max(p.Y, r.Min.Y), r.Max.Y)}
}

func distance(a, b vg.Point) vg.Length {
	return vg.Length(math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)))
}

func contains(r vg.Rectangle, p vg.Point) bool {
	return p.X >= r.Min.X && p.X <= r.Max.X && p.Y >= r.Min.Y && p.Y <= r.Max.Y
}

func overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X-touch && b.Min.X < a.Max.X-touch && a.Min.Y < b.Max.Y-touch && b.Min.Y < a.Max.Y-touch
}

func inside(a, b vg.Rectangle) bool {
	return a.Min.X >= b.Min.X-touch && a.Max.X <= b.Max.X+touch && a.Min.Y >= b.Min.Y-touch && a.Max.Y <= b.Max.Y+touch
}

// sign is −1, 0 or 1; what is tiny beside 1 counts as 0.
func sign(v float64) float64 {
	switch {
	case v > 1e-9:
		return 1
	case v < -1e-9:
		return -1
	}
	return 0
}
