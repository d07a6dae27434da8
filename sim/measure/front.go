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
// first falling; with more, the one that dominated last comes first.
//
// Where everything one side gains another loses, every deal is undominated. A front
// that grows past its size is thinned: a deal that betters no point by more than
// grain is no longer kept.
type front struct {
	points []Point
	last   int     // of two: the point that dominated last
	grain  float64 // [worth]; 0 until thinned
}

// firstGrain is the grain of the first thinning [worth].
const firstGrain = 1e-6

// size is how many points a front may have. More than two utilities have no order to
// search by.
func (f *front) size() int {
	if len(f.points) > 0 && len(f.points[0].Utilities) > 2 {
		return 2000
	}
	return 5000
}

// before reports whether a comes before b in document order.
func before(a, b *agenda.Deal) bool { return slices.Compare(a[:], b[:]) < 0 }

// covers reports whether a is worth at least b to everybody, give or take.
func covers(a, b []float64, give float64) bool {
	for i := range a {
		if a[i] < b[i]-give {
			return false
		}
	}
	return true
}

// exceeds reports whether the front has no room for any deal worth no more than u.
func (f *front) exceeds(u []float64) bool {
	if len(u) == 2 {
		return f.exceedsTwo(u)
	}
	for i := range f.points {
		if f.rejects(f.points[i].Utilities, u) {
			f.points[0], f.points[i] = f.points[i], f.points[0]
			return true
		}
	}
	return false
}

func (f *front) exceedsTwo(u []float64) bool {
	if f.last < len(f.points) {
		if p := f.points[f.last].Utilities; p[0] > u[0]+same && p[1] > u[1]+same {
			return true
		}
	}
	at := f.below(u[0], max(same, f.grain)) - 1
	if at < 0 || !f.rejects(f.points[at].Utilities, u) {
		return false
	}
	f.last = at
	return true
}

// rejects reports whether a deal worth u is not wanted beside a point: the point
// covers it and it is not the same over again.
func (f *front) rejects(p, u []float64) bool {
	return covers(p, u, max(same, f.grain)) && !covers(u, p, same)
}

// below is, of two utilities, the first point worth less than x to the first party.
func (f *front) below(x, give float64) int {
	return sort.Search(len(f.points), func(i int) bool { return f.points[i].Utilities[0] < x-give })
}

// add shows the front a deal. The deal is asked for only when it belongs there.
func (f *front) add(u []float64, deal func() agenda.Deal) {
	if f.exceeds(u) {
		return
	}
	p := Point{Deal: deal(), Utilities: slices.Clone(u)}
	if len(u) == 2 {
		f.insertTwo(p)
	} else {
		f.insert(p)
	}
	if len(f.points) > f.size() {
		f.thin()
	}
}

func (f *front) insert(p Point) {
	for i := range f.points {
		if covers(f.points[i].Utilities, p.Utilities, same) {
			f.tie(i, p)
			return
		}
	}
	f.points = slices.DeleteFunc(f.points, func(q Point) bool { return covers(p.Utilities, q.Utilities, same) })
	f.points = append(f.points, p)
}

// insertTwo puts a point of two utilities into its place.
func (f *front) insertTwo(p Point) {
	at := f.below(p.Utilities[0], same)
	if at > 0 && covers(f.points[at-1].Utilities, p.Utilities, same) {
		f.tie(at-1, p)
		return
	}
	from := at
	for from > 0 && covers(p.Utilities, f.points[from-1].Utilities, same) {
		from--
	}
	for at < len(f.points) && covers(p.Utilities, f.points[at].Utilities, same) {
		at++
	}
	f.points = slices.Replace(f.points, from, at, p)
}

// tie keeps the first of two deals worth the same.
func (f *front) tie(i int, p Point) {
	if before(&p.Deal, &f.points[i].Deal) {
		f.points[i] = p
	}
}

// thin makes the grain coarser until half of the room is free.
func (f *front) thin() {
	for len(f.points) > f.size()/2 {
		thinner := front{grain: max(firstGrain, 2*f.grain)}
		for _, p := range f.list() {
			thinner.add(p.Utilities, func() agenda.Deal { return p.Deal })
		}
		*f = thinner
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
