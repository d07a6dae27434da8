package report

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// few tells whether some value has too few runs behind it.
func (l lineChart) few() bool {
	for _, of := range l.traces {
		for _, lines := range of {
			if slices.ContainsFunc(lines, trace.anyFew) {
				return true
			}
		}
	}
	return false
}

func (t trace) anyFew() bool {
	for i := range t.y {
		if t.few(i) {
			return true
		}
	}
	return false
}

// keyed are the lines as the key shows them: with bands only where there are bands.
func (l lineChart) keyed() []trace {
	lines := slices.Clone(l.traces[0][0])
	for i := range lines {
		if !l.banded() {
			lines[i].low, lines[i].high = nil, nil
		}
	}
	return lines
}

// fewOf says in a caption which values of a family have few runs behind them.
func (l lineChart) fewOf(measure, family int) []string {
	var parts []string
	for j, t := range l.traces[measure][family] {
		for i := range t.y {
			if t.few(i) {
				parts = append(parts, joined(", ", l.families[family].names[j], levelText(l.factor.levels[i]))+fewOf(t.n[i]))
			}
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{joined(", ", l.ms[measure].words, l.families[family].title) + ", from few runs: " + strings.Join(parts, "; ") + "."}
}

// paintFew writes the number of runs beside values that few runs stand behind.
func (l lineChart) paintFew(c draw.Canvas, at func(x, y float64) vg.Point, lines []trace, labels *placer) {
	for _, t := range lines {
		for i, y := range t.y {
			if t.few(i) {
				labels.block(at(t.x[i], y), 2.5*l.u)
			}
		}
	}
	for _, t := range lines {
		for i, y := range t.y {
			if !t.few(i) {
				continue
			}
			p, text := at(t.x[i], y), fewN(t.n[i])
			w, h := l.note.width(text)+l.u, l.note.capital()+2*l.u
			if r, ok := labels.near(p, around(p, w, h, []vg.Length{3.5 * l.u, 7 * l.u}, everyWay), 60); ok {
				fillBox(c, faint(white, 0.75), r)
				l.note.in(t.color).middle(c, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, centred, text)
			}
		}
	}
}
