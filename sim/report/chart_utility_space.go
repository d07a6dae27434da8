package report

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// Limits of the utility space chart.
const (
	mostSamples = 1500 // sample deals drawn: more only make the file larger
	mostOthers  = 200  // deals drawn that are undominated for a third side only
	mostSides   = 3    // sides that are shown two by two
)

// drawUtilitySpace draws deals by their worth to two belligerents, a panel for each
// two of them.
func drawUtilitySpace(d Data, k look) (sheet, error) {
	sides := d.belligerents()
	if len(sides) < 2 {
		return sheet{}, fmt.Errorf("a utility space needs two belligerents, the case has %d", len(sides))
	}
	sh := sheet{title: "What deals are worth to the two sides"}
	if len(sides) > 2 {
		sh.title = fmt.Sprintf("What deals are worth to the %d sides that must sign, two by two", len(sides))
	}
	path := d.path()
	us, err := spacesOf(d, k, &sh.glossary, path)
	if err != nil {
		return sheet{}, err
	}
	sh.key = spaceKey(us)
	sh.shown = []string{spaceWords(d, us)}
	if left := sides[min(mostSides, len(sides)):]; len(left) > 0 {
		others := otherSides(d, left, k, &sh.glossary)
		sh.notes = append(sh.notes, others)
		sh.shown = append(sh.shown, others)
	}
	if len(path.Drafts) > 0 {
		mediator := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.5*k.Width)
		sh.under = "drafts of one run under " + mediator
		sh.shown = append(sh.shown, pathSentence(d, path))
		if s := handsSentence(us[0].hands); s != "" {
			sh.shown = append(sh.shown, s)
		}
	}
	if !d.sweep() {
		sh.notes = append(sh.notes, runSentence(d, path))
	}
	if _, zoomed := us[0].view(); zoomed {
		sh.notes = append(sh.notes, "Small: all deals, framed what the large panel shows.")
		sh.shown = append(sh.shown, "The large panel shows the part with the drafts; the small one all deals, with a frame around that part.")
	}
	if len(us) == 1 {
		sh.beside, sh.panel = true, min(0.85*k.Width, 115*vg.Millimeter)
		sh.paint = func(c draw.Canvas) { drawSpaces(c, us, 1) }
		return sh, nil
	}
	columns := len(us)
	if k.stacked() {
		columns = 1
	}
	sh.panel = vg.Length(len(us)/columns) * 60 * vg.Millimeter
	sh.paint = func(c draw.Canvas) { drawSpaces(c, us, columns) }
	return sh, nil
}

// otherSides says whose worth the chart leaves out although they sign.
func otherSides(d Data, left []Party, k look, g *glossary) string {
	var names []string
	for _, p := range left {
		names = append(names, g.label(k.note, "party", partyNumber(d, p), p.Name, 0.4*k.Width))
	}
	return "Not shown: the worth to " + words.List(names) + ", which must sign as well."
}

// partyNumber is a party's place in the document, from 1.
func partyNumber(d Data, p Party) int {
	return 1 + slices.IndexFunc(d.Parties, func(q Party) bool { return q.Name == p.Name })
}

// spacesOf are the utility spaces of each two of the sides.
func spacesOf(d Data, k look, g *glossary, path Path) ([]utilitySpace, error) {
	sides := d.belligerents()
	shown := sides[:min(mostSides, len(sides))]
	room := 0.4 * k.Width
	if len(shown) > 2 && !k.stacked() {
		room = 0.15 * k.Width
	}
	var names []string
	for _, p := range shown {
		names = append(names, g.label(k.body, "party", partyNumber(d, p), p.Name, room))
	}
	var us []utilitySpace
	hands := handsOf(d, path, k, g)
	for j := range shown {
		for i := range j {
			u := utilitySpace{look: k, a: names[i], b: names[j], fallback: xy{shown[i].Fallback, shown[j].Fallback}, small: len(shown) > 2, hands: hands}
			if err := u.fill(d.Space, path, i, j); err != nil {
				return nil, err
			}
			us = append(us, u)
		}
	}
	return us, nil
}
