package report

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// sweptSeries are the measures of the chart of a sweep, the first that move.
var sweptSeries = []measured{
	{name: "exchanges", words: "Exchanges so far", unit: "exchanges"},
	{name: "gap", words: "Gap left", unit: "worth"},
	{name: "trust", words: "Trust", unit: "0–1"},
	{name: "momentum", words: "Momentum", unit: "−1 to 1"},
}

// mostSwept is how many of them one chart has.
const mostSwept = 2

// mostFamilies is how many panels it has a measure.
const mostFamilies = 8

// drawSweptCourse draws what went on round by round in a sweep: a line an arm, a row of
// panels a measure, a column a family.
func drawSweptCourse(d Data, k look) (sheet, error) {
	sh := sheet{title: "What goes on around the talks", under: "across: round"}
	families, by, ok := d.families(len(strokes), noAxis)
	if !ok || len(families) > mostFamilies {
		return sheet{}, unfit("the arms of this sweep are too many, or differ in several things at once: plot one point, --point")
	}
	columns, most := k.across(len(families)), mostSwept
	if k.Height > 0 && len(families) > columns { // a slide has no room for more rows
		most = 1
	}
	ms := d.sweptMeasures(most)
	if len(ms) == 0 {
		return sheet{}, unfit("neither exchanges nor the gap nor trust nor momentum ever changes")
	}
	titles := k.titled(families, columns)
	var ps []panel
	for _, m := range ms {
		row, first, last := d.sweptRow(k, m, families, titles)
		for len(row)%columns > 0 {
			row = append(row, panel{look: k, blank: true})
		}
		ps = append(ps, row...)
		sh.shown = append(sh.shown, fmt.Sprintf("%s, %s: %s in round 1, %s at its end.", m.words, joined(", ", families[0].title, families[0].names[0]), short3(first), short3(last)))
		if row[0].y.lo > 0 {
			sh.shown = append(sh.shown, fmt.Sprintf("The axis of %s does not begin at zero.", m.words))
		}
	}
	banded := slices.ContainsFunc(ps, func(p panel) bool { return bandsOf(p.traces) })
	var key []trace
	for i, name := range families[0].names {
		t := trace{stroke: strokes[i], short: sh.label(k.body, "level", i+1, name, 0.6*k.Width)}
		if banded {
			t.low = []float64{}
		}
		key = append(key, t)
	}
	sh.key = k.keyOf(key)
	sh.notes = []string{talking(d, banded)}
	sh.shown = append([]string{fmt.Sprintf("%s round by round, one line a level of %s. %s", words.List(wordsOf(ms)), d.lineName(by), talkingWords(d, banded))}, sh.shown...)
	rows := len(ps) / columns
	sh.panel = vg.Length(rows) * min(0.6*k.Width/vg.Length(columns)+10*k.u, 50*vg.Millimeter)
	more := vg.Length(rows) * k.moreTitle(titles)
	sh.panel, sh.low = sh.panel+more, vg.Length(rows)*k.lowRow()+more
	sh.paint = func(c draw.Canvas) { drawPanels(c, ps, columns) }
	return sh, nil
}

// sweptMeasures are so many of the measures that move, of those asked for if there are
// any among them.
func (d Data) sweptMeasures(most int) []measured {
	asked := slices.ContainsFunc(sweptSeries, func(m measured) bool { return slices.Contains(d.Measures, m.name) })
	var ms []measured
	for _, m := range sweptSeries {
		if asked && !slices.Contains(d.Measures, m.name) {
			continue
		}
		if len(ms) < most && d.moving(m.name) {
			ms = append(ms, m)
		}
	}
	return ms
}

// sweptRow is a measure in every family, on one axis, with the first line's ends.
func (d Data) sweptRow(k look, m measured, families []family, titles []string) (row []panel, first, last float64) {
	var all [][]trace
	var values []float64
	var flat []trace
	for _, f := range families {
		var lines []trace
		for i, arms := range f.arms {
			s, ok := d.series(d.nameOf(arms[0]), m.name)
			if !ok {
				continue
			}
			t := s.trace(d.Runs)
			t.stroke = strokes[i]
			if len(f.arms) > mostBanded && len(t.x) > 0 { // bands would hide each other
				values = slices.Concat(values, t.y)
				t.low, t.high = nil, nil
			}
			lines = append(lines, t)
		}
		all, flat = append(all, lines), append(flat, lines...)
	}
	y := valueAxis(measured{}, append(values, valuesOf(flat)...), 3)
	for i := range families {
		p := panel{look: k, title: titles[i], traces: all[i], x: roundAxis(flat, 3), y: y}
		p.x.label, p.y.label = "", ""
		if i == 0 {
			p.above = m.label()
		}
		if p.title == "" {
			p.title, p.above = m.label(), ""
		}
		row = append(row, p)
	}
	if len(flat) > 0 && len(flat[0].y) > 0 {
		first, last = flat[0].y[0], flat[0].y[len(flat[0].y)-1]
	}
	return row, first, last
}

func wordsOf(ms []measured) []string {
	var all []string
	for _, m := range ms {
		all = append(all, m.words)
	}
	return all
}
