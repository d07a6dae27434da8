package report

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"shuttle/sim/report/words"
)

// mostBanded is how many lines of a panel have bands; more would hide each other, and
// have bars at their levels.
const mostBanded = 3

// lineChart is measures over one factor: a line a level of another factor, or a mediator.
type lineChart struct {
	look
	factor   factorScale // across
	ms       []measured
	by       int // what lines stand for, see families
	families []family
	traces   [][][]trace // by measure, family and line
	marks    [][][]crossing
}

// drawLines draws measures over a factor that a sweep varied.
func drawLines(d Data, k look) (sheet, error) {
	l, axis, err := lineChartOf(d, k)
	if err != nil {
		return sheet{}, err
	}
	usual := []string{usualFirst, usualSecond, "joint_gain", "peace"}
	if most := l.most(); most > 3 {
		usual = slices.Concat(usual[:2], d.belligerentMeasures(gain), usual[2:])
	}
	if l.ms, err = d.shown(usual, l.most()); err != nil {
		return sheet{}, err
	}
	sh := sheet{title: "What depends on “" + l.factor.called() + "”", under: "lines: estimates by level, a line a " + d.lineName(l.by)}
	if len(l.families[0].names) == 1 {
		sh.under = "line: estimates by level"
	}
	if len(l.families) > 1 && l.factor.numeric {
		sh.under = "across: " + l.factor.label() + "; a line a " + d.lineName(l.by)
	}
	l.read(d, axis, &sh.glossary)
	if !l.factor.numeric {
		return l.kinds(d, sh)
	}
	sh.notes = []string{fmt.Sprintf("n = %s runs per level and line. %s: 95%% intervals.", words.Thousands(d.Runs), words.Capital(l.interval()))}
	if text := l.rings(); text != "" {
		sh.notes = append(sh.notes, text)
	}
	if l.few() {
		sh.notes = append(sh.notes, fewText("dots"))
	}
	if n := len(l.families[0].names); n > 1 && n <= len(strokes) {
		sh.key = k.keyOf(l.keyed())
	}
	sh.shown = l.words(d)
	if l.each() && k.Height > 0 { // a slide has no room for more
		sh.low = lowPanels(k, len(l.families[0].names)) + k.body.line()
		sh.under = "up: " + l.ms[0].label() + "; bands: 95% intervals"
		l.ms, l.traces, l.marks = l.ms[:1], l.traces[:1], l.marks[:1]
	}
	sh.panel, sh.paint = l.height(), l.paint
	if !l.each() {
		sh.low = vg.Length(l.rows()) * 5 * k.body.line()
	}
	return sh, nil
}

// lineChartOf chooses what stands across: amounts before kinds, more levels before
// fewer.
func lineChartOf(d Data, k look) (l lineChart, axis int, err error) {
	varying, all := d.Design.scales()
	if s := d.Design.shape(); len(varying) < 1 || len(varying) > 2 || s != oneAxis && s != grid {
		return l, 0, unfit("lines need a sweep of one factor that varies, or of every level of two; this result has %s", words.Plural(len(varying), "such factor", "such factors"))
	}
	axis = varying[0]
	for _, i := range varying[1:] {
		if a, b := all[i], all[axis]; a.numeric && !b.numeric || a.numeric == b.numeric && len(a.levels) > len(b.levels) {
			axis = i
		}
	}
	l = lineChart{look: k, factor: all[axis]}
	var ok bool
	if l.families, l.by, ok = d.families(len(strokes), axis); ok {
		return l, axis, nil
	}
	if len(varying) > 1 {
		return l, 0, unfit("both factors have too many levels to be lines: a map shows them")
	}
	l.families, l.by, _ = d.families(len(d.Mediators), axis) // each mediator in a panel of its own
	return l, axis, nil
}

// most is how many measures there is room for.
func (l lineChart) most() int {
	switch lines := len(l.families[0].names); {
	case len(l.families) > 1, l.stacked() && lines > len(strokes):
		return 2
	case l.Height > 0 || l.stacked():
		return 3
	}
	return 4
}

// read takes the estimates level by level.
func (l *lineChart) read(d Data, axis int, g *glossary) {
	found := d.estimatesOf(l.ms)
	for _, m := range l.ms {
		var of [][]trace
		var marks [][]crossing
		for _, f := range l.families {
			var lines []trace
			for j, name := range f.names {
				t := l.line(d, axis, f.arms[j], m, found)
				t.stroke, t.dots = strokes[j%len(strokes)], true
				t.short = g.label(l.body, d.lineName(l.by), j+1, name, 0.35*l.Width)
				lines = append(lines, t)
			}
			of, marks = append(of, lines), append(marks, nil)
			if l.factor.numeric { // between two kinds there is no place
				marks[len(marks)-1] = crossings(lines)
			}
		}
		l.traces, l.marks = append(l.traces, of), append(l.marks, marks)
	}
}

// line is a measure at each level of the axis.
func (l *lineChart) line(d Data, axis int, arms []arm, m measured, found estimates) trace {
	t := trace{low: []float64{}, high: []float64{}}
	for i, level := range l.factor.levels {
		y, low, high, n := math.NaN(), math.NaN(), math.NaN(), 0
		at := slices.IndexFunc(arms, func(a arm) bool { return d.Design.Points[a.point][axis] == level })
		if at >= 0 {
			if r, ok := found.at(arms[at].point, arms[at].mediator, m.name); ok {
				y, n = r.Estimate, r.N
				low, high = ends(r)
			}
		}
		t.x, t.y, t.low, t.high = append(t.x, l.factor.at[i]), append(t.y, y), append(t.low, low), append(t.high, high)
		t.n = append(t.n, n)
	}
	return t
}

// interval is how intervals are drawn.
func (l lineChart) interval() string {
	if l.banded() {
		return "bands"
	}
	return "bars"
}

// banded tells whether lines have bands.
func (l lineChart) banded() bool { return l.each() || len(l.families[0].names) <= mostBanded }

// each tells whether every line has panels of its own.
func (l lineChart) each() bool { return len(l.families[0].names) > len(strokes) }

func (l lineChart) words(d Data) []string {
	by := ""
	if len(l.families[0].names) > 1 {
		by = ", one line a " + d.lineName(l.by)
	}
	shown := []string{fmt.Sprintf("%s over %s%s; %s are 95%% intervals of each estimate by itself (shares: Wilson; means: bootstrap or Student), lines straight between levels; n = %s runs per level and line.",
		words.Capital(d.names(l.ms)), l.factor.label(), by, l.interval(), words.Thousands(d.Runs))}
	if l.factor.Note != "" {
		shown = append(shown, words.Capital(l.factor.called())+": "+clean(l.factor.Note)+".")
	}
	for i, m := range l.ms {
		for f, lines := range l.traces[i] {
			for j, t := range lines {
				name := joined(", ", l.families[f].title, l.families[f].names[j])
				first, last := t.y[0], t.y[len(t.y)-1]
				if !math.IsNaN(first) && !math.IsNaN(last) {
					shown = append(shown, fmt.Sprintf("%s, %s: %s at %s, %s at %s.", m.words, name, m.value(first), levelText(l.factor.levels[0]),
						m.value(last), levelText(l.factor.levels[len(l.factor.levels)-1])))
				}
			}
			shown = append(shown, l.crossed(i, f)...)
			shown = append(shown, l.fewOf(i, f)...)
		}
	}
	return shown
}

func (l lineChart) columns() int {
	switch {
	case l.each() && len(l.ms) == 1:
		return panelColumns(l.look)
	case len(l.families) > 1:
		return balanced(len(l.families), panelColumns(l.look))
	case l.stacked() && !l.each():
		return 1
	case l.Height == 0 && !l.each():
		return min(2, len(l.ms))
	}
	return len(l.ms)
}

// rows are those of the panels.
func (l lineChart) rows() int {
	n := len(l.ms)
	switch {
	case l.each():
		n *= len(l.families[0].names)
	case len(l.families) > 1:
		return n * ((len(l.families) + l.columns() - 1) / l.columns())
	}
	return (n + l.columns() - 1) / l.columns()
}

func (l lineChart) height() vg.Length {
	one := min(0.55*l.Width/vg.Length(l.columns())+26*l.u, 80*vg.Millimeter)
	if l.each() {
		one = 24 * vg.Millimeter
	}
	return vg.Length(l.rows()) * one
}
