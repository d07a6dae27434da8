package report

import (
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// hand is somebody who wrote drafts, and how these are marked: all of the same weight.
type hand struct {
	author string // as the path names it
	label  string // as the figure writes it
	stroke stroke
	mark   form
}

// handsOf are all who wrote drafts: parties in the order of the document, then others
// in the order of their drafts. One alone needs no name.
func handsOf(d Data, path Path, k look, g *glossary) []hand {
	var authors []string
	for _, p := range d.Parties {
		if slices.ContainsFunc(path.Drafts, func(d Draft) bool { return d.Author == p.Name }) {
			authors = append(authors, p.Name)
		}
	}
	for _, d := range path.Drafts {
		if !slices.Contains(authors, d.Author) {
			authors = append(authors, d.Author)
		}
	}
	if len(authors) == 1 {
		return []hand{{authors[0], "draft", stroke{color: vermilion}, shapes[0]}}
	}
	var hands []hand
	for i, a := range authors {
		label := "draft, author not known"
		if at := slices.IndexFunc(d.Parties, func(p Party) bool { return p.Name == a }); at >= 0 {
			label = "draft by " + g.label(k.body, "party", at+1, a, 0.3*k.Width)
		} else if a != "" {
			label = "draft by " + clean(a)
		}
		look := min(i, len(strokes)-1) // no case has so many authors
		hands = append(hands, hand{a, label, strokes[look], shapes[look]})
	}
	return hands
}

// line joins the drafts of one hand.
func (h hand) line(u vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: h.stroke.color, Width: 0.7 * u, Dashes: h.stroke.lengths(u)}
}

// draftsBy are the places of one hand's drafts in the path.
func (u utilitySpace) draftsBy(by int) []int {
	var at []int
	for i, d := range u.drafts {
		if d.hand == by {
			at = append(at, i)
		}
	}
	return at
}

// inkOf is the colour of a stop's number: of its only author, or of none.
func (u utilitySpace) inkOf(s stop) color.Color {
	if len(s.hands) == 1 {
		return u.hands[s.hands[0]].stroke.color
	}
	return dark
}

// paintPath draws the drafts, a line for everybody who wrote any. Where several wrote
// the same their marks stand side by side.
func (u utilitySpace) paintPath(c draw.Canvas, path []vg.Point, stops []stop, labels *placer) {
	for by, h := range u.hands {
		var own []vg.Point
		for _, i := range u.draftsBy(by) {
			own = append(own, path[i])
		}
		c.StrokeLines(h.line(u.u), own)
		labels.avoid(own, 2*u.u)
	}
	for _, s := range stops {
		r := 1.6 * u.u
		if first, last := u.ends(s); first || last {
			r = 2.3 * u.u
		}
		wide := vg.Length(len(s.hands)-1) * r
		for i, by := range s.hands {
			p := vg.Point{X: s.at.X + 2*r*vg.Length(i) - wide, Y: s.at.Y}
			u.hands[by].mark.paint(c, p, r+0.5*u.u, white)
			u.hands[by].mark.paint(c, p, r, u.hands[by].stroke.color)
			labels.block(p, r)
		}
	}
}

// handsSentence says how the drafts of several authors are told apart.
func handsSentence(hands []hand) string {
	if len(hands) < 2 {
		return ""
	}
	var all []string
	for _, h := range hands {
		who := "somebody who is not recorded"
		if h.author != "" {
			who = clean(h.author)
		}
		all = append(all, fmt.Sprintf("by %s (%s)", who, h.mark.name))
	}
	return "Every draft of the run is shown, in a mark of its author: " + words.List(all) + "; a line joins the texts of one author in their order."
}
