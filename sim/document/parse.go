package document

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
)

// What a document may be at most. The limits are own choices, far above what a
// person writes and low enough that a hostile file is refused in well under a
// second.
const (
	maxBytes   = 4 << 20
	maxDepth   = 64      // mappings and lists within each other
	maxSize    = 500_000 // values, with aliases written out
	maxAnchors = 1000
	maxKeys    = 5000 // keys of one block mapping; the parser's work grows with their square
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
		return nil, Faults{s.fault(s.at(p.Line, 1), "", secondDocument)}
	}
	c := &converter{source: s, anchors: map[string]*node{}}
	root := c.node(bodies[0], s.path, 1)
	if len(c.faults) == 0 && root.size > maxSize {
		c.faults = append(c.faults, s.fault(root.place, "",
			fmt.Sprintf("has more than %d values with its aliases written out", maxSize)))
	}
	if len(c.faults) == 0 && root.depth > maxDepth {
		c.faults = append(c.faults, s.fault(root.place, "", deep()+" with its aliases written out"))
	}
	return root, c.faults
}

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
