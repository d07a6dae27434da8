package document

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// converter turns the parser's tree into ours.
type converter struct {
	*source
	anchors map[string]*node
	faults  Faults
}

// decimals matches the decimal numbers of YAML 1.2. The parser's own rule
// differs: it takes 1e-6 for text, 010 for eight and 1_000 for a thousand.
var decimals = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)

func (c *converter) report(at place, path, problem string) {
	c.faults = append(c.faults, c.fault(at, path, problem))
}

// node is n and all below it. After a fault it is something that can stand in
// the tree until the faults are reported.
func (c *converter) node(n ast.Node, path string, depth int) *node {
	p := n.GetToken().Position
	out := &node{kind: kindNull, place: c.at(p.Line, p.Column)}
	if depth > maxDepth {
		c.report(out.place, path, deep())
		return out.measure()
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		c.mapping(out, n.Values, path, depth)
		if n.IsFlowStyle {
			out.place = c.at(p.Line, p.Column)
		}
		out.foot = lines(n.FootComment)
	case *ast.MappingValueNode:
		c.mapping(out, []*ast.MappingValueNode{n}, path, depth)
	case *ast.SequenceNode:
		c.list(out, n, path, depth)
	case *ast.AnchorNode:
		return c.anchor(n, path, depth)
	case *ast.AliasNode:
		return c.alias(n, path, out.place)
	case *ast.BoolNode:
		out.kind, out.text = kindBool, strconv.FormatBool(n.Value)
	case *ast.InfinityNode:
		out.kind, out.number, out.text = kindNumber, n.Value, decimal(n.Value)
	case *ast.NanNode:
		out.kind, out.number, out.text = kindNumber, math.NaN(), decimal(math.NaN())
	case *ast.NullNode:
	case *ast.LiteralNode:
		out.kind, out.text = kindText, n.Value.Value
	case ast.ScalarNode:
		c.scalar(out, n.GetToken())
	default:
		c.report(out.place, path, "is not understood here")
	}
	if tail := lines(n.GetComment()); len(tail) > 0 && out.kind != kindMapping && out.kind != kindList {
		out.tail = strings.Join(tail, " ")
	}
	return out.measure()
}

// scalar settles whether a plain word is a number or text.
func (c *converter) scalar(out *node, t *token.Token) {
	out.kind, out.text = kindText, t.Value
	quoted := t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType
	if !quoted && decimals.MatchString(t.Value) {
		out.kind = kindNumber
		out.number, _ = strconv.ParseFloat(t.Value, 64) // out of range is infinite, which no bounds keep
		out.text = decimal(out.number)
		if exact, err := strconv.ParseUint(t.Value, 10, 64); err == nil && exact >= 1<<53 {
			out.text = strconv.FormatUint(exact, 10) // the number may not hold all of its digits
		}
	}
}

func (c *converter) mapping(out *node, values []*ast.MappingValueNode, path string, depth int) {
	out.kind = kindMapping
	seen := map[string]int{}
	for i, pair := range values {
		t := pair.Key.GetToken()
		at := c.at(t.Position.Line, t.Position.Column)
		if i == 0 {
			out.place = at
		}
		if _, ok := pair.Key.(ast.ScalarNode); !ok || pair.Key.Type() == ast.NullType || !isKey(t.Value) {
			c.report(at, path, notKey)
			continue
		}
		if colon := pair.Start.Position.Line; colon != t.Position.Line {
			c.report(at, path, "a key and its colon must stand in one line")
			continue
		}
		below := joinKey(path, t.Value)
		if line, twice := seen[t.Value]; twice {
			c.report(at, below, fmt.Sprintf("is a second time here, first in line %d", line))
			continue
		}
		seen[t.Value] = t.Position.Line
		value := c.value(pair, at, below, depth)
		out.entries = append(out.entries, entry{key: t.Value, place: at, value: value})
	}
}

const notKey = "a key must be a plain word"

// isKey says whether a word can be a key.
func isKey(word string) bool { return !strings.ContainsFunc(word, unicode.IsControl) }

// value is what stands at a key. A block stands where its key stands, as its
// own first line says something else.
func (c *converter) value(pair *ast.MappingValueNode, at place, path string, depth int) *node {
	if pair.Value == nil {
		return (&node{kind: kindNull, place: at}).measure()
	}
	value := *c.node(pair.Value, path, depth+1)
	if (value.kind == kindMapping || value.kind == kindList) && value.place.line != at.line || value.kind == kindNull {
		value.place = at
	}
	value.head = append(lines(pair.GetComment()), value.head...)
	value.foot = append(value.foot, lines(pair.FootComment)...)
	return &value
}

func (c *converter) list(out *node, n *ast.SequenceNode, path string, depth int) {
	out.kind = kindList
	for i, item := range n.Values {
		below := *c.node(item, join(path, step{word: strconv.Itoa(i), bracket: true}), depth+1)
		if i < len(n.ValueHeadComments) {
			below.head = append(lines(n.ValueHeadComments[i]), below.head...)
		}
		if i == 0 {
			below.head = append(lines(n.GetComment()), below.head...)
		}
		out.items = append(out.items, &below)
	}
	out.foot = lines(n.FootComment)
}

func (c *converter) anchor(n *ast.AnchorNode, path string, depth int) *node {
	value := c.node(n.Value, path, depth)
	c.anchors[n.Name.GetToken().Value] = value
	return value
}

// alias is the anchored value itself: trees share it, so a bomb of aliases
// costs nothing until its size is looked at.
func (c *converter) alias(n *ast.AliasNode, path string, at place) *node {
	name := n.Value.GetToken().Value
	value, ok := c.anchors[name]
	if !ok {
		c.report(at, path, fmt.Sprintf("*%s has no anchor &%s before it", name, name))
		return (&node{kind: kindNull, place: at}).measure()
	}
	return value
}

// lines are the comment's lines, each with its #.
func lines(c *ast.CommentGroupNode) []string {
	if c == nil {
		return nil
	}
	var out []string
	for _, comment := range c.Comments {
		out = append(out, strings.TrimRight("#"+comment.Token.Value, " \t"))
	}
	return out
}
