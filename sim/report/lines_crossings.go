package report

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// crossing is where two lines change places.
type crossing struct {
	x, y float64
	a, b int  // the lines, from 0
	sure bool // the two are told apart on both sides
}

// mostNamed is how many crossings that may be noise a caption names one by one.
const mostNamed = 6

// crossings finds where lines change places, between two levels of the axis or at one.
func crossings(lines []trace) []crossing {
	var all []crossing
	for a := range lines {
		for b := a + 1; b < len(lines); b++ {
			all = append(all, between(lines[a], lines[b], a, b)...)
		}
	}
	return all
}

// between finds where two lines change places: from one level where they differ to the
// next where they do, the other way round.
func between(p, q trace, a, b int) []crossing {
	var all []crossing
	last := -1 // level at which they differed last
	for i := range p.x {
		after := p.y[i] - q.y[i]
		if !(after != 0) || after != after {
			continue
		}
		if last < 0 {
			last = i
			continue
		}
		before := p.y[last] - q.y[last]
		if before*after < 0 {
			t := before / (before - after)
			all = append(all, crossing{
				x: p.x[last] + float64(t*(p.x[i]-p.x[last])), y: p.y[last] + float64(t*(p.y[i]-p.y[last])), a: a, b: b,
				sure: parted(p, q, 0, i, before) && parted(p, q, i, len(p.x), after),
			})
		}
		last = i
	}
	return all
}

// parted tells whether at some level in [from, to) two lines' intervals do not
// touch, with the first on the side of sign.
func parted(p, q trace, from, to int, side float64) bool {
	for i := from; i < to; i++ {
		if side > 0 && p.low[i] > q.high[i] || side < 0 && q.low[i] > p.high[i] {
			return true
		}
	}
	return false
}

// rings explains the marks of crossings, where there are any.
func (l lineChart) rings() string {
	sure, unsure := false, false
	for _, of := range l.marks {
		for _, marks := range of {
			for _, m := range marks {
				sure, unsure = sure || m.sure, unsure || !m.sure
			}
		}
	}
	switch {
	case l.each(), !sure && !unsure:
		return ""
	case sure && unsure:
		return "Rings: lines change places; filled: intervals part on both sides; hollow: they overlap, it may be noise."
	case sure:
		return "Filled rings: lines change places, and intervals part on both sides."
	}
	return "Hollow rings: lines change places within their intervals, which may be noise."
}

// crossed says in a caption where the lines of a family change places.
func (l lineChart) crossed(measure, family int) []string {
	var shown []string
	m, f, unsure := l.ms[measure], l.families[family], 0
	for _, c := range l.marks[measure][family] {
		doubt := ""
		if !c.sure {
			if unsure++; unsure > mostNamed {
				continue
			}
			doubt = ", within their intervals: it may be noise"
		}
		shown = append(shown, fmt.Sprintf("%s: %s and %s change places at about %s%s.", joined(", ", m.words, f.title), f.names[c.a], f.names[c.b], short3(c.x), doubt))
	}
	if more := unsure - mostNamed; more > 0 {
		shown = append(shown, fmt.Sprintf("%s: %s within their intervals.", joined(", ", m.words, f.title), words.Plural(more, "more change of places", "more changes of places")))
	}
	return shown
}

// paintCrossings draws a ring at every crossing, and writes where the sure ones are.
func (l lineChart) paintCrossings(c draw.Canvas, at func(x, y float64) vg.Point, marks []crossing, labels *placer) {
	for _, m := range marks {
		p := at(m.x, m.y)
		dot(c, p, 2.6*l.u, white)
		ring(c, p, 2.4*l.u, dark)
		labels.block(p, 4*l.u)
		if !m.sure {
			continue
		}
		dot(c, p, 2*l.u, dark)
		text := short3(m.x)
		w, h := l.note.width(text)+2*l.u, l.note.capital()+2*l.u
		if r, ok := labels.near(p, around(p, w, h, []vg.Length{5 * l.u, 9 * l.u}, []int{2, 6, 1, 7, 3, 5}), 60); ok {
			fillBox(c, faint(white, 0.75), r)
			l.note.in(dark).middle(c, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, centred, text)
		}
	}
}
