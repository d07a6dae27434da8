package report

import (
	"fmt"
	"slices"
	"strings"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// contrasts are rows that are compared with one other on the same seeds: mediators with
// the first that was compared, or in a sweep points with its first.
type contrasts struct {
	kind    string // of what rows are
	base    string // what all are compared with
	number  int    // which of its kind that is
	names   []string
	numbers []int
	at      func(row int, measure string) (against, bool)

	// For the caption.
	from    string   // the base with its preposition's object
	pairing string   // which run is compared with which
	more    []string // what else is to be said
}

// mediatorContrasts compares mediators.
func (d Data) mediatorContrasts() contrasts {
	base := d.baseline()
	c := contrasts{kind: "mediator", base: clean(base), number: 1 + slices.Index(d.Mediators, base)}
	c.from = "talks under " + c.base
	c.pairing = fmt.Sprintf("each run is compared with the run of the same number under %s, which had the same parties and the same world.", c.base)
	var compared []string
	for i, name := range d.Mediators {
		if d.isCompared(name) && name != base {
			compared = append(compared, name)
			c.names, c.numbers = append(c.names, clean(name)), append(c.numbers, i+1)
		}
	}
	c.at = func(row int, measure string) (against, bool) { return d.between(compared[row], base, measure) }
	if left := slices.DeleteFunc(slices.Clone(d.Mediators), d.isCompared); len(left) > 0 {
		c.more = []string{"Not compared: " + words.List(left) + "."}
	}
	return c
}

// pointContrasts compares the points of a small sweep with its first, under the mediator
// in focus.
func (d Data) pointContrasts() (contrasts, error) {
	n := len(d.Design.Points) - 1
	switch {
	case len(d.Against) == 0:
		return contrasts{}, unfit("the sweep has no paired differences of its points from the first")
	case n > mostSide:
		return contrasts{}, unfit("%d points are too many to stand side by side: a map, lines or a tornado show them", n+1)
	}
	c := contrasts{kind: "point", number: 0, base: d.pointName(0)}
	c.from = c.base
	c.pairing = fmt.Sprintf("each run is compared with the run of the same number at %s, which had the same seeds and differs in nothing but what the row says.", c.base)
	for point := 1; point <= n; point++ {
		c.names, c.numbers = append(c.names, d.pointName(point)), append(c.numbers, point)
	}
	of := make(map[arm]map[string]record.ComparisonRow)
	for _, r := range d.Against {
		at := arm{r.Point, r.Mediator}
		if of[at] == nil {
			of[at] = make(map[string]record.ComparisonRow)
		}
		of[at][r.Measure] = r.ComparisonRow
	}
	c.at = func(row int, measure string) (against, bool) {
		r, ok := of[arm{c.numbers[row], d.focus()}][measure]
		return against{r, 1}, ok && r.N >= fewestOfCell && r.Interval != nil
	}
	if d.Design.shape() == star {
		c.more = []string{"Each row changes one thing alone: what all of them do together need not be their sum.", d.baseWords()}
	}
	return c, nil
}

// pointName is what a point is called whoever mediates.
func (d Data) pointName(point int) string {
	d.Mediators = d.Mediators[:1]
	name := clean(d.armName(arm{point, d.Mediators[0]}))
	if point == 0 && d.Design.shape() == star {
		return "the base"
	}
	return name
}

// baseWords says what the base of a star is.
func (d Data) baseWords() string {
	varying, _ := d.Design.scales()
	var parts []string
	for _, i := range varying {
		f := d.Design.Factors[i]
		part := clean(f.called() + " " + levelText(d.Design.Points[0][i]))
		if f.Unit != "" {
			part += " [" + f.Unit + "]"
		}
		parts = append(parts, part)
	}
	return "The base: " + strings.Join(parts, "; ") + "."
}

// baseline is the mediator that the others are compared with: the first that was
// compared.
func (d Data) baseline() string {
	for _, m := range d.Mediators {
		if d.isCompared(m) {
			return m
		}
	}
	return ""
}

func (d Data) isCompared(mediator string) bool {
	return slices.ContainsFunc(d.Differences, func(r record.ComparisonRow) bool { return r.A == mediator || r.B == mediator })
}

// between finds the difference of a mediator from another in a measure.
func (d Data) between(mediator, base, measure string) (against, bool) {
	for _, r := range d.Differences {
		switch {
		case r.Measure != measure || r.N < fewestOfCell || r.Interval == nil:
		case r.A == mediator && r.B == base:
			return against{r, 1}, true
		case r.B == mediator && r.A == base:
			return against{r, -1}, true
		}
	}
	return against{}, false
}
