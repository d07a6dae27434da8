package document

import (
	"fmt"
	"slices"
	"strings"
)

// Patch puts a value, parsed as YAML, at a path such as
// parties[A].fallback.base, in place of all that stands there. A list item is
// addressed by its index from 0 or by its `name`. Keys that are missing on the way
// are added, so that a misspelt one is an unknown key where the document is read;
// a missing list item is a fault with the nearest valid path. Faults found later in the value have "--set path=value" as their place.
//
// Patch starts a new reading: Maps handed out before show the document as it
// was. After an error the document is unchanged.
func (d *Document) Patch(path, value string) error {
	set := "--set " + path + "=" + value
	n, faults := parseTree(&source{name: set, set: set, path: path}, []byte(value))
	if len(faults) > 0 {
		return faults.err()
	}
	root, fault := assign(d.root, path, n)
	if fault == nil && (root.depth > maxDepth || root.size > maxSize) {
		fault = &Fault{Path: path, Problem: "makes the document too large"}
	}
	if fault != nil {
		fault.File = set
		return Faults{*fault}
	}
	d.root, d.reading = root, nil
	return nil
}

// assign is the tree with value at path; the given tree is left as it is. Its fault
// lacks the file.
func assign(root *node, path string, value *node) (*node, *Fault) {
	parts, err := splitPath(path)
	if err != nil {
		return nil, &Fault{Path: path, Problem: err.Error(), Allowed: "a path like parties[A].fallback"}
	}
	return put(root, "", parts, value)
}

const missing = "is not in the document"

// put is n, which stands at path, with value at the end of the steps below it.
func put(n *node, path string, parts []step, value *node) (*node, *Fault) {
	if len(parts) == 0 {
		return value, nil
	}
	switch n.kind {
	case kindMapping:
		return putKey(n, path, parts, value)
	case kindList:
		return putItem(n, path, parts, value)
	}
	return nil, &Fault{Path: path, Nearest: path,
		Problem: fmt.Sprintf("is %s and has no parts, so there is no %s", n.kind, parts[0].word)}
}

func putKey(n *node, path string, parts []step, value *node) (*node, *Fault) {
	key := parts[0].word
	at := joinKey(path, key)
	changed := *n
	changed.entries = slices.Clone(n.entries)
	i, below := n.find(key), mappingNode()
	switch {
	case i >= 0:
		below = n.entries[i].value
	case !isKey(key):
		return nil, &Fault{Path: at, Problem: notKey}
	case !slices.ContainsFunc(parts[1:], func(s step) bool { return s.bracket && !s.quoted }):
		i, below.place = len(changed.entries), value.place
		changed.entries = append(changed.entries, entry{key: key, place: value.place})
	default:
		keys := n.keys()
		near := path
		if name := Nearest(key, keys); name != "" {
			near = join(joinKey(path, name), parts[1:]...)
		}
		return nil, &Fault{Path: at, Problem: missing, Allowed: strings.Join(keys, ", "), Nearest: near}
	}
	next, fault := put(below, at, parts[1:], value)
	if fault != nil {
		return nil, fault
	}
	changed.entries[i].value = next
	return changed.measure(), nil
}

func putItem(n *node, path string, parts []step, value *node) (*node, *Fault) {
	called := steps(n)
	i := item(called, parts[0])
	if i < 0 {
		words, names := make([]string, len(called)), make([]string, len(called))
		for i, c := range called {
			words[i], names[i] = c.word, c.String()
		}
		near, meant := path, parts[0].word
		if !slices.Contains(words, meant) {
			meant = Nearest(meant, words)
		}
		if i := slices.Index(words, meant); i >= 0 {
			near = join(path+names[i], parts[1:]...)
		}
		return nil, &Fault{Path: join(path, parts[0]), Problem: missing,
			Allowed: strings.Join(names, ", "), Nearest: near}
	}
	next, fault := put(n.items[i], join(path, called[i]), parts[1:], value)
	if fault != nil {
		return nil, fault
	}
	changed := *n
	changed.items = slices.Clone(n.items)
	changed.items[i] = next
	return changed.measure(), nil
}

// item is the index of the list item that a step means, -1 for none: a bare
// number is an index, all else is a name.
func item(called []step, s step) int {
	if i, ok := s.index(); ok {
		if i < 0 || i >= len(called) {
			return -1
		}
		return i
	}
	return slices.IndexFunc(called, func(c step) bool {
		_, byIndex := c.index()
		return s.bracket && !byIndex && c.word == s.word
	})
}
