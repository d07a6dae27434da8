package analysis

import "fmt"

// Thin is a measure that too few runs have for an interval, in some lines of a summary.
type Thin struct {
	Measure string
	Open    int // lines without an interval
	Lines   int // of the measure
	Points  int // design points with such a line

	last int // point of the last such line
}

// add counts a line without an interval. The lines of a point come together.
func (t *Thin) add(point int) {
	if t.Open == 0 || t.last != point {
		t.Points++
	}
	t.Open, t.last = t.Open+1, point
}

// String is the warning that goes with the summary.
func (t Thin) String() string {
	text := fmt.Sprintf("%s: too few runs have it for an interval, in %d of %d lines of the summary", t.Measure, t.Open, t.Lines)
	if t.Points > 1 {
		text += fmt.Sprintf(", at %d points", t.Points)
	}
	return text
}
