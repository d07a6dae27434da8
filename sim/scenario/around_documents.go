package scenario

import (
	"fmt"

	"shuttle/sim/document"
	"shuttle/sim/talks"
)

// papers reads the documents of the package: each a name, or a block that says who
// signs it.
func (r *reader) papers() (names []string) {
	list := r.root.List("documents")
	for _, v := range list.Values() {
		var d talks.Document
		if v.Kind() == "a mapping" {
			m := v.Map()
			d.Name = m.Text("name")
			d.Signatories = r.some(m, "signatories")
			m.Text("note", "")
			m.Text("source", "")
		} else {
			d.Name = v.Text()
		}
		r.documents = append(r.documents, d)
		names = append(names, d.Name)
	}
	if len(names) > talks.MaxDocuments {
		list.Fault(fmt.Sprintf("has %d documents", len(names)), fmt.Sprintf("at most %d", talks.MaxDocuments), "")
		r.documents, names = r.documents[:talks.MaxDocuments], names[:talks.MaxDocuments]
	}
	return names
}

// some reads a list of parties; nil when absent.
func (r *reader) some(m *document.Map, key string) (parties []int) {
	list := m.List(key)
	for _, v := range list.Values() {
		if i, ok := r.who(v, v.Text("")); ok {
			parties = append(parties, i)
		}
	}
	if list.Present() && list.Len() == 0 {
		m.Fault(key, "names nobody", "a list of parties", "")
	}
	return parties
}

// who finds a party by name, and faults at a value when there is none.
func (r *reader) who(v document.Value, name string) (int, bool) {
	for i := range r.names {
		if r.names[i] == name {
			return i, true
		}
	}
	if name != "" {
		v.Fault("no party is called "+name, "one of "+abridged(r.names), document.Nearest(name, r.names))
	}
	return 0, false
}

// filing has the status of each document kept.
func (r *reader) filing() {
	if len(r.documents) > 0 {
		r.join("documents", talks.Documents{List: r.documents})
	}
}
