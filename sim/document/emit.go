package document

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The canonical layout depends on what the tree says and on nothing else: the
// hash of a document must not change with the layout of its file or with the
// version of a library. Mappings and lists of scalars that fit stand on one line.
const lineWidth = 100

// emit is the tree as canonical YAML, with its comments or without.
func emit(root *node, comments bool) []byte {
	e := &emitter{comments: comments}
	if len(root.entries) == 0 {
		e.out.WriteString("{}\n")
	}
	e.block(root, "", false)
	e.lines("", root.foot)
	return []byte(e.out.String())
}

type emitter struct {
	out      strings.Builder
	comments bool
}

// block writes the parts of n on lines of their own. With behind the first one
// goes on the line that is being written.
func (e *emitter) block(n *node, indent string, behind bool) {
	start := func(i int, value *node) {
		if i > 0 || !behind {
			e.lines(indent, value.head)
			e.out.WriteString(indent)
		}
	}
	for i, entry := range n.entries {
		start(i, entry.value)
		e.value(word(entry.key)+":", entry.value, indent)
	}
	for i, item := range n.items {
		start(i, item)
		e.value("-", item, indent)
	}
}

// value writes n behind its key or dash.
func (e *emitter) value(lead string, n *node, indent string) {
	e.out.WriteString(lead)
	if e.couldFit(n) {
		line := flow(n)
		if n.depth == 1 || len(indent)+utf8.RuneCountInString(lead+line)+1 <= lineWidth {
			e.line(n, line, indent)
			return
		}
	}
	behind := lead == "-" && n.kind == kindMapping && !(e.comments && len(n.entries[0].value.head) > 0)
	if behind {
		e.out.WriteString(" ")
	} else {
		e.out.WriteString("\n")
	}
	e.block(n, indent+"  ", behind)
	e.lines(indent+"  ", n.foot)
}

// line writes n, which is that text, on the line of its key or dash.
func (e *emitter) line(n *node, text, indent string) {
	e.out.WriteString(" " + text)
	if e.comments && n.tail != "" {
		e.out.WriteString(" " + n.tail)
	}
	e.out.WriteString("\n")
	e.lines(indent, n.foot)
}

// couldFit says whether n has one line, if that is not too wide: scalars always do,
// mappings and lists when there is neither one of them nor a comment inside.
func (e *emitter) couldFit(n *node) bool {
	if n.depth == 1 {
		return true
	}
	for _, below := range n.below() {
		if below.kind == kindMapping || below.kind == kindList || (e.comments && below.comments.any()) {
			return false
		}
	}
	return !(e.comments && len(n.foot) > 0)
}

// lines writes comments, unless they are to be left out.
func (e *emitter) lines(indent string, lines []string) {
	if !e.comments {
		return
	}
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
	if plain(text) && !reserved(text) {
		return text
	}
	return strconv.Quote(text)
}

// plain says whether text needs no quotes in any YAML: it begins with a letter or _,
// goes on with letters, digits and _ . / -, and has single spaces at most, inside.
func plain(text string) bool {
	var before rune
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || r == '_':
		case i > 0 && (unicode.IsNumber(r) || strings.ContainsRune("./-", r)):
		case i > 0 && r == ' ' && before != ' ':
		default:
			return false
		}
		before = r
	}
	return before != 0 && before != ' '
}

// reserved says whether some YAML reads text as something other than text.
func reserved(text string) bool {
	return slices.ContainsFunc([]string{"null", "true", "false", "yes", "no", "on", "off", "y", "n"}, func(word string) bool {
		return strings.EqualFold(word, text)
	})
}
