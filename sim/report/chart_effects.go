package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

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
	var idle, none []string // without any effect, and with none beyond noise
	var noisy []elementary
	all = slices.DeleteFunc(all, func(e elementary) bool {
		switch {
		case e.mean == 0:
			idle = append(idle, e.factor.called())
		case e.size == 0:
			none, noisy = append(none, e.factor.called()), append(noisy, e)
		}
		return e.size == 0
	})
	if len(all) == 0 && len(none) > 0 {
		return sheet{}, unfit("no factor has an effect on %s that can be told from noise: it takes more runs or trajectories", d.names(ms))
	}
	if len(all) == 0 {
		return sheet{}, fmt.Errorf(nothingToRank, d.names(ms))
	}
	if n := len(all) - mostFactors; n > 0 {
		all = all[:mostFactors]
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: %s of the least effect.", words.Plural(n, "factor", "factors")))
	}
	for i := range all {
		all[i].short = sh.label(k.body, "factor", i+1, all[i].factor.called(), 0.3*k.Width)
	}
	e := effects{k, ms[0], all}
	mediator := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.4*k.Width)
	sh.under += " under " + mediator
	sh.notes = slices.Insert(sh.notes, 0, fmt.Sprintf("n = %s effects per factor, %s runs per point%s. %sAbove the dotted line an effect changes its size or sign from place to place.", e.counts(), words.Thousands(d.Runs), chanceNote(all), e.bars()))
	sh.shown = e.words(clean(d.focus()), d.Runs)
	if words := leftOut(left); words != "" {
		sh.notes, sh.shown = append(sh.notes, words), append(sh.shown, words)
	}
	if len(none) > 0 {
		sh.notes = append(sh.notes, "At 0, not told from noise: "+words.List(none)+".")
		sh.shown = append(sh.shown, e.nothing(noisy)...)
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
		if slices.ContainsFunc(e.all, elementary.noise) {
			return "Bars: 95% intervals; hollow: not told from noise. "
		}
		return "Bars: 95% intervals. "
	}
	return fmt.Sprintf("Fewer than %d effects make no interval. ", fewestForInterval)
}

func (e effects) words(mediator string, runs int) []string {
	name, size, spread, line := sizeName(e.all), "μ*", "σ (Morris 1991), of which part is simulation noise", "σ = μ*,"
	if allClear(e.all) {
		name = strings.TrimSuffix(name, ",")
		size, spread, line = "size", "σ (Morris 1991), of which the covariance of the two halves leaves out the noise", "where their mean is as large as σ,"
	}
	shown := []string{fmt.Sprintf("Elementary effects of each factor on %s under %s: what changes when the factor goes to another level and no other does, over the share of its range that this is. "+
		"Across: their %s, with a 95%% interval from %d effects on; up: their standard deviation %s. %s "+
		"Below the dotted line %s a factor acts much the same everywhere; above it, its effect hangs on the other factors or bends. %s runs per point; points at which fewer than %d runs have the measure do not count.",
		e.m.label(), mediator, strings.ToLower(name[:1])+name[1:], fewestForInterval, spread, chanceWords(e.all), line, words.Thousands(runs), fewestInBar)}
	shown = append(shown, e.lines(e.all, size)...)
	if text := withChance(e.all, e.m); text != "" {
		shown = append(shown, text)
	}
	return shown
}

// nothing says of factors that only noise seems to move how much it may hide.
func (e effects) nothing(all []elementary) []string {
	shown := e.lines(all, "size")
	if text := withChance(all, e.m); text != "" {
		shown = append(shown, text)
	}
	return shown
}

func (e effects) lines(all []elementary, size string) []string {
	var shown []string
	for _, one := range all {
		between := fmt.Sprintf(" [%s to %s]", e.value(one.low), e.value(one.high))
		if !one.known() {
			between = ", too few for an interval"
		}
		shown = append(shown, fmt.Sprintf("%s: %s %s%s, σ %s (n = %s).", words.Capital(one.factor.called()), size, e.value(one.size), between, e.value(one.spread), words.Thousands(one.n)))
	}
	return shown
}

// value writes an effect, of shares in points.
func (e effects) value(v float64) string { return short3(v * e.m.factor()) }

func (e effects) paint(c draw.Canvas) {
	var xs, ys []float64
	for _, one := range e.all {
		xs, ys = append(xs, 0, one.size, one.upper()), append(ys, 0, one.spread, 0.1*e.all[0].size)
	}
	p := panel{look: e.look, x: valueAxis(measured{}, xs, 5), y: valueAxis(measured{}, ys, 5)}
	p.x.ticks, p.y.ticks = ticksOf(e.m, p.x.lo, p.x.hi, 5), ticksOf(e.m, p.y.lo, p.y.hi, 5)
	p.x.label, p.y.label = "Mean size μ* ["+e.m.perRange()+"]", "Spread σ [same unit]"
	if allClear(e.all) {
		p.x.label = "Size without noise [" + e.m.perRange() + "]"
	}
	p.over = e.paintSpots
	drawPanels(c, []panel{p}, 1)
}

// slope is that of the line on which effects spread as widely as they are large on
// average: the square of the root mean square is that of the mean and of the spread.
func (e effects) slope() float64 {
	if allClear(e.all) {
		return math.Sqrt2 / 2
	}
	return 1
}

func (e effects) paintSpots(c draw.Canvas, at func(x, y float64) vg.Point) {
	labels := &placer{u: e.u, bounds: c.Rectangle}
	far := 0.0
	for _, one := range e.all {
		far = max(far, one.upper(), one.spread)
	}
	even := c.ClipLinesXY([]vg.Point{at(0, 0), at(2*far, e.slope()*2*far)})
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
		dot(c, at(one.size, y), 2.6*e.u, blue)
		if one.noise() {
			dot(c, at(one.size, y), 1.6*e.u, white)
		}
		labels.block(at(one.size, y), 2.6*e.u)
	}
	for _, one := range e.all {
		p := at(one.size, one.spread)
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
