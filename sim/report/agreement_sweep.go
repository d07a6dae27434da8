package report

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// curvesOfSweep is agreement day by day or round by round, a panel a family of arms, and below it how
// vague the texts are that were signed.
type curvesOfSweep struct {
	look
	families []family
	ends     [][]ending // by family and line
	clock    clock
	due      [][]float64 // deadlines by family and line; none where no factor is one
	vague    measured
	found    estimates // none: no text of the sweep is known to be vague
	top      float64
}

// drawSweptAgreement draws the agreement chart of a sweep.
func drawSweptAgreement(d Data, k look) (sheet, error) {
	sh := sheet{under: "up: runs signed by all who must [%]"}
	if err := d.armsFollowed(); err != nil {
		return sheet{}, err
	}
	if len(d.Agreed) == 0 {
		return sheet{}, unfit("agreements round by round are not recorded")
	}
	families, by, ok := d.families(len(strokes), noAxis)
	if !ok {
		return sheet{}, unfit("the points of this sweep differ in several things at once: no line follows one of them")
	}
	s := curvesOfSweep{look: k, families: families}
	if err := s.read(d); err != nil {
		return sheet{}, err
	}
	sh.title = "Agreement reached, by " + s.clock.unit
	s.vague = d.measure("ambiguity")
	if d.varies("ambiguity") && (k.Height == 0 || len(families) <= k.across(len(families))) { // a slide has no room for more rows
		s.found = d.estimatesOf([]measured{s.vague})
		sh.under = "up: runs signed by all who must [%]; dots: vagueness of the signed texts, with their own axis"
	}
	sh.key = s.key(&sh.glossary)
	if s.marked() {
		sh.key = append(sh.key, s.deadlineKey())
	}
	sh.notes = []string{fmt.Sprintf("n = %s runs per line. %s: 95%% intervals.", words.Thousands(d.Runs), s.intervals())}
	if s.top < 1 {
		sh.notes = append(sh.notes, "The upright axis ends at "+percent(s.top)+".")
	}
	if s.thin() {
		sh.notes = append(sh.notes, fewText("dots"))
	}
	sh.shown = s.words(d, by)
	sh.panel = vg.Length(s.rows()) * min(0.6*k.Width/vg.Length(s.columns())+8*k.u, 48*vg.Millimeter)
	more := vg.Length(s.rows()) * k.moreTitle(s.titled(families, s.columns()))
	sh.panel, sh.low = sh.panel+more, vg.Length(s.rows())*k.lowRow()+more
	sh.paint = func(c draw.Canvas) { drawPanels(c, s.panels(), s.columns()) }
	return sh, nil
}

// intervals is how they are drawn.
func (s curvesOfSweep) intervals() string {
	if s.found == nil {
		return "Bands"
	}
	return "Bands and bars"
}

// read takes the curves of all arms.
func (s *curvesOfSweep) read(d Data) error {
	highest, signed := 0.0, false
	s.clock = clockOf(d.Agreed)
	for _, f := range s.families {
		s.due = append(s.due, d.deadlines(f, s.clock))
		var lines []ending
		for i, arms := range f.arms {
			at := slices.IndexFunc(d.Agreed, func(c Curve) bool { return c.Mediator == d.nameOf(arms[0]) })
			if at < 0 {
				continue
			}
			c := d.Agreed[at]
			if err := c.check(); err != nil {
				return err
			}
			t := s.clock.stairs(c)
			t.stroke, t.short = strokes[i], f.names[i]
			highest, signed = max(highest, slices.Max(c.High)), signed || slices.Max(c.Share) > 0
			lines = append(lines, ending{c, t})
		}
		s.ends = append(s.ends, lines)
	}
	if !signed {
		return unfit("no run reached an agreement at any point, so that there is no curve to draw; the outcomes chart shows how runs ended")
	}
	s.top = ceilingOf(highest)
	return nil
}

// key names the lines, which are the same in every panel.
func (s curvesOfSweep) key(g *glossary) []keyItem {
	var lines []trace
	for i, name := range s.families[0].names {
		lines = append(lines, trace{stroke: strokes[i], short: g.label(s.body, "level", i+1, name, 0.6*s.Width), low: []float64{}})
	}
	return s.keyOf(lines)
}

func (s curvesOfSweep) columns() int {
	if len(s.families) == 1 && s.found != nil && !s.stacked() {
		return 2
	}
	return s.across(len(s.families))
}

// rows are those of the panels, vagueness below agreement or beside it.
func (s curvesOfSweep) rows() int {
	rows := (len(s.families) + s.columns() - 1) / s.columns()
	if s.found != nil && (len(s.families) > 1 || s.stacked()) {
		return 2 * rows
	}
	return rows
}

// panels are those of agreement, each row of them followed by one of vagueness.
func (s curvesOfSweep) panels() []panel {
	last := 1.0
	for i, lines := range s.ends {
		for _, e := range lines {
			last = max(last, slices.Max(e.x))
		}
		for _, day := range s.due[i] {
			last = max(last, day)
		}
	}
	titles := s.titled(s.families, s.columns())
	var ps, below []panel
	for i, f := range s.families {
		p := panel{look: s.look, title: titles[i], traces: tracesOf(s.ends[i]), x: axis{hi: last, ticks: s.clock.ticks(last)}, y: shareAxis("", s.top, 3)}
		p.x.label = s.clock.title(s.body, s.Width/vg.Length(s.columns())-22*s.u)
		p.under = func(c draw.Canvas, at func(x, y float64) vg.Point) { s.paintDeadlines(c, at, s.due[i]) }
		if p.title == "" {
			p.title = "Agreement [% of runs]"
		}
		ps = append(ps, p)
		if s.found != nil {
			below = append(below, s.dots(f))
		}
		if (i+1)%s.columns() == 0 || i == len(s.families)-1 {
			for len(s.families) > s.columns() && len(ps)%s.columns() > 0 && s.found != nil {
				ps = append(ps, panel{look: s.look, blank: true})
			}
			ps, below = append(ps, below...), nil
		}
	}
	return ps
}

// dots are the vagueness of the texts signed at each level of a family.
func (s curvesOfSweep) dots(f family) panel {
	var values []float64
	for _, f := range s.families {
		for _, arms := range f.arms {
			if r, ok := s.found.at(arms[0].point, arms[0].mediator, s.vague.name); ok {
				low, high := ends(r)
				values = append(values, r.Estimate, low, high)
			}
		}
	}
	p := panel{look: s.look, title: s.vagueness(), x: axis{lo: -0.6, hi: float64(len(f.names)) - 0.4}, y: valueAxis(measured{}, append(values, 0), 3)}
	p.over = func(c draw.Canvas, at func(x, y float64) vg.Point) {
		for i, arms := range f.arms {
			r, ok := s.found.at(arms[0].point, arms[0].mediator, s.vague.name)
			if !ok || math.IsNaN(r.Estimate) {
				continue
			}
			low, high := ends(r)
			c.StrokeLines(draw.LineStyle{Color: strokes[i].color, Width: 1.2 * s.u}, []vg.Point{at(float64(i), low), at(float64(i), high)})
			s.paintDot(c, at(float64(i), r.Estimate), 2.3*s.u, strokes[i].color, r.N)
		}
	}
	return p
}

// vagueness names the measure in short.
func (s curvesOfSweep) vagueness() string {
	m := s.vague
	m.words = "Vagueness"
	return m.label()
}

func (s curvesOfSweep) words(d Data, by int) []string {
	shown := []string{fmt.Sprintf("Cumulative share of runs with an agreement (signed by every party that must sign) by %s, one line a level of %s; lines step at the end of a round%s; bands are pointwise 95%% Wilson intervals; n = %s runs per line.",
		s.clock.unit, d.lineName(by), s.clock.rounds(), words.Thousands(d.Runs))}
	if s.marked() {
		shown = append(shown, "Upright lines: the day of the deadline, in the colour of its line where lines of a panel differ in it.")
	}
	if s.found != nil {
		shown = append(shown, "Dots: how vague the signed texts are at each level, in the same colours, with 95% intervals of the mean.")
	}
	if s.top < 1 {
		shown = append(shown, "The upright axis ends at "+percent(s.top)+", not at 100%.")
	}
	for i, f := range s.families {
		for _, e := range s.ends[i] {
			last := len(e.Share) - 1
			text := fmt.Sprintf("%s: %s of runs by %s %s", joined(", ", f.title, e.short), interval(Rate{Estimate: e.Share[last], Low: e.Low[last], High: e.High[last]}), s.clock.unit, number(e.x[len(e.x)-1], 0))
			if r, ok := s.found.at(f.arms[slices.Index(f.names, e.short)][0].point, f.arms[slices.Index(f.names, e.short)][0].mediator, s.vague.name); ok {
				text += "; vagueness " + short3(r.Estimate) + fewOf(r.N)
			}
			shown = append(shown, words.Capital(text)+".")
		}
	}
	return shown
}

// marked tells whether panels mark deadlines.
func (s curvesOfSweep) marked() bool {
	return slices.ContainsFunc(s.due, func(days []float64) bool { return len(days) > 0 })
}

// thin tells whether too few texts were signed somewhere for their vagueness to be told.
func (s curvesOfSweep) thin() bool {
	for _, f := range s.families {
		for _, arms := range f.arms {
			if r, ok := s.found.at(arms[0].point, arms[0].mediator, s.vague.name); ok && r.N < fewestOfCell {
				return true
			}
		}
	}
	return false
}
