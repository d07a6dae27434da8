package report

import (
	"errors"
	"fmt"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// Limits of the survival chart.
const (
	fewestPeaces = 5   // below it there is no curve
	mostSteps    = 240 // drawn of a curve over the whole width, more do not show in print
	smallSteps   = 80  // of one in a small panel
)

// survivor is the survival of the peace of one row.
type survivor struct {
	trace
	name  string
	curve analysis.Curve
	n     int
}

// drawSurvival draws how long the peace lasts, with the runs still watched below.
func drawSurvival(d Data, k look) (sheet, error) {
	if err := d.beside(); err != nil && d.sweep() {
		return sheet{}, err
	}
	sh := sheet{title: "How long the peace lasts", under: "share of peaces that still hold"}
	all, left, err := survivors(d, k, &sh.glossary)
	if err != nil {
		return sheet{}, err
	}
	horizon := 0.0
	for _, s := range all {
		horizon = max(horizon, s.curve[len(s.curve)-1].Time)
	}
	if horizon <= 0 {
		return sheet{}, errors.New("no peace was watched for any time")
	}
	s := survival{look: k, all: all, horizon: horizon}
	sh.notes = []string{"Signed texts whose peace began. Kaplan–Meier estimate; bands: 95% log-log intervals."}
	if len(left) > 0 {
		sh.notes = append(sh.notes, fmt.Sprintf("Not drawn, with fewer than %d peaces: %s.", fewestPeaces, words.List(left)))
	}
	sh.shown = survivalWords(all, horizon, d.each())
	if len(all) > mostBanded {
		sh.under = "across: years since the signature; up: peaces that still hold [%]"
		sh.notes = append(sh.notes, fmt.Sprintf("Beside each name: still holding after %s years; grey: the others; below the years: peaces still watched.", short(horizon)))
		sh.shown = append(sh.shown, fmt.Sprintf("One panel %s; grey lines repeat the others for comparison; below the years stand the peaces still watched.", anArm(d.each())))
		sh.panel, sh.low, sh.paint = 1.15*panelsHeight(k, len(all)), k.lowAcross(len(all)), s.paintEach
		return sh, nil
	}
	sh.panel = k.fewHeight(len(all)) + s.tableHeight()
	sh.paint = s.paint
	return sh, nil
}

// anArm is one of what stands side by side, with its article.
func anArm(each string) string {
	if each == "arm" {
		return "an arm"
	}
	return "a " + each
}

// survivors are the rows with enough peaces for a curve.
func survivors(d Data, k look, g *glossary) (all []survivor, left []string, err error) {
	any, most, room := false, mostSteps, k.endRoom()-k.strong.width(" 100%")
	if len(d.rows()) > mostBanded {
		most, room = smallSteps, k.panelName(len(d.rows()))
	}
	names := g.rowLabels(d, k.strong, room, len(d.rows()) > mostBanded)
	for i, name := range d.rows() {
		at := slices.IndexFunc(d.Ends, func(e Ends) bool { return e.Mediator == name })
		if at < 0 {
			continue
		}
		peaces := d.Ends[at].Peaces
		any = any || len(peaces) > 0
		if len(peaces) < fewestPeaces {
			left = append(left, clean(name))
			continue
		}
		curve, err := analysis.KaplanMeier(peaces, analysis.LogLog, level)
		if err != nil {
			return nil, nil, fmt.Errorf("peaces under %q: %w", name, err)
		}
		s := survivor{name: clean(name), curve: curve, n: len(peaces)}
		s.trace = stepsOf(curve, most)
		s.stroke = strokes[len(all)%len(strokes)]
		s.end = " " + percent(curve[len(curve)-1].Survival)
		s.short = names[i]
		all = append(all, s)
	}
	switch {
	case len(d.Ends) == 0:
		return nil, nil, errors.New("how long each peace lasted was not read from the rows")
	case !any:
		return nil, nil, errors.New("no peace began in any run, so that there is none to watch; the outcomes chart shows how runs ended")
	case len(all) == 0:
		return nil, nil, fmt.Errorf("fewer than %d peaces began under every %s, too few for a curve", fewestPeaces, d.each())
	}
	return all, left, nil
}

// stepsOf is a curve as stairs from the signature, thinned where it has more steps
// than that.
func stepsOf(c analysis.Curve, most int) trace {
	t := trace{stairs: true, x: []float64{0}, y: []float64{1}, low: []float64{1}, high: []float64{1}}
	end := c[len(c)-1].Time
	next := 0.0
	for i, s := range c {
		if len(c) > most && s.Time < next && i < len(c)-1 {
			continue
		}
		next = s.Time + end/float64(most)
		t.x, t.y = append(t.x, s.Time), append(t.y, s.Survival)
		t.low, t.high = append(t.low, s.Low), append(t.high, s.High)
	}
	return t
}

// surviving is the step of a curve that holds at a time.
func surviving(c analysis.Curve, t float64) (share, low, high float64) {
	share, low, high = 1, 1, 1
	for _, s := range c {
		if s.Time > t {
			break
		}
		share, low, high = s.Survival, s.Low, s.High
	}
	return share, low, high
}

// watched is how many peaces held and were watched up to a time.
func watched(c analysis.Curve, t float64) int {
	for _, s := range c {
		if s.Time >= t-1e-9 {
			return s.AtRisk
		}
	}
	return 0
}

func survivalWords(all []survivor, horizon float64, each string) []string {
	shown := []string{fmt.Sprintf("Share of peaces that still hold, by years since the signature: the runs with a text that was signed and whose peace began, each watched for up to %s years. "+
		"Kaplan–Meier estimates, one curve a %s; bands are pointwise 95%% intervals on the log-log scale. "+
		"Runs without such a peace are not in it: strategies sign different texts with different parties, so curves compare texts, not the same talks.", short(horizon), each)}
	for _, s := range all {
		share, low, high := surviving(s.curve, horizon)
		text := fmt.Sprintf("%s: %s after %s years (n = %s)", s.name, interval(Rate{Estimate: share, Low: low, High: high}), short(horizon), words.Thousands(s.n))
		if m, ok := s.curve.Median(); ok {
			text += ", half gone after " + short3(m) + " years"
		}
		shown = append(shown, text+".")
	}
	return shown
}

// survival paints the curves.
type survival struct {
	look
	all     []survivor
	horizon float64
}

func (s survival) tableHeight() vg.Length {
	return vg.Length(len(s.all)+1)*s.note.line() + 3*s.u
}

// panel is that of any curves; years are marked as far as their labels have room in a
// width, the first and the last in any case.
func (s survival) panel(width vg.Length) panel {
	p := panel{look: s.look, x: axis{label: "Years since the signature", hi: s.horizon}, y: shareAxis("Peaces that still hold [%]", 1, 4)}
	most := 0
	for _, one := range s.all {
		most = max(most, one.n)
	}
	need := s.horizon * float64((s.note.width(words.Thousands(most))+4*s.u)/width)
	at := []float64{0}
	for _, t := range steps(0, s.horizon, 5) {
		if t-at[len(at)-1] >= need && s.horizon-t >= need {
			at = append(at, t)
		}
	}
	for i, label := range numbers(append(at, s.horizon)) {
		p.x.ticks = append(p.x.ticks, plot.Tick{Value: append(at, s.horizon)[i], Label: label})
	}
	return p
}

func (s survival) paint(c draw.Canvas) {
	p := s.panel(c.Size().X - s.endRoom())
	p.named, p.traces = true, s.traces()
	var names vg.Length
	for _, one := range s.all {
		names = max(names, s.note.width(one.short))
	}
	names = min(names, 0.3*s.Width) + 14*s.u
	upper := draw.Crop(c, max(0, names-s.note.width("100")-s.body.line()-6*s.u), 0, s.tableHeight(), 0)
	p.over = func(data draw.Canvas, at func(x, y float64) vg.Point) { s.paintTable(c, p, at) }
	drawPanels(upper, []panel{p}, 1)
}

// paintTable writes how many peaces are still watched below the years.
func (s survival) paintTable(c draw.Canvas, p panel, at func(x, y float64) vg.Point) {
	y := c.Min.Y + s.tableHeight() - s.note.line() - 2*s.u
	k := s.note.in(dark)
	k.draw(c, c.Min.X, y, toRight, "Still watched")
	for _, one := range s.all {
		y -= s.note.line()
		s.note.in(one.color).draw(c, c.Min.X, y, toRight, cut(s.note, one.short, 0.3*s.Width))
		for _, t := range p.x.ticks {
			k.draw(c, at(t.Value, 0).X, y, centred, words.Thousands(watched(one.curve, t.Value)))
		}
	}
}

// paintEach draws a panel for each curve, with the others in grey and the peaces still
// watched below the years.
func (s survival) paintEach(c draw.Canvas) {
	columns := s.across(len(s.all))
	p := s.panel(c.Size().X/vg.Length(columns) - s.note.width("100") - 12*s.u)
	p.x.label, p.y = "", shareAxis("", 1, 2)
	ps := oneEach(p, s.traces())
	for i, one := range s.all {
		ps[i].x.ticks = slices.Clone(p.x.ticks)
		for j := range ps[i].x.ticks {
			t := &ps[i].x.ticks[j]
			t.Label += "\n" + words.Thousands(watched(one.curve, t.Value))
		}
	}
	drawPanels(c, ps, columns)
}

func (s survival) traces() []trace {
	var ts []trace
	for _, one := range s.all {
		ts = append(ts, one.trace)
	}
	return ts
}
