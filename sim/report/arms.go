package report

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"shuttle/sim/report/words"
)

// rowLabels are the names of rows as a figure writes them, each within a width and no
// two alike. Names of arms that are too wide are written as their levels alone, where
// they may have several lines, with a break before the last or wherever one is needed; what the levels are of is then
// said once, below the figure.
func (g *glossary) rowLabels(d Data, k ink, most vg.Length, moreLines bool) []string {
	names := d.rows()
	varying, all := d.Design.scales()
	wide := slices.ContainsFunc(names, func(n string) bool { return k.width(clean(n)) > most })
	if len(varying) == 0 { // no level tells arms apart
		wide = true
	}
	for _, by := range []string{", ", ",\n"} {
		if levels := d.levelNames(by); wide && (by == ", " || moreLines) && g.fit(k, levels, most) {
			if len(varying) > 0 {
				g.levels = d.levelsOf()
			}
			return levels
		}
	}
	if levels := folded(k, d.levelNames(", "), most); wide && moreLines && g.fit(k, levels, most) {
		g.levels = d.levelsOf()
		return levels
	}
	if len(d.Arms) > 0 && slices.ContainsFunc(varying, func(i int) bool { return !all[i].numeric }) { // levels that are words stand without their factor
		g.levels = d.levelsOf()
	}
	var short []string
	for i, name := range names {
		short = append(short, g.label(k, d.each(), i+1, name, most))
	}
	return short
}

// mostLines is how many lines a name above a panel takes.
const mostLines = 3

// folded breaks names that are wider than most into lines, between words, and after the
// hyphens of a word that is too wide by itself; one that would take too many stays as it is.
func folded(k ink, names []string, most vg.Length) []string {
	var all []string
	for _, name := range names {
		var lines []string
		line := ""
		for _, part := range pieces(k, name, most) {
			if line != "" && k.width(strings.TrimSpace(line+part)) > most {
				lines, line = append(lines, strings.TrimSpace(line)), ""
			}
			line += part
		}
		if lines = append(lines, strings.TrimSpace(line)); len(lines) > mostLines {
			lines = []string{name}
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return all
}

// pieces is a text in parts between which a line may break.
func pieces(k ink, s string, most vg.Length) []string {
	var parts []string
	for word := range strings.SplitAfterSeq(s, " ") {
		if k.width(strings.TrimSpace(word)) <= most {
			parts = append(parts, word)
			continue
		}
		parts = slices.AppendSeq(parts, strings.SplitAfterSeq(word, "-"))
	}
	return parts
}

// broad is the width of the widest line of a text.
func (k ink) broad(s string) vg.Length {
	var w vg.Length
	for line := range strings.SplitSeq(s, "\n") {
		w = max(w, k.width(line))
	}
	return w
}

// lines writes a text of one line or more, centred on y.
func (k ink) lines(c draw.Canvas, x, y vg.Length, at side, s string) {
	all := strings.Split(s, "\n")
	for i, line := range all {
		k.middle(c, x, y+(vg.Length(len(all)-1)/2-vg.Length(i))*k.line()*0.95, at, line)
	}
}

// upwards writes a text of one line or more to the right of x, its last line at y, none
// wider than most.
func (k ink) upwards(c draw.Canvas, x, y, most vg.Length, s string) {
	all := strings.Split(s, "\n")
	for i, line := range all {
		k.draw(c, x, y+vg.Length(len(all)-1-i)*k.line(), toRight, cut(k, line, most))
	}
}

// linesOf is how many lines the longest of some texts has.
func linesOf(texts []string) vg.Length {
	most := 1
	for _, t := range texts {
		most = max(most, 1+strings.Count(t, "\n"))
	}
	return vg.Length(most)
}

// fit tells whether names have room, can be written, and are all different.
func (g *glossary) fit(k ink, names []string, most vg.Length) bool {
	for i, n := range names {
		if k.broad(n) > most || !writable(k.face, strings.ReplaceAll(n, "\n", " ")) || slices.Contains(names[:i], n) {
			return false
		}
	}
	return len(names) > 0
}

// levelNames names arms by their levels alone, with what is given before the last;
// nothing where arms do not all say the same factors.
func (d Data) levelNames(by string) []string {
	if len(d.Arms) == 0 || d.Design.shape() == star {
		return nil
	}
	varying, _ := d.Design.scales()
	var names []string
	for row := range d.Arms {
		at := d.arm(row)
		var parts []string
		for _, i := range varying {
			parts = append(parts, clean(levelText(d.Design.Points[at.point][i])))
		}
		if len(d.Mediators) > 1 {
			parts = append(parts, clean(at.mediator))
		}
		last := len(parts) - 1
		names = append(names, joined(by, strings.Join(parts[:last], ", "), parts[last]))
	}
	return names
}

// levelsOf says what the parts of such names are.
func (d Data) levelsOf() string {
	if d.Design.shape() == star {
		return "Arms are named by what differs from the base."
	}
	_, all := d.Design.scales()
	parts := d.by()
	for i, part := range parts {
		at := slices.IndexFunc(all, func(s factorScale) bool { return spaced(s.Name) == part })
		if at >= 0 && all[at].numeric && all[at].Unit != "" {
			parts[i] += " [" + all[at].Unit + "]"
		}
	}
	return "Arms are named by " + words.List(parts) + "."
}

// by is what rows differ in.
func (d Data) by() []string {
	varying, all := d.Design.scales()
	var parts []string
	for _, i := range varying {
		parts = append(parts, spaced(all[i].Name))
	}
	if len(d.Mediators) > 1 || len(parts) == 0 {
		parts = append(parts, "mediator")
	}
	return parts
}

// per says of what the runs of a result are counted, after a number: nothing where there
// is only one mediator and one point.
func (d Data) per() string {
	switch {
	case len(d.Arms) > 0:
		return " per arm"
	case d.sweep():
		return d.perPoint()
	case len(d.Mediators) > 1:
		return " per mediator"
	}
	return ""
}

// perPoint says the same where all of a sweep is shown.
func (d Data) perPoint() string {
	if len(d.Mediators) > 1 {
		return " per point and mediator"
	}
	return " per point"
}
