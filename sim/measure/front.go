package measure

import (
	"slices"
	"sort"

	"shuttle/agents/agenda"
)

// same is how close two worths are taken to be equal [worth].
const same = 1e-12

// front is the undominated among the deals shown to it: one a vector of utilities,
// the first in document order. With two utilities the points are kept in order, the
// first falling; with more, those that dominated last come first.
type front struct {
	points []Point
	last   int // of two: the point that dominated last
}

// before reports whether a comes before b in document order.
func before(a, b *agenda.Deal) bool { return slices.Compare(a[:], b[:]) < 0 }

// covers reports whether a is worth at least b to everybody.
func covers(a, b []float64) bool {
	for i := range a {
		if a[i] < b[i]-same {
			return false
		}
	}
	return true
}

// exceeds reports whether every deal worth no more than u is dominated by one of
// the points.
func (f *front) exceeds(u []float64) bool {
	if len(u) != 2 {
		for i := range f.points {
			if p := f.points[i].Utilities; covers(p, u) && !covers(u, p) {
				f.points[0], f.points[i] = f.points[i], f.points[0]
				return true
			}
		}
		return false
	}
	if f.last < len(f.points) {
		if p := f.points[f.last].Utilities; p[0] > u[0]+same && p[1] > u[1]+same {
			return true
		}
	}
	at := f.below(u[0]) - 1
	if at < 0 {
		return false
	}
	p := f.points[at].Utilities
	if !covers(p, u) || covers(u, p) {
		return false
	}
	f.last = at
	return true
}

// below is, of two utilities, the first point worth less than x to the first party.
func (f *front) below(x float64) int {
	return sort.Search(len(f.points), func(i int) bool { return f.points[i].Utilities[0] < x-same })
}

// add shows the front a deal. The deal is asked for only when it belongs there.
func (f *front) add(u []float64, deal func() agenda.Deal) {
	if f.exceeds(u) {
		return
	}
	if len(u) == 2 {
		f.insert(u, deal())
		return
	}
	d := deal()
	for i := range f.points {
		if p := &f.points[i]; covers(p.Utilities, u) {
			f.tie(p, u, d)
			return
		}
	}
	f.points = slices.DeleteFunc(f.points, func(p Point) bool { return covers(u, p.Utilities) })
	f.points = append(f.points, Point{Deal: d, Utilities: slices.Clone(u)})
}

// insert puts an undominated deal of two utilities into its place.
func (f *front) insert(u []float64, d agenda.Deal) {
	at := f.below(u[0])
	if at > 0 && covers(f.points[at-1].Utilities, u) {
		f.tie(&f.points[at-1], u, d)
		return
	}
	from := at
	for from > 0 && covers(u, f.points[from-1].Utilities) {
		from--
	}
	for at < len(f.points) && covers(u, f.points[at].Utilities) {
		at++
	}
	f.points = slices.Replace(f.points, from, at, Point{Deal: d, Utilities: slices.Clone(u)})
}

// tie keeps the first of two deals worth the same.
func (f *front) tie(p *Point, u []float64, d agenda.Deal) {
	if before(&d, &p.Deal) {
		p.Deal = d
		copy(p.Utilities, u)
	}
}

// list is the points, the best for the first party first.
func (f *front) list() []Point {
	slices.SortFunc(f.points, func(a, b Point) int {
		if c := slices.Compare(b.Utilities, a.Utilities); c != 0 {
			return c
		}
		return slices.Compare(a.Deal[:], b.Deal[:])
	})
	return f.points
}
