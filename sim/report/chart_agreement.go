package report

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// ending is a curve as the chart draws it.
type ending struct {
	Curve
	stroke
	short string // the name as the chart writes it
}

// drawAgreement draws the cumulative share of agreements round by round.
func drawAgreement(d Data, k look) (sheet, error) {
	sh := sheet{title: "Agreement reached, by round", under: "share of runs signed by all who must"}
	if d.sweep() {
		return sheet{}, unfit("rounds of a sweep are not recorded")
	}
	ends, err := endings(d, k, &sh.glossary)
	if err != nil {
		return sheet{}, err
	}
	top, days := ceiling(ends), sameDays(ends)
	sh.notes = []string{fmt.Sprintf("n = %s. Bands: 95%% Wilson intervals.", runsOfCurves(ends))}
	if top < 1 {
		sh.notes = append(sh.notes, "The vertical axis ends at "+percent(top)+".")
	}
	sh.shown = []string{fmt.Sprintf("Cumulative share of runs with an agreement (signed by every party that must sign) by round; lines step at the end of a round; "+
		"bands are pointwise 95%% Wilson intervals; n = %s; labels give the share at the last round.", runsOfCurves(ends))}
	if top < 1 {
		sh.shown = append(sh.shown, "The vertical axis ends at "+percent(top)+", not at 100%.")
	}
	if days == nil {
		sh.shown = append(sh.shown, "Rounds take different numbers of days under different mediators, or their days were not recorded.")
	}
	for _, e := range ends {
		last := len(e.Share) - 1
		sh.shown = append(sh.shown, fmt.Sprintf("%s: %s of runs by round %d.", e.name(),
			interval(Rate{Estimate: e.Share[last], Low: e.Low[last], High: e.High[last]}), e.Round[last]))
	}
	if len(ends) > len(strokes) {
		sh.under = "across: round; up: runs with an agreement [%]"
		sh.notes = append(sh.notes, "Grey: the other mediators.")
		sh.shown = append(sh.shown, "One panel a mediator; grey lines repeat the other mediators for comparison.")
		sh.panel, sh.low = panelsHeight(k, len(ends)), lowPanels(k, len(ends))
		sh.paint = func(c draw.Canvas) { paintPanels(c, k, ends, top) }
		return sh, nil
	}
	sh.panel = min(0.62*k.Width, 90*vg.Millimeter)
	sh.paint = func(c draw.Canvas) { paintAgreement(c, k, ends, top, days) }
	return sh, nil
}

func (e ending) name() string { return clean(e.Mediator) }

func (e ending) last() string { return percent(e.Share[len(e.Share)-1]) }

// label is the name, cut to leave room within a width, and the last share.
func (e ending) label(k ink, most vg.Length) string {
	last := " " + e.last()
	return cut(k, e.short, most-k.width(last)) + last
}

// endings are the curves in the order of the mediators, with labels.
func endings(d Data, k look, g *glossary) ([]ending, error) {
	var ends []ending
	for i, m := range d.Mediators {
		at := slices.IndexFunc(d.Agreed, func(c Curve) bool { return c.Mediator == m })
		if at < 0 {
			continue
		}
		c := d.Agreed[at]
		if err := c.check(); err != nil {
			return nil, err
		}
		e := ending{c, strokes[len(ends)%len(strokes)], ""}
		e.short = g.label(k.strong, "mediator", i+1, m, k.endRoom()-k.strong.width(" "+e.last()))
		ends = append(ends, e)
	}
	switch {
	case len(ends) == 0:
		return nil, errors.New("the result holds no agreement shares by round")
	case slices.MaxFunc(ends, func(a, b ending) int { return cmp.Compare(a.N, b.N) }).N < 2:
		return nil, errors.New("one run has no share of agreements: at least two runs are needed, use trace to read a single run")
	case !slices.ContainsFunc(ends, func(e ending) bool { return slices.Max(e.Share) > 0 }):
		return nil, errors.New("no run reached an agreement under any mediator, so that there is no curve to draw; the outcomes chart shows how runs ended")
	}
	return ends, nil
}

// endRoom is the room for labels at the ends of curves.
func (k look) endRoom() vg.Length { return 0.32 * k.Width }

func (c Curve) check() error {
	n := len(c.Round)
	if n == 0 || len(c.Share) != n || len(c.Low) != n || len(c.High) != n || c.Day != nil && len(c.Day) != n {
		return fmt.Errorf("the curve of mediator %q does not have one share and one interval a round", c.Mediator)
	}
	for i := range n {
		if !(0 <= c.Low[i] && c.Low[i] <= c.Share[i] && c.Share[i] <= c.High[i] && c.High[i] <= 1) || i > 0 && c.Round[i] <= c.Round[i-1] {
			return fmt.Errorf("the curve of mediator %q is no share with an interval around it at round %d", c.Mediator, c.Round[i])
		}
	}
	return nil
}

func runsOfCurves(ends []ending) string {
	var bars []bar
	for _, e := range ends {
		bars = append(bars, bar{name: e.name(), n: e.N})
	}
	return runsOf(bars, "mediator")
}

// ceiling is where the vertical axis ends: at 1, or lower if all bands stay below
// two fifths.
func ceiling(ends []ending) float64 {
	highest := 0.0
	for _, e := range ends {
		highest = max(highest, slices.Max(e.High))
	}
	for _, top := range []float64{0.02, 0.05, 0.1, 0.2, 0.3, 0.4} {
		if highest < top {
			return top
		}
	}
	return 1
}

// sameDays maps rounds to days where all curves agree about it within half a day;
// otherwise it is nil.
func sameDays(ends []ending) map[int]float64 {
	days := make(map[int]float64)
	for _, e := range ends {
		for i, r := range e.Round {
			if e.Day == nil {
				return nil
			}
			if day, known := days[r]; known && math.Abs(day-e.Day[i]) > 0.5 {
				return nil
			}
			days[r] = e.Day[i]
		}
	}
	return days
}

func paintAgreement(c draw.Canvas, k look, ends []ending, top float64, days map[int]float64) {
	last := 1
	var right vg.Length
	for _, e := range ends {
		last = max(last, e.Round[len(e.Round)-1])
		right = max(right, k.strong.width(e.label(k.strong, k.endRoom())))
	}
	leader := 9 * k.u
	p := k.axes()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, float64(last), 0, top
	p.Y.Label.Text = "Runs with an agreement [%]"
	p.Y.Tick.Marker = percentTicks(top, 5)
	room := float64((c.Size().X - right) / (10 * k.note.size()) * 2.2)
	p.X.Tick.Marker, p.X.Label.Text = roundTicks(last, int(room), days)
	addGrid(p, k, last, top)
	addCurves(p, k, ends)
	c = draw.Crop(c, 0, -right-leader-2*k.u, 0, -k.note.size()/2)
	p.Draw(c)
	labelEnds(p.DataCanvas(c), k, p, ends, leader)
}

// addCurves adds all bands, then all lines, so that no band hides a line.
func addCurves(p *plot.Plot, k look, ends []ending) {
	for _, e := range ends {
		low, high := stairs(e.Round, e.Low), stairs(e.Round, e.High)
		slices.Reverse(low)
		p.Add(&plotter.Polygon{XYs: []plotter.XYs{append(high, low...)}, Color: faint(e.color, 0.17)})
	}
	for _, e := range ends {
		p.Add(&plotter.Line{XYs: stairs(e.Round, e.Share),
			LineStyle: draw.LineStyle{Color: e.color, Width: 1.3 * k.u, Dashes: e.lengths(k.u)}})
	}
}

// stairs is a step line that starts at round 0 with nothing and rises at the end of
// each round.
func stairs(round []int, share []float64) plotter.XYs {
	line := plotter.XYs{{X: 0, Y: 0}}
	if round[0] == 0 {
		line[0].Y = share[0]
	}
	for i, r := range round {
		x := float64(r)
		line = append(line, plotter.XY{X: x, Y: line[len(line)-1].Y}, plotter.XY{X: x, Y: share[i]})
	}
	return line
}

// labelEnds names the lines at their ends, apart from each other.
func labelEnds(c draw.Canvas, k look, p *plot.Plot, ends []ending, leader vg.Length) {
	trX, trY := p.Transforms(&c)
	final := func(e ending) vg.Length { return trY(e.Share[len(e.Share)-1]) }
	order := slices.Clone(ends)
	slices.SortStableFunc(order, func(a, b ending) int { return cmp.Compare(final(a), final(b)) })
	var at []vg.Length
	for _, e := range order {
		at = append(at, final(e))
	}
	at, _ = spread(at, k.strong.line(), c.Min.Y, c.Max.Y+k.strong.line()/2)
	for i, e := range order {
		x, y := trX(float64(e.Round[len(e.Round)-1])), final(e)
		c.StrokeLines(draw.LineStyle{Color: e.color, Width: 0.6 * k.u},
			[]vg.Point{{X: x + k.u, Y: y}, {X: c.Max.X + 0.3*leader, Y: y}, {X: c.Max.X + 0.8*leader, Y: at[i]}, {X: c.Max.X + leader, Y: at[i]}})
		k.strong.in(e.color).middle(c, c.Max.X+leader+k.u, at[i], toRight, e.label(k.strong, k.endRoom()))
	}
}

// percentTicks marks about n shares from nothing to top.
func percentTicks(top float64, n int) plot.ConstantTicks {
	var t plot.ConstantTicks
	for _, v := range steps(0, top, n) {
		t = append(t, plot.Tick{Value: v, Label: numbers([]float64{100 * v})[0]})
	}
	return t
}

// roundTicks marks about n rounds, with their days below, and names the axis.
func roundTicks(last, n int, days map[int]float64) (plot.ConstantTicks, string) {
	var t plot.ConstantTicks
	for _, v := range steps(0, float64(last), max(2, min(n, last))) {
		label := number(v, 0)
		if day, known := days[int(v)]; known {
			label += "\n" + number(day, 0) + " d"
		} else if days != nil {
			label += "\n "
		}
		t = append(t, plot.Tick{Value: v, Label: label})
	}
	if days == nil {
		return t, "Round"
	}
	return t, "Round, and days since the talks began"
}
