package report

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// drawLoad draws how many messages the mediator carries, round by round.
func drawLoad(d Data, k look) (sheet, error) {
	sh := sheet{title: "What the mediator has to carry", under: "messages in a round"}
	if err := d.eachFollowed(); err != nil {
		return sheet{}, err
	}
	if !d.moving("load") {
		return sheet{}, unfit("the mediator's load round by round is not recorded, or never changes")
	}
	var lines []trace
	room, each := k.endRoom(), len(d.rows()) > len(strokes) // a panel each, or all in one
	if each {
		room = k.panelName(len(d.rows()))
	}
	short := sh.rowLabels(d, k.strong, room, each)
	for i, m := range d.rows() {
		s, ok := d.series(m, "load")
		t := s.trace(d.Runs)
		if !ok || len(t.x) < 2 {
			continue
		}
		t.stroke = strokes[len(lines)%len(strokes)]
		t.short = short[i]
		lines = append(lines, t)
		sh.shown = append(sh.shown, fmt.Sprintf("%s: %s messages in round 1, %s in round %s.", clean(m), short3(t.y[0]), short3(t.y[len(t.y)-1]), number(t.x[len(t.x)-1], 0)))
	}
	if len(lines) == 0 {
		return sheet{}, fmt.Errorf("no %s has two rounds with enough runs that still talk", d.each())
	}
	sh.notes = []string{talking(d, bandsOf(lines))}
	sh.shown = append([]string{"Messages that the mediator carries in a round, one line " + a(d.each()) + ". " + talkingWords(d, bandsOf(lines))}, sh.shown...)
	m := measured{words: "Messages in a round"}
	values := append(valuesOf(lines), 0)
	if d.Capacity != nil {
		values = append(values, d.Capacity.Base)
		sh.notes = append(sh.notes, d.Capacity.words())
		sh.shown = append(sh.shown, d.Capacity.words()+" What it has to carry past that is relayed late and with errors.")
	}
	if len(lines) <= len(strokes) {
		for i := range lines { // one line at the end of each
			lines[i].short = strings.ReplaceAll(lines[i].short, "\n", " ")
		}
		p := panel{look: k, x: roundAxis(lines, 8), y: valueAxis(m, values, 5), traces: lines, named: true, under: d.Capacity.under(k)}
		sh.panel = k.oneHeight()
		sh.paint = func(c draw.Canvas) { drawPanels(c, []panel{p}, 1) }
		return sh, nil
	}
	sh.under = "across: round; up: messages in a round"
	sh.notes = append(sh.notes, "Grey: the other "+d.each()+"s.")
	sh.panel, sh.low = panelsHeight(k, len(lines)), k.lowAcross(len(lines))
	p := panel{look: k, x: roundAxis(lines, 3), y: valueAxis(m, values, 2), under: d.Capacity.under(k)}
	p.x.label, p.y.label = "", ""
	sh.paint = func(c draw.Canvas) { drawPanels(c, oneEach(p, lines), k.across(len(lines))) }
	return sh, nil
}

// words explains the line.
func (a *Capacity) words() string {
	if a.Low == a.High {
		return fmt.Sprintf("Dashed: what the mediator carries without strain, %s messages a round.", short(a.Base))
	}
	return fmt.Sprintf("Dashed: what the mediator carries without strain, %s messages a round at base values; shaded: its range, %s to %s.",
		short(a.Base), short(a.Low), short(a.High))
}

// under draws the line with its range below the lines of the load; nil: nothing.
func (a *Capacity) under(k look) func(c draw.Canvas, at func(x, y float64) vg.Point) {
	if a == nil {
		return nil
	}
	return func(c draw.Canvas, at func(x, y float64) vg.Point) {
		high := func(y float64) vg.Length { return min(max(at(0, y).Y, c.Min.Y), c.Max.Y) }
		fillBox(c, faint(rule, 0.6), box(c.Min.X, high(a.Low), c.Size().X, high(a.High)-high(a.Low)))
		c.StrokeLine2(draw.LineStyle{Color: soft, Width: 0.9 * k.u, Dashes: []vg.Length{3 * k.u, 2 * k.u}}, c.Min.X, high(a.Base), c.Max.X, high(a.Base))
	}
}
