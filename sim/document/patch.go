package document

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Patch puts a value, parsed as YAML, at a path such as
// parties[A].fallback.base, in place of all that stands there. A list item is
// addressed by its index from 0 or by its `name`. A key that its mapping lacks
// is added; anything else that is missing is a fault with the nearest valid
// path. Faults found later in the value have "--set path=value" as their place.
//
// Patch starts a new reading: Maps handed out before show the document as it
// was. After an error the document is unchanged.
func (d *Document) Patch(path, value string) error {
	set := "--set " + path + "=" + value
	n, faults := parseTree(&source{name: set, set: set, path: path}, []byte(value))
	if len(faults) > 0 {
		return faults.err()
	}
	root, err := assign(d.root, path, n, false)
	if err == nil && (root.depth > maxDepth || root.size > maxSize) {
		err = Fault{Path: path, Problem: "makes the document too large"}
	}
	if err != nil {
		fault := err.(Fault)
		fault.File = set
		return Faults{fault}
	}
	d.root, d.reading = root, nil
	return nil
}

// assign is the tree with value at path; the given tree is left as it is. With
// create, mappings that are missing on the way are made. Its errors are Faults.
func assign(root *node, path string, value *node, create bool) (*node, error) {
	parts, err := splitPath(path)
	if err != nil {
		return nil, Fault{Path: path, Problem: err.Error(), Allowed: "a path like parties[A].fallback"}
	}
	return put(root, "", parts, value, create)
}

// put is n, which stands at path, with value at the end of the steps below it.
func put(n *node, path string, parts []step, value *node, create bool) (*node, error) {
	if len(parts) == 0 {
		return value, nil
	}
	switch n.kind {
	case kindMapping:
		return putKey(n, path, parts, value, create)
	case kindList:
		return putItem(n, path, parts, value, create)
	}
	return nil, Fault{Path: path, Nearest: path,
		Problem: fmt.Sprintf("is %s and has no parts, so there is no %s", n.kind, parts[0].word)}
}

func putKey(n *node, path string, parts []step, value *node, create bool) (*node, error) {
	key := parts[0].word
	i := n.find(key)
	if i < 0 && len(parts) > 1 && !create {
		keys := make([]string, len(n.entries))
		for i, e := range n.entries {
			keys[i] = e.key
		}
		return nil, Fault{Path: joinKey(path, key), Problem: "is not in the document",
			Allowed: strings.Join(keys, ", "), Nearest: nearestPath(path, parts, key, keys, joinKey)}
	}
	changed := *n
	changed.entries = slices.Clone(n.entries)
	below := mappingNode()
	if i < 0 {
		i = len(changed.entries)
		changed.entries = append(changed.entries, entry{key: key, place: value.place})
	} else {
		below = n.entries[i].value
	}
	next, err := put(below, joinKey(path, key), parts[1:], value, create)
	if err != nil {
		return nil, err
	}
	changed.entries[i].value = next
	return changed.measure(), nil
}

func putItem(n *node, path string, parts []step, value *node, create bool) (*node, error) {
	called := steps(n)
	i := slices.Index(called, parts[0].String())
	if at, err := strconv.Atoi(parts[0].word); i < 0 && err == nil && !parts[0].quoted {
		i = at
	}
	if i < 0 {
		i = slices.Index(called, step{word: parts[0].word, quoted: true}.String())
	}
	if !parts[0].bracket || i < 0 || i >= len(called) {
		join := func(path, called string) string { return path + called }
		return nil, Fault{Path: path + parts[0].String(), Problem: "is not in the document",
			Allowed: strings.Join(called, ", "), Nearest: nearestPath(path, parts, "["+parts[0].word+"]", called, join)}
	}
	next, err := put(n.items[i], path+called[i], parts[1:], value, create)
	if err != nil {
		return nil, err
	}
	changed := *n
	changed.items = slices.Clone(n.items)
	changed.items[i] = next
	return changed.measure(), nil
}

// nearestPath is the whole path with its first wrong step replaced by the
// nearest right one; failing that, the path up to there.
func nearestPath(path string, parts []step, word string, words []string, join func(path, word string) string) string {
	near := Nearest(word, words)
	if near == "" {
		return path
	}
	path = join(path, near)
	for _, s := range parts[1:] {
		path += s.String()
	}
	return path
}
