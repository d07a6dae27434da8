package report

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// followed are the measures of the chart and what they are called.
var followed = []measured{
	{name: "momentum", words: "Momentum", unit: "−1 to 1"},
	{name: "pressure", words: "Pressure in force", unit: "worth"},
	{name: "trust", words: "Trust", unit: "0–1"},
	{name: "belief_error", words: "Belief error", unit: "worth"},
	{name: "exchanges", words: "Exchanges so far", unit: "exchanges"},
	{name: "gap", words: "Gap left", unit: "worth"},
}

// fewNamed is up to how many lines are named at their ends.
const fewNamed = 3

// drawCourse draws momentum, pressure and trust round by round under the mediator in
// focus, a line a party where a measure is a party's.
func drawCourse(d Data, k look) (sheet, error) {
	sh := sheet{title: "What goes on around the talks"}
	if err := d.armsFollowed(); err != nil {
		return sheet{}, err
	}
	if len(d.Series) == 0 {
		return sheet{}, unfit("what went on round by round is not recorded")
	}
	if err := d.followable(); err != nil {
		return sheet{}, err
	}
	if d.sweep() {
		return drawSweptCourse(d, k)
	}
	var ps []panel
	parties := slices.Clone(d.Parties)
	slices.SortStableFunc(parties, func(a, b Party) int { return one(b.Belligerent) - one(a.Belligerent) })
	var named []trace
	left := 0
	for _, m := range followed {
		lines, more := d.followed(m.name, parties, k, &sh.glossary)
		if len(lines) == 0 {
			continue
		}
		left = max(left, more)
		for _, t := range lines {
			if t.short != "" && !slices.ContainsFunc(named, func(o trace) bool { return o.short == t.short }) {
				named = append(named, t)
			}
		}
		p := panel{look: k, title: m.label(), traces: lines, x: roundAxis(lines, 5), y: valueAxis(measured{}, valuesOf(lines), 4)}
		if p.y.lo > 0 {
			sh.shown = append(sh.shown, fmt.Sprintf("The axis of %s does not begin at zero.", m.words))
		}
		ps = append(ps, p)
		last := len(lines[0].y) - 1
		sh.shown = append(sh.shown, fmt.Sprintf("%s%s: %s in round 1, %s in round %s.", m.words, partly(lines[0].short), short3(lines[0].y[0]), short3(lines[0].y[last]), number(lines[0].x[last], 0)))
	}
	if len(ps) == 0 {
		return sheet{}, unfit("neither momentum nor pressure nor trust ever changes under %s", clean(d.focus()))
	}
	mediator := sh.label(k.note, "mediator", 1+slices.Index(d.Mediators, d.focus()), d.focus(), 0.5*k.Width)
	sh.under = "runs under " + mediator
	banded := slices.ContainsFunc(ps, func(p panel) bool { return bandsOf(p.traces) })
	sh.notes = []string{talking(d, banded)}
	if left > 0 {
		sh.notes = append(sh.notes, fmt.Sprintf("Not shown: %s.", words.Plural(left, "other party", "other parties")))
	}
	sh.shown = append([]string{"Momentum at the front, pressure, the trust of each side in the signatory that it trusts least, humanitarian exchanges and the gap left (how far the text lies below what the side furthest from it would sign), round by round under " + clean(d.focus()) + ". " + talkingWords(d, banded)}, sh.shown...)
	columns := balanced(len(ps), 3)
	if k.stacked() {
		columns = 1
	}
	if columns == 1 && len(named) <= fewNamed { // there is room for names at the ends of lines
		for i := range ps {
			ps[i].named = !slices.ContainsFunc(ps[i].traces, func(t trace) bool { return t.short == "" })
		}
	} else {
		sh.key = k.keyOf(named)
	}
	sh.panel = vg.Length((len(ps)+columns-1)/columns) * min(0.5*k.Width, 62*vg.Millimeter)
	sh.paint = func(c draw.Canvas) { drawPanels(c, ps, columns) }
	return sh, nil
}

func partly(party string) string {
	if party == "" {
		return ""
	}
	return " (" + party + ")"
}

// followed are the lines of a measure: those of the parties for whom it changes, or its
// own where it is nobody's, and how many of the parties have no line.
func (d Data) followed(name string, parties []Party, k look, g *glossary) (lines []trace, left int) {
	for _, p := range parties {
		s, ok := d.series(d.focus(), name+"."+p.Name)
		if !ok || !s.moves() {
			continue
		}
		t := s.trace(d.Runs)
		place := slices.IndexFunc(parties, func(o Party) bool { return o.Name == p.Name })
		if len(t.x) < 2 {
			continue
		}
		if place >= mostParties {
			left++
			continue
		}
		t.stroke = strokes[place]
		t.short = g.label(k.body, "party", partyNumber(d, p), p.Name, 0.4*k.Width)
		lines = append(lines, t)
	}
	if s, ok := d.series(d.focus(), name); ok && len(lines) == 0 && s.moves() {
		if t := s.trace(d.Runs); len(t.x) > 1 {
			t.stroke = stroke{dark, nil}
			lines = append(lines, t)
		}
	}
	return lines, left
}
