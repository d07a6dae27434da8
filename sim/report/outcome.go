package report

import (
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// outcome is a way a run can end, as charts show it.
type outcome struct {
	name, meaning string
	color         color.NRGBA
}

// outcomes are the ways runs can end: the classes of the result in their order, then
// any other that some run came to.
func (d Data) outcomes() []outcome {
	classes := slices.Clone(d.Classes)
	for _, s := range d.Outcomes {
		if !slices.ContainsFunc(classes, func(c Class) bool { return c.Name == s.Outcome }) {
			classes = append(classes, Class{Name: s.Outcome})
		}
	}
	var all []outcome
	spare := 0
	for _, c := range classes {
		o := outcome{name: c.Name, meaning: strings.TrimSuffix(c.Meaning, ".")}
		if i := slices.IndexFunc(tints, func(t tint) bool { return t.name == c.Name }); i >= 0 {
			o.color = tints[i].color
		} else {
			o.color = spareTints[spare%len(spareTints)]
			spare++
		}
		all = append(all, o)
	}
	return all
}

// swatch is the outcome's mark in a key.
func (o outcome) swatch(c draw.Canvas, r vg.Rectangle) { fillBox(c, o.color, r) }

// words is an outcome as prose writes it.
func (o outcome) words() string {
	if o.name == "one-sided" {
		return o.name
	}
	return strings.ReplaceAll(clean(o.name), "-", " ")
}

// explained is an outcome with what it means, where that is known.
func (o outcome) explained() string {
	if o.meaning == "" {
		return o.words()
	}
	return o.words() + ": " + lower(o.meaning)
}
