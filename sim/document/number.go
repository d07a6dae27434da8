package document

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Shapes of a number's distribution.
const (
	Fixed      = "fixed"      // one value
	Triangular = "triangular" // from Lo to Hi with its peak at Base; the default of ranges
	Uniform    = "uniform"    // from Lo to Hi, all alike
	TwoPoint   = "two-point"  // Lo or Hi and nothing between, with mean Base: two types
)

// Number is a value or a range, with its basis.
type Number struct {
	Lo, Base, Hi float64 // Lo ≤ Base ≤ Hi, finite; all the same for a plain value
	Shape        string  // Fixed, Triangular, Uniform or TwoPoint
	Unit         string  // as given, else the unit of the Bounds it was read with
	Basis        string  // source, assumption, definition, own-choice; "" when not given
	Note         string  // why, in the author's words
	Source       string  // where it comes from; never "" when Basis is source
	Path         string  // canonical path; the key of the number's random draw
	Line, Column int     // 0 for defaults and patched values
	Given        bool    // false when the default was used
	Default      bool    // the program's own: not given, or given as the program has it and without a word of its own
	Origin       string  // of a default: where the program has it from; not written into documents
}

// Plain is a number of one value, for use as a default.
func Plain(x float64) Number { return Number{Lo: x, Base: x, Hi: x, Shape: Fixed} }

// Range is a triangular range, for use as a default; lo ≤ base ≤ hi.
func Range(lo, base, hi float64) Number {
	return Number{Lo: lo, Base: base, Hi: hi, Shape: Triangular}
}

// bases are the words that `basis` may have.
func bases() []string { return []string{"source", "assumption", "definition", "own-choice"} }

// Number reads a number: a scalar, {value, unit, basis, note, source}, or
// {lo, base, hi, shape, unit, basis, note, source}. All of Lo, Base and Hi must
// keep the bounds. The number is remembered for Document.Assumptions.
func (v Value) Number(b Bounds, def ...Number) Number {
	learn(v, def, Number.node, func(f *form) { f.numbers = bounded(f.numbers, b) })
	v.form = nil // what follows reads the same again
	n := first(def)
	switch {
	case !v.Present():
		n = absent(v, def, func(n Number) *node { return n.in(b).node() }).in(b)
	case v.node.kind == kindMapping:
		if given, ok := v.Map().number(b); ok {
			n = given
		}
	default:
		if x, ok := v.float(b); ok {
			n = Plain(x)
			n.Unit = b.Unit
		}
	}
	n.Path, n.Given, n.Line, n.Column = v.path, v.Present(), 0, 0
	if n.Given {
		n.Line, n.Column = v.place.line, v.place.column
	}
	if n.Default = len(def) > 0 && n.isPlainly(def[0]); n.Default {
		n.Origin = def[0].Origin
	}
	v.reading.remember(n)
	return n
}

// isPlainly tells whether n says what a default says, and no more: a resolved document
// spells defaults out, and they stay what they were.
func (n Number) isPlainly(def Number) bool {
	return n.Lo == def.Lo && n.Base == def.Base && n.Hi == def.Hi && n.Shape == def.Shape &&
		n.Basis == def.Basis && n.Note == def.Note && n.Source == def.Source
}

// Int reads a whole number from least to most: a scalar or {value, …}. It is
// remembered for Document.Assumptions like any number.
func (v Value) Int(least, most int, def ...int) int {
	b := Bounds{Min: float64(least), Max: float64(most), whole: true}
	numbers := make([]Number, len(def))
	for i, d := range def {
		numbers[i] = Plain(float64(d))
	}
	n := v.Number(b, numbers...)
	if n.Lo != n.Hi {
		v.Fault("must be one value, have a range", "", "")
	}
	return int(n.Base)
}

// Seed reads a whole number of 64 bits, from 0, that is no quantity: it has neither unit
// nor basis, and is not among the Document.Assumptions.
func (v Value) Seed(def ...uint64) uint64 {
	write := func(u uint64) *node {
		return (&node{kind: kindNumber, number: float64(u), text: strconv.FormatUint(u, 10)}).measure()
	}
	learn(v, def, write, func(f *form) { f.seed = true })
	switch {
	case !v.Present():
		return absent(v, def, write)
	case !v.is(kindNumber):
		return first(def)
	}
	seed, err := strconv.ParseUint(v.node.text, 10, 64)
	if err != nil {
		v.Fault("is out of bounds, have "+v.node.text, fmt.Sprintf("a whole number from 0 to %d", uint64(math.MaxUint64)), "")
		return first(def)
	}
	return seed
}

// in is n with the unit of b where it has none.
func (n Number) in(b Bounds) Number {
	if n.Unit == "" {
		n.Unit = b.Unit
	}
	return n
}

// number reads m as a number with its basis.
func (m *Map) number(b Bounds) (Number, bool) {
	before := len(m.self.reading.faults)
	var n Number
	if m.Has("lo") || m.Has("base") || m.Has("hi") {
		n = m.span(b)
	} else {
		x, _ := m.Value("value").float(b)
		n = Plain(x)
	}
	n.Unit, n.Basis, n.Note, n.Source = m.basis(b)
	return n, len(m.self.reading.faults) == before
}

// span reads lo, base, hi and shape.
func (m *Map) span(b Bounds) Number {
	if m.Has("value") {
		m.Fault("value", "stands together with lo, base or hi", "either value, or lo, base and hi", "")
	}
	lo, okLo := m.Value("lo").float(b)
	base, okBase := m.Value("base").float(b)
	hi, okHi := m.Value("hi").float(b)
	if okLo && okBase && lo > base {
		m.Fault("lo", fmt.Sprintf("must not be above base, have %s > %s", decimal(lo), decimal(base)), "", "")
	}
	if okBase && okHi && base > hi {
		m.Fault("hi", fmt.Sprintf("must not be below base, have %s < %s", decimal(hi), decimal(base)), "", "")
	}
	n := Range(lo, base, hi)
	if shape := m.Value("shape"); shape.Present() {
		n.Shape = shape.Choice([]string{Triangular, Uniform, TwoPoint})
	}
	return n
}

// basis reads what a number or a table says of where it comes from.
func (m *Map) basis(b Bounds) (unit, basis, note, source string) {
	text := func(key string) string {
		if v := m.Value(key); v.Present() {
			return v.Text()
		}
		return ""
	}
	unit, note, source = text("unit"), text("note"), text("source")
	if m.Has("basis") {
		basis = m.Choice("basis", bases())
	} else {
		m.Value("basis")
	}
	if b.Unit != "" && unit != "" && unit != b.Unit {
		m.Fault("unit", fmt.Sprintf("must be %s, have %s", b.Unit, unit), "", "")
	}
	if unit == "" {
		unit = b.Unit
	}
	if basis == "source" && source == "" {
		m.Fault("basis", "says source, but no source is named", `source: "author, year, page"`, "")
	}
	return unit, basis, note, source
}

// float reads a scalar that keeps the bounds.
func (v Value) float(b Bounds) (float64, bool) {
	if !v.Present() {
		v.Fault("is missing", b.String(), "")
		return 0, false
	}
	if !v.is(kindNumber) {
		return 0, false
	}
	x := v.node.number
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		v.Fault("must be finite, have "+v.node.text, b.String(), "")
	case !b.keeps(x):
		v.Fault("is out of bounds, have "+v.node.text, b.String(), "")
	default:
		return x, true
	}
	return 0, false
}

// node is n as it is written into a document: a scalar where there is nothing
// more to say than the value.
func (n Number) node() *node {
	var entries []entry
	if n.Lo == n.Base && n.Base == n.Hi {
		entries = []entry{{key: "value", value: numberNode(n.Base)}}
	} else {
		entries = []entry{{key: "lo", value: numberNode(n.Lo)}, {key: "base", value: numberNode(n.Base)},
			{key: "hi", value: numberNode(n.Hi)}}
		if n.Shape != Triangular {
			entries = append(entries, entry{key: "shape", value: textNode(n.Shape)})
		}
	}
	for _, e := range [][2]string{{"unit", n.Unit}, {"basis", n.Basis}, {"note", n.Note}, {"source", n.Source}} {
		if e[1] != "" {
			entries = append(entries, entry{key: e[0], value: textNode(e[1])})
		}
	}
	if len(entries) == 1 {
		return entries[0].value
	}
	return mappingNode(slices.Clip(entries)...)
}
