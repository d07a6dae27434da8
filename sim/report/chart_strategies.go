package report

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// drawStrategies draws a block a measure: a dot with its interval for each mediator.
func drawStrategies(d Data, k look) (sheet, error) {
	if err := d.beside(); err != nil {
		return sheet{}, err
	}
	sh := sheet{title: "Agreement, gains and five years’ peace by " + words.List(d.by()), under: "estimates with 95% intervals"}
	if len(d.Measures) > 0 {
		sh.title = "What is reached, by " + words.List(d.by())
	}
	usual := slices.Concat([]string{"agreement", "expected_peace_5y"}, d.belligerentMeasures(gain), []string{"joint_gain", "day", "pareto_distance", "legitimacy"})
	ms, err := d.shown(usual, 8)
	if err != nil {
		return sheet{}, err
	}
	f := facets{look: k, columns: strategyColumns(k)}
	f.names = sh.rowLabels(d, k.body, 0.25*k.Width, k.Height == 0)
	room := pageHeight - 30*vg.Millimeter
	if k.Height > 0 {
		room = 0.72 * k.Height
	}
	ms = bothOrNeither(ms[:min(len(ms), f.fitting(room))])
	f.columns = min(f.columns, len(ms))
	if len(ms) == 5 || len(ms) == 6 {
		f.columns = min(f.columns, 3)
	}
	found := d.estimatesOf(ms)
	for _, m := range ms {
		f.blocks = append(f.blocks, d.strategyBlock(m, ms, found))
	}
	sh.notes, sh.shown = d.strategyWords(ms, found)
	sh.panel, sh.paint = f.height(), f.paint
	return sh, nil
}

func strategyColumns(k look) int {
	if k.stacked() {
		return 2
	}
	return 4
}

// strategyBlock is the block of a measure. The gains of all parties share a scale,
// so that none looks larger than it is.
func (d Data) strategyBlock(m measured, all []measured, found estimates) block {
	b := block{title: m.words, marks: make([][]mark, len(d.rows()))}
	var values []float64
	var ns []int
	for row := range d.rows() {
		at := d.arm(row)
		if r, ok := found.at(at.point, at.mediator, m.name); ok && r.N >= d.fewest() {
			low, high := ends(r)
			ns = append(ns, r.N)
			b.marks[row] = []mark{{at: r.Estimate, low: low, high: high, color: blue, hollow: d.isReference(row)}}
		}
		for _, other := range all {
			if r, ok := found.at(at.point, at.mediator, other.name); ok && r.N >= d.fewest() && m.family() == other.family() {
				low, high := ends(r)
				values = append(values, r.Estimate, low, high)
			}
		}
	}
	b.under = joined(", ", m.unit, counts(ns))
	if len(values) > 0 {
		values = append(values, slices.Min(values)+m.leastSpan())
	}
	b.scaled(m, values, false, 3)
	if b.lo < 0 && b.hi > 0 {
		b.lines = []float64{0}
	}
	return b
}

// fewest is how many runs an estimate needs to be drawn.
func (d Data) fewest() int { return min(fewestOfCell, d.Runs) }

// leastSpan is what an axis of a measure spans at least, so that differences which
// matter to nobody do not fill it.
func (m measured) leastSpan() float64 {
	switch m.unit {
	case "worth", "0–1", "% chance":
		return 0.02
	case "days":
		return 1
	}
	return 0
}

func (d Data) strategyWords(ms []measured, found estimates) (notes, shown []string) {
	runs := words.Thousands(d.Runs) + " runs" + d.per()
	notes = []string{"Bars: 95% intervals, each by itself."}
	fewer, left := "", false
	for _, m := range ms {
		for row := range d.rows() {
			at := d.arm(row)
			if r, ok := found.at(at.point, at.mediator, m.name); ok && r.N < d.Runs {
				fewer = " Gains, days and chances of peace are of signed texts only."
				left = left || r.N < d.fewest()
			}
		}
	}
	notes = append(notes, strings.TrimSpace(fewer))
	if left {
		notes = append(notes, fmt.Sprintf("Left out: estimates of fewer than %d runs.", d.fewest()))
	}
	hollow := false
	for row := range d.rows() {
		hollow = hollow || d.isReference(row)
	}
	if hollow {
		notes = append(notes, "Hollow: sees the truth, no rival.")
	}
	shown = []string{fmt.Sprintf("Estimates of %s for each %s, with 95%% intervals (shares: Wilson; means: bootstrap or Student); n = %s.%s "+
		"No order of merit is meant: a strategy that is ahead in one may be behind in another.", d.names(ms), d.each(), runs, fewer)}
	for row, name := range d.rows() {
		text := clean(name) + ": "
		for i, m := range ms {
			if i > 0 {
				text += "; "
			}
			at := d.arm(row)
			r, ok := found.at(at.point, at.mediator, m.name)
			text += m.words + " " + m.estimate(r, ok)
		}
		shown = append(shown, text+".")
	}
	return notes, shown
}

// names lists measures with their units.
func (d Data) names(ms []measured) string {
	var all []string
	for _, m := range ms {
		all = append(all, m.label())
	}
	return words.List(all)
}

// estimate writes a line of the summary.
func (m measured) estimate(r record.SummaryRow, ok bool) string {
	switch {
	case !ok:
		return "not known"
	case r.Interval == nil:
		return fmt.Sprintf("%s (n = %s)", m.value(r.Estimate), words.Thousands(r.N))
	}
	return fmt.Sprintf("%s [%s to %s] (n = %s)", m.value(r.Estimate), m.value(r.Interval.Low), m.value(r.Interval.High), words.Thousands(r.N))
}
