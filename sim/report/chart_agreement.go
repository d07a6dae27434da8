package report

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// ending is a curve as the chart draws it.
type ending struct {
	Curve
	trace
}

// drawAgreement draws the cumulative share of agreements round by round.
func drawAgreement(d Data, k look) (sheet, error) {
	sh := sheet{title: "Agreement reached, by round", under: "share of runs signed by all who must"}
	if d.sweep() {
		return drawSweptAgreement(d, k)
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
		sh.shown = append(sh.shown, noDays(ends))
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
		sh.panel, sh.low = panelsHeight(k, len(ends)), k.lowAcross(len(ends))
		p := panel{look: k, x: axis{hi: float64(lastRound(ends))}, y: shareAxis("", top, 2)}
		p.x.ticks, _ = roundTicks(lastRound(ends), 3, nil)
		sh.paint = func(c draw.Canvas) { drawPanels(c, oneEach(p, tracesOf(ends)), k.across(len(ends))) }
		return sh, nil
	}
	sh.panel = k.fewHeight(len(ends))
	sh.paint = func(c draw.Canvas) { drawPanels(c, []panel{agreementPanel(c, k, ends, top, days)}, 1) }
	return sh, nil
}

func (e ending) name() string { return clean(e.Mediator) }

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
		t := c.stairs()
		t.stroke = strokes[len(ends)%len(strokes)]
		t.short = g.label(k.strong, "mediator", i+1, m, k.nameRoom(len(d.Mediators), t.end))
		ends = append(ends, ending{c, t})
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

// nameRoom is the room for the name of one of n curves beside its last value, or above a
// panel of its own, where the value may have a line of its own.
func (k look) nameRoom(n int, value string) vg.Length {
	if n > len(strokes) {
		return k.panelName(n)
	}
	return k.endRoom() - k.strong.width(value)
}

// fewHeight is the height of a panel of a few curves: one alone needs less.
func (k look) fewHeight(curves int) vg.Length {
	if curves == 1 {
		return min(0.45*k.Width, 48*vg.Millimeter)
	}
	return min(0.6*k.Width, 85*vg.Millimeter)
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
	if len(bars) == 1 {
		return runsOf(bars, "")
	}
	return runsOf(bars, " per mediator")
}

// ceiling is where the vertical axis ends, above all bands.
func ceiling(ends []ending) float64 {
	highest := 0.0
	for _, e := range ends {
		highest = max(highest, slices.Max(e.High))
	}
	return ceilingOf(highest)
}

// sameDays maps rounds to days where all curves agree about it within half a day and a
// tenth of the whole; otherwise it is nil.
func sameDays(ends []ending) map[int]float64 {
	days := make(map[int]float64)
	for _, e := range ends {
		for i, r := range e.Round {
			if e.Day == nil {
				return nil
			}
			most := min(0.5, 0.1*e.Day[len(e.Day)-1])
			if day, known := days[r]; known && math.Abs(day-e.Day[i]) > most {
				return nil
			}
			days[r] = e.Day[i]
		}
	}
	return days
}

// noDays says why rounds have no days beside them.
func noDays(ends []ending) string {
	if slices.ContainsFunc(ends, func(e ending) bool { return e.Day == nil }) {
		return "The days of the rounds were not recorded."
	}
	return "Rounds take different numbers of days under different mediators."
}

// stairs is the curve from round 0, where nothing is signed; it rises at the end of
// each round.
func (c Curve) stairs() trace {
	t := trace{stairs: true, end: " " + percent(c.Share[len(c.Share)-1])}
	if c.Round[0] > 0 {
		t.x, t.y, t.low, t.high = []float64{0}, []float64{0}, []float64{0}, []float64{0}
	}
	for i, r := range c.Round {
		t.x, t.y = append(t.x, float64(r)), append(t.y, c.Share[i])
		t.low, t.high = append(t.low, c.Low[i]), append(t.high, c.High[i])
	}
	return t
}

// lastRound is the last of all curves.
func lastRound(ends []ending) int {
	last := 1
	for _, e := range ends {
		last = max(last, e.Round[len(e.Round)-1])
	}
	return last
}

func tracesOf(ends []ending) []trace {
	var ts []trace
	for _, e := range ends {
		ts = append(ts, e.trace)
	}
	return ts
}

// agreementPanel holds all curves.
func agreementPanel(c draw.Canvas, k look, ends []ending, top float64, days map[int]float64) panel {
	last := lastRound(ends)
	p := panel{look: k, named: true, x: axis{hi: float64(last)}, y: shareAxis("Runs with an agreement [%]", top, 5)}
	p.traces = tracesOf(ends)
	room := float64((c.Size().X - p.nameRoom()) / (10 * k.note.size()) * 2.2)
	p.x.ticks, p.x.label = roundTicks(last, int(room), days)
	return p
}

// roundTicks marks about n rounds, with their days or hours below, and names the axis.
func roundTicks(last, n int, days map[int]float64) (plot.ConstantTicks, string) {
	const fewDays = 3 // up to which hours tell rounds apart better
	unit, short, scale := "days", "d", 1.0
	if days[last] < fewDays {
		unit, short, scale = "hours", "h", 24
	}
	var t plot.ConstantTicks
	for _, v := range steps(0, float64(last), max(2, min(n, last))) {
		label := number(v, 0)
		if day, known := days[int(v)]; known {
			label += "\n" + number(scale*day, 0) + " " + short
		} else if days != nil {
			label += "\n "
		}
		t = append(t, plot.Tick{Value: v, Label: label})
	}
	if days == nil {
		return t, "Round"
	}
	return t, "Round, and " + unit + " since the talks began"
}
