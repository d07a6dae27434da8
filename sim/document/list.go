package document

import "fmt"

// List is a list while it is read.
type List struct {
	self  Value
	steps []step // what each item is called in paths: [name] or [index]
}

// Present says whether the document has the list.
func (l *List) Present() bool { return l.self.Present() }

// Len is the number of items.
func (l *List) Len() int { return len(l.steps) }

// Value is item i, from 0 to Len-1.
func (l *List) Value(i int) Value {
	item := l.self.node.items[i]
	return Value{reading: l.self.reading, path: join(l.self.path, l.steps[i]), node: item, place: item.place, form: l.self.form.items()}
}

// Values are all items, of whatever kind.
func (l *List) Values() []Value {
	values := make([]Value, l.Len())
	for i := range values {
		values[i] = l.Value(i)
	}
	return values
}

// Maps are all items read as mappings; an item that is none is a fault and
// reads as an empty mapping.
func (l *List) Maps() []*Map {
	maps := make([]*Map, l.Len())
	for i := range maps {
		maps[i] = l.Value(i).Map()
	}
	return maps
}

// Fault adds a fault at the list's place.
func (l *List) Fault(problem, allowed, nearest string) { l.self.Fault(problem, allowed, nearest) }

// check adds a fault for every name that an earlier item has.
func (l *List) check() {
	for i, step := range l.steps {
		name, named := l.self.node.items[i].name()
		if _, byIndex := step.index(); named && byIndex {
			l.Value(i).Map().Fault("name", fmt.Sprintf("%q is the name of an earlier item", name), "", "")
		}
	}
}
