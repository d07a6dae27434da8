package report

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// drawEffects draws the mean size of each factor's elementary effects against their
// spread.
func drawEffects(d Data, k look) (sheet, error) {
	varying, _, left := d.ranked()
	if len(varying)+len(left) < 3 {
		return sheet{}, unfit("elementary effects need a sweep of three factors or more; this result has %d that vary", len(varying)+len(left))
	}
	if len(varying) == 0 {
		return sheet{}, Unfit(leftOut(left))
	}
	ms, err := d.shown([]string{usualFirst, usualSecond, "peace", "joint_gain"}, 1)
	if err != nil {
		return sheet{}, err
	}
	sh := sheet{title: "How much and how evenly each assumption acts", under: "elementary effects on " + ms[0].words}
	all := d.elementaries(ms[0])
	if len(all) == 0 {
		return sheet{}, unfit("no factor of the design changes alone from one point to another twice: elementary effects need one-at-a-time steps, trajectories or a grid")
	}
	var idle []string
	all = slices.DeleteFunc(all, func(e elementary) bool {
		if e.mean == 0 {
			idle = append(idle, e.factor.called())
		}
		return e.mean == 0
	})
	if len(all) == 0 {
		return sheet{}, fmt.Errorf(nothingToRank, d.names(ms))
	}
	if n := len(all) - mostFactors; n > 0 {
		all = all[:mostFactors]
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: the %s that matter least.", words.Plural(n, "factor", "factors")))
	}
	for i := range all {
		all[i].short = sh.label(k.body, "factor", i+1, all[i].factor.called(), 0.3*k.Width)
	}
	e := effects{k, ms[0], all}
	mediator := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.4*k.Width)
	sh.under += " under " + mediator
	sh.notes = slices.Insert(sh.notes, 0, fmt.Sprintf("n = %s effects per factor, %s runs per point. %sAbove the dotted line an effect changes its size or sign from place to place.", e.counts(), words.Thousands(d.Runs), e.bars()))
	sh.shown = e.words(clean(d.focus()), d.Runs)
	if words := leftOut(left); words != "" {
		sh.notes, sh.shown = append(sh.notes, words), append(sh.shown, words)
	}
	if len(idle) > 0 {
		sh.notes = append(sh.notes, "Without any effect: "+words.List(idle)+".")
	}
	sh.panel, sh.paint = min(0.72*k.Width, 100*vg.Millimeter), e.paint
	return sh, nil
}

// effects paints them.
type effects struct {
	look
	m   measured
	all []elementary
}

func (e effects) counts() string {
	least, most := e.all[0].n, e.all[0].n
	for _, one := range e.all {
		least, most = min(least, one.n), max(most, one.n)
	}
	if least == most {
		return words.Thousands(least)
	}
	return words.Thousands(least) + " to " + words.Thousands(most)
}

// bars explains the intervals, where there are any.
func (e effects) bars() string {
	if slices.ContainsFunc(e.all, func(one elementary) bool { return one.n >= fewestForInterval }) {
		return "Bars: 95% intervals of the mean. "
	}
	return fmt.Sprintf("Fewer than %d effects make no interval. ", fewestForInterval)
}

func (e effects) words(mediator string, runs int) []string {
	shown := []string{fmt.Sprintf("Elementary effects of each factor on %s under %s: what changes when the factor goes to another level and no other does, over the share of its range that this is. "+
		"Across: μ*, the mean size of these effects (Campolongo, Cariboni and Saltelli 2007), with a 95%% interval (Student) from %d effects on; up: σ, their standard deviation (Morris 1991). "+
		"Below the dotted line σ = μ* a factor acts much the same everywhere; above it, its effect hangs on the other factors or bends. %s runs per point: part of σ is simulation noise; points at which fewer than %d runs have the measure do not count.",
		e.m.label(), mediator, fewestForInterval, words.Thousands(runs), fewestInBar)}
	for _, one := range e.all {
		between := fmt.Sprintf(" [%s to %s]", e.value(one.low), e.value(one.high))
		if !one.known() {
			between = ", too few for an interval"
		}
		shown = append(shown, fmt.Sprintf("%s: μ* %s%s, σ %s (n = %s).", words.Capital(one.factor.called()), e.value(one.mean), between, e.value(one.spread), words.Thousands(one.n)))
	}
	return shown
}

// value writes an effect, of shares in points.
func (e effects) value(v float64) string { return short3(v * e.m.factor()) }

func (e effects) paint(c draw.Canvas) {
	var xs, ys []float64
	for _, one := range e.all {
		xs, ys = append(xs, 0, one.mean, one.upper()), append(ys, 0, one.spread, 0.1*e.all[0].mean)
	}
	p := panel{look: e.look, x: valueAxis(measured{}, xs, 5), y: valueAxis(measured{}, ys, 5)}
	p.x.ticks, p.y.ticks = ticksOf(e.m, p.x.lo, p.x.hi, 5), ticksOf(e.m, p.y.lo, p.y.hi, 5)
	p.x.label, p.y.label = "Mean size μ* ["+e.m.perRange()+"]", "Spread σ [same unit]"
	p.over = e.paintSpots
	drawPanels(c, []panel{p}, 1)
}

func (e effects) paintSpots(c draw.Canvas, at func(x, y float64) vg.Point) {
	labels := &placer{u: e.u, bounds: c.Rectangle}
	far := 0.0
	for _, one := range e.all {
		far = max(far, one.upper(), one.spread)
	}
	even := c.ClipLinesXY([]vg.Point{at(0, 0), at(2*far, 2*far)})
	c.StrokeLines(draw.LineStyle{Color: soft, Width: 0.8 * e.u, Dashes: []vg.Length{1.5 * e.u, 2 * e.u}}, even...)
	for _, l := range even {
		labels.avoid(l, 2*e.u)
	}
	for _, one := range e.all {
		y := one.spread
		if one.known() {
			bar := []vg.Point{at(one.low, y), at(one.high, y)}
			c.StrokeLines(draw.LineStyle{Color: blue, Width: 1.1 * e.u}, bar)
			labels.avoid(bar, 2*e.u)
		}
		dot(c, at(one.mean, y), 2.6*e.u, blue)
		labels.block(at(one.mean, y), 2.6*e.u)
	}
	for _, one := range e.all {
		p := at(one.mean, one.spread)
		w, h := e.body.width(one.short)+2*e.u, e.body.capital()+2*e.u
		boxes := append(around(p, w, h, []vg.Length{4 * e.u, 8 * e.u}, []int{2, 1, 3, 6, 0, 4, 7, 5}), within(p, w, h, 60*e.u, 4*e.u)...)
		r, ok := labels.near(p, boxes, math.Inf(1))
		if !ok {
			continue
		}
		if line := []vg.Point{p, nearest(r, p)}; distance(line[0], line[1]) > 6*e.u {
			c.StrokeLines(draw.LineStyle{Color: soft, Width: 0.5 * e.u}, line)
			labels.blockLine(line)
		}
		fillBox(c, faint(white, 0.75), r)
		e.body.middle(c, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, centred, one.short)
	}
}
