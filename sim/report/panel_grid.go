package report

import (
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// panelColumns is how many panels stand side by side.
func panelColumns(k look) int {
	if k.stacked() {
		return 2
	}
	return 4
}

func panelRows(k look, n int) int { return (n + panelColumns(k) - 1) / panelColumns(k) }

// panelsHeight is the height of n panels where the size leaves it free.
func panelsHeight(k look, n int) vg.Length {
	return vg.Length(panelRows(k, n)) * max(0.17*k.Width, 28*vg.Millimeter)
}

// lowPanels is the least height of n panels.
func lowPanels(k look, n int) vg.Length {
	return vg.Length(panelRows(k, n)) * (k.strong.line() + 4*k.note.line())
}

// balanced is how many of n panels stand side by side, at most so many, so that rows
// are about equally long.
func balanced(n, most int) int {
	rows := (n + most - 1) / most
	return (n + rows - 1) / rows
}

// drawPanels draws panels in rows of so many, their axes aligned.
func drawPanels(c draw.Canvas, ps []panel, columns int) {
	k := ps[0].look
	rows := (len(ps) + columns - 1) / columns
	plots := make([][]*plot.Plot, rows)
	for i := range plots {
		plots[i] = make([]*plot.Plot, columns)
	}
	var right vg.Length
	for i, p := range ps {
		if p.blank {
			continue
		}
		plots[i/columns][i%columns] = p.plot()
		right = max(right, p.nameRoom())
	}
	tiles := draw.Tiles{Cols: columns, Rows: rows, PadX: right + 3*k.u, PadY: ps[0].head() + 2*k.u, PadRight: right, PadTop: ps[0].head()}
	if ps[0].above != "" {
		tiles.PadTop += k.note.line()
	}
	if slices.ContainsFunc(ps[min(columns, len(ps)):], func(p panel) bool { return p.above != "" }) {
		tiles.PadY += k.note.line()
	}
	canvases := plot.Align(plots, tiles, c)
	for i, p := range ps {
		if p.blank {
			continue
		}
		p.paint(canvases[i/columns][i%columns], plots[i/columns][i%columns])
	}
}

// oneEach is a panel like p for each line, with the others in grey.
func oneEach(p panel, lines []trace) []panel {
	var ps []panel
	for i, t := range lines {
		one := p
		one.title = t.short + t.end
		one.others = slices.Delete(slices.Clone(lines), i, i+1)
		t.stroke = strokes[0]
		one.traces = []trace{t}
		ps = append(ps, one)
	}
	return ps
}
