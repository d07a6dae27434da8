package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// stop is where drafts of a path stand.
type stop struct {
	at     vg.Point
	drafts []int // their numbers, upwards
	hands  []int // who wrote them
}

// label names the drafts: runs of numbers by their ends, and no more than three parts.
func (s stop) label() string {
	var parts []string
	for i := 0; i < len(s.drafts); i++ {
		first := s.drafts[i]
		for i+1 < len(s.drafts) && s.drafts[i+1] == s.drafts[i]+1 {
			i++
		}
		if s.drafts[i] > first {
			parts = append(parts, fmt.Sprintf("%d–%d", first, s.drafts[i]))
		} else {
			parts = append(parts, fmt.Sprint(first))
		}
	}
	if n := len(parts); n > 3 {
		return parts[0] + ", " + parts[1] + ", … " + parts[n-1]
	}
	return strings.Join(parts, ", ")
}

// stops are the spots of a path in the order they were first reached. Drafts that
// stand on one share it, also when the path comes back to it.
func (u utilitySpace) stops(path []vg.Point) []stop {
	var stops []stop
	for i, p := range path {
		n, by := u.drafts[i].number, u.drafts[i].hand
		if at := slices.IndexFunc(stops, func(s stop) bool { return distance(p, s.at) < u.u }); at >= 0 {
			s := &stops[at]
			if s.drafts = append(s.drafts, n); !slices.Contains(s.hands, by) {
				s.hands = append(s.hands, by)
			}
		} else {
			stops = append(stops, stop{p, []int{n}, []int{by}})
		}
	}
	return stops
}

// ends tells whether the first draft or the last of somebody stands here.
func (u utilitySpace) ends(s stop) (first, last bool) {
	for by := range u.hands {
		whole := u.draftsBy(by)
		if n := len(whole); n > 0 {
			first = first || slices.Contains(s.drafts, u.drafts[whole[0]].number)
			last = last || slices.Contains(s.drafts, u.drafts[whole[n-1]].number)
		}
	}
	return first, last
}

// labelEnds numbers the first and the last draft of everybody who wrote any.
func (u utilitySpace) labelEnds(c draw.Canvas, stops []stop, labels *placer) {
	for _, s := range stops {
		text := s.label()
		if s.drafts[0] == u.drafts[0].number {
			text = "draft " + text
		}
		if first, last := u.ends(s); first || last {
			u.tag(c, u.strong.in(u.inkOf(s)), s.at, text, labels)
		}
	}
}

// labelBetween numbers the other drafts that have room.
func (u utilitySpace) labelBetween(c draw.Canvas, stops []stop, labels *placer) {
	for _, s := range stops {
		if first, last := u.ends(s); first || last {
			continue
		}
		w, h := u.note.width(s.label())+u.u, u.note.capital()+1.5*u.u
		boxes := around(s.at, w, h, []vg.Length{2.4 * u.u, 4.5 * u.u, 7 * u.u}, everyWay)
		most := 40.0 // dearer labels would hide more than they tell
		if len(s.drafts) > 1 {
			most *= 2
		}
		if r, ok := labels.near(s.at, boxes, most); ok {
			u.write(c, u.note.in(u.inkOf(s)), r, s.label())
		}
	}
}

// everyWay lists directions in eighths of a turn, the usual places of a label first.
var everyWay = []int{0, 1, 2, 7, 3, 6, 5, 4}

// tag labels a point where there is room, with a line to it where that is not beside
// it.
func (u utilitySpace) tag(c draw.Canvas, k ink, at vg.Point, label string, labels *placer) {
	w, h := k.broad(label)+2*u.u, k.capital()+2*u.u+(linesOf([]string{label})-1)*k.line()
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

// lead labels a spot with a line to it in any case: where spots stand close, the
// nearest label need not be its own. The line leaves away from close neighbours.
func (u utilitySpace) lead(c draw.Canvas, k ink, s spot, spots []spot, labels *placer) {
	at, label := s.at, s.names
	w, h := k.broad(label)+2*u.u, k.capital()+2*u.u+(linesOf([]string{label})-1)*k.line()
	boxes := append(around(at, w, h, []vg.Length{10 * u.u, 14 * u.u}, everyWay), within(at, w, h, 70*u.u, 3*u.u)...)
	boxes = slices.DeleteFunc(boxes, func(r vg.Rectangle) bool {
		way := nearest(r, at).Sub(at)
		return way.X*way.X+way.Y*way.Y < 81*u.u*u.u || slices.ContainsFunc(spots, func(o spot) bool {
			other := o.at.Sub(at)
			return distance(o.at, at) < 12*u.u && way.Dot(other) > 0.2*distance(o.at, at)*distance(way, vg.Point{})
		})
	})
	r, ok := labels.near(at, boxes, math.Inf(1))
	if !ok {
		return
	}
	line := []vg.Point{at, nearest(r, at)}
	c.StrokeLines(draw.LineStyle{Color: k.color, Width: 0.6 * u.u}, line)
	labels.blockLine(line)
	u.write(c, k, r, label)
}

// write puts a label into its box on a veil, so that it reads over marks.
func (u utilitySpace) write(c draw.Canvas, k ink, r vg.Rectangle, label string) {
	fillBox(c, faint(white, 0.75), r)
	k.lines(c, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, centred, label)
}

// spot is where one solution point or several stand.
type spot struct {
	at    vg.Point
	names string
}

// spots are the places of the solution points, the longest label first: it has the
// least choice of where to stand. Those that coincide share one.
func (u utilitySpace) spots(at func(xy) vg.Point) []spot {
	var spots []spot
	for _, s := range u.solutions {
		p := at(s.xy)
		same := slices.IndexFunc(spots, func(o spot) bool {
			return distance(p, o.at) < 2.5*u.u
		})
		if same >= 0 {
			spots[same].names += ", " + s.name
			continue
		}
		spots = append(spots, spot{p, s.name})
	}
	for i, s := range spots { // of three names and more, two a line
		if parts := strings.Split(s.names, ", "); len(parts) > 2 {
			spots[i].names = strings.Join(parts[:2], ", ") + ",\n" + strings.Join(parts[2:], ", ")
		}
	}
	slices.SortStableFunc(spots, func(a, b spot) int { // the widest has the least choice
		return cmp.Compare(u.body.broad(b.names), u.body.broad(a.names))
	})
	return spots
}

// paintSolutions marks the solution points, and names them where there is room.
func (u utilitySpace) paintSolutions(c draw.Canvas, spots []spot, labels *placer) {
	for _, s := range spots {
		switch {
		case u.small:
		case len(spots) > 1:
			u.lead(c, u.body, s, spots, labels)
		default:
			u.tag(c, u.body, s.at, s.names, labels)
		}
	}
	for _, s := range spots {
		u.paintSolution(c, s.at)
	}
}

func (u utilitySpace) paintSolution(c draw.Canvas, at vg.Point) {
	diamond(c, at, 4.2*u.u, white)
	diamond(c, at, 3.5*u.u, dark)
	diamond(c, at, 1.6*u.u, white)
}

// labelFallbacks names the dashed lines where they leave the picture.
func (u utilitySpace) labelFallbacks(c draw.Canvas, fallback vg.Point, labels *placer) {
	k := u.note
	h, gap := k.capital()+2*u.u, u.u
	wide := max(c.Max.X-fallback.X, fallback.X-c.Min.X) - 5*u.u
	named := func(side string, most vg.Length) string {
		if whole := "fallback of " + side; k.width(whole) <= most {
			return whole
		}
		return "fallback"
	}
	a, b := named(u.a, wide), named(u.b, c.Size().X-5*u.u)
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
