package page

import (
	"fmt"
	"html/template"
	"strings"

	"shuttle/sim/report/words"
)

// view is the page as the layout sets it: sections of parts.
type view struct {
	Title, Question, Caveat string
	Kind                    string // what sort of result this is
	Foot                    string // at the foot of every printed page
	Facts                   []Term
	Sections                []section
}

// section is a heading and what stands below it.
type section struct {
	ID, Head string
	Parts    []part
}

// part is a piece of a section; what is empty is not set.
type part struct {
	Head   string
	Text   []string
	List   []string
	Code   []string
	Terms  []entry
	Figure *figure
	Table  *table
}

// entry is a word of a list of terms; others may link to it.
type entry struct {
	ID string
	Term
}

// figure is a chart with its caption, a paragraph a line.
type figure struct {
	ID         string
	Number     int
	Paper      string        // how high it is on paper: class of the style sheet
	SVG, Small template.HTML // Small is for narrow windows, empty where there is none
	Caption    []string
	Readings   []string // the picture read aloud, a name and its values a line
}

// newView lays the report out.
func newView(d Data) (view, error) {
	b := &builder{Data: d, points: len(d.Design.Points)}
	if b.points == 0 {
		b.points = 1
	}
	b.index()
	figures, err := b.figures()
	if err != nil {
		return view{}, err
	}
	v := view{
		Title: b.title(), Question: d.Question, Kind: b.kind(), Facts: b.facts(),
		Sections: []section{
			{"answer", "What the runs say", b.answer()},
			{"figures", "Figures", figures},
			{"tables", "Results in numbers", b.results()},
			{"case", "The case and what was varied", b.about()},
			{"switches", "What was switched off", b.switches()},
			{"warnings", "Warnings and limits", b.warnings()},
			{"reproduce", "How to make this again", b.reproduce()},
			{"cite", "How to cite", b.cite()},
			{"glossary", "Glossary", b.glossary()},
			{"assumptions", "Every assumption", b.assumptions()},
		},
	}
	if d.Case.Live {
		v.Caveat = words.Sentence(d.Case.Caveat)
	}
	v.Foot = strings.TrimSpace(cut(v.Title, 70) + ". " + v.Caveat)
	v.typeset()
	return v, nil
}

// builder carries what one part of the page tells the next.
type builder struct {
	Data
	points  int               // of the design, at least one
	numbers [2]int            // figures and tables so far
	rows    map[key]int       // place in the summary
	terms   map[string]string // identifier of a measure's entry in the glossary, by the measure's name
}

// key finds a line of the summary.
type key struct {
	point             int
	mediator, measure string
}

// index makes the summary and the glossary easy to look up.
func (b *builder) index() {
	b.rows = make(map[key]int, len(b.Summary))
	for i, r := range b.Summary {
		b.rows[key{r.Point, r.Mediator, r.Measure}] = i
	}
	b.terms = make(map[string]string)
	for i, m := range b.Measures {
		b.terms[strings.TrimSuffix(m.Name, ".<party>")] = fmt.Sprintf("measure-%d", i+1)
	}
	for i, o := range b.Outcomes {
		b.terms["outcome."+o.Name] = fmt.Sprintf("outcome-%d", i+1)
	}
}

// title is what the case is called in print.
func (b *builder) title() string {
	if b.Case.Title != "" {
		return b.Case.Title
	}
	return b.Case.Name
}

// kind says what sort of result this is.
func (b *builder) kind() string {
	switch b.Command {
	case "compare":
		return "Comparison of mediators · simulation report"
	case "sweep":
		return "Sweep over assumptions · simulation report"
	}
	return "Simulation report"
}

// facts are what a reader looks for first.
func (b *builder) facts() []Term {
	all := b.Runs * len(b.Mediators) * b.points
	runs := words.Thousands(all)
	if b.points > 1 {
		runs += fmt.Sprintf(": %s × %s × %s", words.Plural(b.points, "point", "points"),
			words.Plural(len(b.Mediators), "mediator", "mediators"), words.Plural(b.Runs, "run", "runs"))
	} else if len(b.Mediators) > 1 {
		runs += fmt.Sprintf(": %s under each mediator", words.Thousands(b.Runs))
	}
	var parties []string
	for _, p := range b.Case.Parties {
		parties = append(parties, p.Name)
	}
	facts := []Term{
		{Name: "Runs", Text: runs},
		{Name: plain(len(b.Mediators), "Mediator", "Mediators"), Text: strings.Join(b.names(), ", ")},
		{Name: "Parties", Text: strings.Join(parties, ", ")},
		{Name: "Issues", Text: fmt.Sprint(len(b.Case.Issues))},
		{Name: "Master seed", Text: fmt.Sprint(b.Origin.Seed)},
		{Name: "Made", Text: b.Origin.Date},
	}
	var given []Term
	for _, f := range facts {
		if f.Text != "" {
			given = append(given, f)
		}
	}
	return given
}

// names are the mediators' names, in order.
func (b *builder) names() []string {
	var names []string
	for _, m := range b.Mediators {
		names = append(names, m.Name)
	}
	return names
}

// plain chooses between one and several.
func plain(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}
