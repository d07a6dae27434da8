package report

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// lineChart is measures over one factor, a line a mediator.
type lineChart struct {
	look
	factor factorScale
	ms     []measured
	traces [][]trace // by measure and mediator
	marks  [][]crossing
}

// crossing is where two lines change places.
type crossing struct {
	x, y float64
	a, b int  // the mediators, from 0
	sure bool // the two are told apart on both sides
}

// drawLines draws measures over the one factor that a sweep varied.
func drawLines(d Data, k look) (sheet, error) {
	varying, all := d.Design.scales()
	if len(varying) != 1 {
		return sheet{}, unfit("lines need a sweep of exactly one factor that varies; this result has %s", words.Plural(len(varying), "such factor", "such factors"))
	}
	l := lineChart{look: k, factor: all[varying[0]]}
	sh := sheet{title: "What depends on “" + l.factor.called() + "”", under: "lines: estimates by level; bands: 95% intervals"}
	var err error
	usual := []string{usualFirst, usualSecond, "joint_gain", "peace"}
	if most := l.most(len(d.Mediators)); most > 3 {
		usual = slices.Concat(usual[:2], d.belligerentMeasures(gain), usual[2:])
	}
	if l.ms, err = d.shown(usual, l.most(len(d.Mediators))); err != nil {
		return sheet{}, err
	}
	l.read(d, varying[0], &sh.glossary)
	sh.notes = []string{fmt.Sprintf("n = %s runs per level and mediator. Bands: 95%% intervals.", words.Thousands(d.Runs))}
	if !l.factor.numeric {
		sh.notes = append(sh.notes, "Levels are kinds, not amounts: lines only join the same mediator.")
	}
	sh.shown = l.words(d)
	if l.crosses() {
		sh.notes = append(sh.notes, "Rings: lines change places, and are told apart on both sides.")
	}
	if len(d.Mediators) <= len(strokes) && len(d.Mediators) > 1 {
		sh.key = k.keyOf(l.traces[0])
	}
	if l.each() && k.Height > 0 { // a slide has no room for more
		sh.low = lowPanels(k, len(d.Mediators)) + k.body.line()
		sh.under = "up: " + l.ms[0].label() + "; bands: 95% intervals"
		l.ms, l.traces, l.marks = l.ms[:1], l.traces[:1], l.marks[:1]
	}
	sh.panel, sh.paint = l.height(), l.paint
	return sh, nil
}

func (l lineChart) most(mediators int) int {
	if l.stacked() && mediators > len(strokes) {
		return 2
	}
	if l.Height > 0 || l.stacked() {
		return 3
	}
	return 4
}

// read takes the estimates level by level.
func (l *lineChart) read(d Data, factor int, g *glossary) {
	found := d.estimatesOf(l.ms)
	for _, m := range l.ms {
		var lines []trace
		for j, name := range d.Mediators {
			t := trace{stroke: strokes[j%len(strokes)], dots: true}
			t.short = g.label(l.body, "mediator", j+1, name, 0.35*l.Width)
			t.low, t.high = []float64{}, []float64{}
			for i := range l.factor.levels {
				point := slices.IndexFunc(d.Design.Points, func(p []record.Value) bool { return p[factor] == l.factor.levels[i] })
				y, low, high := math.NaN(), math.NaN(), math.NaN()
				if r, ok := found.at(point, name, m.name); ok {
					y = r.Estimate
					low, high = ends(r)
				}
				t.x, t.y, t.low, t.high = append(t.x, l.factor.at[i]), append(t.y, y), append(t.low, low), append(t.high, high)
			}
			lines = append(lines, t)
		}
		l.traces = append(l.traces, lines)
		l.marks = append(l.marks, crossings(lines, l.factor.numeric))
	}
}

// crossings finds where lines change places; only an axis of amounts has a place
// between two levels.
func crossings(lines []trace, numeric bool) []crossing {
	var all []crossing
	if !numeric {
		return nil
	}
	for a := range lines {
		for b := a + 1; b < len(lines); b++ {
			p, q := lines[a], lines[b]
			for i := 1; i < len(p.x); i++ {
				before, after := p.y[i-1]-q.y[i-1], p.y[i]-q.y[i]
				if !(before*after < 0) {
					continue
				}
				t := before / (before - after)
				all = append(all, crossing{
					x: p.x[i-1] + t*(p.x[i]-p.x[i-1]), y: p.y[i-1] + t*(p.y[i]-p.y[i-1]), a: a, b: b,
					sure: parted(p, q, 0, i, before) && parted(p, q, i, len(p.x), after),
				})
			}
		}
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

func (l lineChart) crosses() bool {
	return slices.ContainsFunc(l.marks, func(m []crossing) bool {
		return slices.ContainsFunc(m, func(c crossing) bool { return c.sure })
	})
}

func (l lineChart) words(d Data) []string {
	shown := []string{fmt.Sprintf("%s over %s, one line a mediator; bands are 95%% intervals of each estimate by itself (shares: Wilson; means: bootstrap or Student), straight between levels; n = %s runs per level and mediator.",
		words.Capital(d.names(l.ms)), l.factor.label(), words.Thousands(d.Runs))}
	if l.factor.Note != "" {
		shown = append(shown, words.Capital(l.factor.called())+": "+clean(l.factor.Note)+".")
	}
	for i, m := range l.ms {
		for j, t := range l.traces[i] {
			first, last := t.y[0], t.y[len(t.y)-1]
			if !math.IsNaN(first) && !math.IsNaN(last) {
				shown = append(shown, fmt.Sprintf("%s, %s: %s at %s, %s at %s.", m.words, clean(d.Mediators[j]), m.value(first), levelText(l.factor.levels[0]),
					m.value(last), levelText(l.factor.levels[len(l.factor.levels)-1])))
			}
		}
		for _, c := range l.marks[i] {
			if c.sure {
				shown = append(shown, fmt.Sprintf("%s: %s and %s change places at about %s.", m.words, clean(d.Mediators[c.a]), clean(d.Mediators[c.b]), short3(c.x)))
			}
		}
	}
	return shown
}

// each tells whether every mediator has panels of its own.
func (l lineChart) each() bool { return len(l.traces[0]) > len(strokes) }

func (l lineChart) columns() int {
	switch {
	case l.each() && len(l.ms) == 1:
		return panelColumns(l.look)
	case l.stacked() && !l.each():
		return 1
	case l.Height == 0 && !l.each():
		return min(2, len(l.ms))
	}
	return len(l.ms)
}

func (l lineChart) height() vg.Length {
	n := len(l.ms)
	one := min(0.55*l.Width/vg.Length(l.columns())+20*l.u, 80*vg.Millimeter)
	if l.each() {
		n, one = len(l.ms)*len(l.traces[0]), 24*vg.Millimeter
	}
	return vg.Length((n+l.columns()-1)/l.columns()) * one
}

func (l lineChart) paint(c draw.Canvas) {
	var ps []panel
	if !l.each() {
		for i := range l.ms {
			ps = append(ps, l.panel(i))
		}
		drawPanels(c, ps, l.columns())
		return
	}
	for j := range l.traces[0] {
		for i := range l.ms {
			p := l.panel(i)
			one := p.traces[j]
			one.stroke = strokes[0]
			p.others, p.traces, p.over = p.traces, []trace{one}, nil
			p.title = one.short
			p.x.label = ""
			if j == 0 && len(l.ms) > 1 {
				p.above = l.ms[i].label()
			}
			if j == len(l.traces[0])-1 {
				p.x.label = l.factor.label()
			}
			p.y.ticks = ticksOf(l.ms[i], p.y.lo, p.y.hi, 2)
			ps = append(ps, p)
		}
	}
	drawPanels(c, ps, l.columns())
}

// panel is that of a measure.
func (l lineChart) panel(i int) panel {
	var values []float64
	for j, lines := range l.traces {
		if l.ms[j].family() == l.ms[i].family() {
			values = slices.Concat(values, valuesOf(lines))
		}
	}
	p := panel{look: l.look, title: l.ms[i].label(), traces: l.traces[i], y: valueAxis(l.ms[i], values, 4)}
	p.y.label = ""
	p.x = l.factor.axis(l.look, l.Width/vg.Length(l.columns())-20*l.u)
	p.over = func(c draw.Canvas, at func(x, y float64) vg.Point) { l.paintCrossings(c, at, l.marks[i]) }
	return p
}

func (l lineChart) paintCrossings(c draw.Canvas, at func(x, y float64) vg.Point, marks []crossing) {
	labels := &placer{u: l.u, bounds: c.Rectangle}
	for _, m := range marks {
		if !m.sure {
			continue
		}
		p := at(m.x, m.y)
		ring(c, p, 3.5*l.u, dark)
		labels.block(p, 4*l.u)
		text := short3(m.x)
		w, h := l.note.width(text)+2*l.u, l.note.capital()+2*l.u
		if r, ok := labels.near(p, around(p, w, h, []vg.Length{5 * l.u, 9 * l.u}, []int{2, 6, 1, 7, 3, 5}), 60); ok {
			fillBox(c, faint(white, 0.75), r)
			l.note.in(dark).middle(c, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, centred, text)
		}
	}
}
