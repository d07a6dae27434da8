package report

import (
	"cmp"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"golang.org/x/image/font"
)

// outcomesPanel is names, bars and rates as three columns, and below them, where a
// slide has room, what each outcome means.
type outcomesPanel struct {
	look
	classes     []outcome
	bars        []bar
	header      [2]string
	left, right vg.Length // widths of the outer columns
	narrow      bool      // some shares have no room within their bar
	key         []keyItem // what each outcome means, below the bars
}

func newOutcomesPanel(k look, classes []outcome, bars []bar) outcomesPanel {
	o := outcomesPanel{look: k, classes: classes, bars: bars, header: [2]string{"Agreement", "[95% interval]"}}
	for _, b := range bars {
		o.left, o.right = max(o.left, k.body.broad(b.short)), max(o.right, k.body.width(b.rate))
	}
	o.right = max(o.right, k.note.width(o.header[0]), k.note.width(o.header[1]))
	whole := k.Width - 2*k.margin() - o.left - o.right - 11*k.u
	for _, b := range bars {
		for _, share := range b.shares {
			o.narrow = o.narrow || share > 0 && !o.fits(percent(share), vg.Length(share)*whole-o.gap())
		}
	}
	return o
}

// gap is the white between two parts of a bar.
func (o outcomesPanel) gap() vg.Length { return 0.8 * o.u }

func (o outcomesPanel) fits(label string, w vg.Length) bool { return o.note.width(label)+2*o.u <= w }

// under is the room below a bar for the shares that it has no room for.
func (o outcomesPanel) under() vg.Length {
	if !o.narrow {
		return 0
	}
	return o.note.line() + 2*o.u
}

// pitch is the distance of two bars where the size leaves it free.
func (o outcomesPanel) pitch() vg.Length { return 2.1*o.body.size() + o.under() }

func (o outcomesPanel) head() vg.Length { return 2 * o.note.line() }
func (o outcomesPanel) foot() vg.Length { return o.note.line() + 4*o.u }

// height is the height of the panel where the size leaves it free.
func (o outcomesPanel) height() vg.Length {
	return o.pitch()*vg.Length(len(o.bars)) + o.head() + o.foot()
}

// low is the least height.
func (o outcomesPanel) low() vg.Length {
	var names []string
	for _, b := range o.bars {
		names = append(names, b.short)
	}
	return 1.1*o.note.size()*linesOf(names)*vg.Length(len(o.bars)) + o.head() + o.foot() + o.explained()
}

// explained is the room that the meanings take.
func (o outcomesPanel) explained() vg.Length {
	if len(o.key) == 0 {
		return 0
	}
	return vg.Length(len(o.key))*o.keyLine() + o.body.line()
}

func (o outcomesPanel) paint(c draw.Canvas) {
	x0, x1 := c.Min.X+o.left+4*o.u, c.Max.X-o.right-7*o.u
	top := c.Max.Y - o.head()
	n := vg.Length(len(o.bars))
	pitch := min((top-c.Min.Y-o.foot()-o.explained())/n, 2.2*o.pitch())
	small, under := o.sliverInk(pitch)
	foot := top - pitch*n

	for i, h := range o.header {
		o.note.in(dark).draw(c, c.Max.X, top+vg.Length(1-i)*o.note.line()+2*o.u, toLeft, h)
	}
	for i, b := range o.bars {
		r := box(x0, top-pitch*vg.Length(i+1)+0.1*(pitch-under)+under, x1-x0, 0.8*(pitch-under))
		y := (r.Min.Y + r.Max.Y) / 2
		o.body.lines(c, x0-4*o.u, y, toLeft, b.short)
		o.body.middle(c, c.Max.X, y, toLeft, b.rate)
		slivers := o.paintBar(c, b, r)
		if under > 0 {
			o.labelSlivers(c, small, slivers, x0, x1, r.Min.Y)
		}
	}
	o.paintAxis(c, x0, x1, foot)
	o.explain(c, foot-o.foot()-o.body.line())
}

// sliverInk is the ink of the shares below bars, smaller where bars stand close, and the
// room that they take; none where a slide is so full that bars matter more.
func (o outcomesPanel) sliverInk(pitch vg.Length) (ink, vg.Length) {
	k, under := o.note.in(dark), o.under()
	if pitch >= 1.1*o.note.size()+under {
		return k, under
	}
	k = ink{face(hundredth(0.72*o.note.size()), font.WeightNormal), dark}
	if under = min(under, k.line()+2*o.u); pitch >= 0.95*o.note.size()+under {
		return k, under
	}
	return k, 0
}

// sliver is a share that has no room within its bar.
type sliver struct {
	x     vg.Length // its middle
	share float64
	label string
}

// paintBar draws one stacked bar with white gaps and the shares that have room, and
// returns the others.
func (o outcomesPanel) paintBar(c draw.Canvas, b bar, r vg.Rectangle) []sliver {
	last := 0
	for i, share := range b.shares {
		if share > 0 {
			last = i
		}
	}
	var slivers []sliver
	x := r.Min.X
	for i, share := range b.shares {
		w := vg.Length(share) * r.Size().X
		if w <= 0 {
			continue
		}
		part := box(x, r.Min.Y, w, r.Size().Y)
		if i < last {
			part.Max.X = x + max(w-o.gap(), w/2)
		}
		fillBox(c, o.classes[i].color, part)
		x += w
		middle := (part.Min.X + part.Max.X) / 2
		label := o.classes[i].words() + " " + percent(share)
		if o.note.width(label)+4*o.u > part.Size().X {
			label = percent(share)
		}
		if !o.fits(label, part.Size().X) {
			slivers = append(slivers, sliver{middle, share, label})
			continue
		}
		o.note.in(over(o.classes[i].color)).middle(c, middle, (r.Min.Y+r.Max.Y)/2, centred, label)
	}
	return slivers
}

// labelSlivers writes shares below a bar, each with a line to its part, leaving out
// the smallest where there is no room for all.
func (o outcomesPanel) labelSlivers(c draw.Canvas, k ink, slivers []sliver, x0, x1, y vg.Length) {
	var at []vg.Length
	for room := false; !room; {
		var widest vg.Length
		at = nil
		for _, s := range slivers {
			at = append(at, s.x)
			widest = max(widest, k.width(s.label))
		}
		if at, room = spread(at, widest+1.5*o.u, x0, x1); !room {
			smallest := slices.MinFunc(slivers, func(a, b sliver) int { return cmp.Compare(a.share, b.share) })
			slivers = slices.DeleteFunc(slivers, func(s sliver) bool { return s == smallest })
		}
	}
	for i, s := range slivers {
		c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.5 * o.u}, s.x, y, at[i], y-3*o.u)
		k.draw(c, at[i], y-3.5*o.u-k.capital(), centred, s.label)
	}
}

func (o outcomesPanel) paintAxis(c draw.Canvas, x0, x1, y vg.Length) {
	sty := draw.LineStyle{Color: dark, Width: 0.6 * o.u}
	for _, share := range []float64{0, 0.25, 0.5, 0.75, 1} {
		x := x0 + vg.Length(share)*(x1-x0)
		c.StrokeLine2(sty, x, y, x, y-2.5*o.u)
		o.note.in(dark).draw(c, x, y-3.5*o.u-o.note.size(), centred, percent(share))
	}
	c.StrokeLine2(sty, x0, y, x1, y)
}

// explain writes the key with what each outcome means, downwards from y.
func (o outcomesPanel) explain(c draw.Canvas, y vg.Length) {
	for _, item := range o.key {
		y -= o.keyLine()
		item.mark(c, box(c.Min.X, y+0.15*o.keyLine(), o.swatch(), 0.7*o.keyLine()))
		text := cut(o.body, item.text, c.Size().X-o.swatch()-3*o.u)
		o.body.middle(c, c.Min.X+o.swatch()+3*o.u, y+o.keyLine()/2, toRight, text)
	}
}

func fillBox(c draw.Canvas, ground color.Color, r vg.Rectangle) {
	c.SetColor(ground)
	c.Fill(r.Path())
}
