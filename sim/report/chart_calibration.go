package report

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// fewestTold is how many runs a bin needs to be drawn.
const fewestTold = 5

// reliability is how often talks ended in agreement, by what was said or was true
// early on.
type reliability struct {
	name string
	said trace
	n    []int
}

// drawCalibration draws how often agreement followed, by how close the sides were said
// to be after the third round, beside how close they were.
func drawCalibration(d Data, k look) (sheet, error) {
	sh := sheet{title: "What is announced and what follows", under: "agreement in the end, by how close the sides were said to be, and were, after round 3"}
	if d.sweep() {
		return sheet{}, unfit("a sweep has too many points to calibrate: plot one point, --point")
	}
	var said, near []Told
	for _, e := range d.Ends {
		if e.Mediator == d.focus() {
			said, near = e.Announced, e.Close
		}
	}
	if said == nil {
		return sheet{}, unfit("what was said after the third round is not recorded, or nothing was")
	}
	all := []reliability{calibrated("as announced", said), calibrated("as it was", near)}
	if len(all[0].said.x) == 0 {
		return sheet{}, fmt.Errorf("fewer than %d runs under %s announced anything after the third round", fewestTold, clean(d.focus()))
	}
	var lines []trace
	for i := range all {
		t := &all[i].said
		t.stroke, t.short, t.dots = strokes[1-i], all[i].name, true
		if len(t.x) > 0 {
			lines = append(lines, *t)
		}
		for j := range t.x {
			sh.shown = append(sh.shown, fmt.Sprintf("%s, mean %s: %s of %s.", words.Capital(all[i].name), number(t.x[j], 2),
				interval(Rate{Estimate: t.y[j], Low: t.low[j], High: t.high[j]}), words.Plural(all[i].n[j], "run", "runs")))
		}
	}
	mediator := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.5*k.Width)
	sh.under += ", under " + mediator
	sh.notes = []string{"Bands: 95% Wilson intervals; numbers: runs behind a dot. On the dotted line talks end in agreement as often as closeness says."}
	sh.shown = append([]string{fmt.Sprintf("Share of runs under %s that ended in an agreement, by how close the sides were said in public to be after the third round, and by how close they were (both from 0, far apart, to 1, agreed), in %d equal bins; a dot stands at the mean of its bin; "+
		"bands are 95%% Wilson intervals; bins of fewer than %d runs are left out. Runs whose talks ended before do not count. Closeness is no probability: the dotted line only helps to compare.", clean(d.focus()), toldBins, fewestTold)}, sh.shown...)
	sh.key = k.keyOf(lines)
	p := panel{look: k, traces: lines, x: shareAxis("Closeness after round 3, 0 to 1", 1, 5), y: shareAxis("Runs with an agreement in the end [%]", 1, 5)}
	p.x.ticks = ticksOf(measured{}, 0, 1, 5)
	p.under = func(c draw.Canvas, at func(x, y float64) vg.Point) {
		c.StrokeLines(draw.LineStyle{Color: soft, Width: 0.8 * k.u, Dashes: []vg.Length{1.5 * k.u, 2 * k.u}}, []vg.Point{at(0, 0), at(1, 1)})
	}
	p.over = func(c draw.Canvas, at func(x, y float64) vg.Point) { k.paintCounts(c, at, all) }
	sh.panel = min(0.7*k.Width, 90*vg.Millimeter)
	sh.paint = func(c draw.Canvas) { drawPanels(c, []panel{p}, 1) }
	return sh, nil
}

// calibrated makes a line of bins.
func calibrated(name string, bins []Told) reliability {
	r := reliability{name: name}
	for _, b := range bins {
		if b.N < fewestTold {
			continue
		}
		if at, err := analysis.Wilson(b.Signed, b.N, level); err == nil {
			r.said.x, r.said.y = append(r.said.x, b.Sum/float64(b.N)), append(r.said.y, float64(b.Signed)/float64(b.N))
			r.said.low, r.said.high = append(r.said.low, at.Low), append(r.said.high, at.High)
			r.n = append(r.n, b.N)
		}
	}
	return r
}

// paintCounts writes beside each dot how many runs it stands for.
func (k look) paintCounts(c draw.Canvas, at func(x, y float64) vg.Point, all []reliability) {
	labels := &placer{u: k.u, bounds: c.Rectangle}
	for _, r := range all {
		for i := range r.said.x {
			labels.block(at(r.said.x[i], r.said.y[i]), 2.5*k.u)
		}
	}
	for _, r := range all {
		for i := range r.said.x {
			p, text := at(r.said.x[i], r.said.y[i]), words.Thousands(r.n[i])
			w, h := k.note.width(text)+2*k.u, k.note.capital()+2*k.u
			if box, ok := labels.near(p, around(p, w, h, []vg.Length{3 * k.u, 6 * k.u}, []int{2, 6, 1, 7, 3, 5, 0, 4}), 40); ok {
				k.note.in(r.said.color).middle(c, (box.Min.X+box.Max.X)/2, (box.Min.Y+box.Max.Y)/2, centred, text)
			}
		}
	}
}
