package document

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// What a document may be at most. The limits are own choices, far above what a
// person writes and low enough that a hostile file is refused in well under a
// second.
const (
	maxBytes   = 4 << 20
	maxDepth   = 64      // mappings and lists within each other
	maxSize    = 500_000 // values, with aliases written out
	maxAnchors = 1000
)

// Parse reads one YAML document whose top is a mapping. The error is Faults. The
// name is for messages. Anchors and aliases are understood; tags, directives,
// merge keys and keys that are not plain words are refused, as are duplicate
// keys, several documents in one file, and files beyond all measure.
func Parse(name string, src []byte) (*Document, error) {
	s := &source{name: name}
	root, faults := parseTree(s, src)
	if len(faults) == 0 && root.kind != kindMapping {
		faults = append(faults, s.fault(root.place, "", "must be a mapping at its top, have "+string(root.kind)))
	}
	if len(faults) > 0 {
		return nil, faults.err()
	}
	return &Document{name: name, lines: s.lines, root: root}, nil
}

// source is a text on its way to a tree: a file, or the value of a patch.
type source struct {
	name  string
	set   string // "--set path=value" for a patch
	path  string // where the patch goes
	lines []string
}

// at is the place of a line and column of the source.
func (s *source) at(line, column int) place {
	if s.set != "" {
		return place{set: s.set}
	}
	return place{line: line, column: column}
}

func (s *source) fault(at place, path, problem string) Fault {
	f := (&Document{name: s.name, lines: s.lines}).faultAt(at, path, problem, "", "")
	f.Path = cmp.Or(path, s.path)
	return f
}

// parseTree is the tree of a text; no node is nil when there are no faults.
func parseTree(s *source, src []byte) (*node, Faults) {
	text, faults := s.text(src)
	if len(faults) > 0 {
		return nil, faults
	}
	tokens := lexer.Tokenize(text)
	if faults := s.refuse(tokens); len(faults) > 0 {
		return nil, faults
	}
	file, err := parser.Parse(tokens, parser.ParseComments, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, Faults{s.syntax(err)}
	}
	var bodies []ast.Node
	for _, doc := range file.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.CommentType {
			bodies = append(bodies, doc.Body)
		}
	}
	if len(bodies) == 0 {
		return nil, Faults{s.fault(s.at(1, 1), "", "is empty")}
	}
	if len(bodies) > 1 {
		p := bodies[1].GetToken().Position
		return nil, Faults{s.fault(s.at(p.Line, 1), "", "is a second document; a file has one")}
	}
	c := &converter{source: s, anchors: map[string]*node{}}
	root := c.node(bodies[0], s.path, 1)
	if len(c.faults) == 0 && root.size > maxSize {
		c.faults = append(c.faults, s.fault(root.place, "",
			fmt.Sprintf("has more than %d values with its aliases written out", maxSize)))
	}
	return root, c.faults
}

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

// refuse finds what is not understood, and nesting that would keep the parser
// busy, before parsing.
func (s *source) refuse(tokens token.Tokens) Faults {
	var faults Faults
	depth, dashes, anchors, line := 0, 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, dashes = t.Position.Line, 0
		}
		problem := ""
		switch t.Type {
		case token.TagType:
			problem = "tags (!) are not understood here"
		case token.DirectiveType:
			problem = "directives (%) are not understood here"
		case token.MappingKeyType:
			problem = "keys marked by ? are not understood here"
		case token.MergeKeyType:
			problem = "merge keys (<<) are not understood here; write the keys out"
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.SequenceEntryType:
			dashes++
		case token.AnchorType:
			anchors++
		}
		if depth > maxDepth || dashes > maxDepth {
			return append(faults, s.fault(s.at(t.Position.Line, t.Position.Column), "", deep()))
		}
		if anchors > maxAnchors {
			return append(faults, s.fault(s.at(t.Position.Line, t.Position.Column), "",
				fmt.Sprintf("is anchor number %d, too many", anchors)))
		}
		if problem != "" {
			faults = append(faults, s.fault(s.at(t.Position.Line, t.Position.Column), "", problem))
		}
	}
	return faults
}

func deep() string { return fmt.Sprintf("is nested deeper than %d levels", maxDepth) }

// syntax is the parser's error as a fault.
func (s *source) syntax(err error) Fault {
	at, problem := s.at(1, 1), err.Error()
	var known yaml.Error
	if errors.As(err, &known) {
		problem = known.GetMessage()
		if t := known.GetToken(); t != nil {
			at = s.at(t.Position.Line, t.Position.Column)
		}
	}
	f := s.fault(at, "", problem)
	if problem == "mapping value is not allowed in this context" {
		f.Allowed = "one key and value a line, indented alike; text with a colon in quotes"
	}
	return f
}
