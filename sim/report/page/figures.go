package page

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report"
	"shuttle/sim/report/words"
)

// mostPictures is up to how many bytes of pictures figures are also drawn small, so
// that a page stays quick to open: own choice.
const mostPictures = 2 << 20

// figures are the charts, or why there are none.
func (b *builder) figures() ([]part, error) {
	var parts []part
	size := 0
	for _, f := range b.ordered() {
		b.numbers[0]++
		shown := &figure{ID: fmt.Sprintf("figure-%d", b.numbers[0]), Number: b.numbers[0], Paper: onPaper(f.Figure)}
		var err error
		if shown.SVG, err = shown.picture(f.Figure, shown.ID); err != nil {
			return nil, err
		}
		size += len(shown.SVG)
		if f.Small != nil && size < mostPictures {
			if shown.Small, err = shown.picture(*f.Small, shown.ID+"-small"); err != nil {
				return nil, err
			}
			size += len(shown.Small)
		}
		shown.Caption, shown.Readings = b.paragraphs(f.Caption)
		parts = append(parts, part{Figure: shown})
	}
	if len(parts) == 0 {
		parts = append(parts, part{Text: []string{"This result holds no charts."}})
	}
	if len(b.Undrawn) > 0 {
		rest := part{Text: []string{"Not drawn, and why:"}}
		for _, why := range b.Undrawn {
			rest.List = append(rest.List, words.Sentence(strings.TrimPrefix(why, "chart ")))
		}
		parts = append(parts, rest)
	}
	return parts, nil
}

// ordered are the figures, those first that answer what was asked and those last that
// show the case and not what came of it.
func (b *builder) ordered() []Figure {
	first := []string{"outcomes", "agreement", "survival", "funnel"}
	switch b.Command {
	case "compare":
		first = []string{"outcomes", "strategies", "differences", "agreement", "survival", "funnel"}
	case "sweep":
		first = []string{"heat-map", "lines", "effects", "tornado", "trade-off", "outcomes"}
	}
	last := []string{"utility-space", "agenda"}
	place := func(f Figure) int {
		if at := slices.Index(first, f.Name); at >= 0 {
			return at - len(first)
		}
		return 1 + slices.Index(last, f.Name)
	}
	figures := slices.Clone(b.Figures)
	slices.SortStableFunc(figures, func(a, b Figure) int { return place(a) - place(b) })
	return figures
}

// onPaper makes figures lower on paper that leave half a page blank as they are, so that
// two stand on one: as far as their smallest letters stay above 5 points.
func onPaper(f report.Figure) string {
	switch shape := f.Height / f.Width; {
	case shape < 0.68:
		return "low"
	case shape < 0.83:
		return "lower"
	}
	return ""
}

// picture makes a chart a part of the page: with a name of its own, as no two parts of
// a page may share one, without a declaration, and described by the caption that
// stands below it, not by a second copy.
func (f *figure) picture(chart report.Figure, name string) (template.HTML, error) {
	chart.Name = name
	var file bytes.Buffer
	if err := chart.WriteSVG(&file); err != nil {
		return "", err
	}
	svg := file.Bytes()
	if at := bytes.Index(svg, []byte("<svg")); at > 0 {
		svg = svg[at:]
	}
	if from := bytes.Index(svg, []byte("<desc")); from >= 0 {
		if to := bytes.Index(svg[from:], []byte("</desc>\n")); to >= 0 {
			svg = append(svg[:from:from], svg[from+to+len("</desc>\n"):]...)
		}
	}
	svg = bytes.Replace(svg, fmt.Appendf(nil, `aria-labelledby="%[1]s-title %[1]s-desc"`, name),
		fmt.Appendf(nil, `aria-labelledby="%s-title" aria-describedby="%s-caption"`, name, f.ID), 1)
	return template.HTML(svg), nil // of our own charts, which escape every name
}

// fewReadings is up to how many readings a caption keeps in sight.
const fewReadings = 2

// paragraphs are the lines of a caption; those that say how the figure was made, at
// its end, are one. Lines that read the picture aloud, a name and its values, are
// apart where they are many: tables hold the same numbers.
func (b *builder) paragraphs(caption string) (lines, readings []string) {
	made := false
	for line := range strings.Lines(caption) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case made:
			lines[len(lines)-1] += " " + line
		case strings.HasPrefix(line, "Runs: "):
			made = true
			lines = append(lines, line)
		case len(lines) > 0 && b.reading(line):
			readings = append(readings, line)
		default:
			lines = append(lines, line)
		}
	}
	if len(readings) <= fewReadings {
		return slices.Insert(lines, max(0, len(lines)-1), readings...), nil
	}
	return lines, readings
}

// reading tells whether a line of a caption gives the values of a mediator, a party,
// an issue or a point of the design.
func (b *builder) reading(line string) bool {
	name, _, found := strings.Cut(line, ": ")
	return found && (slices.ContainsFunc(b.names(), func(m string) bool { return name == m || strings.HasSuffix(name, ", "+m) }) ||
		slices.ContainsFunc(b.Case.Parties, func(p record.CaseParty) bool { return name == p.Name }) ||
		slices.ContainsFunc(b.Case.Issues, func(i record.CaseIssue) bool { return name == i.Name }) ||
		slices.ContainsFunc(b.Design.Factors, func(f Factor) bool { return strings.HasPrefix(name, f.Name+" ") }))
}
