package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// Limits of the heat map.
const (
	mostPanels   = 16 // of one measure
	mostLevels   = 40 // of one factor
	fewestOfCell = 5  // runs behind an estimate; below it a cell is hatched
)

// field is what a heat map draws: measures over two factors, panel by panel.
type field struct {
	look
	x, y   factorScale
	names  []string        // of the panels
	values [][][][]float64 // by measure, panel, column from the left, row from the foot; NaN where too few runs tell
	ms     []measured
	bars   []axis  // colour scale of each measure
	level  float64 // of the contour of shares
	lines  bool    // some contour is drawn

	written []bool // by measure: cells have room for their numbers
}

// drawHeatMap draws measures over two factors of a sweep.
func drawHeatMap(d Data, k look) (sheet, error) {
	f, sh, err := newField(d, k)
	if err != nil {
		return sheet{}, err
	}
	usual := []string{"agreement", "expected_peace_5y", "peace", "joint_gain"}
	if f.ms, err = d.shown(usual, 2); err != nil {
		return sheet{}, err
	}
	if k.Height > 0 && len(f.names) > 6 { // a slide has no room for more
		f.ms = f.ms[:1]
	}
	sh.under = fmt.Sprintf("across: %s; up: %s", f.x.label(), f.y.label())
	f.read(d)
	if !f.some() {
		return sheet{}, fmt.Errorf("no point of the sweep has %d runs with a value of %s", fewestOfCell, d.names(f.ms))
	}
	sh.notes = []string{fmt.Sprintf("n = %s runs%s.", words.Thousands(d.Runs), d.perPoint())}
	sh.shown = f.words(d)
	if f.lines = f.contours(); f.lines {
		sh.notes = append(sh.notes, fmt.Sprintf("Contour: %s of runs.", percent(f.level)))
	} else if f.amounts() && slices.ContainsFunc(f.ms, func(m measured) bool { return m.share }) {
		sh.notes = append(sh.notes, fmt.Sprintf("No contour: no share crosses %s.", percent(f.level)))
	} else if !f.amounts() && slices.ContainsFunc(f.ms, func(m measured) bool { return m.share }) {
		sh.notes = append(sh.notes, "No contour over kinds.")
	}
	if f.symmetric() {
		sh.notes = append(sh.notes, "Dashed: equal levels.")
		sh.shown = append(sh.shown, "Dashed: where the levels of both factors are equal.")
	}
	if f.measureCells(); slices.Contains(f.written, false) {
		sh.notes = append(sh.notes, "Cells are too small here for their numbers.")
	}
	if f.sparse() {
		sh.notes = append(sh.notes, fmt.Sprintf("Hatched: fewer than %d runs have a value.", fewestOfCell))
	}
	sh.notes = append(sh.notes, fmt.Sprintf("95%% intervals: %s.", f.widths(d)))
	sh.panel, sh.low, sh.paint = f.height(), f.low(), f.paint
	return sh, nil
}

// newField chooses the axes and the panels: the first two factors that vary, and one
// panel for each mediator and each level of a third.
func newField(d Data, k look) (*field, sheet, error) {
	varying, all := d.Design.scales()
	switch {
	case len(varying) < 2:
		return nil, sheet{}, unfit("a heat map needs a sweep of two factors that vary; this result has %d", len(varying))
	case d.Design.shape() != grid || len(varying) > 3:
		return nil, sheet{}, unfit("a heat map needs every level of two or three factors with every other; other designs are drawn as a tornado")
	}
	f := &field{look: k, x: all[varying[0]], y: all[varying[1]], level: d.Threshold}
	if f.level == 0 {
		f.level = 0.5
	}
	if n := max(len(f.x.levels), len(f.y.levels)); n > mostLevels {
		return nil, sheet{}, fmt.Errorf("a factor has %d levels, more than the %d that a printed map can show", n, mostLevels)
	}
	sh := sheet{title: fmt.Sprintf("What depends on “%s” and “%s”", f.x.called(), f.y.called())}
	panels := 1
	if len(varying) > 2 {
		panels = len(all[varying[2]].levels)
	}
	if panels *= len(d.Mediators); panels > mostPanels {
		return nil, sheet{}, fmt.Errorf("the sweep makes %d maps, more than the %d that fit a page: choose fewer mediators or levels of %s", panels, mostPanels, d.Design.Factors[varying[len(varying)-1]].Name)
	}
	for i, a := range f.panels(d) {
		name := a.name(d)
		f.names = append(f.names, sh.label(k.body, "map", i+1, name, 0.3*k.Width))
	}
	return f, sh, nil
}

// pane is what one panel shows.
type pane struct {
	mediator string
	third    *record.Value // level of the third factor; nil where there is none
	factor   int
}

// panels lists the panels, mediators first.
func (f *field) panels(d Data) []pane {
	varying, all := d.Design.scales()
	var ps []pane
	for _, m := range d.Mediators {
		if len(varying) < 3 {
			ps = append(ps, pane{mediator: m})
			continue
		}
		for i := range all[varying[2]].levels {
			ps = append(ps, pane{m, &all[varying[2]].levels[i], varying[2]})
		}
	}
	return ps
}

func (p pane) name(d Data) string {
	var parts []string
	if len(d.Mediators) > 1 || p.third == nil {
		parts = append(parts, p.mediator)
	}
	if p.third != nil {
		parts = append(parts, d.Design.Factors[p.factor].levelName(*p.third))
	}
	return strings.Join(parts, ", ")
}

// read takes the estimates of every point.
func (f *field) read(d Data) {
	varying, _ := d.Design.scales()
	found := d.estimatesOf(f.ms)
	for _, m := range f.ms {
		var all []float64
		var panels [][][]float64
		for _, pane := range f.panels(d) {
			cells := make([][]float64, len(f.x.levels))
			for i := range cells {
				cells[i] = slices.Repeat([]float64{math.NaN()}, len(f.y.levels))
			}
			for point, levels := range d.Design.Points {
				if pane.third != nil && levels[pane.factor] != *pane.third {
					continue
				}
				_, i := f.x.place(levels[varying[0]])
				_, j := f.y.place(levels[varying[1]])
				if r, ok := found.at(point, pane.mediator, m.name); ok && r.N >= min(fewestOfCell, d.Runs) {
					cells[i][j] = r.Estimate
					all = append(all, r.Estimate)
				}
			}
			panels = append(panels, cells)
		}
		f.values = append(f.values, panels)
		f.bars = append(f.bars, valueAxis(m, slices.Concat(all, f.leastSpan(d, m, all)), 4))
	}
}

// leastSpan is what the colours of a measure span at least, twice its intervals, so
// that chance alone makes no pattern.
func (f *field) leastSpan(d Data, m measured, values []float64) []float64 {
	half, ok := halfInterval(d, m)
	if !ok || len(values) == 0 {
		return nil
	}
	middle := (slices.Min(values) + slices.Max(values)) / 2
	span := []float64{middle - 2*half, middle + 2*half}
	if m.odds || strings.Contains(m.unit, "0–1") {
		span[0], span[1] = max(0, span[0]), min(1, span[1])
	}
	return span
}

// has tells whether some cell is so.
func (f *field) has(measure int, is func(v float64) bool) bool {
	return slices.ContainsFunc(f.values[measure], func(panel [][]float64) bool {
		return slices.ContainsFunc(panel, func(column []float64) bool { return slices.ContainsFunc(column, is) })
	})
}

func (f *field) some() bool {
	return f.has(0, func(v float64) bool { return !math.IsNaN(v) })
}

func (f *field) sparse() bool {
	for i := range f.ms {
		if f.has(i, math.IsNaN) {
			return true
		}
	}
	return false
}

// measureCells settles for which measures cells have room for their numbers.
func (f *field) measureCells() {
	w, h := f.cell()
	for i := range f.ms {
		_, fit := f.cellInk(i, w, h)
		f.written = append(f.written, fit >= leastNumber)
	}
}

// amounts tells whether both axes are of amounts: between words there is no place for
// a contour.
func (f *field) amounts() bool { return f.x.numeric && f.y.numeric }

// contours tells whether some share passes the level.
func (f *field) contours() bool {
	for i, m := range f.ms {
		if m.share && f.amounts() && slices.ContainsFunc(f.values[i], func(panel [][]float64) bool { return len(isoline(panel, f.level)) > 0 }) {
			return true
		}
	}
	return false
}

// halfInterval is half the width of a measure's interval, the median over the points.
func halfInterval(d Data, m measured) (float64, bool) {
	var half []float64
	for _, r := range d.Estimates {
		if r.Measure == m.name && r.Interval != nil && r.N >= fewestOfCell {
			half = append(half, (r.Interval.High-r.Interval.Low)/2)
		}
	}
	if len(half) == 0 {
		return 0, false
	}
	slices.Sort(half)
	return half[len(half)/2], true
}

// widths says how wide the intervals of the estimates are, which a colour cannot
// show.
func (f *field) widths(d Data) string {
	var parts []string
	for _, m := range f.ms {
		half, ok := halfInterval(d, m)
		if !ok {
			continue
		}
		text := fmt.Sprintf("±%.2g", half)
		if m.inPercent() {
			text = "±" + number(100*half, 0) + " points"
		}
		parts = append(parts, text+" ("+lower(m.words)+")")
	}
	if len(parts) == 0 {
		return "none, too few runs"
	}
	return "typically " + words.List(parts)
}

func (f *field) words(d Data) []string {
	shown := []string{fmt.Sprintf("%s over %s (across) and %s (up), one map for each measure%s; estimates of %s runs%s, by colour, which spans at least twice an interval; half the 95%% intervals are %s.",
		words.Capital(d.names(f.ms)), f.x.label(), f.y.label(), map[bool]string{true: ", mediator and level of further factors"}[len(f.names) > 1], words.Thousands(d.Runs), d.perPoint(), f.widths(d))}
	for _, s := range []factorScale{f.x, f.y} {
		if s.Note != "" {
			shown = append(shown, words.Capital(s.called())+": "+clean(s.Note)+".")
		}
	}
	for i, m := range f.ms {
		lo, hi := math.Inf(1), math.Inf(-1)
		f.has(i, func(v float64) bool {
			if !math.IsNaN(v) {
				lo, hi = min(lo, v), max(hi, v)
			}
			return false
		})
		if lo <= hi {
			shown = append(shown, fmt.Sprintf("%s ranges from %s to %s.", m.words, m.value(lo), m.value(hi)))
		}
	}
	return shown
}
