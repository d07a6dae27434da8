package report

import (
	"errors"
	"fmt"

	"gonum.org/v1/plot/vg/draw"
)

// drawLoad draws how many messages the mediator carries, round by round.
func drawLoad(d Data, k look) (sheet, error) {
	sh := sheet{title: "What the mediator has to carry", under: "messages in a round"}
	if !d.moving("load") {
		return sheet{}, unfit("the mediator's load round by round is not recorded, or never changes")
	}
	if err := d.followable(); err != nil {
		return sheet{}, err
	}
	var lines []trace
	for i, m := range d.Mediators {
		s, ok := d.series(m, "load")
		t := s.trace(d.Runs)
		if !ok || len(t.x) < 2 {
			continue
		}
		t.stroke = strokes[len(lines)%len(strokes)]
		t.short = sh.label(k.strong, "mediator", i+1, m, k.endRoom())
		lines = append(lines, t)
		sh.shown = append(sh.shown, fmt.Sprintf("%s: %s messages in round 1, %s in round %s.", clean(m), short3(t.y[0]), short3(t.y[len(t.y)-1]), number(t.x[len(t.x)-1], 0)))
	}
	if len(lines) == 0 {
		return sheet{}, errors.New("no mediator has two rounds with enough runs that still talk")
	}
	sh.notes = []string{talking(d)}
	sh.shown = append([]string{"Messages that the mediator carries in a round, one line a mediator. " + talkingWords(d)}, sh.shown...)
	m := measured{words: "Messages in a round"}
	values := append(valuesOf(lines), 0)
	if len(lines) <= len(strokes) {
		p := panel{look: k, x: roundAxis(lines, 8), y: valueAxis(m, values, 5), traces: lines, named: true}
		sh.panel = k.oneHeight()
		sh.paint = func(c draw.Canvas) { drawPanels(c, []panel{p}, 1) }
		return sh, nil
	}
	sh.under = "across: round; up: messages in a round"
	sh.notes = append(sh.notes, "Grey: the other mediators.")
	sh.panel, sh.low = panelsHeight(k, len(lines)), lowPanels(k, len(lines))
	p := panel{look: k, x: roundAxis(lines, 3), y: valueAxis(m, values, 2)}
	p.x.label, p.y.label = "", ""
	sh.paint = func(c draw.Canvas) { drawPanels(c, oneEach(p, lines), balanced(len(lines), panelColumns(k))) }
	return sh, nil
}
