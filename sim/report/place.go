package report

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// placer finds room for labels: hard boxes may not be covered, soft points should
// not be.
type placer struct {
	bounds vg.Rectangle
	hard   []vg.Rectangle
	soft   []vg.Point
}

// block keeps labels off a square of half-width r.
func (p *placer) block(at vg.Point, r vg.Length) {
	p.hard = append(p.hard, box(at.X-r, at.Y-r, 2*r, 2*r))
}

// avoid keeps labels off a line where it can.
func (p *placer) avoid(line []vg.Point, every vg.Length) {
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		n := 1 + int(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y))/float64(every))
		for j := range n {
			t := vg.Length(j) / vg.Length(n)
			p.soft = append(p.soft, vg.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)})
		}
	}
}

// put takes the first of the boxes that covers least and nothing hard. It reports
// false when every box covers something hard or leaves the bounds.
func (p *placer) put(boxes []vg.Rectangle) (vg.Rectangle, bool) {
	best, cost := -1, math.MaxInt
	for i, r := range boxes {
		if !inside(r, p.bounds) || slices.ContainsFunc(p.hard, func(h vg.Rectangle) bool { return overlap(r, h) }) {
			continue
		}
		n := 0
		for _, s := range p.soft {
			if s.X > r.Min.X && s.X < r.Max.X && s.Y > r.Min.Y && s.Y < r.Max.Y {
				n++
			}
		}
		if n < cost {
			best, cost = i, n
		}
	}
	if best < 0 {
		return vg.Rectangle{}, false
	}
	p.hard = append(p.hard, boxes[best])
	return boxes[best], true
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

func box(x, y, w, h vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: x, Y: y}, Max: vg.Point{X: x + w, Y: y + h}}
}

func overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

func inside(a, b vg.Rectangle) bool {
	return a.Min.X >= b.Min.X && a.Max.X <= b.Max.X && a.Min.Y >= b.Min.Y && a.Max.Y <= b.Max.Y
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
