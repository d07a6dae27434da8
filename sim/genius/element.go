package genius

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"shuttle/sim/document"
)

// element is one element of a page. Reading what it does not have is a fault of the
// page.
type element struct {
	page  *page
	tag   string
	attrs []xml.Attr
	at    int // byte of the text at which it starts
	below []*element
}

func (e *element) fault(problem, allowed, nearest string) {
	what := e.tag
	if name, ok := e.lookup("name"); ok && what == "issue" && speakable(name) == "" {
		what += " " + name
	}
	e.page.fault(e.at, what+": "+problem, allowed, nearest)
}

// maxWord is the longest word that is taken for a slip of another [bytes].
const maxWord = 80

// unknown is a fault that names the word that was probably meant.
func (e *element) unknown(problem, word string, words []string) {
	nearest := ""
	if !e.page.full() && len(word) <= maxWord { // else nobody reads it, or it is no slip
		nearest = document.Nearest(word, words)
	}
	e.fault(problem, "", nearest)
}

// all is the elements of that name directly below.
func (e *element) all(tag string) []*element {
	var found []*element
	for _, b := range e.below {
		if b.tag == tag {
			found = append(found, b)
		}
	}
	return found
}

// first is the first element of that name directly below; nil when there is none.
func (e *element) first(tag string) *element {
	for _, b := range e.below {
		if b.tag == tag {
			return b
		}
	}
	return nil
}

// each visits all elements of that name at any depth, in the order of the file.
func (e *element) each(tag string, visit func(*element)) {
	for _, b := range e.below {
		if b.tag == tag {
			visit(b)
		}
		b.each(tag, visit)
	}
}

// around is the element in which the first of that name stands, at any depth; the element
// itself when there is none.
func (e *element) around(tag string) *element {
	for _, b := range e.below {
		if b.tag == tag {
			return e
		}
		if inner := b.around(tag); inner.first(tag) != nil {
			return inner
		}
	}
	return e
}

// lookup is an attribute as XML means it: line breaks and tabs are spaces.
func (e *element) lookup(name string) (string, bool) {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			if strings.ContainsAny(a.Value, "\r\n\t") {
				return strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "\t", " ").Replace(a.Value), true
			}
			return a.Value, true
		}
	}
	return "", false
}

// has says whether the element has an attribute.
func (e *element) has(name string) bool {
	_, ok := e.lookup(name)
	return ok
}

// word reads an attribute that names something.
func (e *element) word(name string) (string, bool) {
	s, ok := e.lookup(name)
	if !ok || strings.TrimSpace(s) == "" {
		e.fault("has no "+name, "", "")
		return "", false
	}
	if problem := speakable(s); problem != "" {
		e.fault("the "+name+" "+problem, "", "")
		return "", false
	}
	return s, true
}

// speakable says why a text cannot be a name, "" when it can.
func speakable(s string) (problem string) {
	switch {
	case utf8.RuneCountInString(s) > maxName:
		return fmt.Sprintf("is longer than %d characters", maxName)
	case strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }):
		return "holds characters that cannot be printed"
	}
	return ""
}

// largest bounds every number of a file: beyond it sums and steps lose their meaning.
const largest = 1e12

// number reads an attribute that is a number.
func (e *element) number(name string) (float64, bool) {
	s, ok := e.lookup(name)
	if !ok {
		e.fault("has no "+name, "a number", "")
		return 0, false
	}
	x, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || !(math.Abs(x) <= largest) {
		e.fault(fmt.Sprintf("%s is %q", name, s), fmt.Sprintf("a number from %g to %g", -largest, largest), "")
		return 0, false
	}
	return x, true
}

// whole reads an attribute that is a whole number.
func (e *element) whole(name string) (int, bool) {
	x, ok := e.number(name)
	if ok && x != math.Trunc(x) {
		e.fault(fmt.Sprintf("%s is %g", name, x), "a whole number", "")
		return 0, false
	}
	return int(x), ok
}
