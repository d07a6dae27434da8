package document

import "slices"

// grower writes many values into a tree. It copies each node once, where a chain of
// patches would copy the nodes on every path again.
type grower struct {
	own   map[*node]bool   // copies, which may be changed
	names map[*node][]step // what the items of a list are called
}

// grown is the tree with the values at their paths, made one after the other; a
// value without a place is left out. The given tree is left as it is.
func grown(root *node, values []patch) *node {
	g := &grower{own: map[*node]bool{}, names: map[*node][]step{}}
	for _, v := range values {
		if parts, err := splitPath(v.path); err == nil && g.fits(root, parts) {
			root = g.put(root, parts, v.value)
		}
	}
	g.measure(root)
	return root
}

// fits says whether a value can stand at the end of the steps below n: mappings that
// are missing on the way are made, list items are not.
func (g *grower) fits(n *node, parts []step) bool {
	if len(parts) == 0 {
		return true
	}
	switch n.kind {
	case kindMapping:
		if below := n.get(parts[0].word); below != nil {
			return g.fits(below, parts[1:])
		}
		return !slices.ContainsFunc(parts, func(s step) bool { return !isKey(s.word) })
	case kindList:
		i := item(g.called(n), parts[0])
		return i >= 0 && g.fits(n.items[i], parts[1:])
	}
	return false
}

// put is n with a value that fits.
func (g *grower) put(n *node, parts []step, value *node) *node {
	if len(parts) == 0 {
		return value
	}
	n = g.mine(n)
	if n.kind == kindList {
		i := item(g.called(n), parts[0])
		n.items[i] = g.put(n.items[i], parts[1:], value)
		return n
	}
	key := parts[0].word
	i := n.find(key)
	if i < 0 {
		i = len(n.entries)
		n.entries = append(n.entries, entry{key: key, place: value.place, value: mappingNode()})
	}
	n.entries[i].value = g.put(n.entries[i].value, parts[1:], value)
	return n
}

// mine is n, or a copy of it that may be changed.
func (g *grower) mine(n *node) *node {
	if g.own[n] {
		return n
	}
	c := *n
	c.entries, c.items = slices.Clone(n.entries), slices.Clone(n.items)
	g.own[&c] = true
	if n.kind == kindList {
		g.names[&c] = g.called(n)
	}
	return &c
}

// called is what the items of a list are called. No default gives an item a name
// that it was not called by before.
func (g *grower) called(n *node) []step {
	names, ok := g.names[n]
	if !ok {
		names = steps(n)
		g.names[n] = names
	}
	return names
}

// measure sets size and depth of what was changed, from below.
func (g *grower) measure(n *node) {
	if !g.own[n] {
		return
	}
	for _, below := range n.below() {
		g.measure(below)
	}
	n.measure()
}
