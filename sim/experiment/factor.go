package experiment

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"shuttle/sim/document"
	"shuttle/sim/record"
)

// Factor is what a design varies: one or several places of the scenario that take
// the same value.
type Factor struct {
	Name   string // of its column in the rows
	Label  string // what axes and captions call it; empty: its name
	Lever  bool   // the mediator's or a guarantor's to choose; otherwise an uncertainty of the world
	Unit   string
	Note   string
	Paths  []string
	Levels []Level // those it is listed with; empty for a span
	Lo, Hi float64 // of a span
	Steps  int     // levels that a factorial takes from a span, ends included; ≥ 2
	Whole  bool    // of a span: whole numbers only
	Base   Level   // where one-at-a-time designs hold it

	kind     record.Kind
	said     *document.Map    // where the file says what it does, for faults
	paths    []document.Value // the same, by path
	ends     [2]document.Value
	labelled bool
	forceful bool // says how much force is used
}

// Level is one value of a factor.
type Level struct {
	YAML  string       // as it is patched into the scenario
	Value record.Value // as it stands in the rows

	said document.Value
}

// Label is the level as people read it: of numbers ten digits, so that 1/6 reached by steps
// does not show how it was rounded.
func (l Level) Label() string {
	if l.Value.Kind() == record.KindText {
		return l.Value.Text()
	}
	if x, ok := l.Value.Number(); ok && l.Value.Kind() == record.KindFloat {
		if short := strconv.FormatFloat(x, 'g', 10, 64); len(short) < len(l.YAML) {
			return short
		}
	}
	return l.YAML
}

// String is the level as people read it, and what it stands for where that is more.
func (l Level) String() string {
	label := l.Label()
	if l.Value.Kind() != record.KindText {
		return l.YAML
	}
	if label == l.YAML || strconv.Quote(label) == l.YAML {
		return label
	}
	return label + ": " + l.YAML
}

// span tells whether the factor takes every value between two ends.
func (f *Factor) span() bool { return len(f.Levels) == 0 }

// at is the level at a share u in [0, 1) of the way through the factor.
func (f *Factor) at(u float64) Level {
	if !f.span() {
		return f.Levels[min(int(u*float64(len(f.Levels))), len(f.Levels)-1)]
	}
	if f.Whole {
		return f.number(min(math.Floor(f.Lo+float64(u*(f.Hi-f.Lo+1))), f.Hi)) // each as likely
	}
	return f.number(f.Lo + float64(u*(f.Hi-f.Lo)))
}

// number is a level of a span.
func (f *Factor) number(x float64) Level {
	if f.Whole {
		x = math.Round(x)
	}
	said := f.ends[0]
	if x > f.Lo+(f.Hi-f.Lo)/2 {
		said = f.ends[1]
	}
	return Level{YAML: strconv.FormatFloat(x, 'g', -1, 64), Value: record.Float(x), said: said}
}

// all are the levels that a factorial crosses.
func (f *Factor) all() []Level {
	if !f.span() {
		return f.Levels
	}
	levels := make([]Level, f.Steps)
	for i := range levels {
		share := float64(i) / float64(f.Steps-1)
		levels[i] = f.number(float64(f.Lo*(1-share)) + float64(f.Hi*share))
	}
	return levels
}

// atBase tells whether a level is the base: of a span, but for the rounding of how it
// was reached.
func (f *Factor) atBase(l Level) bool {
	if !f.span() {
		return l.YAML == f.Base.YAML
	}
	x, _ := l.Value.Number()
	base, _ := f.Base.Value.Number()
	return math.Abs(x-base) <= 1e-9*(f.Hi-f.Lo)
}

// column is the factor's column in the rows.
func (f *Factor) column() record.Column {
	role := "uncertainty"
	if f.Lever {
		role = "lever"
	}
	return record.Column{Name: f.Name, Unit: f.Unit, Doc: role + " of the design", Kind: f.kind}
}

// factorOf reads a factor; faults are the document's.
func factorOf(m *document.Map) Factor {
	f := Factor{Name: m.Text("name"), Label: m.Text("label", ""), Unit: m.Text("unit", ""), Note: m.Text("note", ""), said: m}
	f.Lever = m.Choice("role", []string{"uncertainty", "lever"}) == "lever"
	if one := m.Value("path"); one.Present() {
		f.Paths, f.paths = []string{one.Text()}, []document.Value{one}
	}
	for _, v := range m.List("paths").Values() {
		f.Paths, f.paths = append(f.Paths, v.Text()), append(f.paths, v)
	}
	if len(f.Paths) == 0 {
		m.Fault("path", "is missing", "a path of the scenario such as parties[A].fallback.base, or a list of paths", "")
	}
	if m.Has("lo") || m.Has("hi") {
		f.readSpan(m)
	} else {
		f.readLevels(m)
	}
	return f
}

// readSpan reads a factor that takes every value between two ends.
func (f *Factor) readSpan(m *document.Map) {
	f.kind = record.KindFloat
	f.ends = [2]document.Value{m.Value("lo"), m.Value("hi")}
	f.Lo, f.Hi = f.ends[0].Number(document.Any()).Base, f.ends[1].Number(document.Any()).Base
	f.Steps, f.Whole = m.Int("steps", 2, 1000, 2), m.Bool("whole", false)
	if f.Whole && (f.Lo != math.Trunc(f.Lo) || f.Hi != math.Trunc(f.Hi) || f.Lo < f.Hi && f.Hi-f.Lo+1 < float64(f.Steps)) {
		m.Fault("whole", fmt.Sprintf("needs whole ends, and as many whole numbers between them as steps, %d", f.Steps), "", "")
	}
	for _, key := range []string{"levels", "labels"} {
		if m.Has(key) {
			m.Fault(key, "stand together with lo and hi", "either levels, or lo and hi", "")
		}
	}
	if f.Lo >= f.Hi {
		m.Fault("hi", "must be above lo", "", "")
	}
	middle := f.Lo + (f.Hi-f.Lo)/2
	f.Base = f.number(m.Number("base", document.Between(math.Min(f.Lo, f.Hi), math.Max(f.Lo, f.Hi)), document.Plain(middle)).Base)
}

// readLevels reads a factor that takes listed values: all numbers, all true or
// false, or anything else, which stands in the rows as text.
func (f *Factor) readLevels(m *document.Map) {
	list := m.Value("levels").Variants()
	if list.Len() == 0 {
		m.Fault("levels", "name no value", "a list of values, or lo and hi", "")
		return
	}
	kinds := map[string]record.Kind{"a number": record.KindFloat, "true or false": record.KindFlag}
	f.kind = kinds[list.Value(0).Kind()]
	for _, v := range list.Values() {
		if kinds[v.Kind()] != f.kind {
			f.kind = record.KindText
		}
	}
	if f.kind == record.KindNull {
		f.kind = record.KindText
	}
	for _, v := range list.Values() {
		f.Levels = append(f.Levels, f.level(v))
	}
	f.label(m)
	f.Base = f.Levels[0]
	if base := m.Value("base"); base.Present() {
		f.Base = f.level(base)
		if i := slices.IndexFunc(f.Levels, f.atBase); i >= 0 {
			f.Base = f.Levels[i] // with its label
		}
	}
}

// label reads what levels are called in rows, tables and charts, where their values
// are too long to read.
func (f *Factor) label(m *document.Map) {
	labels := m.List("labels")
	if !labels.Present() {
		return
	}
	if labels.Len() != len(f.Levels) {
		labels.Fault(fmt.Sprintf("has %d", labels.Len()), fmt.Sprintf("one for each of the %d levels", len(f.Levels)), "")
		return
	}
	f.kind, f.labelled = record.KindText, true
	seen := map[string]bool{}
	for i, v := range labels.Values() {
		name := v.Text()
		if seen[name] {
			v.Fault("is the label of an earlier level", "a label of its own", "")
		}
		seen[name] = true
		f.Levels[i].Value = record.Text(name)
	}
}

// level reads one listed value.
func (f *Factor) level(v document.Value) Level {
	l := Level{YAML: v.YAML(), Value: record.Text(v.YAML()), said: v}
	switch {
	case f.kind == record.KindFloat && v.Kind() == "a number":
		l.Value = record.Float(v.Number(document.Any()).Base)
	case f.kind == record.KindFlag && v.Kind() == "true or false":
		l.Value = record.Flag(v.Bool())
	case f.kind != record.KindText:
		v.Fault("is of another kind than the other levels", "", "")
	case v.Kind() == "text":
		l.Value = record.Text(v.Text())
	}
	return l
}
