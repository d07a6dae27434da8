package report

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// spaceKey explains the marks of utility spaces.
func spaceKey(us []utilitySpace) []keyItem {
	var key []keyItem
	add := func(on func(utilitySpace) bool, text string, mark func(draw.Canvas, vg.Rectangle)) {
		if slices.ContainsFunc(us, on) {
			key = append(key, keyItem{text, mark})
		}
	}
	u := us[0]
	middle := func(r vg.Rectangle) vg.Point { return vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2} }
	line := func(sty draw.LineStyle) func(draw.Canvas, vg.Rectangle) {
		return func(c draw.Canvas, r vg.Rectangle) { c.StrokeLine2(sty, r.Min.X, middle(r).Y, r.Max.X, middle(r).Y) }
	}
	few := slices.ContainsFunc(us, utilitySpace.fewOnFrontier)
	for _, h := range u.hands {
		add(func(u utilitySpace) bool { return len(u.drafts) > 0 }, h.label, func(c draw.Canvas, r vg.Rectangle) {
			line(h.line(u.u))(c, r)
			h.mark.paint(c, middle(r), 1.9*u.u, h.stroke.color)
		})
	}
	add(func(u utilitySpace) bool { return len(u.frontier) > 0 }, "frontier of deals nobody refuses", func(c draw.Canvas, r vg.Rectangle) {
		if slices.ContainsFunc(us, func(u utilitySpace) bool { return len(u.frontier) > 1 }) {
			line(u.frontierLine())(c, r)
		}
		if few {
			dot(c, middle(r), 1.5*u.u, dark)
		}
	})
	add(func(u utilitySpace) bool { return len(u.others) > 0 }, "undominated among all sides", func(c draw.Canvas, r vg.Rectangle) { dot(c, middle(r), u.other(), soft) })
	add(func(u utilitySpace) bool { return len(u.outline) > 1 }, "frontier of all deals", line(u.outlineLine()))
	add(utilitySpace.hasZone, "better than both fallbacks", func(c draw.Canvas, r vg.Rectangle) { fillBox(c, zone, r) })
	add(func(u utilitySpace) bool { return len(u.cloud) > 0 }, "sample deals", func(c draw.Canvas, r vg.Rectangle) {
		for i, f := range []vg.Length{0.15, 0.4, 0.62, 0.88} {
			dot(c, vg.Point{X: r.Min.X + f*r.Size().X, Y: r.Min.Y + (0.3+0.4*vg.Length(i%2))*r.Size().Y}, u.sample(), dust)
		}
	})
	add(func(u utilitySpace) bool { return u.small && len(u.solutions) > 0 }, "solution points", func(c draw.Canvas, r vg.Rectangle) { u.paintSolution(c, middle(r)) })
	return key
}

// spaceWords say what the spaces show.
func spaceWords(d Data, us []utilitySpace) string {
	var fallbacks []string
	sides := d.belligerents()
	for _, p := range sides[:min(mostSides, len(sides))] {
		fallbacks = append(fallbacks, fmt.Sprintf("%s for %s", number(p.Fallback, 2), clean(p.Name)))
	}
	text := fmt.Sprintf("Each point is a deal: across, what it is worth to %s; up, what it is worth to %s", clean(sides[0].Name), clean(sides[1].Name))
	if len(us) > 1 {
		text = "One panel for each two of the sides. Each point is a deal: across, what it is worth to one of the two; up, what it is worth to the other"
	}
	seen := "at base values"
	if d.Alone {
		seen = "to the parties of this run on its first day"
	}
	text += fmt.Sprintf(" (worth %s, no unit, 0 to 1 the usual range). Dashed lines: fallbacks, what no deal is worth (%s).", seen, words.List(fallbacks))
	if n := len(d.Space.Cloud); n > 0 {
		text += fmt.Sprintf(" Grey: %s of %s sampled deals.", words.Thousands(min(n, mostSamples)), words.Thousands(n))
	}
	if n := len(d.Space.Frontier); n > 0 {
		text += fmt.Sprintf(" Thick: the frontier of the deals that nobody refuses (undominated deals: %s), joined by straight lines.", words.Thousands(n))
	}
	if n := len(d.Space.Outline); n > 1 {
		text += fmt.Sprintf(" Thin: the frontier of all deals, whatever the fallbacks (undominated deals: %s).", words.Thousands(n))
	}
	if len(us) > 1 {
		text += " A line joins the deals than which none is better for the two of its panel; dots are deals that nobody refuses and that are undominated only for what they are worth to another side, at most " + words.Thousands(mostOthers) + " of them."
	}
	var where []string
	for _, s := range d.Space.solutions() {
		var at []string
		for _, w := range s.at {
			at = append(at, number(w, 2))
		}
		where = append(where, fmt.Sprintf("%s (%s)", s.name, strings.Join(at, ", ")))
	}
	if len(where) > 0 {
		text += " Solution points: " + strings.Join(where, ", ") + "."
	}
	return text
}

// runSentence says which run the drafts are of.
func runSentence(d Data, p Path) string {
	switch {
	case len(p.Drafts) == 0:
		return fmt.Sprintf("No draft was tabled in the run shown, replicate %d of %s.", p.Replicate, words.Plural(d.Runs, "run", "runs"))
	case d.Alone:
		return d.oneRun() + "; " + words.Plural(len(p.Drafts), "draft", "drafts") + ", worth what they were to its parties on the first day."
	}
	s := fmt.Sprintf("Run shown: replicate %d of %s, %s, read at base values", p.Replicate, words.Plural(d.Runs, "run", "runs"), words.Plural(len(p.Drafts), "draft", "drafts"))
	if d.Varied == "" { // no number has a range to draw from
		return s + "."
	}
	return s + "; its parties had numbers of their own."
}

// pathSentence says what the drafts of the run were.
func pathSentence(d Data, p Path) string {
	first, last := p.Drafts[0], p.Drafts[len(p.Drafts)-1]
	s := fmt.Sprintf("Numbered points: the drafts of replicate %d under %s, from draft %d (round %d) to draft %d (round %d); one run is an example, not a typical course.",
		p.Replicate, clean(p.Mediator), first.Number, first.Round, last.Number, last.Round)
	if d.Alone {
		s += " Worths and fallbacks change while talks go on; here they are those of the first day."
	} else if d.Varied != "" {
		s += " Its parties had drawn numbers of their own, which are not shown: what they signed may lie outside the part that is better than both fallbacks here."
	}
	if p.Outcome != "" {
		s += " It ended so: " + outcome{name: p.Outcome}.words() + "."
	}
	var authors []string
	for _, d := range p.Drafts {
		if a := clean(d.Author); a != "" && !slices.Contains(authors, a) {
			authors = append(authors, a)
		}
	}
	if len(authors) == 1 {
		s += " Drafts by " + authors[0] + "."
	}
	if p.LastOnly {
		s += " This result tells of each round its last draft only, and not who wrote it: where sides send offers, the others’ are missing."
	}
	return s
}
