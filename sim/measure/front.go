package measure

import (
	"slices"
	"sort"

	"shuttle/agents/agenda"
)

// same is how close two worths are taken to be equal [worth].
const same = 1e-12

// front is the undominated among the deals shown to it. Worths are compared to the
// last bit, as GENIUS and NegMAS do, but of deals worth the same to everybody only
// the first in document order is kept. With two utilities the points are kept in
// order, the first falling; with more, the one that dominated last comes first.
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

// equal reports whether a and b are worth the same to everybody.
func equal(a, b []float64) bool { return covers(a, b, same) && covers(b, a, same) }

// exceeds reports whether the front certainly has no room for any deal worth no more
// than u, however u was rounded.
func (f *front) exceeds(u []float64) bool {
	give := -same
	if f.grain > 0 {
		give = f.grain
	}
	if len(u) == 2 {
		return f.exceedsTwo(u, give)
	}
	for i := range f.points {
		if covers(f.points[i].Utilities, u, give) {
			f.points[0], f.points[i] = f.points[i], f.points[0]
			return true
		}
	}
	return false
}

func (f *front) exceedsTwo(u []float64, give float64) bool {
	if f.last < len(f.points) && covers(f.points[f.last].Utilities, u, give) {
		return true
	}
	f.last = f.below(u[0]-give) - 1 // of those that are worth enough to the first party, the best for the second
	if f.last >= 0 && covers(f.points[f.last].Utilities, u, give) {
		return true
	}
	f.last = 0
	return false
}

// below is, of two utilities, the first point worth less than x to the first party.
func (f *front) below(x float64) int {
	return sort.Search(len(f.points), func(i int) bool { return f.points[i].Utilities[0] < x })
}

// add shows the front a deal.
func (f *front) add(p Point) {
	if f.exceeds(p.Utilities) {
		return
	}
	if len(p.Utilities) == 2 {
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
		if f.tie(i, p) || covers(f.points[i].Utilities, p.Utilities, 0) {
			return
		}
	}
	f.points = slices.DeleteFunc(f.points, func(q Point) bool { return covers(p.Utilities, q.Utilities, 0) })
	f.points = append(f.points, p)
}

// insertTwo puts a point of two utilities into its place.
func (f *front) insertTwo(p Point) {
	at := f.below(p.Utilities[0])
	if f.tie(at-1, p) || f.tie(at, p) || at > 0 && covers(f.points[at-1].Utilities, p.Utilities, 0) {
		return
	}
	from := at
	for from > 0 && covers(p.Utilities, f.points[from-1].Utilities, 0) {
		from--
	}
	for at < len(f.points) && covers(p.Utilities, f.points[at].Utilities, 0) {
		at++
	}
	f.points = slices.Replace(f.points, from, at, p)
}

// tie reports whether p is worth the same as a point, and keeps the first of the two.
func (f *front) tie(i int, p Point) bool {
	if i < 0 || i >= len(f.points) || !equal(f.points[i].Utilities, p.Utilities) {
		return false
	}
	if before(&p.Deal, &f.points[i].Deal) {
		f.points[i] = p
	}
	return true
}

// thin makes the grain coarser until half of the room is free.
func (f *front) thin() {
	for len(f.points) > f.size()/2 {
		thinner := front{grain: max(firstGrain, 2*f.grain)}
		for _, p := range f.list() {
			thinner.add(p)
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
