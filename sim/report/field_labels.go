package report

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"golang.org/x/image/font"
)

// heads are what stands above the maps of each measure, on a slide in several lines
// where one is too short.
func (f *field) heads() []string {
	var all []string
	for _, m := range f.ms {
		all = append(all, m.label())
	}
	return folded(f.strong, all, f.across()-8*f.u)
}

// titles is the room above the maps of a measure.
func (f *field) titles() vg.Length { return linesOf(f.heads())*f.strong.line() + 2*f.u }

// foot is the room for the levels of the factor across and its name.
func (f *field) foot() vg.Length {
	room := f.note.line() + f.body.line() + 5*f.u
	if f.staggered() {
		room += f.note.line()
	}
	return room
}

// widest is the width of the widest level of the factor across.
func (f *field) widest() vg.Length {
	var w vg.Length
	for _, v := range f.x.levels {
		w = max(w, f.note.width(levelText(v)))
	}
	return w
}

// staggered tells whether levels across stand in two lines, one here, one there: words
// that are too wide for their cells but not for two, and of which the last and the first
// of the next map stand in different lines.
func (f *field) staggered() bool {
	w := f.cellWidth()
	return !f.x.numeric && (f.columns() == 1 || len(f.x.levels)%2 == 0) &&
		f.shrunk(w) <= leastNumber && f.widest() <= 2*w-4*f.u
}

// shrunk is the share of their size at which levels across fit cells of a width.
func (f *field) shrunk(w vg.Length) float64 { return float64((w - 2.5*f.u) / f.widest()) }

func (f *field) nameRows(c draw.Canvas) {
	k := f.note.in(dark)
	h := c.Size().Y / vg.Length(len(f.y.levels))
	every := max(1, int(math.Ceil(float64(k.line()/h))))
	for j, v := range f.y.levels {
		if j%every == 0 {
			k.middle(c, c.Min.X-3*f.u, c.Min.Y+(vg.Length(j)+0.5)*h, toLeft, cut(k, levelText(v), 0.14*f.Width))
		}
	}
}

func (f *field) nameColumns(c draw.Canvas) {
	k := f.note.in(dark)
	w := c.Size().X / vg.Length(len(f.x.levels))
	every, lines := 1, 1
	if fit := f.shrunk(w); fit < 1 && fit > leastNumber { // rather smaller than some left out
		k = ink{face(hundredth(k.size()*vg.Length(fit)), font.WeightNormal), dark}
	} else if f.x.numeric {
		every = max(1, int(math.Ceil(float64((f.widest()+3*f.u)/w))))
	} else if f.staggered() {
		lines = 2
	}
	for i, v := range f.x.levels {
		if i%every == 0 {
			y := c.Min.Y - 2*f.u - k.size() - vg.Length(i%lines)*k.line()
			k.draw(c, c.Min.X+(vg.Length(i)+0.5)*w, y, centred, cut(k, levelText(v), vg.Length(every*lines)*w-2*f.u))
		}
	}
}
