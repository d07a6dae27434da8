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
	if err := d.eachFollowed(); err != nil {
		return sheet{}, err
	}
	if !d.moving("narrative") || !d.moving("closeness") {
		return sheet{}, unfit("what is said in public, and how close the sides are, is not recorded round by round, or never changes")
	}
	var all []told
	short := sh.rowLabels(d, k.strong, k.panelName(len(d.rows())), true)
	for i, m := range d.rows() {
		said, hasSaid := d.series(m, "narrative")
		near, hasNear := d.series(m, "closeness")
		t := told{name: clean(m), said: said.trace(d.Runs), true: near.trace(d.Runs)}
		if !hasSaid || !hasNear || min(len(t.said.x), len(t.true.x)) < 2 {
			continue
		}
		t.said.low, t.said.high = nil, nil // two bands over each other would hide the gap
		t.short = short[i]
		t.said.stroke, t.said.short = strokes[1], "said in public"
		t.true.stroke, t.true.short = strokes[0], "how close they are"
		all = append(all, t)
	}
	if len(all) == 0 {
		return sheet{}, fmt.Errorf("under no %s do two rounds have enough runs that still talk", d.each())
	}
	banded := slices.ContainsFunc(all, func(t told) bool { return bandsOf([]trace{t.true}) })
	sh.notes = []string{talking(d, banded)}
	if banded {
		sh.notes = []string{fmt.Sprintf("Means of the runs that still talk, as long as one in five does; band: quartiles of how close they are. n = %s runs%s at the start.", words.Thousands(d.Runs), d.per())}
	}
	sh.shown = []string{"What the sides say in public about progress beside how close they are in truth (both from 0, far apart, to 1, agreed), one panel " + a(d.each()) + "; hatched: the gap of the two. " + talkingWords(d, banded)}
	if banded {
		sh.shown = append(sh.shown, "Bands are those of closeness.")
	}
	for _, t := range all {
		gap, at := widest(t.said, t.true)
		sh.shown = append(sh.shown, fmt.Sprintf("%s: the gap is widest in round %s (%s).", t.name, number(at, 0), short3(gap)))
	}
	if len(all) == 1 {
		sh.panel, sh.key = k.oneHeight(), []keyItem{k.gapKey()}
	} else {
		sh.panel, sh.low = panelsHeight(k, len(all)), k.lowAcross(len(all))
		sh.key = append(k.keyOf([]trace{all[0].said, all[0].true}), k.gapKey())
	}
	sh.paint = func(c draw.Canvas) { drawPanels(c, narrativePanels(k, all), k.across(len(all))) }
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

// paintGap hatches the gap of the two lines, which shading would lose in the band.
func (t told) paintGap(c draw.Canvas, k look, at func(x, y float64) vg.Point) {
	for i := 1; i < min(len(t.said.x), len(t.true.x)); i++ {
		a, b := [2]vg.Point{at(t.said.x[i-1], t.said.y[i-1]), at(t.true.x[i-1], t.true.y[i-1])}, [2]vg.Point{at(t.said.x[i], t.said.y[i]), at(t.true.x[i], t.true.y[i])}
		for n, j := max(1, int((b[0].X-a[0].X)/(2*k.u))), 0; j < n; j++ {
			f := vg.Length(j) / vg.Length(n)
			x := a[0].X + f*(b[0].X-a[0].X)
			up, down := a[0].Y+f*(b[0].Y-a[0].Y), a[1].Y+f*(b[1].Y-a[1].Y)
			c.StrokeLine2(k.hatching(), x, min(up, c.Max.Y), x, min(down, c.Max.Y))
		}
	}
}

func (k look) hatching() draw.LineStyle { return draw.LineStyle{Color: soft, Width: 0.45 * k.u} }

// gapKey explains the hatching.
func (k look) gapKey() keyItem {
	return keyItem{"gap of the two", func(c draw.Canvas, r vg.Rectangle) {
		for x := r.Min.X; x <= r.Max.X; x += 2 * k.u {
			c.StrokeLine2(k.hatching(), x, r.Min.Y, x, r.Max.Y)
		}
	}}
}

func narrativePanels(k look, all []told) []panel {
	var lines []trace
	for _, t := range all {
		lines = append(lines, t.said, t.true)
	}
	var ps []panel
	for _, t := range all {
		p := panel{look: k, traces: []trace{t.said, t.true}, x: roundAxis(lines, 3), y: axis{hi: 1, ticks: ticksOf(measured{}, 0, 1, 2)}}
		p.over = func(c draw.Canvas, at func(x, y float64) vg.Point) { t.paintGap(c, k, at) }
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
