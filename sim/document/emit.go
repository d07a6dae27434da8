package document

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The canonical layout depends on what the tree says and on nothing else: the
// hash of a document must not change with the layout of its file or with the
// version of a library. Mappings and lists of scalars that fit stand on one line.
const lineWidth = 100

// plain matches text that needs no quotes in any YAML.
var plain = regexp.MustCompile(`^[\p{L}_][\p{L}\p{N}_./-]*( [\p{L}\p{N}_./-]+)*$`)

// reserved matches words that some YAML reads as something other than text.
var reserved = regexp.MustCompile(`^(?i:null|true|false|yes|no|on|off|y|n)$`)

// emit is the tree as canonical YAML, with its comments or without.
func emit(root *node, comments bool) []byte {
	e := &emitter{comments: comments}
	e.block(root, "")
	if e.comments {
		e.lines("", root.foot)
	}
	return []byte(e.out.String())
}

type emitter struct {
	out      strings.Builder
	comments bool
}

// block writes n on lines of its own; the first is already indented.
func (e *emitter) block(n *node, indent string) {
	if len(n.entries)+len(n.items) == 0 {
		e.out.WriteString(flow(n) + "\n")
		return
	}
	for i, entry := range n.entries {
		e.start(i, indent, entry.value)
		e.value(word(entry.key)+":", entry.value, indent)
	}
	for i, item := range n.items {
		e.start(i, indent, item)
		e.value("-", item, indent)
	}
}

// start writes the comments above item i and its indent, which the first item
// has already.
func (e *emitter) start(i int, indent string, n *node) {
	if e.comments && len(n.head) > 0 {
		if i == 0 && indent != "" {
			e.out.WriteString(n.head[0] + "\n")
			e.lines(indent, n.head[1:])
		} else {
			e.lines(indent, n.head)
		}
		e.out.WriteString(indent)
	} else if i > 0 {
		e.out.WriteString(indent)
	}
}

// value writes n behind its key or dash.
func (e *emitter) value(lead string, n *node, indent string) {
	e.out.WriteString(lead)
	line := flow(n)
	if e.oneLine(n, len(indent)+len(lead)+1+utf8.RuneCountInString(line)) {
		e.out.WriteString(" " + line)
		if e.comments && n.tail != "" {
			e.out.WriteString(" " + n.tail)
		}
		e.out.WriteString("\n")
		return
	}
	if e.comments && n.tail != "" {
		e.out.WriteString(" " + n.tail)
	}
	below := indent + "  "
	if lead == "-" && n.kind == kindMapping && !(e.comments && (n.tail != "" || n.entries[0].value.comments.any())) {
		e.out.WriteString(" ")
	} else {
		e.out.WriteString("\n" + below)
	}
	e.block(n, below)
	if e.comments {
		e.lines(below, n.foot)
	}
}

// oneLine says whether n, which would make a line of that width, has one line.
func (e *emitter) oneLine(n *node, width int) bool {
	if len(n.entries)+len(n.items) == 0 {
		return true
	}
	inner := n.items
	for _, entry := range n.entries {
		inner = append(inner[:len(inner):len(inner)], entry.value)
	}
	for _, below := range inner {
		if below.kind == kindMapping || below.kind == kindList || (e.comments && below.comments.any()) {
			return false
		}
	}
	return width <= lineWidth && !(e.comments && len(n.foot) > 0)
}

func (e *emitter) lines(indent string, lines []string) {
	for _, line := range lines {
		e.out.WriteString(indent + line + "\n")
	}
}

// flow is n on one line.
func flow(n *node) string {
	var parts []string
	for _, entry := range n.entries {
		parts = append(parts, word(entry.key)+": "+flow(entry.value))
	}
	for _, item := range n.items {
		parts = append(parts, flow(item))
	}
	switch n.kind {
	case kindMapping:
		return "{" + strings.Join(parts, ", ") + "}"
	case kindList:
		return "[" + strings.Join(parts, ", ") + "]"
	case kindText:
		return word(n.text)
	case kindNull:
		return "null"
	}
	return n.text
}

// word is text as YAML writes it: quoted unless it is plain. The escapes of Go
// are escapes of YAML.
func word(text string) string {
	if plain.MatchString(text) && !reserved.MatchString(text) {
		return text
	}
	return strconv.Quote(text)
}
