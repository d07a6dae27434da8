package document

import (
	"slices"
	"strings"
)

// Map is a mapping while it is read. Its read methods are those of Value, by
// key; each marks its key as known.
type Map struct {
	self  Value
	asked map[string]bool // keys some read method was called for
	names []string        // the same and those looked for, in the order of the calls
	skip  bool            // see Skip
}

// Path is the mapping's canonical path, "" for the root.
func (m *Map) Path() string { return m.self.path }

// Present says whether the document has the mapping. In the resolved document
// it also has those mappings in which a default was read.
func (m *Map) Present() bool { return m.self.Present() }

// Has says whether the mapping has the key. It does not mark it as known, but as one
// that might be meant.
func (m *Map) Has(key string) bool {
	m.offer(key)
	return m.self.node.get(key) != nil
}

// offer lists a key among those that the mapping may have.
func (m *Map) offer(key string) {
	if !slices.Contains(m.names, key) {
		m.names = append(m.names, key)
	}
}

// Keys are the mapping's keys in document order.
func (m *Map) Keys() []string { return m.self.node.keys() }

// Value is what stands at the key, of whatever kind.
func (m *Map) Value(key string) Value {
	if !m.asked[key] {
		m.asked[key] = true
		m.offer(key)
	}
	v := Value{reading: m.self.reading, path: joinKey(m.self.path, key), place: m.self.place, form: m.self.form.key(key)}
	if i := m.self.node.find(key); i >= 0 {
		e := m.self.node.entries[i]
		v.node, v.place = e.value, e.value.place
	}
	return v
}

// Text reads text.
func (m *Map) Text(key string, def ...string) string { return m.Value(key).Text(def...) }

// Bool reads true or false.
func (m *Map) Bool(key string, def ...bool) bool { return m.Value(key).Bool(def...) }

// Int reads a whole number from least to most.
func (m *Map) Int(key string, least, most int, def ...int) int {
	return m.Value(key).Int(least, most, def...)
}

// Seed reads a whole number of 64 bits.
func (m *Map) Seed(key string, def ...uint64) uint64 { return m.Value(key).Seed(def...) }

// Choice reads one of the allowed names.
func (m *Map) Choice(key string, allowed []string, def ...string) string {
	return m.Value(key).Choice(allowed, def...)
}

// Number reads a number or a range; see Value.Number.
func (m *Map) Number(key string, b Bounds, def ...Number) Number {
	return m.Value(key).Number(b, def...)
}

// Texts reads a list of texts; nil when absent.
func (m *Map) Texts(key string) []string { return m.Value(key).Texts() }

// Map reads a mapping, empty when absent.
func (m *Map) Map(key string) *Map { return m.Value(key).Map() }

// List reads a list, empty when absent.
func (m *Map) List(key string) *List { return m.Value(key).List() }

// Fault adds a fault at the key's place, or at the mapping's when it lacks the
// key, and marks the key as known. The key "" is the mapping itself.
func (m *Map) Fault(key, problem, allowed, nearest string) {
	if key == "" {
		m.self.Fault(problem, allowed, nearest)
		return
	}
	m.Value(key).Fault(problem, allowed, nearest)
}

// Explain says what a key is for; a [Schema] hands it on.
func (m *Map) Explain(key, doc string) {
	if f := m.self.form.key(key); f != nil {
		f.docs = added(f.docs, doc)
	}
}

// Skip gives the mapping up: its unread keys will not be reported as unknown.
// It is for a mapping of which a fault hides what keys it may have.
func (m *Map) Skip() { m.skip = true }

// unknown adds a fault for every key that no read method was called for.
func (m *Map) unknown() {
	if m.self.node == nil || m.skip {
		return
	}
	for _, e := range m.self.node.entries {
		if !m.asked[e.key] {
			m.self.reading.fault(e.place, joinKey(m.self.path, e.key), "is not a known key",
				strings.Join(m.names, ", "), Nearest(e.key, m.names))
		}
	}
}
