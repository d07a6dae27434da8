package document

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Document is a parsed YAML file, its patches, and what has been read of it. It
// is not safe for concurrent use; give each goroutine its Clone.
type Document struct {
	name    string
	lines   []string
	root    *node   // always a mapping
	schema  *Schema // that readings teach, or nil
	reading *reading
}

// Clone is the same document, unread. It shares the parsed tree, so it is
// cheap: a sweep clones, patches and reads once for each design point.
func (d *Document) Clone() *Document {
	return &Document{name: d.name, lines: d.lines, root: d.root}
}

// Root is the top mapping. All calls give the same one until the next Patch,
// which starts a new reading.
func (d *Document) Root() *Map {
	if d.reading == nil {
		d.reading = newReading(d)
	}
	top := Value{reading: d.reading, node: d.root, place: d.root.place}
	if d.schema != nil {
		top.form = &d.schema.root
	}
	return top.Map()
}

// Done ends the reading: it reports every key that was not asked for in the
// mappings that were opened, and returns all faults as Faults, or nil. A part
// of the document that was never opened is one unknown key.
func (d *Document) Done() error {
	d.Root()
	all := d.reading
	before := len(all.faults)
	for _, m := range all.opened {
		m.unknown()
	}
	found := Faults(all.faults).err()
	all.faults = all.faults[:before]
	if d.schema != nil && found == nil {
		all.count()
	}
	return found
}

// Assumptions are all numbers read so far, with their paths, in the order of
// the resolved document.
func (d *Document) Assumptions() []Number {
	d.Root()
	var numbers []Number
	walk(d.resolved(), nil, func(path []byte) {
		if n, ok := d.reading.numbers[string(path)]; ok {
			numbers = append(numbers, n)
		}
	})
	return numbers
}

// Bytes is the patched document as canonical YAML, with its comments.
func (d *Document) Bytes() []byte { return emit(d.root, true) }

// Resolved is the patched document as canonical YAML without comments, with
// every default that was read written into its place: keys in document order,
// then in reading order. Reading it gives the same values and again the same
// bytes. It says what was computed only if Done returns nil.
func (d *Document) Resolved() []byte { return slices.Clone(d.text()) }

// Hash is the SHA-256 of Resolved in hex: it depends on what the document says,
// not on its layout, comments, or whether defaults are spelled out.
func (d *Document) Hash() string {
	sum := sha256.Sum256(d.text())
	return hex.EncodeToString(sum[:])
}

// text is what Resolved returns, for reading only.
func (d *Document) text() []byte {
	if d.reading == nil {
		return emit(d.root, false)
	}
	return d.reading.text()
}

// resolved is the tree with the defaults that were read.
func (d *Document) resolved() *node {
	if d.reading == nil {
		return d.root
	}
	return d.reading.resolved()
}

// reading is what one typed reading of a document has found.
type reading struct {
	doc      *Document
	faults   Faults
	numbers  map[string]Number // by path
	defaults []patch           // in reading order
	maps     map[string]*Map   // by path, so that a mapping read twice is one
	lists    map[string]*List
	opened   []*Map // in reading order
	whole    whole  // see resolved and text
}

// whole is what a document says with so many of the defaults that were read: its
// tree until it was put into text, then its text.
type whole struct {
	defaults int
	tree     *node
	yaml     []byte
}

// resolved is the tree with the defaults, made anew only where it has to be.
func (r *reading) resolved() *node {
	if r.whole.tree == nil || r.whole.defaults != len(r.defaults) {
		r.whole = whole{defaults: len(r.defaults), tree: grown(r.doc.root, r.defaults)}
	}
	return r.whole.tree
}

// text is the same as YAML. Scenarios live on with what was read of them: a tree that
// nobody is likely to ask for again is let go.
func (r *reading) text() []byte {
	if r.whole.yaml == nil || r.whole.defaults != len(r.defaults) {
		yaml := emit(r.resolved(), false)
		r.whole = whole{defaults: len(r.defaults), yaml: yaml}
	}
	return r.whole.yaml
}

// patch is a value for a path.
type patch struct {
	path  string
	value *node
}

func newReading(d *Document) *reading {
	return &reading{doc: d, numbers: map[string]Number{}, maps: map[string]*Map{}, lists: map[string]*List{}}
}

func (r *reading) open(m *Map) {
	r.maps[m.self.path] = m
	r.opened = append(r.opened, m)
}

func (r *reading) remember(n Number) { r.numbers[n.Path] = n }

func (r *reading) fault(at place, path, problem, allowed, nearest string) {
	r.faults = append(r.faults, r.doc.faultAt(at, path, problem, allowed, nearest))
}

// faultAt is a fault at a place of the file, or of a patch.
func (d *Document) faultAt(at place, path, problem, allowed, nearest string) Fault {
	f := Fault{File: d.name, Path: path, Problem: problem, Allowed: allowed, Nearest: nearest}
	if at.set != "" {
		f.File = at.set
		return f
	}
	f.Line, f.Column = at.line, at.column
	if at.line > 0 && at.line <= len(d.lines) {
		f.Source = strings.TrimRight(d.lines[at.line-1], "\r")
	}
	return f
}
