package report

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// mostSamples is how many sample deals are drawn: more only make the file larger.
const mostSamples = 1500

// utilitySpace is what the chart draws.
type utilitySpace struct {
	look
	Space
	a, b      string // the first two belligerents as labels
	fallback  XY
	drafts    []Draft
	solutions []solution
}

// solution is a named point of bargaining theory.
type solution struct {
	name string
	XY
}

// drawUtilitySpace draws deals by their worth to the first two belligerents.
func drawUtilitySpace(d Data, k look) (sheet, error) {
	pair := d.belligerents()
	if len(pair) < 2 {
		return sheet{}, fmt.Errorf("a utility space needs two belligerents, the case has %d", len(pair))
	}
	sh := sheet{title: "What deals are worth to the two sides"}
	if len(pair) > 2 {
		sh.title = fmt.Sprintf("What deals are worth to two of the %d sides that must sign", len(pair))
	}
	u := utilitySpace{look: k, Space: d.Space, fallback: XY{pair[0].Fallback, pair[1].Fallback}}
	u.a = sh.label(k.body, "party", partyNumber(d, pair[0]), pair[0].Name, 0.4*k.Width)
	u.b = sh.label(k.body, "party", partyNumber(d, pair[1]), pair[1].Name, 0.4*k.Width)
	u.solutions = d.Space.solutions()
	path := d.path()
	u.drafts = path.Drafts
	if err := u.check(); err != nil {
		return sheet{}, err
	}
	u.Frontier, u.Outline = rightwards(u.Frontier), rightwards(u.Outline)
	u.Cloud = thinned(u.Cloud, mostSamples)
	sh.key, sh.beside = u.key(), true
	sh.shown = u.shown(clean(pair[0].Name), clean(pair[1].Name), len(d.Space.Cloud))
	if others := otherSides(d, k, &sh.glossary); others != "" {
		sh.notes = append(sh.notes, others)
		sh.shown = append(sh.shown, others)
	}
	if len(u.drafts) > 0 {
		mediator := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.5*k.Width)
		sh.under = "drafts of one run under " + mediator
		sh.shown = append(sh.shown, pathSentence(path))
		sh.notes = append(sh.notes, fmt.Sprintf("Run shown: replicate %d of %s, %s, read at base values; its parties had numbers of their own.",
			path.Replicate, things(d.Runs, "run", "runs"), things(len(u.drafts), "draft", "drafts")))
	} else if !d.sweep() {
		sh.notes = append(sh.notes, fmt.Sprintf("No draft was tabled in the run shown, replicate %d of %s.", path.Replicate, things(d.Runs, "run", "runs")))
	}
	sh.panel = min(0.85*k.Width, 115*vg.Millimeter)
	sh.paint = u.paint
	return sh, nil
}

// otherSides says whose worth the chart leaves out although they sign.
func otherSides(d Data, k look, g *glossary) string {
	var names []string
	for _, p := range d.belligerents()[2:] {
		names = append(names, g.label(k.note, "party", partyNumber(d, p), p.Name, 0.4*k.Width))
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "Not shown: the worth to " + names[0] + ", which must sign as well."
	}
	return "Not shown: the worth to " + list(names) + ", which must sign as well."
}

// partyNumber is a party's place in the document, from 1.
func partyNumber(d Data, p Party) int {
	return 1 + slices.IndexFunc(d.Parties, func(q Party) bool { return q.Name == p.Name })
}

func (s Space) solutions() []solution {
	var all []solution
	for _, p := range []struct {
		name string
		at   *XY
	}{{"Nash", s.Nash}, {"Kalai–Smorodinsky", s.KalaiSmorodinsky}, {"egalitarian", s.Egalitarian}, {"greatest sum", s.Welfare}} {
		if p.at != nil {
			all = append(all, solution{p.name, *p.at})
		}
	}
	return all
}

// points are all points the chart must hold.
func (u utilitySpace) points() []XY {
	all := slices.Concat(u.Frontier, u.Outline, u.Cloud, []XY{u.fallback})
	for _, s := range u.solutions {
		all = append(all, s.XY)
	}
	for _, d := range u.drafts {
		all = append(all, d.XY)
	}
	return all
}

func (u utilitySpace) check() error {
	if len(u.Frontier)+len(u.Outline)+len(u.Cloud) == 0 {
		return errors.New("the case holds neither a frontier nor a sample of deals")
	}
	for _, p := range u.points() {
		if v := p.X + p.Y; math.IsNaN(v) || math.IsInf(v, 0) {
			return errors.New("a worth in the case is not a finite number")
		}
	}
	return nil
}

// rightwards sorts the points of a frontier for drawing.
func rightwards(ps []XY) []XY {
	ps = slices.Clone(ps)
	slices.SortStableFunc(ps, func(p, q XY) int { return cmp.Or(cmp.Compare(p.X, q.X), cmp.Compare(q.Y, p.Y)) })
	return ps
}

// thinned keeps about n points, evenly taken.
func thinned(ps []XY, n int) []XY {
	if len(ps) <= n {
		return ps
	}
	kept := make([]XY, 0, n)
	for i := range n {
		kept = append(kept, ps[i*len(ps)/n])
	}
	return kept
}

func (u utilitySpace) key() []keyItem {
	var key []keyItem
	add := func(on bool, text string, mark func(draw.Canvas, vg.Rectangle)) {
		if on {
			key = append(key, keyItem{text, mark})
		}
	}
	line := func(sty draw.LineStyle) func(draw.Canvas, vg.Rectangle) {
		return func(c draw.Canvas, r vg.Rectangle) {
			y := (r.Min.Y + r.Max.Y) / 2
			c.StrokeLine2(sty, r.Min.X, y, r.Max.X, y)
		}
	}
	add(len(u.drafts) > 0, "draft", func(c draw.Canvas, r vg.Rectangle) {
		line(u.pathLine())(c, r)
		dot(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, 1.9*u.u, vermilion)
	})
	add(len(u.Frontier) > 0, "frontier of deals nobody refuses", func(c draw.Canvas, r vg.Rectangle) {
		if len(u.Frontier) > 1 {
			line(u.frontierLine())(c, r)
		}
		if u.fewOnFrontier() {
			dot(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, 1.5*u.u, dark)
		}
	})
	add(len(u.Outline) > 1, "frontier of all deals", line(u.outlineLine()))
	add(u.hasZone(), "better than both fallbacks", func(c draw.Canvas, r vg.Rectangle) { fillBox(c, zone, r) })
	add(len(u.Cloud) > 0, "sample deals", func(c draw.Canvas, r vg.Rectangle) {
		for i, f := range []vg.Length{0.15, 0.4, 0.62, 0.88} {
			dot(c, vg.Point{X: r.Min.X + f*r.Size().X, Y: r.Min.Y + (0.3+0.4*vg.Length(i%2))*r.Size().Y}, u.sample(), dust)
		}
	})
	return key
}

func (u utilitySpace) shown(a, b string, samples int) []string {
	text := fmt.Sprintf("Each point is a deal: across, what it is worth to %s; up, what it is worth to %s (worth at base values, no unit, 0 to 1 the usual range). "+
		"Dashed lines: fallbacks, what no deal is worth (%s and %s).", a, b, number(u.fallback.X, 2), number(u.fallback.Y, 2))
	if samples > 0 {
		text += fmt.Sprintf(" Grey: %s of %s sampled deals.", count(len(u.Cloud)), count(samples))
	}
	if len(u.Frontier) > 0 {
		text += fmt.Sprintf(" Thick: the frontier of the deals that nobody refuses (undominated deals: %s), joined by straight lines.", count(len(u.Frontier)))
	}
	if len(u.Outline) > 1 {
		text += fmt.Sprintf(" Thin: the frontier of all deals, whatever the fallbacks (undominated deals: %s).", count(len(u.Outline)))
	}
	var where []string
	for _, s := range u.solutions {
		where = append(where, fmt.Sprintf("%s (%s, %s)", s.name, number(s.X, 2), number(s.Y, 2)))
	}
	if len(where) > 0 {
		text += " Solution points: " + strings.Join(where, ", ") + "."
	}
	return []string{text}
}

func pathSentence(p Path) string {
	first, last := p.Drafts[0], p.Drafts[len(p.Drafts)-1]
	s := fmt.Sprintf("Numbered points: the drafts of replicate %d under %s, from draft %d (round %d) to draft %d (round %d); one run is an example, not a typical course. Its parties had drawn numbers of their own, which are not shown: what they signed may lie outside the part that is better than both fallbacks here.",
		p.Replicate, clean(p.Mediator), first.Number, first.Round, last.Number, last.Round)
	if p.Outcome != "" {
		s += " It ended so: " + outcome{name: p.Outcome}.words() + "."
	}
	var authors []string
	for _, d := range p.Drafts {
		if a := clean(d.Author); a != "" && !slices.Contains(authors, a) {
			authors = append(authors, a)
		}
	}
	if len(authors) > 0 {
		s += " Drafts by " + list(authors) + "."
	}
	return s
}

func (u utilitySpace) paint(c draw.Canvas) {
	p := u.axes()
	lo, hi := u.fallback, u.fallback
	for _, q := range u.points() {
		lo, hi = XY{min(lo.X, q.X), min(lo.Y, q.Y)}, XY{max(hi.X, q.X), max(hi.Y, q.Y)}
	}
	scale(&p.X, lo.X, hi.X)
	scale(&p.Y, lo.Y, hi.Y)
	p.X.Label.Text = "Worth to " + u.a + " [0–1]"
	room := c.Size().Y - 4*u.body.line() - u.body.width("Worth to  [0–1]")
	p.Y.Label.Text = "Worth to " + cut(u.body, u.b, room) + " [0–1]"
	grid := plotter.NewGrid()
	grid.Vertical = draw.LineStyle{Color: rule, Width: 0.4 * u.u}
	grid.Horizontal = grid.Vertical
	p.Add(grid)
	c = draw.Crop(c, 0, -0.5*u.note.size(), 0, -u.note.size()/2)
	p.Draw(c)
	u.paintData(p.DataCanvas(c), p)
}

// scale sets an axis to hold lo to hi with a little room, between round values.
func scale(a *plot.Axis, lo, hi float64) {
	room := 0.04 * (hi - lo)
	if room == 0 {
		room = 0.05
	}
	a.Min, a.Max = lo-room, hi+room
	at := steps(a.Min, a.Max, 6)
	var t plot.ConstantTicks
	for i, label := range numbers(at) {
		t = append(t, plot.Tick{Value: at[i], Label: label})
	}
	a.Tick.Marker = t
}
