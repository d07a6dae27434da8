package document

import (
	"slices"
	"strings"
)

// Schema is what documents of one kind may look like, learnt from their being read:
// the very calls that read and check a document say which keys there are, of what
// kind and within which bounds. It knows as much as was asked for while it was
// taught, so it is taught with specimens that make their reader ask for everything.
//
// In a specimen every name that is its author's own begins with [Own]: where such a
// name is a key, any other may stand, and a choice among such names is text.
//
// The zero Schema knows nothing and is ready to be taught.
type Schema struct{ root form }

// Own begins the names in a specimen that an author may choose.
const Own = "my-"

// Teach has every later reading of the document teach the schema. A reading with
// faults teaches which keys there are and which it missed; one without also which
// may be left out.
func (d *Document) Teach(s *Schema) { d.schema, d.reading = s, nil }

// form is what may stand in one place. All methods may be called on nil, where nobody
// is to learn.
type form struct {
	docs  []string         // what it is for
	keys  map[string]*form // of a mapping
	other *form            // at keys that are its author's
	item  *form            // of a list

	mapping, list, text, flag, seed, any bool
	choices                              []string
	named                                bool // one of its author's names may stand here
	numbers, tables                      []Bounds
	defaults                             []string // as they were read

	missed       bool // its absence was a fault
	seen, listed int  // sound mappings that stood here; of those around it, the ones that had it
}

// key is what may stand at a key.
func (f *form) key(name string) *form {
	switch {
	case f == nil:
		return nil
	case strings.HasPrefix(name, Own):
		if f.other == nil {
			f.other = &form{}
		}
		return f.other
	}
	if f.keys == nil {
		f.keys = map[string]*form{}
	}
	if f.keys[name] == nil {
		f.keys[name] = &form{}
	}
	return f.keys[name]
}

// items is what may be in a list.
func (f *form) items() *form {
	if f == nil {
		return nil
	}
	if f.item == nil {
		f.item = &form{}
	}
	return f.item
}

// learn notes that a value is read, and what it is where it is not there.
func learn[T any](v Value, def []T, write func(T) *node, note func(*form)) {
	if v.form == nil {
		return
	}
	note(v.form)
	if len(def) > 0 {
		v.form.defaults = added(v.form.defaults, flow(write(def[0])))
	} else if !v.Present() {
		v.form.missed = true
	}
}

// choose notes the words that may stand in a place; names that are an author's are no
// such words.
func (f *form) choose(words []string) {
	if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, Own) }) {
		f.named = true
		return
	}
	for _, w := range words {
		f.choices = added(f.choices, w)
	}
}

// bounded adds bounds to those of a place. A unit that is the author's may be any.
func bounded(all []Bounds, b Bounds) []Bounds {
	if strings.HasPrefix(b.Unit, Own) {
		b.Unit = ""
	}
	return added(all, b)
}

// added is a list with one more, if it is new.
func added[T comparable](list []T, one T) []T {
	if slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}

// count counts the keys of the mappings of a sound reading.
func (r *reading) count() {
	for _, m := range r.opened {
		f := m.self.form
		if f == nil || m.self.node == nil {
			continue
		}
		f.seen++
		for _, key := range m.Keys() {
			f.key(key).listed++
		}
	}
}
