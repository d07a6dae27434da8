package report

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// told is what is said in public beside how close the sides are, under one mediator.
type told struct {
	name, short string
	said, true  trace
}

// drawNarrative draws what is said in public against how close the sides are.
func drawNarrative(d Data, k look) (sheet, error) {
	sh := sheet{title: "What is said and how close the sides are", under: "across: round; up: from 0, far apart, to 1, agreed"}
	if !d.moving("narrative") || !d.moving("closeness") {
		return sheet{}, unfit("what is said in public, and how close the sides are, is not recorded round by round, or never changes")
	}
	if err := d.eachFollowed(); err != nil {
		return sheet{}, err
	}
	var all []told
	for i, m := range d.rows() {
		said, hasSaid := d.series(m, "narrative")
		near, hasNear := d.series(m, "closeness")
		t := told{name: clean(m), said: said.trace(d.Runs), true: near.trace(d.Runs)}
		if !hasSaid || !hasNear || min(len(t.said.x), len(t.true.x)) < 2 {
			continue
		}
		t.said.low, t.said.high = nil, nil // two bands over each other would hide the gap
		t.short = sh.label(k.strong, d.each(), i+1, m, k.Width/vg.Length(panelColumns(k))-8*k.u)
		t.said.stroke, t.said.short = strokes[1], "said in public"
		t.true.stroke, t.true.short = strokes[0], "how close they are"
		all = append(all, t)
	}
	if len(all) == 0 {
		return sheet{}, fmt.Errorf("under no %s do two rounds have enough runs that still talk", d.each())
	}
	sh.notes = []string{talking(d)}
	if !d.Alone {
		sh.notes = []string{fmt.Sprintf("Means of the runs that still talk, as long as one in five does; band: quartiles of how close they are; grey: the gap of the means. n = %s runs per %s at the start.", words.Thousands(d.Runs), d.each())}
	}
	sh.shown = []string{"What the sides say in public about progress beside how close they are in truth (both from 0, far apart, to 1, agreed), one panel " + a(d.each()) + "; grey: the gap of the two; a band is that of closeness. " + talkingWords(d)}
	for _, t := range all {
		gap, at := widest(t.said, t.true)
		sh.shown = append(sh.shown, fmt.Sprintf("%s: the gap is widest in round %s (%s).", t.name, number(at, 0), short3(gap)))
	}
	if len(all) == 1 {
		sh.panel = k.oneHeight()
	} else {
		sh.panel, sh.low = panelsHeight(k, len(all)), lowPanels(k, len(all))
		sh.key = k.keyOf([]trace{all[0].said, all[0].true})
	}
	sh.paint = func(c draw.Canvas) { drawPanels(c, narrativePanels(k, all), balanced(len(all), panelColumns(k))) }
	return sh, nil
}

// widest is the largest gap between two lines, and where it is.
func widest(a, b trace) (gap, x float64) {
	for i := range min(len(a.x), len(b.x)) {
		if g := a.y[i] - b.y[i]; math.Abs(g) > math.Abs(gap) {
			gap, x = g, a.x[i]
		}
	}
	return gap, x
}

func narrativePanels(k look, all []told) []panel {
	var lines []trace
	for _, t := range all {
		lines = append(lines, t.said, t.true)
	}
	var ps []panel
	for _, t := range all {
		p := panel{look: k, traces: []trace{t.said, t.true}, x: roundAxis(lines, 3), y: axis{hi: 1, ticks: ticksOf(measured{}, 0, 1, 2)}}
		p.under = func(c draw.Canvas, at func(x, y float64) vg.Point) {
			n := min(len(t.said.x), len(t.true.x))
			way := t.said.line(t.said.x[:n], t.said.y[:n], at)
			back := t.true.line(t.true.x[:n], t.true.y[:n], at)
			slices.Reverse(back)
			c.FillPolygon(dust, c.ClipPolygonXY(append(way, back...)))
		}
		if len(all) == 1 {
			p.named = true
			p.x = roundAxis(lines, 8)
			p.y = axis{label: "From far apart, 0, to agreed, 1", hi: 1, ticks: ticksOf(measured{}, 0, 1, 5)}
		} else {
			p.title = t.short
			p.x.label, p.y.label = "", ""
		}
		ps = append(ps, p)
	}
	return ps
}
