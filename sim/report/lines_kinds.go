package report

import (
	"fmt"

	"gonum.org/v1/plot/vg/draw"

	"gonum.org/v1/plot/vg"

	"shuttle/sim/report/words"
)

// mostRows is how many rows of kinds one page holds.
const mostRows = 36

// kinds draws a factor whose levels are kinds, not amounts: a row a level, and within it
// a row a line, as nothing lies between two kinds that a line could join.
func (l lineChart) kinds(d Data, sh sheet) (sheet, error) {
	lines := len(l.families[0].names)
	if n := lines * len(l.families) * len(l.factor.levels); n > mostRows {
		return sheet{}, unfit("%d rows are too many for one chart", n)
	}
	sh.under = "dots: estimates; lines: 95% intervals"
	f := facets{look: l.look, columns: 1}
	if !l.stacked() {
		f.columns = balanced(len(l.ms), 3)
	}
	for i, family := range l.families {
		for j, level := range l.factor.levels {
			name := joined(", ", levelText(level), family.title)
			f.names = append(f.names, sh.label(l.body, "level", 1+i*len(l.factor.levels)+j, name, 0.38*l.Width))
			for range lines - 1 {
				f.names = append(f.names, "")
			}
		}
	}
	for i, m := range l.ms {
		f.blocks = append(f.blocks, l.kindsBlock(i, m))
	}
	if most := f.fitting(l.Height); l.Height > 0 && most < len(f.blocks) {
		f.blocks = f.blocks[:most]
	}
	if lines > 1 {
		sh.key = l.kindsKey()
	}
	sh.notes = []string{fmt.Sprintf("n = %s runs per row. Lines: 95%% intervals.", words.Thousands(d.Runs))}
	if l.few() {
		sh.notes = append(sh.notes, fewText("marks"))
	}
	sh.shown = l.words(d)
	sh.shown[0] = fmt.Sprintf("%s at each level of %s, one dot a %s, with 95%% intervals of each estimate by itself (shares: Wilson; means: bootstrap or Student); n = %s runs per dot. Levels are kinds, not amounts: their order means nothing.",
		words.Capital(d.names(l.ms)), l.factor.label(), d.lineName(l.by), words.Thousands(d.Runs))
	sh.panel, sh.paint = f.height(), f.paint
	return sh, nil
}

// kindsBlock is a measure at every level, line by line.
func (l lineChart) kindsBlock(measure int, m measured) block {
	b := block{title: m.words, under: m.unit}
	var values []float64
	for j, of := range l.traces {
		if l.ms[j].family() == m.family() {
			for _, lines := range of {
				values = append(values, valuesOf(lines)...)
			}
		}
	}
	b.scaled(m, values, false, 4)
	for _, lines := range l.traces[measure] {
		for level := range l.factor.levels {
			for j, t := range lines {
				b.marks = append(b.marks, []mark{{at: t.y[level], low: t.low[level], high: t.high[level], color: t.color, shape: shapes[j%len(shapes)].paint, hollow: t.few(level)}})
			}
		}
	}
	return b
}

func (l lineChart) kindsKey() []keyItem {
	var key []keyItem
	for j, t := range l.traces[0][0] {
		key = append(key, keyItem{t.short, func(c draw.Canvas, r vg.Rectangle) {
			shapes[j%len(shapes)].paint(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, 2.6*l.u, t.color)
		}})
	}
	return key
}
