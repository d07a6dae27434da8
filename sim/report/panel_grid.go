package report

import (
	"slices"
	"strings"

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

// across is how many of n panels stand side by side: on a slide many, so that they are
// no strips.
func (k look) across(n int) int {
	if k.Height > 0 && n > 8 {
		return balanced(n, 6)
	}
	return balanced(n, panelColumns(k))
}

// lowAcross is the least height of so many panels.
func (k look) lowAcross(n int) vg.Length {
	return vg.Length((n+k.across(n)-1)/k.across(n)) * k.lowRow()
}

// lowRow is the least height of a row of them.
func (k look) lowRow() vg.Length { return 2*k.strong.line() + 4*k.note.line() }

func panelRows(k look, n int) int { return (n + panelColumns(k) - 1) / panelColumns(k) }

// panelsHeight is the height of n panels where the size leaves it free.
func panelsHeight(k look, n int) vg.Length {
	return vg.Length(panelRows(k, n)) * max(0.17*k.Width, 28*vg.Millimeter)
}

// lowPanels is the least height of n panels.
func lowPanels(k look, n int) vg.Length {
	return vg.Length(panelRows(k, n)) * (k.strong.line() + 4*k.note.line())
}

// panelName is the room for the name of one of n panels, above the axes.
func (k look) panelName(n int) vg.Length {
	return (k.Width-2*k.margin())/vg.Length(k.across(n)) - 11*k.u
}

// titled are the names of families as panels carry them, so many panels side by side:
// broken into lines where they are too wide for one.
func (k look) titled(all []family, columns int) []string {
	var names []string
	for _, f := range all {
		names = append(names, f.title)
	}
	return folded(k.strong, names, (k.Width-2*k.margin())/vg.Length(columns)-11*k.u)
}

// moreTitle is the room that titles take beyond a line.
func (k look) moreTitle(titles []string) vg.Length { return (linesOf(titles) - 1) * k.strong.line() }

// balanced is how many of n panels stand side by side, at most so many, so that rows
// are about equally long.
func balanced(n, most int) int {
	rows := max(1, (n+most-1)/most)
	return max(1, (n+rows-1)/rows)
}

// drawPanels draws panels in rows of so many, their axes aligned.
func drawPanels(c draw.Canvas, ps []panel, columns int) {
	k := ps[0].look
	rows := (len(ps) + columns - 1) / columns
	plots := make([][]*plot.Plot, rows)
	for i := range plots {
		plots[i] = make([]*plot.Plot, columns)
	}
	var right, head vg.Length
	for i, p := range ps {
		if p.blank {
			continue
		}
		plots[i/columns][i%columns] = p.plot()
		right, head = max(right, p.nameRoom()), max(head, p.head())
	}
	tiles := draw.Tiles{Cols: columns, Rows: rows, PadX: right + 3*k.u, PadY: head + 2*k.u, PadRight: right, PadTop: head}
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
		p.top, p.from, p.until = head, tiles.At(c, i%columns, i/columns).Min.X, c.Max.X
		row := ps[i-i%columns : min(i-i%columns+columns, len(ps))]
		for j := i%columns + 1; j < len(row); j++ { // a heading goes on over panels that have none
			if row[j].above != "" {
				p.until = canvases[i/columns][j].Min.X - 3*p.u
				break
			}
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
		if p.strong.broad(one.title) > p.panelName(len(lines)) {
			one.title = t.short + "\n" + strings.TrimSpace(t.end)
		}
		one.others = slices.Delete(slices.Clone(lines), i, i+1)
		t.stroke = strokes[0]
		one.traces = []trace{t}
		ps = append(ps, one)
	}
	return ps
}
