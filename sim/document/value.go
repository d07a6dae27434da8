package document

import (
	"fmt"
	"slices"
	"strings"
)

// Value is one place in the document and what stands there, if anything.
//
// The read methods take an optional default. Without it the value is required
// and its absence a fault; with it the default is returned and remembered for
// Document.Resolved. After a fault they return the default or the zero value,
// so that reading can go on.
type Value struct {
	reading *reading
	path    string
	node    *node // nil when absent
	place   place // where its faults are shown
	form    *form // what a schema learns of it; nil where none is taught
}

// Path is the value's canonical path, as Patch takes it.
func (v Value) Path() string { return v.path }

// Present says whether the document has the value.
func (v Value) Present() bool { return v.node != nil }

// Kind is what stands there: "nothing" when absent, "no value" for a key
// without one, "true or false", "a number", "text", "a mapping", "a list".
func (v Value) Kind() string {
	if v.node == nil {
		return string(kindNone)
	}
	return string(v.node.kind)
}

// YAML is the value on one line, fit for Patch; "" when absent.
func (v Value) YAML() string {
	if v.form != nil {
		v.form.any = true
	}
	if v.node == nil {
		return ""
	}
	return flow(v.node)
}

// Fault adds a fault at the value's place. The allowed and the nearest name may
// be "".
func (v Value) Fault(problem, allowed, nearest string) {
	if v.form != nil && !v.Present() {
		v.form.missed = true
	}
	v.reading.fault(v.place, v.path, problem, allowed, nearest)
}

// Text reads text. A number or a truth value must be quoted to be text.
func (v Value) Text(def ...string) string {
	learn(v, def, textNode, func(f *form) { f.text = true })
	if !v.Present() {
		return absent(v, def, textNode)
	}
	if !v.is(kindText) {
		return first(def)
	}
	return v.node.text
}

// Bool reads true or false.
func (v Value) Bool(def ...bool) bool {
	learn(v, def, boolNode, func(f *form) { f.flag = true })
	if !v.Present() {
		return absent(v, def, boolNode)
	}
	if !v.is(kindBool) {
		return first(def)
	}
	return v.node.text == "true"
}

// Choice reads one of the allowed names.
func (v Value) Choice(allowed []string, def ...string) string {
	learn(v, def, textNode, func(f *form) { f.choose(allowed) })
	v.form = nil // what follows reads the same again
	if !v.Present() && len(def) == 0 {
		v.Fault("is missing", strings.Join(allowed, ", "), "")
		return ""
	}
	name := v.Text(def...)
	if !v.Present() || v.node.kind != kindText || slices.Contains(allowed, name) {
		return name
	}
	v.Fault(fmt.Sprintf("%q is not known", name), strings.Join(allowed, ", "), Nearest(name, allowed))
	return first(def)
}

// Texts reads a list of texts; nil when absent.
func (v Value) Texts() []string {
	var texts []string
	for _, item := range v.List().Values() {
		texts = append(texts, item.Text())
	}
	return texts
}

// Map reads a mapping. It is never nil: absent, or after a fault, it is empty.
func (v Value) Map() *Map {
	if m, ok := v.reading.maps[v.path]; ok {
		return m
	}
	if v.form != nil {
		v.form.mapping = true
	}
	m := &Map{self: v, asked: map[string]bool{}}
	if v.Present() && !v.is(kindMapping) {
		m.self.node = nil
	}
	v.reading.open(m)
	return m
}

// List reads a list. It is never nil: absent, or after a fault, it is empty.
// Two items of one name are a fault, as their paths would be the same.
func (v Value) List() *List {
	if l, ok := v.reading.lists[v.path]; ok {
		return l
	}
	if v.form != nil {
		v.form.list = true
	}
	l := &List{self: v}
	v.reading.lists[v.path] = l
	if v.Present() && v.is(kindList) {
		l.steps = steps(v.node)
		l.check()
	}
	return l
}

// Variants reads a list of values of which one at a time is put in some place: they
// may have the same name.
func (v Value) Variants() *List {
	if v.form != nil {
		v.form.list = true
	}
	l := &List{self: v}
	if v.Present() && v.is(kindList) {
		l.steps = steps(v.node)
	}
	return l
}

// is says whether the value is of kind k, and adds a fault when not.
func (v Value) is(k kind) bool {
	switch {
	case v.node.kind == k:
		return true
	case v.node.kind == kindNull:
		v.Fault("has no value", "", "")
	default:
		have := string(v.node.kind)
		if k == kindText && (v.node.kind == kindNumber || v.node.kind == kindBool) {
			have += " (put it in quotes to make it text)"
		}
		v.Fault("must be "+string(k)+", have "+have, "", "")
	}
	return false
}

// absent is what an absent value reads as: its default, which is remembered, or
// a fault and the zero value.
func absent[T any](v Value, def []T, write func(T) *node) T {
	if len(def) == 0 {
		v.Fault("is missing", "", "")
	} else {
		v.reading.defaults = append(v.reading.defaults, patch{v.path, write(def[0])})
	}
	return first(def)
}

func first[T any](def []T) T {
	if len(def) == 0 {
		var zero T
		return zero
	}
	return def[0]
}
