package genius

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"shuttle/sim/document"
)

// What a file may be at most: own choices, far above the largest additive domain of
// the format and low enough that a hostile file is refused at once.
const (
	maxBytes  = 1 << 20
	maxDepth  = 32  // elements within each other
	maxFaults = 50  // reported of one file
	maxName   = 200 // characters of an issue's or a value's name
)

// page is one file while it is read. Its faults are gathered, so that all of them are
// reported at once.
type page struct {
	name   string
	text   string
	faults document.Faults
	more   bool // there are faults beyond the most that are reported

	warnings document.Faults
}

// fault notes what is wrong at a byte of the text. Allowed and nearest may be "".
func (p *page) fault(at int, problem, allowed, nearest string) {
	if p.full() {
		p.more = true
		return
	}
	p.faults = append(p.faults, p.at(at, problem, allowed, nearest))
}

// at is a fault at a byte of the text.
func (p *page) at(at int, problem, allowed, nearest string) document.Fault {
	at = min(at, len(p.text))
	start := strings.LastIndexByte(p.text[:at], '\n') + 1
	line, _, _ := strings.Cut(p.text[start:], "\n")
	return document.Fault{
		File:    p.name,
		Line:    strings.Count(p.text[:at], "\n") + 1,
		Column:  utf8.RuneCountInString(p.text[start:at]) + 1,
		Source:  strings.ToValidUTF8(strings.TrimRight(line, "\r"), string(utf8.RuneError)),
		Problem: problem, Allowed: allowed, Nearest: nearest,
	}
}

// full says whether further faults would be left out.
func (p *page) full() bool { return len(p.faults) == maxFaults }

// sorted is the faults in the order of the file, those of one place as they were found.
func (p *page) sorted() document.Faults {
	slices.SortStableFunc(p.faults, func(a, b document.Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if p.more {
		return append(p.faults, document.Fault{File: p.name, Problem: "has more faults than are listed here"})
	}
	return p.faults
}

// parse reads a file into its tree; the root is nil when the page has faults.
func parse(f File) (*page, *element, error) {
	text, err := io.ReadAll(io.LimitReader(f.Text, maxBytes+1))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	p := &page{name: f.Name, text: string(text)}
	if len(text) > maxBytes {
		p.fault(0, fmt.Sprintf("is larger than %d bytes", maxBytes), "", "")
		return p, nil, nil
	}
	return p, p.tree(), nil
}

// tree is the element at the top of the page. Entities that a file defines are never
// expanded, and elements are not followed deeper than anybody writes them.
func (p *page) tree() *element {
	d := xml.NewDecoder(strings.NewReader(p.text))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("only UTF-8 is understood") }
	top := &element{page: p}
	open := []*element{top}
	for {
		at := int(d.InputOffset())
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			p.fault(int(d.InputOffset()), "is not XML: "+syntax(err), "", "")
			return nil
		}
		switch t := token.(type) {
		case xml.Directive:
			p.fault(at, "type declarations and entities (<!…>) are not understood here", "", "")
			return nil
		case xml.StartElement:
			if len(open) > maxDepth {
				p.fault(at, fmt.Sprintf("is nested deeper than %d elements", maxDepth), "", "")
				return nil
			}
			e := &element{page: p, tag: t.Name.Local, attrs: t.Copy().Attr, at: at}
			above := open[len(open)-1]
			above.below = append(above.below, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
	switch len(top.below) {
	case 0:
		p.fault(0, "holds no element", "", "")
		return nil
	case 1:
		return top.below[0]
	}
	p.fault(top.below[1].at, "is a second element at the top; a file has one", "", "")
	return nil
}

// syntax is what the parser says, without its own words for where.
func syntax(err error) string {
	var at *xml.SyntaxError
	if errors.As(err, &at) {
		return at.Msg
	}
	return strings.TrimPrefix(err.Error(), "xml: ")
}
