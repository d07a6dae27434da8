package report

import (
	"errors"
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/analysis"
	"shuttle/sim/report/words"
)

// stage is a step from a possible deal to a peace.
type stage struct {
	name  string
	count func(Ends) int
}

// funnelStages are the stages that the rows tell of; ratification, and whether a peace
// that holds was carried out in full, only where they stop somebody.
func funnelStages(all []Ends) []stage {
	stages := []stage{
		{"a deal existed", func(e Ends) int { return e.Zone }},
		{"signed", func(e Ends) int { return e.Signed }},
	}
	some := func(count func(Ends) int, before func(Ends) int) bool {
		return !slices.ContainsFunc(all, func(e Ends) bool { return count(e) == notRecorded }) &&
			slices.ContainsFunc(all, func(e Ends) bool { return count(e) != before(e) })
	}
	ratified := func(e Ends) int { return e.Ratified }
	holding := func(e Ends) int { return e.Holding }
	fulfilled := func(e Ends) int { return e.Fulfilled }
	if some(ratified, stages[1].count) {
		stages = append(stages, stage{"ratified", ratified})
	}
	stages = append(stages, stage{"peace holds", holding})
	if some(fulfilled, holding) {
		stages = append(stages, stage{"all steps taken", fulfilled})
	}
	return stages
}

// funnel is the stages of each row.
type funnel struct {
	look
	names  []string
	all    []Ends
	stages []stage
}

// drawFunnel draws how many runs get how far.
func drawFunnel(d Data, k look) (sheet, error) {
	if err := d.beside(); err != nil && d.sweep() {
		return sheet{}, err
	}
	sh := sheet{title: "From a possible deal to a peace that holds", under: "share of all runs that get so far"}
	f := funnel{look: k}
	short := sh.rowLabels(d, k.strong, f.nameRoom(len(d.rows())), true)
	for i, name := range d.rows() {
		at := slices.IndexFunc(d.Ends, func(e Ends) bool { return e.Mediator == name })
		if at < 0 || d.Ends[at].Runs == 0 {
			continue
		}
		f.all = append(f.all, d.Ends[at])
		f.names = append(f.names, short[i])
	}
	switch {
	case len(f.all) == 0:
		return sheet{}, errors.New("what became of each run was not read from the rows")
	case slices.MaxFunc(f.all, func(a, b Ends) int { return a.Runs - b.Runs }).Runs < 2:
		return sheet{}, errors.New("one run has no shares: at least two runs are needed, use trace to read a single run")
	}
	f.stages = funnelStages(f.all)
	sh.notes = []string{fmt.Sprintf("n = %s. Lines: 95%% Wilson intervals.", f.runs(d.per()))}
	sh.shown = f.words(d)
	sh.panel, sh.low, sh.paint = f.height(), f.low(), f.paint
	return sh, nil
}

func (f funnel) runs(per string) string {
	least, most := f.all[0].Runs, f.all[0].Runs
	for _, e := range f.all {
		least, most = min(least, e.Runs), max(most, e.Runs)
	}
	if least == most {
		return words.Thousands(most) + " runs" + per
	}
	return words.Thousands(least) + " to " + words.Thousands(most) + " runs" + per
}

// share is the share of runs that got to a stage; of deals on the first day among
// the runs of which it is known.
func (s stage) share(e Ends, first bool) (Rate, bool) {
	n := e.Runs
	if first {
		n = e.ZoneKnown
	}
	at, err := analysis.Wilson(s.count(e), n, level)
	if err != nil {
		return Rate{}, false
	}
	return Rate{Estimate: float64(s.count(e)) / float64(n), Low: at.Low, High: at.High, N: n}, true
}

func (f funnel) words(d Data) []string {
	shown := []string{fmt.Sprintf("Share of all runs that get to each stage, for each %s, with 95%% Wilson intervals: a deal existed (on the first day, that nobody would have refused); "+
		"signed by every party that must; then what follows, “all steps taken” meaning that the peace holds and every step of the text was carried out. n = %s. The larger the step from one bar to the next, the more runs are lost there.", d.each(), f.runs(d.per()))}
	late, unknown := 0, 0
	for _, e := range f.all {
		text := clean(e.Mediator) + ": "
		for j, s := range f.stages {
			if j > 0 {
				text += ", "
			}
			if r, ok := s.share(e, j == 0); ok {
				text += s.name + " " + interval(r)
			} else {
				text += s.name + " not known"
			}
		}
		shown = append(shown, text+".")
		late, unknown = late+e.SignedNoZone, unknown+e.Runs-e.ZoneKnown
	}
	if late > 0 {
		shown = append(shown, fmt.Sprintf("Signed although no such deal existed on the first day: %s; it came up later, or was made acceptable.", words.Plural(late, "run", "runs")))
	}
	if unknown > 0 {
		shown = append(shown, fmt.Sprintf("Whether a deal existed on the first day is not known of %s, which do not count in the first bar.", words.Plural(unknown, "run", "runs")))
	}
	return shown
}

// nameRoom is the room for the name of one of n rows, beside the widest stages' names.
func (f funnel) nameRoom(n int) vg.Length {
	columns := vg.Length(f.columnsOf(n))
	return (f.Width-2*f.margin()-f.body.width("a deal existed")-4*f.u)/columns - 6*f.u
}

func (f funnel) columns() int { return f.columnsOf(len(f.all)) }

// columnsOf is how many of n rows stand side by side.
func (f funnel) columnsOf(n int) int { return f.across(n) }

func (f funnel) rows() int { return (len(f.all) + f.columns() - 1) / f.columns() }

func (f funnel) height() vg.Length {
	return vg.Length(f.rows())*(vg.Length(len(f.stages))*1.7*f.body.size()+f.head()) + vg.Length(f.rows()-1)*5*f.u
}

// head is the room for names.
func (f funnel) head() vg.Length { return linesOf(f.names)*f.strong.line() + 2*f.u }

// low is the least height.
func (f funnel) low() vg.Length {
	return vg.Length(f.rows()) * (vg.Length(len(f.stages))*f.body.size() + f.head() + 5*f.u)
}

// left is the room for the names of stages, which stand beside the first column.
func (f funnel) left() vg.Length {
	var w vg.Length
	for _, s := range f.stages {
		w = max(w, f.body.width(s.name))
	}
	return w + 4*f.u
}

func (f funnel) paint(c draw.Canvas) {
	tiles := draw.Tiles{Cols: f.columns(), Rows: f.rows(), PadX: 6 * f.u, PadY: 5 * f.u}
	area := draw.Crop(c, f.left(), 0, 0, 0)
	for i := range f.all {
		tile := tiles.At(area, i%tiles.Cols, i/tiles.Cols)
		bars := draw.Crop(tile, 0, 0, 0, -f.head())
		f.strong.upwards(tile, bars.Min.X, bars.Max.Y+3*f.u, tile.Size().X+5*f.u, f.names[i])
		f.paintBars(bars, f.all[i])
		if i%tiles.Cols == 0 {
			for j, s := range f.stages {
				f.body.middle(c, bars.Min.X-4*f.u, f.middle(bars, j), toLeft, s.name)
			}
		}
	}
}

func (f funnel) middle(c draw.Canvas, stage int) vg.Length {
	return c.Max.Y - (vg.Length(stage)+0.5)*c.Size().Y/vg.Length(len(f.stages))
}

// paintBars draws the stages of one row, darker from step to step.
func (f funnel) paintBars(c draw.Canvas, e Ends) {
	label := f.note.in(dark)
	wide := c.Size().X - label.width("100%") - 3*f.u
	tall := 0.62 * c.Size().Y / vg.Length(len(f.stages))
	c.StrokeLine2(draw.LineStyle{Color: soft, Width: 0.6 * f.u}, c.Min.X, c.Min.Y, c.Min.X, c.Max.Y)
	for j, s := range f.stages {
		r, ok := s.share(e, j == 0)
		y := f.middle(c, j)
		if !ok {
			label.middle(c, c.Min.X+3*f.u, y, toRight, "not known")
			continue
		}
		fillBox(c, f.ground(j), box(c.Min.X, y-tall/2, vg.Length(r.Estimate)*wide, tall))
		low, high := c.Min.X+vg.Length(r.Low)*wide, c.Min.X+vg.Length(r.High)*wide
		c.StrokeLine2(draw.LineStyle{Color: white, Width: 2 * f.u}, low, y, high, y)
		c.StrokeLine2(draw.LineStyle{Color: dark, Width: 0.9 * f.u}, low, y, high, y)
		label.middle(c, high+2.5*f.u, y, toRight, percent(r.Estimate))
	}
}

// ground is the colour of a stage.
func (f funnel) ground(stage int) color.NRGBA {
	return shade(0.28 + 0.5*float64(stage)/float64(max(1, len(f.stages)-1)))
}
