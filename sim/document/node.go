package document

import (
	"math"
	"strconv"
)

// kind is what a node is; its text is what messages call it.
type kind string

const (
	kindNone    kind = "nothing"
	kindNull    kind = "no value"
	kindBool    kind = "true or false"
	kindNumber  kind = "a number"
	kindText    kind = "text"
	kindMapping kind = "a mapping"
	kindList    kind = "a list"
)

// place is where a value stands: a line and column of the file, or the option
// that patched it in.
type place struct {
	set          string // "--set path=value", "" for a place in the file
	line, column int
}

// node is one value of the tree that a document is turned into. Nodes are never
// changed once built: a patch copies the nodes on its path, so documents and
// aliases may share them.
type node struct {
	kind    kind
	place   place
	text    string  // scalar: its canonical text; for kindText the text itself
	number  float64 // kindNumber
	entries []entry // kindMapping, in document order, keys unique
	items   []*node // kindList
	size    int     // nodes in the tree below, aliases written out
	depth   int     // levels in the tree below, 1 for a scalar
	comments
}

// comments are those that belong to a node, each line with its #.
type comments struct {
	head []string // above the node, or above its key
	tail string   // behind it on the same line
	foot []string // below its last item
}

func (c comments) any() bool { return len(c.head) > 0 || c.tail != "" || len(c.foot) > 0 }

// entry is one key of a mapping.
type entry struct {
	key   string
	place place
	value *node
}

// find is the index of key among n's entries, -1 when it has none.
func (n *node) find(key string) int {
	if n == nil {
		return -1
	}
	for i := range n.entries {
		if n.entries[i].key == key {
			return i
		}
	}
	return -1
}

// get is the value of key, nil when n has none.
func (n *node) get(key string) *node {
	if i := n.find(key); i >= 0 {
		return n.entries[i].value
	}
	return nil
}

// keys are n's keys in document order.
func (n *node) keys() []string {
	if n == nil {
		return nil
	}
	keys := make([]string, len(n.entries))
	for i, e := range n.entries {
		keys[i] = e.key
	}
	return keys
}

// name is the text of n's `name`: what a list item is called in paths.
func (n *node) name() (string, bool) {
	if v := n.get("name"); v != nil && v.kind == kindText && v.text != "" {
		return v.text, true
	}
	return "", false
}

// below are the values of n's keys, or its items.
func (n *node) below() []*node {
	if n.kind == kindList {
		return n.items
	}
	values := make([]*node, len(n.entries))
	for i, e := range n.entries {
		values[i] = e.value
	}
	return values
}

// measure sets size and depth from the nodes below.
func (n *node) measure() *node {
	n.size, n.depth = 1, 1
	for _, below := range n.below() {
		n.size = min(n.size+below.size, math.MaxInt32)
		n.depth = max(n.depth, below.depth+1)
	}
	return n
}

func textNode(s string) *node { return (&node{kind: kindText, text: s}).measure() }

func boolNode(b bool) *node {
	return (&node{kind: kindBool, text: strconv.FormatBool(b)}).measure()
}

func numberNode(x float64) *node {
	return (&node{kind: kindNumber, number: x, text: decimal(x)}).measure()
}

// decimal is x in the fewest digits that give x again, as YAML writes it. Minus
// zero is zero.
func decimal(x float64) string {
	switch size := math.Abs(x); {
	case math.IsNaN(x):
		return ".nan"
	case math.IsInf(x, 0):
		if x < 0 {
			return "-.inf"
		}
		return ".inf"
	case x == 0:
		return "0"
	case size < 1e-5 || size >= 1e15:
		return strconv.FormatFloat(x, 'e', -1, 64)
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

func mappingNode(entries ...entry) *node {
	return (&node{kind: kindMapping, entries: entries}).measure()
}
