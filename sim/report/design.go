package report

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// factorScale is a factor as an axis: its levels in order and where they stand.
type factorScale struct {
	Factor
	numeric bool
	levels  []record.Value // each once; numbers upwards, words in the order of the design
	at      []float64      // by level: the number itself, of words the place from 0
	index   map[record.Value]int
}

// scaleOf is the i-th factor as an axis.
func (g Design) scaleOf(i int) factorScale {
	s := factorScale{Factor: g.Factors[i], numeric: true, index: make(map[record.Value]int)}
	for _, p := range g.Points {
		if _, known := s.index[p[i]]; known {
			continue
		}
		s.index[p[i]] = len(s.levels)
		s.levels = append(s.levels, p[i])
		_, isNumber := p[i].Number()
		s.numeric = s.numeric && isNumber && p[i].Kind() != record.KindFlag
	}
	if s.numeric {
		slices.SortStableFunc(s.levels, func(a, b record.Value) int { return cmp.Compare(valueOf(a), valueOf(b)) })
	}
	for k, v := range s.levels {
		s.index[v] = k
		if s.numeric {
			s.at = append(s.at, valueOf(v))
		} else {
			s.at = append(s.at, float64(k))
		}
	}
	return s
}

func valueOf(v record.Value) float64 {
	x, _ := v.Number()
	return x
}

// place is where a level stands on the axis, and its number from 0.
func (s factorScale) place(v record.Value) (x float64, level int) {
	level = s.index[v]
	return s.at[level], level
}

// unit is a level's place from 0, the least, to 1, the greatest.
func (s factorScale) unit(v record.Value) float64 {
	x, _ := s.place(v)
	if n := len(s.at); n > 1 {
		return (x - s.at[0]) / (s.at[n-1] - s.at[0])
	}
	return 0
}

// label names the axis.
func (s factorScale) label() string {
	if unit := s.Unit; unit != "" && s.numeric {
		if unit == "share" { // of what, only the design's note can say
			unit = "0–1"
		}
		return words.Capital(s.called()) + " [" + unit + "]"
	}
	return words.Capital(s.called())
}

// within names the factor with its unit, or without where that leaves no room.
func (s factorScale) within(k look, width vg.Length) string {
	if k.body.width(s.label()) > width {
		return words.Capital(s.called())
	}
	return s.label()
}

// fitting names the factor in the most words that a width has room for: an axis whose
// name is wider than itself would be pressed together.
func (s factorScale) fitting(k look, width vg.Length) string {
	column := s
	column.Label = ""
	for _, name := range []string{s.label(), words.Capital(s.called()), column.label()} {
		if k.body.width(name) <= width {
			return name
		}
	}
	return cut(k.body, words.Capital(column.called()), width)
}

// axis is a factor's axis, with as many levels marked as have room in a width.
func (s factorScale) axis(k look, width vg.Length) axis {
	n := len(s.at)
	a := axis{label: s.fitting(k, width), lo: s.at[0], hi: s.at[n-1]}
	if !s.numeric {
		a.lo, a.hi = -0.3, float64(n)-0.7
	}
	every := width / vg.Length(n)
	if s.numeric && (n > 6 || !s.roomy(k, width)) {
		at := steps(a.lo, a.hi, max(1, min(5, int(width/(4.2*k.note.size())))))
		for i, label := range numbers(at) {
			a.ticks = append(a.ticks, plot.Tick{Value: at[i], Label: label})
		}
		return a
	}
	for i, v := range s.levels {
		a.ticks = append(a.ticks, plot.Tick{Value: s.at[i], Label: cut(k.note, levelText(v), every-2*k.u)})
	}
	return a
}

// roomy tells whether all levels of an axis of amounts have room for their labels.
func (s factorScale) roomy(k look, width vg.Length) bool {
	n := len(s.at)
	free := vg.Length(math.Inf(-1))
	for i, x := range s.at {
		at := vg.Length((x-s.at[0])/max(s.at[n-1]-s.at[0], math.SmallestNonzeroFloat64)) * width
		half := k.note.width(levelText(s.levels[i]))/2 + k.u
		if at-half < free {
			return false
		}
		free = at + half
	}
	return true
}

// scales are all factors as axes, but those that never change.
func (g Design) scales() (varying []int, all []factorScale) {
	for i := range g.Factors {
		s := g.scaleOf(i)
		all = append(all, s)
		if len(s.levels) > 1 {
			varying = append(varying, i)
		}
	}
	return varying, all
}

// shape is how the points of a design lie.
type shape uint8

const (
	single   shape = iota // one point, or nothing that varies
	oneAxis               // one factor varies
	grid                  // every level with every other, of two factors or more
	star                  // the first point, and others that differ from it in one factor each
	sampling              // anything else
)

// ranked are the factors of a design that may be ranked by their effect, and the names
// of those that may not: coercion in a conflict that goes on has no order of merit.
func (d Data) ranked() (places []int, all []factorScale, left []string) {
	varying, all := d.Design.scales()
	for _, i := range varying {
		if d.Live && all[i].Coercive {
			left = append(left, all[i].called())
		} else {
			places = append(places, i)
		}
	}
	return places, all, left
}

// leftOut says which factors are not ranked.
func leftOut(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "Not ranked, as coercion in a conflict that goes on: " + words.List(names) + "."
}

// shape looks at the points.
func (g Design) shape() shape {
	varying, all := g.scales()
	cells := 1
	for _, i := range varying {
		cells *= min(len(all[i].levels), 1<<20)
	}
	switch {
	case len(g.Points) < 2 || len(varying) == 0:
		return single
	case len(varying) == 1:
		return oneAxis
	case g.isStar():
		return star
	case cells == len(g.Points):
		return grid
	}
	return sampling
}

// twoAmounts tells whether two factors vary, both in amounts.
func (g Design) twoAmounts() bool {
	varying, all := g.scales()
	return len(varying) == 2 && all[varying[0]].numeric && all[varying[1]].numeric
}

// isStar tells whether every point differs from the first in one factor.
func (g Design) isStar() bool {
	for _, p := range g.Points[1:] {
		if _, n := differing(g.Points[0], p); n != 1 {
			return false
		}
	}
	return true
}

// differing counts the factors in which two points differ, and names the last.
func differing(p, q []record.Value) (last, n int) {
	for i := range p {
		if p[i] != q[i] {
			last, n = i, n+1
		}
	}
	return last, n
}
