package report

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// utilitySpace is what deals are worth to two of the belligerents.
type utilitySpace struct {
	look
	a, b              string // the two as labels
	fallback          xy
	frontier, outline []xy // no other deal of their kind is better for the two
	others            []xy // on the frontier only for what they are worth to a third
	cloud             []xy
	drafts            []spotted
	hands             []hand // who wrote the drafts
	solutions         []solution
	small             bool // one of several panels, with no room for the names of points
}

// spotted is a draft and where it stands.
type spotted struct {
	number int
	hand   int // who wrote it
	xy
}

// solution is a named point of bargaining theory.
type solution struct {
	name string
	xy
}

// fill takes the points as the i-th and the j-th belligerent see them.
func (u *utilitySpace) fill(s Space, path Path, i, j int) error {
	if len(s.Frontier)+len(s.Outline)+len(s.Cloud) == 0 {
		return errors.New("the case holds neither a frontier nor a sample of deals")
	}
	missing, wild := false, false
	seen := func(w Worths) xy {
		if max(i, j) >= len(w) {
			missing = true
			return xy{}
		}
		at := xy{w[i], w[j]}
		wild = wild || math.IsNaN(at.X+at.Y) || math.IsInf(at.X+at.Y, 0)
		return at
	}
	all := func(ws []Worths) (ps []xy) {
		for _, w := range ws {
			ps = append(ps, seen(w))
		}
		return ps
	}
	u.frontier, u.others = undominated(all(s.Frontier))
	u.others = thinned(u.others, mostOthers)
	u.outline, _ = undominated(all(s.Outline))
	u.cloud = thinned(all(s.Cloud), mostSamples)
	for _, p := range s.solutions() {
		u.solutions = append(u.solutions, solution{p.name, seen(p.at)})
	}
	for _, d := range path.Drafts {
		by := slices.IndexFunc(u.hands, func(h hand) bool { return h.author == d.Author })
		u.drafts = append(u.drafts, spotted{d.Number, max(by, 0), seen(d.Worths)})
	}
	switch {
	case missing:
		return errors.New("the case does not say of every deal what it is worth to every belligerent")
	case wild || math.IsNaN(u.fallback.X+u.fallback.Y) || math.IsInf(u.fallback.X+u.fallback.Y, 0):
		return errors.New("a worth in the case is not a finite number")
	}
	return nil
}

// point is a solution of bargaining theory among all sides.
type point struct {
	name string
	at   Worths
}

func (s Space) solutions() []point {
	all := []point{{"Nash", s.Nash}, {"Kalai–Smorodinsky", s.KalaiSmorodinsky}, {"egalitarian", s.Egalitarian}, {"greatest sum", s.Welfare}}
	return slices.DeleteFunc(all, func(p point) bool { return p.at == nil })
}

// undominated sorts points rightwards and takes those apart that another betters for
// both.
func undominated(ps []xy) (best, others []xy) {
	ps = slices.Clone(ps)
	slices.SortStableFunc(ps, func(p, q xy) int { return cmp.Or(cmp.Compare(p.X, q.X), cmp.Compare(p.Y, q.Y)) })
	highest := math.Inf(-1) // of the points further right
	for _, p := range slices.Backward(ps) {
		if p.Y > highest {
			best, highest = append(best, p), p.Y
		} else {
			others = append(others, p)
		}
	}
	slices.Reverse(best)
	return best, others
}

// thinned keeps about n points, evenly taken.
func thinned(ps []xy, n int) []xy {
	if len(ps) <= n {
		return ps
	}
	kept := make([]xy, 0, n)
	for i := range n {
		kept = append(kept, ps[i*len(ps)/n])
	}
	return kept
}

// points are all points the chart must hold.
func (u utilitySpace) points() []xy {
	all := slices.Concat(u.frontier, u.others, u.outline, u.cloud, []xy{u.fallback})
	for _, s := range u.solutions {
		all = append(all, s.xy)
	}
	for _, d := range u.drafts {
		all = append(all, d.xy)
	}
	return all
}

// plot makes the axes for a panel of a height.
func (u utilitySpace) plot(height vg.Length) *plot.Plot {
	p := u.axes()
	part, _ := u.view()
	lo, hi := part.lo, part.hi
	n := 6
	if u.small {
		n = 4
	}
	scale(&p.X, lo.X, hi.X, n)
	scale(&p.Y, lo.Y, hi.Y, n)
	p.X.Label.Text = "Worth to " + u.a + unitOf(lo.X, hi.X)
	room := height - 4*u.body.line() - u.body.width("Worth to  [worth]")
	p.Y.Label.Text = "Worth to " + cut(u.body, u.b, room) + unitOf(lo.Y, hi.Y)
	grid := plotter.NewGrid()
	grid.Vertical = draw.LineStyle{Color: rule, Width: 0.4 * u.u}
	grid.Horizontal = grid.Vertical
	p.Add(grid)
	return p
}

// unitOf is the unit of an axis of worths: where it leaves the usual range, no range is
// named.
func unitOf(lo, hi float64) string {
	if lo < 0 || hi > 1 {
		return " [worth]"
	}
	return " [0–1]"
}

// drawSpaces draws utility spaces in rows of so many, their axes aligned.
func drawSpaces(c draw.Canvas, us []utilitySpace, columns int) {
	k := us[0].look
	c = draw.Crop(c, 0, -0.5*k.note.size(), 0, -k.note.size()/2)
	tiles := draw.Tiles{Cols: columns, Rows: len(us) / columns, PadX: 4 * k.u, PadY: 4 * k.u}
	plots := make([][]*plot.Plot, tiles.Rows)
	for i, u := range us {
		plots[i/columns] = append(plots[i/columns], u.plot(c.Size().Y/vg.Length(tiles.Rows)))
	}
	canvases := plot.Align(plots, tiles, c)
	for i, u := range us {
		at, p := canvases[i/columns][i%columns], plots[i/columns][i%columns]
		p.Draw(at)
		u.paintData(p.DataCanvas(at), p)
	}
}

// scale sets an axis to hold lo to hi with a little room, about n round values marked.
func scale(a *plot.Axis, lo, hi float64, n int) {
	room := 0.04 * (hi - lo)
	if room == 0 {
		room = 0.05
	}
	a.Min, a.Max = lo-room, hi+room
	at := steps(a.Min, a.Max, n)
	var t plot.ConstantTicks
	for i, label := range numbers(at) {
		t = append(t, plot.Tick{Value: at[i], Label: label})
	}
	a.Tick.Marker = t
}
