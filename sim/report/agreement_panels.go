package report

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
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

// paintPanels draws a panel a mediator, with the others in grey.
func paintPanels(c draw.Canvas, k look, ends []ending, top float64) {
	last := 1
	for _, e := range ends {
		last = max(last, e.Round[len(e.Round)-1])
	}
	tiles := draw.Tiles{Cols: panelColumns(k), Rows: panelRows(k, len(ends)), PadX: 4 * k.u, PadY: 4 * k.u, PadRight: 2 * k.u}
	for i, e := range ends {
		tile := tiles.At(c, i%tiles.Cols, i/tiles.Cols)
		p := k.axes()
		p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, float64(last), 0, top
		p.X.Tick.Marker, _ = roundTicks(last, 2, nil)
		p.Y.Tick.Marker = percentTicks(top, 2)
		addGrid(p, k, last, top)
		for _, other := range ends {
			p.Add(&plotter.Line{XYs: stairs(other.Round, other.Share), LineStyle: draw.LineStyle{Color: dust, Width: 0.6 * k.u}})
		}
		e.stroke = strokes[0]
		addCurves(p, k, []ending{e})
		p.Draw(draw.Crop(tile, 0, 0, 0, -k.strong.line()-k.note.size()/2))
		left := p.DataCanvas(tile).Min.X
		k.strong.draw(tile, left, tile.Max.Y-k.strong.size(), toRight, e.label(k.strong, tile.Max.X-left))
	}
}

// addGrid adds a rule at each labelled share.
func addGrid(p *plot.Plot, k look, last int, top float64) {
	for _, y := range p.Y.Tick.Marker.Ticks(0, top) {
		p.Add(&plotter.Line{XYs: plotter.XYs{{X: 0, Y: y.Value}, {X: float64(last), Y: y.Value}},
			LineStyle: draw.LineStyle{Color: rule, Width: 0.5 * k.u}})
	}
}
