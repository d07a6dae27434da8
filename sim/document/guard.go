package document

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/token"
)

// tab matches a tab that is neither trailing nor right before a comment. The
// parser drops such tabs from text and miscounts the columns after them.
var tab = regexp.MustCompile(`\t[ \t]*[^ \t#]`)

// text is src as the parser takes it: without byte order mark, every line ended
// by a newline alone.
func (s *source) text(src []byte) (string, Faults) {
	if len(src) > maxBytes {
		return "", Faults{s.fault(s.at(0, 0), "", fmt.Sprintf("is larger than %d bytes", maxBytes))}
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(src))
	s.lines = strings.Split(strings.ToValidUTF8(text, string(utf8.RuneError)), "\n")
	var faults Faults
	for i, line := range strings.Split(text, "\n") {
		if n := validPrefix(line); n < len(line) {
			faults = append(faults, s.fault(s.at(i+1, utf8.RuneCountInString(line[:n])+1), "", "is not UTF-8 text"))
		}
		if at := tab.FindStringIndex(line); at != nil && !strings.HasPrefix(strings.TrimLeft(line, " "), "#") {
			faults = append(faults, s.fault(s.at(i+1, utf8.RuneCountInString(line[:at[0]])+1), "",
				`has a tab; use spaces, or \t in double quotes`))
		}
	}
	return text, faults
}

// validPrefix is how many bytes of the line are UTF-8 text.
func validPrefix(line string) int {
	for i, r := range line {
		if r == utf8.RuneError && !strings.HasPrefix(line[i:], string(utf8.RuneError)) {
			return i
		}
	}
	return len(line)
}

// refuse finds, before parsing, what is not understood and nesting that would
// keep the parser busy.
func (s *source) refuse(tokens token.Tokens) Faults {
	var faults Faults
	var g guard
	for _, t := range tokens {
		problem, hopeless := g.look(t)
		if problem != "" {
			faults = append(faults, s.fault(s.at(t.Position.Line, t.Position.Column), "", problem))
		}
		if hopeless {
			break
		}
	}
	return faults
}

// guard counts along the tokens of a text.
type guard struct {
	line    int
	depth   int // of brackets and braces
	dashes  int // in this line
	colons  int // without an end of the value between them
	anchors int
	headers int   // --- lines
	keys    []int // keys of the open block mapping at each column
}

// look is what is wrong with the next token, and whether to stop there.
func (g *guard) look(t *token.Token) (problem string, hopeless bool) {
	if t.Position.Line != g.line {
		g.line, g.dashes = t.Position.Line, 0
		if g.depth == 0 {
			g.colons = 0
		}
	}
	switch t.Type {
	case token.TagType:
		return "tags (!) are not understood here", false
	case token.DirectiveType:
		return "directives (%) are not understood here", false
	case token.MappingKeyType:
		return "keys marked by ? are not understood here", false
	case token.MergeKeyType:
		return "merge keys (<<) are not understood here; write the keys out", false
	case token.SequenceStartType, token.MappingStartType:
		g.depth++
		g.colons = 0
	case token.SequenceEndType, token.MappingEndType:
		g.depth--
	case token.CollectEntryType:
		g.colons = 0
	case token.MappingValueType:
		g.colons++
		if g.depth == 0 && t.Prev != nil {
			return g.key(t.Prev.Position.Column)
		}
	case token.SequenceEntryType:
		g.dashes++
		g.keys = g.keys[:min(len(g.keys), t.Position.Column+1)]
	case token.DocumentHeaderType:
		if g.headers++; g.headers > 1 {
			return secondDocument, true
		}
	case token.AnchorType:
		g.anchors++
	}
	if g.anchors > maxAnchors {
		return fmt.Sprintf("is an anchor too many, more than %d", maxAnchors), true
	}
	if max(g.depth, g.dashes, g.colons) > maxDepth {
		return deep(), true
	}
	return "", false
}

// key counts a key of a block mapping at a column; the mappings right of it
// have ended.
func (g *guard) key(column int) (problem string, hopeless bool) {
	for len(g.keys) <= column {
		g.keys = append(g.keys, 0)
	}
	g.keys = g.keys[:column+1]
	if g.keys[column]++; g.keys[column] > maxKeys {
		return fmt.Sprintf("is a key too many, more than %d in one mapping", maxKeys), true
	}
	if g.colons > maxDepth {
		return deep(), true
	}
	return "", false
}

const secondDocument = "is a second document; a file has one"

func deep() string { return fmt.Sprintf("is nested deeper than %d levels", maxDepth) }
